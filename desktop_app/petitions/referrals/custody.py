"""The custody chain of a petition («اکنون نزد کیست»): its holders, side referrals, and durations. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop_app.petitions.desk.detail import PetitionDetail, ReferralRow
from desktop_app.petitions.vocabulary import OPEN


@dataclass(frozen=True, slots=True)
class Leg:
    """A period with one holder: the unit that has the petition, or (`side`) the recipient of a side referral.

    `referral` is None before the first referral and after a return; `ended` is None for a current holder.
    """

    referral: ReferralRow | None
    side: bool
    began: datetime
    ended: datetime | None
    #: The current assignee; only on the last leg.
    person: str = ""

    def dwell(self, now: datetime) -> timedelta:
        """Returns how long it was or has been there."""
        return max(timedelta(0), (self.ended or now) - self.began)


def moment_of(detail: PetitionDetail) -> datetime:
    """Returns when the petition was read, by the database's clock, or else the time of its last event."""
    return detail.looked_at or (detail.history[-1].at if detail.history else detail.registered_at)


def legs_of(detail: PetitionDetail) -> tuple[Leg, ...]:
    """Returns the main legs in order, each followed by the side referrals sent during it; empty without
    referrals.
    """
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
        # A petition routed at registration was never without a holder.
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
