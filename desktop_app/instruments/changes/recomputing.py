"""Compares the texts of stored comparisons again, for `audit verify`."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.comparison.pins import Pin
from desktop_app.comparison.result import ENGINE
from desktop_app.database.engine import Database
from desktop_app.instruments.changes.material import material_changes
from desktop_app.instruments.changes.model import TextComparison
from desktop_app.instruments.changes.storing import digest_of, stored_changes, stored_values
from desktop_app.instruments.drafting.comparing import compared
from desktop_app.instruments.drafting.revisions import RevisionText, revision_by_id


def unlike_recomputed(database: Database) -> Iterator[tuple[int, str]]:
    """Yields the drafts whose stored changes are not what the comparison finds, and the name of the stored row.

    A comparison of another version of the engine is compared with its digest alone.
    """
    with database.reading() as session:
        numbers = list(session.scalars(select(TextComparison.id).order_by(TextComparison.id)))
    for number in numbers:
        with database.reading() as session:
            row = session.get_one(TextComparison, number)
            if not _is_sound(session, row):
                yield row.instrument_id, f"text_comparison:{number}"


def _is_sound(session: Session, row: TextComparison) -> bool:
    older, newer = (revision_by_id(session, number) for number in (row.old_revision_id, row.new_revision_id))
    if (_hash(older), _hash(newer)) != (row.old_sha256, row.new_sha256):
        return False
    changes = stored_changes(session, row.id)
    if digest_of(changes) != row.digest:
        return False
    if row.engine != ENGINE:
        return True
    found = material_changes(compared(older, newer, _pins(row.pins)))
    return changes == [stored_values(change) for change in found.changes] and (
        found.renumbered,
        found.spelled,
    ) == (row.renumbered, row.spelled)


def _hash(revision: RevisionText) -> str:
    return sha256(revision.text.encode("utf-8", "surrogatepass")).hexdigest()


def _pins(written: str) -> Iterator[Pin]:
    for line in written.splitlines():
        old, new, same = line.split()
        yield Pin(int(old), int(new), same == "=")
