"""Rows of the audit log, with the codes of the items that the events belong to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from desktop_app.database.audit import EventRecord
from desktop_app.instruments.campaigns.model import CampaignRecord
from desktop_app.instruments.model import Instrument, PublicComment, Thread
from desktop_app.petitions.model import Petition
from desktop_app.staff.model import Person, Unit


@dataclass(frozen=True, slots=True)
class TrailRow:
    """An event with the code of its item. `at` is timezone-aware, in UTC."""

    id: int
    at: datetime
    actor_name: str
    item_type: str
    item_id: int
    item_code: str
    sequence: int
    action: str
    before: dict[str, Any]
    after: dict[str, Any]
    text: str
    hash: str


def read_events(
    session: Session, conditions: list[ColumnElement[bool]], *, count: int, skip: int = 0
) -> tuple[TrailRow, ...]:
    """Returns the events `[skip, skip + count)` that match the conditions, newest first."""
    # Apply OFFSET to the keys only (at most a thousand), and load the full rows afterwards.
    ids = (
        select(EventRecord.id)
        .where(*conditions)
        .order_by(EventRecord.at.desc(), EventRecord.id.desc())
        .offset(skip)
        .limit(count)
    )
    records = session.scalars(
        select(EventRecord)
        .where(EventRecord.id.in_(ids))
        .order_by(EventRecord.at.desc(), EventRecord.id.desc())
    ).all()
    codes = _codes(session, records)
    return tuple(
        TrailRow(
            r.id, r.at, r.actor_name, r.item_type, r.item_id, codes.get((r.item_type, r.item_id), ""),
            r.sequence, r.action, r.before, r.after, r.text, r.hash,
        )
        for r in records
    )  # fmt: skip


def _codes(session: Session, records: Any) -> dict[tuple[str, int], str]:
    """Maps (item type, item id) of these events to the code that users see."""
    wanted: dict[str, set[int]] = {}
    for record in records:
        wanted.setdefault(record.item_type, set()).add(record.item_id)
    statements = {
        "petition": select(Petition.id, Petition.tracking_code),
        "instrument": select(Instrument.id, Instrument.code),
        "comment": select(PublicComment.id, Instrument.code).join(
            Instrument, Instrument.id == PublicComment.instrument_id
        ),
        "campaign": select(CampaignRecord.id, Instrument.code).join(
            Instrument, Instrument.id == CampaignRecord.instrument_id
        ),
        "thread": select(Thread.id, Instrument.code).join(Instrument, Instrument.id == Thread.instrument_id),
        "person": select(Person.id, Person.username),
        "unit": select(Unit.id, Unit.name),
    }
    found: dict[tuple[str, int], str] = {}
    for item_type, statement in statements.items():
        numbers = wanted.get(item_type)
        if numbers:
            key = statement.selected_columns[0]
            for number, code in session.execute(statement.where(key.in_(sorted(numbers)))):
                found[item_type, number] = code
    return found
