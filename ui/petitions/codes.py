"""Display of numbers: in the digits of the language, isolated from the text direction."""

from __future__ import annotations

from desktop_app.persian.digits import isolated
from desktop_app.wording import digits


def shown_number(number: str) -> str:
    """Returns a phone number or national ID in the digits of the language, isolated."""
    return isolated(digits(number))
