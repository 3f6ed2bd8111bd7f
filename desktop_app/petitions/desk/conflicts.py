"""Optimistic locking of petitions: which acts since the caller's version are conflicts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any, Final

from sqlalchemy import Select, and_, literal, not_, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Act, Item, Reversal, Rows
from desktop_app.database.audit import EventRecord
from desktop_app.database.declarations import named_table
from desktop_app.database.kept_statements import ask, overwriting, upserts
from desktop_app.errors import AppError, ConflictError, NotFoundError, NotPermittedError, RuleError
from desktop_app.petitions.acts.predicates import BESIDE
from desktop_app.petitions.checklists.missing import first_missing
from desktop_app.petitions.model import Petition, PetitionSeen
from desktop_app.petitions.vocabulary import LOOKING
from desktop_app.staff.acting import perform_each, perform_one
from desktop_app.staff.roles import Actor

_SEEN: Final = upserts(named_table("petition_seen"), ("petition_id", "person_id"), ("version",))


def as_seen(session: Session, petition_id: int, version: int, *, untouched: bool = False) -> Petition:
    """Returns the petition if only acts in `BESIDE` happened since `version`.

    With `untouched`, not even those are accepted. The act that follows locks it and checks again. Raises
    `NotFoundError`, or `ConflictError` naming who changed it.
    """
    petition = session.scalar(select(Petition).where(Petition.id == petition_id))
    if petition is None:
        raise NotFoundError(item="petition", key=petition_id)
    if petition.version == version:
        return petition
    moved, others = _since(session, petition, version)
    if moved or untouched:
        raise _conflict(petition_id, moved, others)
    return petition


def do_one(
    session: Session,
    act: Act | Reversal,
    actor: Actor,
    item: Item,
    rows: Rows | None,
    now: datetime,
    *,
    denied: NotPermittedError | None = None,
) -> int:
    """Performs an act on one petition and returns its new version.

    Raises `NotFoundError`, `ConflictError`, or `RuleError` with the rule that refused it; `denied`, if given,
    where the actor lacks the role.
    """
    errors = {} if denied is None else {"not_your_role": denied}
    return perform_one(
        session, act, actor, item, now, rows, errors=errors, otherwise=partial(_error_of, session, item)
    )


def do_many(
    session: Session, act: Act, actor: Actor, items: Sequence[Item], rows: Rows | None, now: datetime
) -> dict[int, AppError]:
    """Performs an act on those petitions that allow it, and marks them as seen; returns the errors of the others."""
    of_id = {item.id: item for item in items}
    refused = {
        number: _error_of(session, of_id[number], verdict.refused)
        for number, verdict in perform_each(session, act, actor, items, now, rows).items()
        if verdict.refused is not None
    }
    mark_many_seen(session, actor, [number for number in of_id if number not in refused])
    return refused


def raise_first(refused: Mapping[int, AppError]) -> None:
    """Raises the first of the errors that `do_many` returned, if any."""
    for error in refused.values():
        raise error


def _error_of(session: Session, item: Item, rule: str) -> AppError:
    if rule == "not_there":
        return NotFoundError(item="petition", key=item.id)
    if rule == "conflict":
        petition = session.get_one(Petition, item.id, populate_existing=True)
        return _conflict(item.id, *_since(session, petition, item.version or 0))
    if rule == "point_missing":
        missing = select(first_missing(Petition)).where(Petition.id == item.id)
        return RuleError(rule=rule, point=session.scalar(missing) or "")
    return RuleError(rule="nothing_to_undo" if rule == "changed_since" else rule)


def _conflict(petition_id: int, moved: list[str], others: list[str]) -> ConflictError:
    """Returns the error for an outdated version; it names who changed the petition."""
    return ConflictError(item="petition", key=petition_id, theirs=[*moved, *others, ""][0])


def _since(session: Session, petition: Petition, version: int) -> tuple[list[str], list[str]]:
    """Returns the actors since a version: those of conflicting acts, then those of all acts."""
    # Each event has its own version, except for reading personal data, which changes nothing.
    acts = acts_of(petition.id).with_only_columns(EventRecord.action, EventRecord.actor_name)
    since = session.execute(acts.limit(max(1, petition.version - version))).all()
    return [name for action, name in since if action not in BESIDE], [name for _, name in since]


def acts_of(petition_id: int) -> Select[EventRecord]:
    """Selects the events of a petition, latest first, without those that only read personal data."""
    return (
        select(EventRecord)
        .where(
            EventRecord.item_type == "petition",
            EventRecord.item_id == petition_id,
            EventRecord.action.not_in(LOOKING),
        )
        .order_by(EventRecord.sequence.desc())
    )


def last_event(session: Session, petition_id: int) -> EventRecord | None:
    """Returns the latest event of a petition that is not a mere reading of personal data."""
    return session.scalar(acts_of(petition_id).limit(1))


def last_to_undo(session: Session, actor: Actor, petition_id: int) -> EventRecord | None:
    """Returns the latest event of a petition that is no mere reading of personal data and no note of `actor`."""
    own_note = and_(EventRecord.action == "note", EventRecord.actor_id.is_not_distinct_from(actor.person_id))
    return session.scalar(acts_of(petition_id).where(not_(own_note)).limit(1))


def mark_many_seen(session: Session, actor: Actor, ids: Sequence[int]) -> None:
    """Marks the petitions as seen by the person who changed them."""
    if actor.person_id is None or not ids:
        return
    bind: Any = session.get_bind()
    now_read = select(Petition.id, literal(actor.person_id), Petition.version).where(Petition.id.in_(ids))
    dialect = sqlite if bind.dialect.name == "sqlite" else postgresql
    key = ("petition_id", "person_id")
    seen = dialect.insert(PetitionSeen).from_select([*key, "version"], now_read)
    session.execute(overwriting(seen, key, ("version",)))


def mark_seen(session: Session, actor: Actor, petition_id: int, version: int) -> None:
    """Records the version that a person has seen; lists highlight petitions with a later one."""
    if actor.person_id is None:
        return
    seen = {"petition_id": petition_id, "person_id": actor.person_id, "version": version}
    ask(session, _SEEN[session.get_bind().dialect.name], seen)
