"""Stores the material changes between the exposed revision and a later one, once for each state of the pins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.comparison.result import ENGINE
from desktop_app.database.acts.model import Item
from desktop_app.database.chain import canonical_json
from desktop_app.errors import NotPermittedError, RuleError
from desktop_app.instruments.changes.acts import COMPARED
from desktop_app.instruments.changes.material import MaterialChange, MaterialChanges, material_changes
from desktop_app.instruments.changes.model import TextChange, TextComparison
from desktop_app.instruments.drafting.comparing import compared
from desktop_app.instruments.drafting.pins import pins_of
from desktop_app.instruments.drafting.revisions import last_revision, revision_by_id
from desktop_app.instruments.model import Instrument
from desktop_app.instruments.statute.outcome import present_comparison
from desktop_app.instruments.vocabulary import FINISHED
from desktop_app.staff.acting import perform_one
from desktop_app.staff.roles import Actor, Role

#: The columns of a change that are stored.
STORED: Final = (
    "name", "key", "status", "flags", "kinds", "old_begin", "old_end", "new_begin", "new_end",
)  # fmt: skip


def stored_name(session: Session, instrument_id: int, revision_id: int, name: str) -> str:
    """Returns the name of the change that a person means by `name`, which a comment's carrier has to have.

    Raises `RuleError` if nothing of that name differs between the exposed revision and this later one.
    """
    exposed = session.get_one(Instrument, instrument_id).exposed_revision_id
    if exposed is None:
        raise RuleError(rule="nothing_since_publication")
    found = session.scalar(
        select(TextChange.name).where(
            TextChange.comparison_id == present_comparison(exposed, revision_id), TextChange.name == name
        )
    )
    if found is not None:
        return found
    meant = found_changes(session, exposed, revision_id).changes.named(name)
    if meant is None:
        raise RuleError(rule="carrier_is_unchanged")
    return meant.name


@dataclass(frozen=True, slots=True)
class FoundChanges:
    """What changed between two revisions under the pins of that moment."""

    exposed_id: int
    revision_id: int
    pins: tuple[int, ...]
    changes: MaterialChanges


def found_changes(session: Session, exposed_id: int, revision_id: int) -> FoundChanges:
    """Compares two revisions by their ids, and returns what changed."""
    older, newer = revision_by_id(session, exposed_id), revision_by_id(session, revision_id)
    pins = pins_of(session, older.id, newer.id)
    changes = material_changes(compared(older, newer, [row.pin for row in pins]))
    return FoundChanges(exposed_id, revision_id, tuple(row.id for row in pins), changes)


def found_now(session: Session, instrument_id: int, *, again: bool = False) -> FoundChanges | None:
    """Compares the exposed revision with the last one; None if there is nothing to store.

    Comparing takes a second for a long law. A transaction that writes is given the result. With `again` the texts are
    compared whatever is stored: another client may have stored what did not change.
    """
    exposed = _exposed_of(session, instrument_id)
    last = last_revision(session, instrument_id)
    if exposed is None or last is None or last.id <= exposed:
        return None
    kept = _kept(session, exposed, last.id)
    if kept is not None and not again:
        return None
    found = found_changes(session, exposed, last.id)
    return None if kept is not None and _is_stored(session, kept, found) else found


def keep_changes(
    session: Session,
    actor: Actor,
    instrument_id: int,
    revision_id: int,
    now: datetime,
    found: FoundChanges | None = None,
) -> None:
    """Stores what changed between the exposed revision and a later one, unless it is stored already.

    `found` is used if it was made for these revisions and under the present pins.
    """
    exposed = _exposed_of(session, instrument_id)
    if exposed is None or revision_id <= exposed:
        return
    if found is not None and not _is_present(session, found, exposed, revision_id):
        found = None
    kept = _kept(session, exposed, revision_id)
    if kept is not None and (found is None or _is_stored(session, kept, found)):
        return
    found = found or found_changes(session, exposed, revision_id)
    rows = [stored_values(change) for change in found.changes.changes]
    digest = digest_of(rows)
    comparison = {
        "item": instrument_id,
        "old_revision_id": exposed,
        "new_revision_id": revision_id,
        "renumbered": found.changes.renumbered,
        "spelled": found.changes.spelled,
        "digest": digest,
    }
    changes = [{"item": instrument_id, "digest": digest, **row} for row in rows]
    denied = NotPermittedError(act="decide_comment", who_may=Role.REVIEWER.value)
    perform_one(
        session,
        COMPARED,
        actor,
        Item(instrument_id),
        now,
        {"comparison": [comparison], "changes": changes},
        errors={"not_your_role": denied},
    )
    session.expire_all()


def _exposed_of(session: Session, instrument_id: int) -> int | None:
    """Returns the id of the exposed revision; None before an opening, and behind the end."""
    instrument = session.get_one(Instrument, instrument_id)
    return None if instrument.status in FINISHED else instrument.exposed_revision_id


def _is_present(session: Session, found: FoundChanges, exposed: int, revision_id: int) -> bool:
    pins = tuple(row.id for row in pins_of(session, exposed, revision_id))
    return (found.exposed_id, found.revision_id, found.pins) == (exposed, revision_id, pins)


def _kept(session: Session, exposed: int, revision_id: int) -> int | None:
    """Returns the id of the present comparison, if this engine made it."""
    found = select(TextComparison.id).where(TextComparison.id == present_comparison(exposed, revision_id))
    return session.scalar(found.where(TextComparison.engine == ENGINE))


def _is_stored(session: Session, comparison_id: int, found: FoundChanges) -> bool:
    rows = [stored_values(change) for change in found.changes.changes]
    return stored_changes(session, comparison_id) == rows


def stored_changes(session: Session, comparison_id: int) -> list[dict[str, Any]]:
    """Returns the columns of the changes of a stored comparison, in its order."""
    kept = select(TextChange).where(TextChange.comparison_id == comparison_id).order_by(TextChange.id)
    return [{name: getattr(change, name) for name in STORED} for change in session.scalars(kept)]


def stored_values(change: MaterialChange) -> dict[str, Any]:
    """Returns the columns of a change as they are stored."""
    old, new = change.old or (None, None), change.new or (None, None)
    flags, kinds = sorted(flag.value for flag in change.flags), [kind.value for kind in change.kinds]
    values = (change.name, change.key, change.status.value, flags, kinds, *old, *new)
    return dict(zip(STORED, values, strict=True))


def digest_of(rows: Iterable[Mapping[str, Any]]) -> str:
    """Returns the digest of stored changes, in the order of the comparison."""
    values = [[row[name] for name in STORED] for row in rows]
    return sha256(canonical_json({"changes": values}).encode("utf-8", "surrogatepass")).hexdigest()
