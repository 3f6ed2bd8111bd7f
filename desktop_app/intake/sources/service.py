"""Intake sources of petitions and comments: administrators configure them, and the rounds (`rounds`) read them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path, PurePath
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Item
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import InvalidValueError, NotFoundError
from desktop_app.instruments.model import Instrument
from desktop_app.intake.formats.columns import (
    COMMENT_FIELDS,
    PETITION_FIELDS,
    REQUIRED_OF_COMMENTS,
    REQUIRED_OF_PETITIONS,
    match,
    missing,
)
from desktop_app.intake.imports.importing import ImportPlan, plan_table
from desktop_app.intake.sources.acts import SOURCE_ADDED, SOURCE_CHANGED
from desktop_app.intake.sources.model import IntakeSource, IntakeVisit, Matter, SourceKind
from desktop_app.intake.sources.overlap import overlapping, resolved
from desktop_app.office.templates import valid_line
from desktop_app.petitions.vocabulary import Channel, Kind
from desktop_app.staff.credentials import ServerAccount
from desktop_app.staff.roles import Actor
from desktop_app.staff.roster import administer

LONGEST_NAME: Final = 80
LONGEST_FOLDER: Final = 500
LONGEST_HOST: Final = 200
LONGEST_COLUMN: Final = 200
IMAP_TLS: Final = 993


@dataclass(frozen=True, slots=True)
class SourceSettings:
    """The configuration of a source.

    `mapping` maps field to column of its files, with an empty column for a field that they lack; without any
    entry, column names are matched.
    """

    name: str
    matter: Matter = Matter.PETITIONS
    way: SourceKind = SourceKind.FOLDER
    channel: Channel = Channel.PORTAL
    folder: str = ""
    host: str = ""
    port: int = IMAP_TLS
    username: str = ""
    mailbox: str = "INBOX"
    petition_kind: str = ""
    instrument_id: int | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    active: bool = True

    @property
    def account(self) -> ServerAccount:
        """The account of a mailbox."""
        return ServerAccount("imaps", self.host, self.port, self.username)


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source for display.

    `instrument` is the title of the draft, empty without one; `looked_at` is the time of the last visit, and
    `trouble` has the parameters of its `SourceAwayError`, if any; `waiting` are names of files that were
    still being written.
    """

    id: int
    version: int
    settings: SourceSettings
    instrument: str
    looked_at: datetime | None = None
    trouble: Mapping[str, Any] | None = None
    waiting: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """The location in one line."""
        config = self.settings
        return (
            config.folder
            if config.way is SourceKind.FOLDER
            else f"{config.username}@{config.host}:{config.port}/{config.mailbox}"
        )


