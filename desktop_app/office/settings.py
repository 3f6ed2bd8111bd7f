"""Settings of the office: letterhead, weekend, closed days, answer deadlines."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import asdict, fields, replace
from datetime import date
from typing import Any, Final

from sqlalchemy import Text, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from desktop_app.database.acts.engine_functions import engine_function
from desktop_app.database.acts.model import Act, Item
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.documents.pictures import foreign_picture, plain_picture
from desktop_app.errors import AppError, BadFileError, ConflictError, InvalidValueError
from desktop_app.office.acts import (
    DEADLINES_CHANGED,
    IDENTITY_RULES_CHANGED,
    LOGO_CHANGED,
    OFFICE,
    SETTINGS_CHANGED,
)
from desktop_app.office.letter_choices import LONGEST_INVOCATION, valid_line, valid_purposes
from desktop_app.office.model import CalendarYear, ClosedDay, OfficeRow
from desktop_app.office.numbering import valid_pattern
from desktop_app.office.office_settings import (
    IDENTITY_FIELDS,
    MOST_ATTACHMENT_MB,
    PAGE_WIDTH_MM,
    RANGES,
    AnswerDeadline,
    IdentityRule,
    OfficeSettings,
)
from desktop_app.office.workdays import CALENDAR_YEARS, WorkCalendar, official_holidays
from desktop_app.staff.roles import Actor
from desktop_app.staff.roster import administer

__all__ = ["MOST_ATTACHMENT_MB", "AnswerDeadline", "IdentityRule", "Office", "OfficeSettings", "settings_of"]
#: All closed days as one JSON object: day → name.
_closed_days: Final = engine_function(
    Text(),
    postgresql="(SELECT coalesce(json_object_agg(day, name)::text, '{{}}') FROM closed_day)",
    sqlite="(SELECT json_group_object(day, name) FROM closed_day)",
)
_COLUMNS: Final = tuple(getattr(OfficeRow, field.name) for field in fields(OfficeSettings))


class Office:
    """Reads and changes the settings of the office; only administrators change them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def settings(self) -> OfficeSettings:
        """Returns the current settings."""
        with self._database.reading() as session:
            return settings_of(session)

    @once
    def change(
        self,
        actor: Actor,
        settings: OfficeSettings,
        *,
        seen: OfficeSettings | None = None,
        also: Callable[[Session, OfficeSettings], None] | None = None,
    ) -> OfficeSettings:
        """Replaces the settings.

        `also` runs in the same transaction and gets the previous settings. Changing a number format during
        the year changes no number: the counter of the year continues, and the register shows all numbers in
        the new format; letters keep the number as sent. Raises `InvalidValueError`, `NotPermittedError`;
        `ConflictError` where the settings differ from `seen`.
        """
        settings = _valid(settings)
        with self._database.writing() as session:
            stored = settings_of(session)
            if seen is not None and seen != stored:
                raise ConflictError(item="office")
            change_office(session, self._database, SETTINGS_CHANGED, actor, _plain(asdict(settings)))
            if also is not None:
                also(session, stored)
        return settings

    def logo(self) -> bytes | None:
        """Returns the logo of the letterhead, a small PNG; None where none is set."""
        with self._database.reading() as session:
            return logo_of(session)

    def logo_is_broken(self) -> bool:
        """Whether the logo cannot be drawn: pages are made without it, and the user is informed."""
        logo = self.logo()
        if logo is None:
            return False
        try:
            plain_picture(logo, "logo")
        except BadFileError:
            return True
        return False

    @once
    def change_logo(self, actor: Actor, picture: bytes | None, *, name: str = "") -> None:
        """Sets or removes the logo of the letterhead (PNG or JPEG). The audit log has its digest.

        Raises `NotPermittedError`; `BadFileError` with `name` where it is no picture, without any change.
        """
        logo = None if picture is None else foreign_picture(picture, name)
        with self._database.writing() as session:
            if logo == logo_of(session):
                return
            kept = b64encode(logo or b"").decode("ascii")
            change_office(session, self._database, LOGO_CHANGED, actor, {"logo": kept})

    def calendar(self) -> WorkCalendar:
        """Returns weekend and closed days."""
        with self._database.reading() as session:
            return calendar_of(session)

    @once
    def seed_closed_days(self) -> int:
        """Adds the official holidays of all years for days without an entry, and returns their number."""
        found = official_holidays(CALENDAR_YEARS)
        with self._database.writing() as session:
            known = set(session.scalars(select(ClosedDay.day)))
            rows = [
                {"day": day, "name": one.name[:120], "source": "seed", "estimated": one.estimated}
                for day, one in found.items()
                if day not in known
            ]
            if rows:
                # Two computers may do this at the same time: keep existing rows.
                dialect = sqlite if self._database.is_sqlite else postgresql
                session.execute(dialect.insert(ClosedDay).on_conflict_do_nothing(), rows)
            return len(rows)

    def deadlines(self) -> tuple[AnswerDeadline, ...]:
        """Returns the answer deadlines; initially none."""
        with self._database.reading() as session:
            return deadlines_of(session)

    @once
    def set_deadlines(
        self,
        actor: Actor,
        deadlines: tuple[AnswerDeadline, ...],
        *,
        seen: tuple[AnswerDeadline, ...] | None = None,
    ) -> None:
        """Replaces the answer deadlines; they apply to petitions registered from now on.

        Raises `InvalidValueError`, `NotPermittedError`; `ConflictError` where the deadlines differ from `seen`.
        """
        if any(not 1 <= rule.days <= 366 for rule in deadlines):
            raise InvalidValueError(field="days", reason="out_of_range", value="")
        with self._database.writing() as session:
            if seen is not None and deadlines_of(session) != seen:
                raise ConflictError(item="office")
            new = {"deadlines": [asdict(rule) for rule in deadlines]}
            change_office(session, self._database, DEADLINES_CHANGED, actor, new)

    def identity_rules(self) -> tuple[IdentityRule, ...]:
        """Returns which fields of the identity are required; initially none."""
        with self._database.reading() as session:
            return identity_rules_of(session)

    @once
    def set_identity_rules(
        self, actor: Actor, rules: tuple[IdentityRule, ...], *, seen: tuple[IdentityRule, ...] | None = None
    ) -> tuple[IdentityRule, ...]:
        """Replaces the identity rules; they apply to petitions registered from now on.

        Raises `InvalidValueError`, `NotPermittedError`; `ConflictError` where the rules differ from `seen`.
        """
        if any(field not in IDENTITY_FIELDS for rule in rules for field in rule.fields):
            raise InvalidValueError(field="identity_rules", reason="out_of_range", value="")
        if len({(rule.kind, rule.channel) for rule in rules}) < len(rules):
            raise InvalidValueError(field="identity_rules", reason="twice", value="")
        with self._database.writing() as session:
            if seen is not None and identity_rules_of(session) != seen:
                raise ConflictError(item="office")
            new = {"identity_rules": [_plain(asdict(rule)) for rule in rules]}
            change_office(session, self._database, IDENTITY_RULES_CHANGED, actor, new)
        return rules


