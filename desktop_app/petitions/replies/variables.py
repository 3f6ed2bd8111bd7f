"""Values of the variables in saved replies. Plain text, like everything that is sent."""

from __future__ import annotations

from datetime import date

from desktop_app.office.templates import filled, unfilled
from desktop_app.persian.dates import long_date
from desktop_app.petitions.desk.detail import PetitionDetail
from desktop_app.petitions.registration.codes import led, spoken
from desktop_app.wording import digits


def values_for(petition: PetitionDetail, clerk: str, today: date, signature: str = "") -> dict[str, str]:
    """Returns the known values of the variables for a petition; `today` is a day in Tehran.

    `signature` is the clerk's name with the lines below it; by default the name.
    """
    values = {
        "name": petition.petitioner_name,
        "code": led(digits(spoken(petition.tracking_code))),
        "date": long_date(today),
        "unit": petition.unit_name,
        "clerk": clerk,
        "signature": signature or clerk,
    }
    return {name: value for name, value in values.items() if value.strip()}


def reply_of(
    template: str, petition: PetitionDetail, clerk: str, today: date, signature: str = ""
) -> tuple[str, tuple[str, ...]]:
    """Returns the text for this petition, and the variables without a value, which stay in the text."""
    text = filled(template, values_for(petition, clerk, today, signature))
    return text, unfilled(text)
