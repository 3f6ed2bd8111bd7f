"""Import files of sample petitions: CSV with Persian or English headers.

Cells that a spreadsheet program would run as a formula get a `'` prefix. Windows-1256 lacks the Persian ye
and Persian digits: old exports use ي and Latin digits, and so does this module; other missing characters (an
emoji) become `?`.
"""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Final, Literal

from desktop_app.clock import TEHRAN
from desktop_app.persian.dates import JalaliDay
from desktop_app.persian.digits import latin_digits
from desktop_app.sample.people import GROUPS
from desktop_app.sample.petitions import SamplePetition

Headers = Literal["english", "persian"]

#: Field names of the command line and their Persian aliases, in the order of the columns.
FIELDS: Final[dict[str, str]] = {
    "external_id": "شناسه", "kind": "نوع", "channel": "کانال", "subject": "موضوع", "text": "متن",
    "name": "نام متقاضی", "national_id": "کد ملی", "mobile": "تلفن همراه", "email": "رایانامه", "group": "گروه",
    "about": "درباره", "received_at": "تاریخ", "letter_number": "شماره نامه",
}  # fmt: skip
KINDS: Final = {
    "request": "درخواست", "complaint": "شکایت", "suggestion": "پیشنهاد", "criticism": "انتقاد", "opinion": "نظر",
}  # fmt: skip
CHANNELS: Final = {
    "portal": "درگاه", "service_desk": "میز خدمت", "single_window": "پنجره واحد", "phone": "تلفن", "sms": "پیامک",
    "letter": "نامه", "in_person": "حضوری", "email": "رایانامه",
}  # fmt: skip
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def row(petition: SamplePetition, headers: Headers = "english") -> dict[str, str]:
    """Converts a petition to cells by header: dates are ISO with English headers, Jalali with Persian ones."""
    persian = headers == "persian"
    moment = petition.received_at.astimezone(TEHRAN)
    day = JalaliDay.of(moment.date())
    cells = {
        "external_id": petition.external_id,
        "kind": KINDS[petition.kind] if persian else petition.kind,
        "channel": CHANNELS[petition.channel] if persian else petition.channel,
        "subject": petition.subject,
        "text": petition.text,
        "name": petition.name,
        "national_id": petition.national_id,
        "mobile": petition.mobile,
        "email": petition.email,
        "group": (GROUPS[petition.group] if persian else petition.group) if petition.group else None,
        "about": petition.about_title,
        "received_at": f"{day.year:04}/{day.month:02}/{day.day:02} {moment:%H:%M}"
        if persian
        else moment.isoformat(),
        "letter_number": petition.letter_number,
    }
    return {FIELDS[field] if persian else field: cell or "" for field, cell in cells.items()}


def write_petitions_csv(
    path: Path,
    petitions: Iterable[SamplePetition],
    *,
    encoding: str = "utf-8-sig",
    delimiter: str = ",",
    headers: Headers = "persian",
) -> int:
    """Writes a CSV with CRLF line ends, and returns the number of rows."""
    old = codecs.lookup(encoding).name == "cp1256"
    spelled = in_windows_1256 if old else str
    written = 0
    with path.open("w", encoding=encoding, errors="replace", newline="") as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerow(map(spelled, _names(headers)))
        for petition in petitions:
            writer.writerow([harmless(spelled(cell)) for cell in row(petition, headers).values()])
            written += 1
    return written


def in_windows_1256(text: str) -> str:
    """Replaces characters that Windows-1256 lacks: ی by ي, Persian digits by Latin ones."""
    return latin_digits(text).replace("ی", "ي")


def harmless(cell: str) -> str:
    """Prefixes `cell` with a `'` where a spreadsheet program would run it as a formula, also after spaces."""
    return (
        f"'{cell}" if cell.lstrip(" \ufeff\u00a0").startswith(_FORMULA) or cell.startswith(_FORMULA) else cell
    )


def _names(headers: Headers) -> list[str]:
    return list(FIELDS.values()) if headers == "persian" else list(FIELDS)
