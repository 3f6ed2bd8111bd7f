"""Texts of the custody tree «اکنون نزد کیست»: a line for each holder, past or present, with the duration."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop_app.persian.dates import day_and_month, tehran_day
from desktop_app.persian.text import visible_controls
from desktop_app.petitions.history.side_referrals import place_words
from desktop_app.petitions.referrals.custody import Leg, legs_of, moment_of
from desktop_app.petitions.vocabulary import Purpose, SideResult
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label
from ui.widgets.time_line import TimeLineEvent

if TYPE_CHECKING:
    from desktop_app.petitions.desk.detail import PetitionDetail, ReferralRow

_LONGEST = 300


def holding_lines(detail: PetitionDetail) -> list[TimeLineEvent]:
    """Returns the lines of the tree; an empty list where the petition was never referred."""
    now = moment_of(detail)
    today = tehran_day(now)
    return [_line(leg, leg.dwell(now), today) for leg in legs_of(detail)]


def dwell_words(dwell: timedelta) -> str:
    """Returns a duration as text: «۳ روز», «۵ ساعت», «کمتر از یک ساعت»."""
    if dwell.days:
        return fill(translate("Referrals", "{count} days"), count=dwell.days)
    hours = dwell.seconds // 3600
    if hours:
        return fill(translate("Referrals", "{count} hours"), count=hours)
    return translate("Referrals", "under an hour")


def _line(leg: Leg, dwell: timedelta, today: date) -> TimeLineEvent:
    row = leg.referral
    told = row is not None and leg.side and row.purpose is Purpose.INFORMATION
    moment = "" if told else dwell_words(dwell)
    if leg.side and row is not None:
        place = place_words(row.to_unit, row.to_person)
        words = fill(
            translate("Referrals", "{place}: {purpose}, {state}"),
            place=place,
            purpose=label("purpose", row.purpose.value),
            state=state_words(row, today),
        )
        # The request is shown until there is an answer.
        note = visible_controls((row.answer or row.order_note)[:_LONGEST]).strip()
        return TimeLineEvent(_icon(row), words, moment, note=note, bold=(place,), indent=1)
    place = place_words(row.to_unit, leg.person) if row else translate("Referrals", "without a unit")
    now = leg.ended is None
    words = fill(translate("Referrals", "Now with {place}"), place=place) if now else place
    if row is not None and row.result is SideResult.RETURNED:
        words = fill(translate("Referrals", "{place}: returned"), place=place)
    elif row is not None and row.due_on is not None and now:
        words = fill(
            translate("Referrals", "{words}, until {day}"), words=words, day=day_and_month(row.due_on)
        )
    return TimeLineEvent("ph.buildings" if row else "ph.tray", words, moment, bold=(place,) if now else ())


def state_words(row: ReferralRow, today: date) -> str:
    """Returns the result of a side referral, or its present state."""
    if row.result is SideResult.ANSWERED:
        return translate("Referrals", "answered")
    if row.result is SideResult.RETURNED:
        return translate("Referrals", "returned")
    if row.result is SideResult.RECALLED:
        return translate("Referrals", "recalled")
    if row.acted_at is not None:
        return translate("Referrals", "took the petition itself")
    seen = translate("Referrals", "seen") if row.seen_at else translate("Referrals", "not seen yet")
    if row.due_on is None:
        return seen
    day = day_and_month(row.due_on)
    if row.due_on < today:
        return fill(translate("Referrals", "{seen}, overdue since {day}"), seen=seen, day=day)
    return fill(translate("Referrals", "{seen}, until {day}"), seen=seen, day=day)


def waiting_words(detail: PetitionDetail) -> str:
    """Returns a warning for resolving while an opinion is outstanding; an empty string where none is."""
    out = [
        place_words(row.to_unit, row.to_person)
        for row in detail.referrals
        if row.side and row.acted_at is None and row.purpose is Purpose.OPINION
    ]
    if not out:
        return ""
    joined = translate("Referrals", "; ").join(out)
    return fill(translate("Referrals", "The opinion of {places} has not come yet."), places=joined)


def _icon(row: ReferralRow) -> str:
    if row.result is SideResult.ANSWERED:
        return "ph.chat-circle-text"
    if row.result is SideResult.RETURNED:
        return "ph.arrow-u-up-left"
    if row.result is SideResult.RECALLED:
        return "ph.arrow-counter-clockwise"
    return "ph.eye" if row.seen_at else "ph.git-branch"