class Sources:
    """Adds and changes sources."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, *, active_only: bool = False) -> tuple[SourceRow, ...]:
        """Returns all sources in order of creation."""
        with self._database.reading() as session:
            rows = _rows(session)
        return tuple(row for row in rows if row.settings.active or not active_only)

    @once
    def add(self, actor: Actor, settings: SourceSettings) -> SourceRow:
        """Adds a source. Raises `InvalidValueError`, `NotFoundError` for an unknown draft."""
        places = self._places(settings)
        with self._database.writing() as session:
            new, now = _columns(session, None, settings, places), self._database.now(session)
            return _one(session, administer(session, SOURCE_ADDED, actor, new, now, denied="change_sources"))

    @once
    def change(self, actor: Actor, source_id: int, version: int, settings: SourceSettings) -> SourceRow:
        """Changes a source. Raises the errors of `add`, and `ConflictError` where it was changed meanwhile."""
        places = self._places(settings)
        with self._database.writing() as session:
            row = session.get(IntakeSource, source_id)
            if row is None:
                raise NotFoundError(item="intake_source", key=source_id)
            new, now = _columns(session, row, settings, places), self._database.now(session)
            if row.version != version or any(getattr(row, name) != value for name, value in new.items()):
                item = Item(source_id, version, given=new)
                administer(session, SOURCE_CHANGED, actor, item, now, denied="change_sources")
            return _one(session, source_id)

    def _places(self, settings: SourceSettings) -> dict[str, PurePath]:
        """Resolves the folders of all sources before the transaction starts, since network shares may be slow."""
        if settings.way is not SourceKind.FOLDER or not settings.folder.strip():
            return {}
        with self._database.reading() as session:
            others = session.scalars(select(IntakeSource.folder).where(IntakeSource.folder != "")).all()
        return resolved({settings.folder.strip(), *others})


def fields_of(matter: Matter) -> tuple[str, ...]:
    """The fields of files with this type of records."""
    return PETITION_FIELDS if matter is Matter.PETITIONS else COMMENT_FIELDS


def required_of(settings: SourceSettings) -> tuple[str, ...]:
    """The fields that files of a source must have, given its defaults."""
    if settings.matter is Matter.PETITIONS:
        return tuple(name for name in REQUIRED_OF_PETITIONS if name != "kind" or not settings.petition_kind)
    return REQUIRED_OF_COMMENTS + (() if settings.instrument_id else ("instrument",))


def mapping_for(settings: SourceSettings, columns: Sequence[str]) -> dict[str, str]:
    """Returns the saved mapping where it fits the columns, otherwise a mapping by column names."""
    saved = fitting(settings, columns)
    return saved if saved else match(columns, fields_of(settings.matter))


def fitting(settings: SourceSettings, columns: Sequence[str]) -> dict[str, str]:
    """Returns the saved mapping for existing columns; empty where a required field would lack its column."""
    there = set(columns)
    found = {name: column for name, column in settings.mapping.items() if column in there}
    return found if found and not missing(found, required_of(settings)) else {}


def sample(path: Path, settings: SourceSettings) -> ImportPlan:
    """Opens a file as the source would, for a preview. Raises `BadFileError`."""
    plan = plan_table(path, fields_of(settings.matter), required_of(settings))
    return replace(plan, mapping=mapping_for(settings, plan.columns))


def saved_mappings(
    sources: Iterable[SourceRow], matter: Matter, columns: Sequence[str]
) -> tuple[tuple[str, dict[str, str]], ...]:
    """Returns the saved mappings that fit these columns, with the names of their sources."""
    found = (
        (source.settings.name, fitting(source.settings, columns))
        for source in sources
        if source.settings.matter is matter
    )
    return tuple((name, mapping) for name, mapping in found if mapping)


def _columns(
    session: Session, row: IntakeSource | None, settings: SourceSettings, places: Mapping[str, PurePath]
) -> dict[str, Any]:
    """Returns the columns of a source, `row` or a new one. Raises `InvalidValueError`, `NotFoundError`."""
    if settings.instrument_id is not None and session.get(Instrument, settings.instrument_id) is None:
        raise NotFoundError(item="instrument", key=settings.instrument_id)
    petitions = settings.matter is Matter.PETITIONS
    name = valid_line(settings.name, "source_name", LONGEST_NAME)
    place = _place_columns(settings)
    if settings.way is SourceKind.MAILBOX and petitions and not settings.petition_kind:
        # A mail does not contain the kind of a petition.
        raise InvalidValueError(field="kind", reason="empty", value="")
    new = {
        "name": name,
        "active": settings.active,
        "matter": settings.matter.value,
        "way": settings.way.value,
        "channel": Channel(settings.channel).value,
        **place,
        "petition_kind": Kind(settings.petition_kind).value if petitions and settings.petition_kind else "",
        "instrument_id": None if petitions else settings.instrument_id,
        "mapping": _mapping(settings),
    }
    _must_be_alone(session, row, new, places)
    return new


def _place_columns(settings: SourceSettings) -> dict[str, Any]:
    """Returns the columns of a folder or a mailbox; those of the other are empty."""
    none: dict[str, Any] = {"folder": "", "host": "", "port": 0, "username": "", "mailbox": ""}
    if settings.way is SourceKind.FOLDER:
        return none | {"folder": valid_line(settings.folder, "folder", LONGEST_FOLDER, spaces=True)}
    named = {
        "host": valid_line(settings.host, "mail_host", LONGEST_HOST),
        "username": valid_line(settings.username, "mail_user", LONGEST_HOST),
        "mailbox": valid_line(settings.mailbox, "mailbox", LONGEST_HOST),
    }
    if not 1 <= settings.port <= 65_535:
        raise InvalidValueError(field="mail_port", reason="out_of_range", value="")
    return none | named | {"port": settings.port}


def _must_be_alone(
    session: Session, row: IntakeSource | None, new: Mapping[str, Any], places: Mapping[str, PurePath]
) -> None:
    """Refuses the name, the mailbox, or a folder within the folder, of another source."""
    for other in session.scalars(select(IntakeSource)):
        if row is not None and other.id == row.id:
            continue
        if other.name == new["name"]:
            raise InvalidValueError(field="source_name", reason="source_taken", value=other.name)
        same_mailbox = all(getattr(other, name) == new[name] for name in ("host", "username", "mailbox"))
        if not new["folder"] and same_mailbox:
            raise InvalidValueError(field="mail_host", reason="source_taken", value=other.name)
        # Check only a changed folder, so that a source with an old overlap can still be deactivated.
        changed = row is None or new["folder"] != row.folder
        if changed and new["folder"] and other.folder and overlapping(new["folder"], other.folder, places):
            raise InvalidValueError(field="folder", reason="folders_overlap", value=other.name)


def _mapping(settings: SourceSettings) -> dict[str, str]:
    known = fields_of(settings.matter)
    for name, column in settings.mapping.items():
        if name not in known:
            raise InvalidValueError(field="source_mapping", reason="no_such_column_field", value=name)
        if len(column) > LONGEST_COLUMN:
            raise InvalidValueError(field="source_mapping", reason="too_long", value="")
    return {name: settings.mapping[name] for name in known if name in settings.mapping}


def settings_of_row(row: IntakeSource) -> SourceSettings:
    """Returns the configuration of a stored source."""
    return SourceSettings(
        name=row.name,
        matter=Matter(row.matter),
        way=SourceKind(row.way),
        channel=Channel(row.channel),
        folder=row.folder,
        host=row.host,
        port=row.port or IMAP_TLS,
        username=row.username,
        mailbox=row.mailbox or "INBOX",
        petition_kind=row.petition_kind,
        instrument_id=row.instrument_id,
        mapping=dict(row.mapping),
        active=row.active,
    )


def _rows(session: Session) -> tuple[SourceRow, ...]:
    titles = {row.id: row.title for row in session.execute(select(Instrument.id, Instrument.title))}
    visits = {visit.source_id: visit for visit in session.scalars(select(IntakeVisit))}
    return tuple(
        _row(row, titles.get(row.instrument_id or 0, ""), visits.get(row.id))
        for row in session.scalars(select(IntakeSource).order_by(IntakeSource.id))
    )


def _row(row: IntakeSource, instrument: str, visit: IntakeVisit | None) -> SourceRow:
    settings = settings_of_row(row)
    if visit is None:
        return SourceRow(row.id, row.version, settings, instrument)
    return SourceRow(
        row.id, row.version, settings, instrument, visit.at, visit.trouble or None, tuple(visit.waiting)
    )


def _one(session: Session, source_id: int) -> SourceRow:
    return next(row for row in _rows(session) if row.id == source_id)
