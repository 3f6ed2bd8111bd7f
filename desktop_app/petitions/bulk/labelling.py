"""Adds a label to many petitions, or removes it, with an undoable event for each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from desktop_app.errors import AppError
from desktop_app.petitions.bulk.acts import Known, PutLabel
from desktop_app.petitions.labels.service import put_on_many, take_off_many
from desktop_app.staff.roles import Actor


def write_label(
    session: Session, actor: Actor, act: PutLabel, known: Known, ids: Sequence[int], now: datetime, key: str
) -> dict[int, AppError]:
    """Performs the act on petitions that allow it; returns the errors of the others."""
    assert known.label is not None
    write = put_on_many if act.on else take_off_many
    return write(session, actor, known.label, ids, now, key)
