"""The words of a message: a template with what is known of a petition; no longer than a text message may be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Any, Final

from desktop_app.languages import PERSIAN, in_language
from desktop_app.office.letter_templates import paragraphs
from desktop_app.office.message_templates import DeliveryMethod
from desktop_app.office.numbering import written
from desktop_app.office.settings import OfficeSettings
from desktop_app.office.templates import NAMED
from desktop_app.persian.dates import long_date, tehran_day
from desktop_app.petitions.outbox.segments import cut_to, fitting, segments
from desktop_app.petitions.registration.codes import led, spoken
from desktop_app.wording import digits
from desktop_app.wording.labels import label

#: What a telephone would obey or cannot show: control characters but line breaks, and marks of direction.
_UNSENT: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")
#: What may be shortened of a text message, the first of them first: what somebody wrote, never the office's words.
_GIVES_WAY: Final = ("reply", "subject")


def values_of(petition: Any, office: OfficeSettings, now: datetime, reply: str = "") -> dict[str, str]:
    """What the variables of a template stand for, in Persian; `petition` is a row of `announcing`."""
    return in_language(PERSIAN, lambda: _values_of(petition, office, now, reply))


def _values_of(petition: Any, office: OfficeSettings, now: datetime, reply: str) -> dict[str, str]:
    return {
        "name": _plain(petition.petitioner_name),
        "code": written_code(petition.tracking_code),
        "kind": label("kind", petition.kind),
        "subject": _plain(petition.subject),
        "received": long_date(tehran_day(petition.received_at)),
        "registry": digits(
            written(office.registry_pattern, petition.registry_year, petition.registry_number)
        ),
        "unit": petition.unit_name or "",
        "outcome": label("outcome", petition.outcome) if petition.outcome else "",
        "reply": _plain(reply),
        "date": long_date(tehran_day(now)),
        "office": office.office_name,
        "phone": digits(office.phone),
        "sms": digits(office.sms_number),
    }


def written_code(code: str) -> str:
    """A tracking code for a plain text in the language in use, its groups in their order on every telephone."""
    return led(digits(spoken(code)))


def composed(
    way: DeliveryMethod, subject: str, text: str, values: Mapping[str, str], most_segments: int
) -> tuple[str, str]:
    """Subject and text that go out."""
    if way is not DeliveryMethod.SMS:
        return " ".join(" ".join(paragraphs(subject, values)).split()), _filled(text, values)
    return "", shortened(text, values, most_segments)


def shortened(text: str, values: Mapping[str, str], most: int) -> str:
    """A text message in at most so many segments: the reply, then the subject, is cut at a word; what is still too
    long is cut as a whole. The tracking code is never parted."""
    whole = _filled(text, values)
    if segments(whole).count <= most:
        return whole
    named = set(NAMED.findall(text))
    for name in _GIVES_WAY:
        if name in named and values.get(name):
            found = fitting(partial(_with, text, values, name), values[name], most)
            if found is not None:
                return found
    return cut_to(whole, values["code"] if "code" in named else "", most)


def _filled(text: str, values: Mapping[str, str]) -> str:
    return "\n".join(paragraphs(text, values))


def _with(text: str, values: Mapping[str, str], name: str, value: str) -> str:
    return _filled(text, {**values, name: value})


def _plain(text: str) -> str:
    return led(_UNSENT.sub(" ", text))
