"""Import files made of sample petitions: CSV with Persian or English headers.

A cell that a spreadsheet would take for a formula is made harmless: in CSV by a `'` before it, in XLSX by the
type of the cell. Windows-1256 has no Persian ye and no Persian digits: old exports carry ي and Latin digits
there, and so do these; what it lacks besides (an emoji) becomes `?`.
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

#: Field names of the command line's contract and their Persian aliases, in the order of the columns.
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
    """A petition as named cells: with English headers dates are ISO, with Persian ones Jalali."""
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
        "about": petition.about,
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
    """Writes a CSV with CRLF line ends; the number of rows."""
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
    """`text` in the letters and digits that Windows-1256 has: ي for ی, Latin digits."""
    return latin_digits(text).replace("ی", "ي")


def harmless(cell: str) -> str:
    """`cell` with a `'` before it where a spreadsheet would run it as a formula, spaces in front or not."""
    return (
        f"'{cell}" if cell.lstrip(" \ufeff\u00a0").startswith(_FORMULA) or cell.startswith(_FORMULA) else cell
    )


def _names(headers: Headers) -> list[str]:
    return list(FIELDS.values()) if headers == "persian" else list(FIELDS)
