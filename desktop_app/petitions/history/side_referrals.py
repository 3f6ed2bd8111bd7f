"""Sentences of the history about side referrals: recipients, purpose, deadline and result."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from desktop_app.persian.dates import day_and_month
from desktop_app.persian.text import visible_controls
from desktop_app.petitions.vocabulary import SideAct
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label


def place_words(unit: str, person: str) -> str:
    """Returns a recipient as «حسن نوری، اداره کتاب», or the unit alone."""
    if not person:
        return visible_controls(unit)
    both = fill(translate("Referrals", "{person}, {unit}"), person=person, unit=unit)
    return visible_controls(both)


def targets_words(after: Mapping[str, Any], *, purposes: bool = True) -> str:
    """Returns the recipients of an event, with purpose and deadline unless `purposes` is False."""
    told = []
    for target in after.get("targets") or ():
        place = place_words(str(target.get("unit") or ""), str(target.get("person") or ""))
        beside = [label("purpose", str(target.get("purpose") or ""))]
        if target.get("due_on"):
            day = day_and_month(date.fromisoformat(str(target["due_on"])))
            beside.append(fill(translate("Referrals", "until {day}"), day=day))
        joined = translate("Referrals", ", ").join(beside)
        told.append(f"{place} ({joined})" if purposes else place)
    return translate("Referrals", "; ").join(told)


def _sent(own: bool) -> str:
    if own:
        return translate("History", "You referred it on the side to {targets}")
    return translate("History", "{who} referred it on the side to {targets}")


def _answered(own: bool) -> str:
    if own:
        return translate("History", "You answered the referral to {places}")
    return translate("History", "{who} answered the referral to {places}")


def _returned(own: bool) -> str:
    if own:
        return translate("History", "You returned the referral to {places}")
    return translate("History", "{who} returned the referral to {places}")


def _recalled(own: bool) -> str:
    if own:
        return translate("History", "You recalled the referral to {places}")
    return translate("History", "{who} recalled the referral to {places}")


SENTENCES: Final[dict[str, Callable[[bool], str]]] = {
    SideAct.SENT.value: _sent,
    SideAct.ANSWERED.value: _answered,
    SideAct.RETURNED.value: _returned,
    SideAct.RECALLED.value: _recalled,
}
