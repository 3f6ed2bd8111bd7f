"""Merging two labels, with an event that lists the moved petitions so that the merge can be undone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from desktop_app.database.audit import EventRecord
from desktop_app.errors import RuleError
from desktop_app.petitions.model import Label, PetitionLabel

MERGED: Final = "label_merged"
UNMERGED: Final = "label_unmerged"
#: How many petitions one statement covers.
_CHUNK: Final = 5000


def move_members(session: Session, label_id: int, into_id: int) -> dict[str, list[int]]:
    """Moves the petitions of a label, and of those merged into it before, to another label.

    Returns what `move_back` needs: the petitions that had only this label, those that had both, the labels merged
    into it.
    """
    target_ids = set(_petitions(session, into_id))
    source_ids = _petitions(session, label_id)
    both = [number for number in source_ids if number in target_ids]
    for some in _chunks(both):
        session.execute(
            delete(PetitionLabel).where(
                PetitionLabel.label_id == label_id, PetitionLabel.petition_id.in_(some)
            )
        )
    session.execute(update(PetitionLabel).where(PetitionLabel.label_id == label_id).values(label_id=into_id))
    led = session.scalars(select(Label.id).where(Label.merged_into_id == label_id)).all()
    session.execute(update(Label).where(Label.merged_into_id == label_id).values(merged_into_id=into_id))
    moved = [number for number in source_ids if number not in target_ids]
    return {"moved": moved, "both": both, "led": sorted(led)}


def move_back(session: Session, label: Label, into_id: int) -> bool:
    """Gives a merged label its petitions again, except those from which the other was removed meanwhile.

    Returns whether it was active before. Raises `RuleError` if it was merged on meanwhile.
    """
    event = session.scalar(
        select(EventRecord)
        .where(EventRecord.item_type == "label", EventRecord.item_id == label.id)
        .order_by(EventRecord.sequence.desc())
        .limit(1)
    )
    kept = event.after.get("members") if event is not None and event.action == MERGED else None
    if event is None or not kept or label.merged_into_id != into_id:
        raise RuleError(rule="merge_not_taken_back")
    for some in _chunks(kept["moved"]):
        session.execute(
            update(PetitionLabel)
            .where(PetitionLabel.label_id == into_id, PetitionLabel.petition_id.in_(some))
            .values(label_id=label.id)
        )
    for some in _chunks(kept["both"]):
        session.execute(
            insert(PetitionLabel), [{"petition_id": number, "label_id": label.id} for number in some]
        )
    if kept["led"]:
        session.execute(update(Label).where(Label.id.in_(kept["led"])).values(merged_into_id=label.id))
    return bool(event.before.get("active", True))


def _petitions(session: Session, label_id: int) -> Sequence[int]:
    statement = select(PetitionLabel.petition_id).where(PetitionLabel.label_id == label_id)
    return session.scalars(statement.order_by(PetitionLabel.petition_id)).all()


def _chunks(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (ids[at : at + _CHUNK] for at in range(0, len(ids), _CHUNK))
