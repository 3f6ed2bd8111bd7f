"""«اکنون نزد کیست»: who has had a petition, one after the other, who was asked on the side, and how long. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop_app.petitions.desk.detail import PetitionDetail, ReferralRow
from desktop_app.petitions.vocabulary import OPEN


@dataclass(frozen=True, slots=True)
class Leg:
    """A time with one holder: the unit that has the petition (`referral` None: nobody's yet), or (`side`) one who was
    asked meanwhile. `ended` None: it is there now."""

    referral: ReferralRow | None
    side: bool
    began: datetime
    ended: datetime | None
    #: The clerk who has it now, of the last leg.
    person: str = ""

    def dwell(self, now: datetime) -> timedelta:
        """How long it was there, or has been by now."""
        return max(timedelta(0), (self.ended or now) - self.began)


def moment_of(detail: PetitionDetail) -> datetime:
    """When the petition was read, by the database's clock; else when something happened to it last."""
    return detail.looked_at or (detail.history[-1].at if detail.history else detail.registered_at)


def legs_of(detail: PetitionDetail) -> tuple[Leg, ...]:
    """The main legs in their order, behind each those who were asked during it; none where nothing was referred."""
    if not detail.referrals:
        return ()
    over = None if detail.status in OPEN else detail.resolved_at
    made: list[Leg] = []
    mains = [row for row in detail.referrals if not row.side]
    sides = [row for row in detail.referrals if row.side]
    bounds = [detail.registered_at, *(row.sent_at for row in mains)]
    holders: list[ReferralRow | None] = [None, *mains]
    for at, holder in enumerate(holders):
        following = bounds[at + 1] if at + 1 < len(bounds) else None
        last = following is None
        returned = holder is not None and holder.result is not None
        ended = holder.acted_at if holder is not None and returned else following or over
        began = bounds[at]
        # What was routed as it was registered lay nowhere before.
        if holder is not None or following is None or following > began:
            person = detail.assignee_name if last and not returned else ""
            made.append(Leg(holder, side=False, began=began, ended=ended, person=person))
        made.extend(
            Leg(row, side=True, began=row.sent_at, ended=row.acted_at or over)
            for row in sides
            if began <= row.sent_at and (following is None or row.sent_at < following)
        )
        if returned and last:
            made.append(Leg(None, side=False, began=ended or began, ended=over))
    return tuple(made)
