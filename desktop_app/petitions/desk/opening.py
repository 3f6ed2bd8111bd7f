"""Side effects of opening a petition: it is marked as read, and referrals to the reader as seen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import text, update
from sqlalchemy.orm import Session

from desktop_app.petitions.desk.conflicts import mark_seen
from desktop_app.petitions.desk.detail_rows import has_identity
from desktop_app.petitions.follow_ups.service import put_away
from desktop_app.petitions.identities import record_reading
from desktop_app.petitions.model import Referral
from desktop_app.petitions.moves import works
from desktop_app.petitions.visibility import works_on
from desktop_app.staff.roles import Actor

_SEE: Final = text("SELECT app.see_referrals(CAST(:referrals AS bigint[]), :now)")


def leave_trace(
    session: Session, actor: Actor, petition: Any, referrals: Sequence[Any], now: datetime
) -> frozenset[int]:
    """Records that somebody has opened `petition` and returns the referrals that they are the first to see.

    `petition` and `referrals` are rows of `detail_rows`. Opening by a manager of all units does not mark a
    referral as seen.
    """
    on_file = session.get_bind().dialect.name == "sqlite"
    identified = has_identity(petition) or petition.further
    if on_file and identified and works_on(actor, petition) and not petition.identity_read:
        record_reading(session, actor, petition.id, now)
    me = actor.person_id
    if me is None:
        return frozenset()
    theirs = [
        referral.id
        for referral in referrals
        if referral.seen_at is None
        and referral.sent_by_id != me
        and (
            referral.to_person_id == me
            or (referral.to_person_id is None and _works_in(actor, referral.to_unit_id))
        )
    ]
    if theirs:
        _mark_seen(session, theirs, now)
    if petition.further_unread and _reads(actor, petition):
        put_away(session, petition.id)
    if petition.seen_version != petition.version:
        mark_seen(session, actor, petition.id, petition.version)
    return frozenset(theirs)


def _mark_seen(session: Session, referrals: Sequence[int], now: datetime) -> None:
    """Marks the referrals as seen; on PostgreSQL only those to the person, or to a unit of theirs."""
    if session.get_bind().dialect.name != "sqlite":
        session.execute(_SEE, {"referrals": list(referrals), "now": now})
        return
    first = update(Referral).where(Referral.id.in_(referrals), Referral.seen_at.is_(None))
    session.execute(first.values(seen_at=now).execution_options(synchronize_session=False))


def _reads(actor: Actor, petition: Any) -> bool:
    """Whether the actor is the reader of the petitioner's messages: the assignee, or else anyone in the unit."""
    if petition.is_open and petition.assignee_id is not None:
        return bool(petition.assignee_id == actor.person_id)
    return petition.unit_id is None or _works_in(actor, petition.unit_id)


def _works_in(actor: Actor, unit_id: int) -> bool:
    """Whether the person is clerk or manager of this particular unit."""
    return unit_id in actor.unit_ids and works(actor, unit_id)