def change_office(
    session: Session,
    database: Database,
    act: Act,
    actor: Actor,
    new: dict[str, Any],
    *,
    denied: str = "change_settings",
    errors: dict[str, AppError] | None = None,
) -> None:
    """Performs an act on the office. Raises as `administer`."""
    now = database.now(session)
    administer(session, act, actor, Item(OFFICE, given=new), now, denied=denied, errors=errors)


def _valid(settings: OfficeSettings) -> OfficeSettings:
    """Validates and strips settings. Raises `InvalidValueError`, which names the field."""
    if not settings.office_name.strip():
        raise InvalidValueError(field="office_name", reason="empty", value="")
    for name, (least, most) in RANGES.items():
        if not least <= getattr(settings, name) <= most:
            raise InvalidValueError(field=name, reason="out_of_range", value="")
    if settings.window_right + settings.window_width > PAGE_WIDTH_MM:
        raise InvalidValueError(field="window_width", reason="out_of_range", value="")
    if settings.retention_years and not settings.retention_basis.strip():
        raise InvalidValueError(field="retention_basis", reason="empty", value="")
    return replace(
        settings,
        registry_pattern=valid_pattern(settings.registry_pattern),
        letter_pattern=valid_pattern(settings.letter_pattern, "letter_pattern"),
        office_address=valid_line(settings.office_address, "office_address"),
        invocation=valid_line(settings.invocation, "invocation", LONGEST_INVOCATION),
        copy_purposes=valid_purposes(settings.copy_purposes),
    )


def settings_of(session: Session) -> OfficeSettings:
    """Returns the settings within an existing transaction."""
    row = session.execute(select(*_COLUMNS)).one_or_none()
    if row is None:
        return OfficeSettings()
    return replace(OfficeSettings(*row), weekend=tuple(row.weekend))


def logo_of(session: Session) -> bytes | None:
    """Returns the logo of the letterhead within an existing transaction."""
    value = session.scalar(select(OfficeRow.logo))
    try:
        return b64decode(value, validate=True) if value else None
    except ValueError:
        # Manually edited and invalid: the page is made without it, with an error message.
        return b""


def calendar_of(session: Session) -> WorkCalendar:
    """Returns the calendar within an existing transaction."""
    # One value instead of 1,700 rows, which would take three times as long; this runs with every petition.
    found = json.loads(session.scalars(select(_closed_days())).one())
    closed = {date.fromisoformat(day): name for day, name in found.items()}
    return WorkCalendar(frozenset(settings_of(session).weekend), closed, confirmed_years(session))


def confirmed_years(session: Session) -> frozenset[int]:
    """Returns the Jalali years whose closed days an administrator has confirmed."""
    return frozenset(session.scalars(select(CalendarYear.year)))


def deadlines_of(session: Session) -> tuple[AnswerDeadline, ...]:
    """Returns the answer deadlines within an existing transaction."""
    return registration_rules(session)[0]


def identity_rules_of(session: Session) -> tuple[IdentityRule, ...]:
    """Returns the identity rules within an existing transaction."""
    return registration_rules(session)[1]


def registration_rules(session: Session) -> tuple[tuple[AnswerDeadline, ...], tuple[IdentityRule, ...]]:
    """Returns the rules of deadlines and of the identity, which a registration needs."""
    row = session.execute(select(OfficeRow.deadlines, OfficeRow.identity_rules)).one_or_none()
    return (
        tuple(AnswerDeadline(**rule) for rule in (row.deadlines if row is not None else None) or ()),
        tuple(
            IdentityRule(rule["kind"], rule["channel"], tuple(rule["fields"]))
            for rule in (row.identity_rules if row is not None else None) or ()
        ),
    )


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}
