"""Settings of the office: letterhead, weekend, closed days, answer deadlines."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields, replace
from hashlib import sha256
from typing import Any, Final

from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from desktop_app.database.audit import record_event
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.documents.pictures import plain_picture
from desktop_app.errors import BadFileError, ConflictError, InvalidValueError
from desktop_app.office.model import ClosedDay, DeadlineRule, Setting
from desktop_app.office.numbering import DEFAULT_PATTERN, valid_pattern
from desktop_app.office.workdays import DEFAULT_WEEKEND, WorkCalendar, official_holidays
from desktop_app.persian.dates import JalaliDay
from desktop_app.staff.roles import Actor, Role

#: Larger files cannot be transferred within the statement timeout.
MOST_ATTACHMENT_MB: Final = 100
MOST_RETENTION_YEARS: Final = 100
MOST_TEXTS_AN_HOUR: Final = 1000
#: The name of the setting with the logo; it is not part of `OfficeSettings`, which is read very often.
LOGO: Final = "logo"
PAGE_WIDTH_MM: Final = 210
#: The allowed position and size of the envelope window in millimetres: below the letterhead, on the upper
#: half.
WINDOW: Final = {
    "window_right": (5, 150),
    "window_top": (45, 90),
    "window_width": (50, 120),
    "window_height": (25, 60),
}


@dataclass(frozen=True, slots=True)
class OfficeSettings:
    """Settings of the office.

    The decree and the SMS number are empty, and never printed, until an administrator enters them.
    """

    ministry: str = "وزارت فرهنگ و ارشاد اسلامی"
    office_name: str = "اداره کل فرهنگ و ارشاد اسلامی استان تهران"
    office_short: str = "اداره کل استان تهران"
    phone: str = "42991"
    decree_number: str = ""
    sms_number: str = ""
    help_line: str = ""
    weekend: tuple[int, ...] = tuple(sorted(DEFAULT_WEEKEND))
    #: Age in days after which the last successful backup is overdue.
    backup_days: int = 7
    #: Maximum size of an attachment in megabytes.
    attachment_mb: int = 20
    #: Maximum number of text messages per hour from one number that become separate petitions; further ones
    #: are joined.
    texts_an_hour: int = 10
    #: Format of registry numbers: see `office.numbering`.
    registry_pattern: str = DEFAULT_PATTERN
    #: Format of letter numbers, where the program assigns them.
    letter_pattern: str = DEFAULT_PATTERN
    #: Name and title of the signer, for letters with a template that names nobody else.
    signer: str = ""
    signer_title: str = ""
    #: The envelope window on the folded sheet in millimetres: distance from the right and upper edges of the
    #: page, and its size.
    window_right: int = 20
    window_top: int = 50
    window_width: int = 90
    window_height: int = 42
    #: Years after which personal data of a closed petition is masked; 0 for never.
    retention_years: int = 0
    #: The legal basis of that, recorded in every masking event.
    retention_basis: str = ""
    #: Id of the label that exempts petitions from masking; 0 for none.
    retention_hold: int = 0


@dataclass(frozen=True, slots=True)
class AnswerDeadline:
    """A deadline of `days` working or calendar days; None matches any kind or channel."""

    kind: str | None
    channel: str | None
    days: int
    working: bool


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
        actor.must_be(Role.ADMINISTRATOR, act="change_settings")
        if not settings.office_name.strip():
            raise InvalidValueError(field="office_name", reason="empty", value="")
        if not 1 <= settings.backup_days <= 366:
            raise InvalidValueError(field="backup_days", reason="out_of_range", value="")
        if not 1 <= settings.attachment_mb <= MOST_ATTACHMENT_MB:
            raise InvalidValueError(field="attachment_mb", reason="out_of_range", value="")
        if not 1 <= settings.texts_an_hour <= MOST_TEXTS_AN_HOUR:
            raise InvalidValueError(field="texts_an_hour", reason="out_of_range", value="")
        if not 0 <= settings.retention_years <= MOST_RETENTION_YEARS:
            raise InvalidValueError(field="retention_years", reason="out_of_range", value="")
        _must_fit(settings)
        if settings.retention_years and not settings.retention_basis.strip():
            raise InvalidValueError(field="retention_basis", reason="empty", value="")
        settings = replace(
            settings,
            registry_pattern=valid_pattern(settings.registry_pattern),
            letter_pattern=valid_pattern(settings.letter_pattern, "letter_pattern"),
        )
        with self._database.writing() as session:
            stored = settings_of(session)
            if seen is not None and seen != stored:
                raise ConflictError(item="office")
            before = asdict(stored)
            for name, value in asdict(settings).items():
                session.merge(Setting(name=name, value=list(value) if isinstance(value, tuple) else value))
            record_event(
                session,
                item_type="office",
                item_id=1,
                at=self._database.now(session),
                actor_id=actor.person_id,
                actor_name=actor.name,
                action="settings_changed",
                before=_plain(before),
                after=_plain(asdict(settings)),
            )
            if also is not None:
                session.flush()
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
            plain_picture(logo, LOGO)
        except BadFileError:
            return True
        return False

    @once
    def change_logo(self, actor: Actor, picture: bytes | None, *, name: str = "") -> None:
        """Sets or removes the logo of the letterhead (PNG or JPEG). The audit log has its digest.

        Raises `NotPermittedError`; `BadFileError` with `name` where it is no picture, without any change.
        """
        actor.must_be(Role.ADMINISTRATOR, act="change_settings")
        logo = None if picture is None else plain_picture(picture, name)
        with self._database.writing() as session:
            before = logo_of(session)
            if logo == before:
                return
            # Settings are never deleted: an empty value means no logo.
            session.merge(Setting(name=LOGO, value=b64encode(logo or b"").decode("ascii")))
            record_event(
                session,
                item_type="office",
                item_id=1,
                at=self._database.now(session),
                actor_id=actor.person_id,
                actor_name=actor.name,
                action="settings_changed",
                before={LOGO: _digest(before)},
                after={LOGO: _digest(logo)},
            )

    def calendar(self) -> WorkCalendar:
        """Returns weekend and closed days."""
        with self._database.reading() as session:
            return calendar_of(session)

    @once
    def seed_closed_days(self, first_year: int, last_year: int) -> int:
        """Adds the official holidays of Jalali years for days without an entry, and returns their number."""
        first, last = JalaliDay(first_year, 1, 1).to_date(), JalaliDay(last_year + 1, 1, 1).to_date()
        found = official_holidays(range(first.year, last.year + 1))
        with self._database.writing() as session:
            known = set(session.scalars(select(ClosedDay.day)))
            new = [day for day in found if first <= day < last and day not in known]
            rows = [{"day": day, "name": found[day][:120], "source": "seed"} for day in new]
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
    def set_deadlines(self, actor: Actor, deadlines: tuple[AnswerDeadline, ...]) -> None:
        """Replaces the answer deadlines; they apply to petitions registered from now on."""
        actor.must_be(Role.ADMINISTRATOR, act="change_settings")
        if any(not 1 <= rule.days <= 366 for rule in deadlines):
            raise InvalidValueError(field="days", reason="out_of_range", value="")
        with self._database.writing() as session:
            before = [asdict(rule) for rule in deadlines_of(session)]
            session.execute(delete(DeadlineRule))
            session.add_all(DeadlineRule(**asdict(rule)) for rule in deadlines)
            record_event(
                session,
                item_type="office",
                item_id=1,
                at=self._database.now(session),
                actor_id=actor.person_id,
                actor_name=actor.name,
                action="deadlines_changed",
                before={"deadlines": before},
                after={"deadlines": [asdict(rule) for rule in deadlines]},
            )


def _must_fit(settings: OfficeSettings) -> None:
    """Raises `InvalidValueError` for an envelope window outside the page or over the letterhead."""
    for name, (least, most) in WINDOW.items():
        if not least <= getattr(settings, name) <= most:
            raise InvalidValueError(field=name, reason="out_of_range", value="")
    if settings.window_right + settings.window_width > PAGE_WIDTH_MM:
        raise InvalidValueError(field="window_width", reason="out_of_range", value="")


def settings_of(session: Session) -> OfficeSettings:
    """Returns the settings within an existing transaction."""
    # Skip the logo, which is larger than all other settings and is not needed here.
    rows = session.scalars(select(Setting).where(Setting.name != LOGO))
    stored = {setting.name: setting.value for setting in rows}
    known = {field.name for field in fields(OfficeSettings)}
    values: dict[str, Any] = {name: value for name, value in stored.items() if name in known}
    if "weekend" in values:
        values["weekend"] = tuple(values["weekend"])
    return OfficeSettings(**values)


def logo_of(session: Session) -> bytes | None:
    """Returns the logo of the letterhead within an existing transaction."""
    value = session.scalar(select(Setting.value).where(Setting.name == LOGO))
    try:
        return b64decode(value, validate=True) if value and isinstance(value, str) else None
    except ValueError:
        # Manually edited and invalid: the page is made without it, with an error message.
        return b""


def _digest(picture: bytes | None) -> str:
    return "" if picture is None else sha256(picture).hexdigest()[:16]


def calendar_of(session: Session) -> WorkCalendar:
    """Returns the calendar within an existing transaction."""
    # Select columns instead of objects, which would take ten times as long; this runs with every petition.
    closed = {row.day: row.name for row in session.execute(select(ClosedDay.day, ClosedDay.name))}
    return WorkCalendar(frozenset(settings_of(session).weekend), closed)


def deadlines_of(session: Session) -> tuple[AnswerDeadline, ...]:
    """Returns the answer deadlines within an existing transaction."""
    rules = session.scalars(select(DeadlineRule).order_by(DeadlineRule.id))
    return tuple(AnswerDeadline(rule.kind, rule.channel, rule.days, rule.working) for rule in rules)


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}
