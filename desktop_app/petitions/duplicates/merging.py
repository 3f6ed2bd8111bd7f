"""Events of merging a petition into another one as its duplicate, and of undoing that, in both histories.

The merge itself is the move that closes the duplicate (`Desk.resolve`); `Desk.unmerge` undoes it days later.
Nothing is transferred to the other petition. Notes, referrals and answers stay where they were written, and each
tracking code opens its own petition.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Item
from desktop_app.database.audit import EventRecord
from desktop_app.errors import NotFoundError, RuleError
from desktop_app.petitions.acts.pairs import OF_TWO
from desktop_app.petitions.desk.conflicts import do_one
from desktop_app.petitions.duplicates.near_equals import settle
from desktop_app.petitions.model import Petition
from desktop_app.petitions.registration.codes import read_tracking_code
from desktop_app.petitions.visibility import is_seen
from desktop_app.petitions.vocabulary import Move, Outcome
from desktop_app.staff.roles import Actor


def to_merge_into(session: Session, actor: Actor, petition: Petition, typed: str) -> int:
    """Returns the petition to merge into: the one with the code `typed`, or the one that it was merged into itself.

    Raises `NotFoundError`, also for one out of reach, `RuleError` if it would be itself, `InvalidValueError`.
    """
    code = read_tracking_code(typed)
    found = session.scalar(select(Petition.id).where(Petition.tracking_code == code))
    if found is None or not is_seen(session, actor, found):
        raise NotFoundError(item="petition", key=code)
    root = root_of(session, found)
    if root == petition.id:
        raise RuleError(rule="duplicate_of_itself")
    return root


def root_of(session: Session, petition_id: int) -> int:
    """Returns the petition at the end of a chain of merges: itself if it is no duplicate."""
    seen = {petition_id}
    while True:
        above = session.scalar(select(Petition.duplicate_of_id).where(Petition.id == petition_id))
        if above is None or above in seen:
            return petition_id
        seen.add(above)
        petition_id = above


def tell_the_other(
    session: Session,
    actor: Actor,
    petition: Petition,
    was: int | None,
    now: datetime,
) -> None:
    """Records in the other petition's history that `petition` was merged into it, or taken from it (`was`)."""
    if was == petition.duplicate_of_id:
        return
    for number, action in ((was, "released"), (petition.duplicate_of_id, "absorbed")):
        if number is not None:
            settle(session, petition.id, number, settled=action == "absorbed")
        if number is not None and (action == "absorbed" or is_seen(session, actor, number)):
            item = Item(number, given={"other": petition.id})
            do_one(session, OF_TWO[action], actor, item, None, now)


def merge_of(session: Session, petition: Petition) -> EventRecord:
    """Returns the event with which a petition became a duplicate. Raises `RuleError` for one that is none."""
    closings = session.scalars(
        select(EventRecord)
        .where(
            EventRecord.item_type == "petition",
            EventRecord.item_id == petition.id,
            EventRecord.action == Move.CLOSE.value,
        )
        .order_by(EventRecord.sequence.desc())
        .limit(1)
    ).all()
    merged = petition.outcome == Outcome.DUPLICATE.value
    if not merged or not closings or closings[0].after.get("outcome") != Outcome.DUPLICATE.value:
        raise RuleError(rule="not_a_duplicate")
    return closings[0]
