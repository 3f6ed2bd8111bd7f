"""Display of tracking codes and numbers: in the digits of the language, isolated from the text direction."""

from __future__ import annotations

from desktop_app.persian.digits import isolated
from desktop_app.petitions.registration.codes import spoken
from desktop_app.wording import digits


def shown_code(tracking_code: str) -> str:
    """Returns `4072-9183-5592` in the digits of the language, isolated left to right."""
    return isolated(digits(spoken(tracking_code)))


def shown_number(number: str) -> str:
    """Returns a phone number or national ID in the digits of the language, isolated."""
    return isolated(digits(number))
