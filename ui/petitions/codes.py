"""How tracking codes and numbers are shown: in the digits of the language, isolated, never turned round."""

from __future__ import annotations

from desktop_app.persian.digits import isolated
from desktop_app.petitions.registration.codes import spoken
from desktop_app.wording import digits


def shown_code(tracking_code: str) -> str:
    """`4072-9183-5592` in the language's digits, isolated left to right."""
    return isolated(digits(spoken(tracking_code)))


def shown_number(number: str) -> str:
    """A phone number, a national ID: in the language's digits, isolated."""
    return isolated(digits(number))
