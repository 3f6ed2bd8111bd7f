"""Composes a message: a template with the values of a petition, within the length limit of text messages."""

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

#: Characters that a telephone would interpret or cannot show: control characters except line breaks, and bidi
#: marks.
_UNSENT: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")
#: Variables that may be shortened in a text message, in this order: only what people wrote, never the office's
#: words.
_GIVES_WAY: Final = ("reply", "subject", "reason", "draft")
#: What stands for a variable that does not fit at all: the decision says more than why, and than a whole title.
_SAID_LESS: Final = {"reason": "", "draft": "…"}
#: Variables of people's words without which a message still makes sense; their lines go before anything else is cut.
_LEFT_OUT: Final = ("old", "new")
#: What stays complete, if a message has it.
_KEPT_WHOLE: Final = ("code", "link")


def values_of(petition: Any, office: OfficeSettings, now: datetime, reply: str = "") -> dict[str, str]:
    """Returns the values of a template's variables, in Persian; `petition` is a row of `announcing`."""
    return in_language(PERSIAN, lambda: _values_of(petition, office, now, reply))


def _values_of(petition: Any, office: OfficeSettings, now: datetime, reply: str) -> dict[str, str]:
    return {
        "name": plain(petition.petitioner_name),
        "code": written_code(petition.tracking_code),
        "kind": label("kind", petition.kind),
        "subject": plain(petition.subject),
        "received": long_date(tehran_day(petition.received_at)),
        "registry": digits(
            written(office.registry_pattern, petition.registry_year, petition.registry_number)
        ),
        "unit": petition.unit_name or "",
        "outcome": label("outcome", petition.outcome) if petition.outcome else "",
        "reply": plain(reply),
        "date": long_date(tehran_day(now)),
        "office": office.office_name,
        "phone": digits(office.phone),
        "sms": digits(office.sms_number),
    }


def written_code(code: str) -> str:
    """Returns a tracking code for plain text in the language in use, with its groups in order on every telephone."""
    return led(digits(spoken(code)))


def composed(
    way: DeliveryMethod, subject: str, text: str, values: Mapping[str, str], most_segments: int
) -> tuple[str, str]:
    """Returns subject and text of a message."""
    if way is not DeliveryMethod.SMS:
        return " ".join(" ".join(paragraphs(subject, values)).split()), _filled(text, values)
    return "", shortened(text, values, most_segments)


def shortened(text: str, values: Mapping[str, str], most: int) -> str:
    """Returns a text message of at most so many segments.

    The old and new words of a provision are left out first. Then the reply, the subject, the reason or the title of a
    draft is cut at a word; if that is not enough, the whole text is cut. A tracking code or a link is never split.
    """
    named = set(NAMED.findall(text))
    whole = _filled(text, values)
    for name in (one for one in _LEFT_OUT if one in named):
        if segments(whole).count <= most:
            break
        values = {**values, name: ""}
        whole = _filled(text, values)
    if segments(whole).count <= most:
        return whole
    for name in _GIVES_WAY:
        if name in named and values.get(name):
            found = fitting(partial(_with, text, values, name), values[name], most)
            if found is not None:
                return found
            if name in _SAID_LESS:
                values = {**values, name: _SAID_LESS[name]}
                whole = _filled(text, values)
    kept = next((values[name] for name in _KEPT_WHOLE if name in named and values.get(name)), "")
    return cut_to(whole, kept, most)


def _filled(text: str, values: Mapping[str, str]) -> str:
    return "\n".join(paragraphs(text, values))


def _with(text: str, values: Mapping[str, str], name: str, value: str) -> str:
    return _filled(text, {**values, name: value})


def plain(text: str) -> str:
    """Returns a text that people wrote, as a message shows it."""
    return led(_UNSENT.sub(" ", text))
