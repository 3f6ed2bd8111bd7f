"""Performing an act on one draft, with its refusals as errors."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Act, Item
from desktop_app.database.engine import Database
from desktop_app.errors import AppError, ConflictError, NotFoundError, RuleError
from desktop_app.instruments.consultation.gate import gate_of
from desktop_app.instruments.consultation.legal_day import lawful_day
from desktop_app.instruments.model import Instrument
from desktop_app.staff.acting import perform_one
from desktop_app.staff.roles import Actor


def do_step(
    session: Session,
    database: Database,
    actor: Actor,
    act: Act,
    instrument_id: int,
    *,
    version: int | None = None,
    text: str = "",
    given: Mapping[str, Any] | None = None,
    remarks: Mapping[str, Any] | None = None,
    refusals: Mapping[str, AppError] | None = None,
) -> Instrument:
    """Performs an act on a draft, and returns it as the act left it.

    `refusals` are errors by the rule that refused the act. Otherwise raises `NotFoundError`, `ConflictError` for an
    outdated `version`, or `RuleError` with the rule and how much is missing.
    """
    item = Item(instrument_id, version, text, given or {}, remarks or {})
    perform_draft(session, database, actor, act, item, refusals)
    return session.get_one(Instrument, instrument_id)


def perform_draft(
    session: Session,
    database: Database,
    actor: Actor,
    act: Act,
    item: Item,
    refusals: Mapping[str, AppError] | None = None,
) -> int:
    """Does the same as `do_step` for a draft that the act may create; returns the version, or the id of a new one."""
    now, usual = database.now(session), partial(_error_of, session, database, item.id)
    done = perform_one(session, act, actor, item, now, errors=refusals or {}, otherwise=usual)
    # The act wrote rows that the session may hold.
    session.expire_all()
    return done


def _error_of(session: Session, database: Database, instrument_id: int, rule: str) -> AppError:
    if rule == "not_there":
        return NotFoundError(item="instrument", key=instrument_id)
    if rule == "conflict":
        return ConflictError(item="instrument", key=instrument_id)
    session.expire_all()
    instrument = session.get_one(Instrument, instrument_id)
    points = gate_of(session, instrument, lawful_day(database, session)).points
    return RuleError(rule=rule, count=next((one.missing for one in points if one.rule == rule), 0))
