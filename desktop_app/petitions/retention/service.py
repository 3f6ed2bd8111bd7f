"""Masks the personal data of petitions that were closed longer ago than the office keeps it.

Off until an administrator sets the years, with what they are based on. What it would do is counted first; then it
runs in small transactions, can be stopped and gone on with, and cannot be undone. Petitions are kept back by the
label of the setting, and while an open petition or an improvement that is not done still hangs on them. Of a
petitioner with a younger petition the old one is parted: nobody is forgotten who is still heard.

Not reached: files that were exported and back-ups that were made before.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy.orm import Session

from desktop_app.database.audit import record_event
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import AppError, ConflictError, InvalidValueError, RuleError
from desktop_app.office.settings import Office, OfficeSettings, settings_of
from desktop_app.persian.dates import JalaliDay, start_of_day, tehran_day
from desktop_app.petitions.retention.masking import masking_of
from desktop_app.petitions.retention.storing import (
    counted,
    empty_aside,
    forget_for_good,
    next_ones,
    overwrite_what_goes,
    read,
    write,
)
from desktop_app.progress import Progress, SilentProgress
from desktop_app.staff.roles import Actor, Role

#: So many petitions are one transaction.
CHUNK: Final = 50
#: How long counting may take, in seconds.
_PATIENCE: Final = 600
_ACT: Final = "mask"


@dataclass(frozen=True, slots=True)
class RetentionRule:
    """By what is masked: years after the closing, its basis, the label that keeps petitions back (0: none)."""

    years: int = 0
    basis: str = ""
    hold: int = 0


@dataclass(frozen=True, slots=True)
class MaskingPreview:
    """What would be masked by `rule` now: petitions closed before `cut`, what they hold, and what is kept back; and
    what was handed in before it, became nothing, and was put aside."""

    rule: RetentionRule
    cut: datetime
    petitions: int
    persons: int
    replies: int
    events: int
    files: int
    held_by_label: int
    held_by_matter: int
    aside: int

    @property
    def anything(self) -> bool:
        """Whether there is anything to do."""
        return self.petitions > 0 or self.aside > 0


@dataclass
class MaskingRun:
    """How far a masking has come. What is in `petitions` is masked, whatever stopped it; `Retention.run` goes on."""

    preview: MaskingPreview
    petitions: int = 0
    values: int = 0
    files: int = 0
    #: Things put aside that were emptied.
    aside: int = 0
    cursor: int = 0
    begun: bool = False
    finished: bool = False
    cancelled: bool = False
    stopped: AppError | None = None


class Retention:
    """Sets the rule, counts, and masks; only an administrator does."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rule(self) -> RetentionRule:
        """The rule that is in force."""
        with self._database.reading() as session:
            return _rule_of(settings_of(session))

    def set_rule(self, actor: Actor, rule: RetentionRule, *, seen: RetentionRule) -> RetentionRule:
        """Changes the rule. Raises `InvalidValueError` (no basis), `ConflictError` where it is not as `seen`."""
        office = Office(self._database)
        settings = office.settings()
        if _rule_of(settings) != seen:
            raise ConflictError(item="office")
        wanted = replace(
            settings,
            retention_years=rule.years,
            retention_basis=rule.basis.strip(),
            retention_hold=rule.hold,
        )
        return _rule_of(office.change(actor, wanted, seen=settings))

    def preview(self, actor: Actor) -> MaskingPreview:
        """Counts what would be masked now. Raises `RuleError` where no rule is in force, `NotPermittedError`."""
        actor.must_be(Role.ADMINISTRATOR, act=_ACT)
        with self._database.reading() as session:
            rule = _in_force(session)
            cut = cut_of(self._database.now(session), rule.years)
            self._database.take_time(session, _PATIENCE)
            return MaskingPreview(rule, cut, **counted(session, cut, rule.hold))

    def begin(self, preview: MaskingPreview) -> MaskingRun:
        """A run that has not begun yet."""
        return MaskingRun(preview)

    def run(self, actor: Actor, run: MaskingRun, progress: Progress | None = None) -> MaskingRun:
        """Masks, or goes on with it; returns `run`. A trouble with the database stops it (`stopped`), a stop by the
        person too (`cancelled`): what was masked stays so, nothing is half masked. When it ends, the history of the
        office says how many petitions and by which rule. Raises `NotPermittedError`, `RuleError`."""
        actor.must_be(Role.ADMINISTRATOR, act=_ACT)
        progress = progress or SilentProgress()
        run.cancelled, run.stopped = False, None
        try:
            if not run.begun:
                self._begin(actor, run.preview)
                run.begun = True
            while not run.finished:
                if progress.cancelled():
                    run.cancelled = True
                    break
                last, petitions, values, files = self._mask_some(actor, run.preview, run.cursor)
                run.finished, run.cursor = last is None, last or run.cursor
                run.petitions, run.values, run.files = (
                    run.petitions + petitions,
                    run.values + values,
                    run.files + files,
                )
                progress.report(run.petitions, run.preview.petitions)
            while run.finished and (emptied := self._empty_aside(run.preview)):
                run.aside += emptied
            self._end(actor, run)
        except RuleError:
            raise
        except AppError as error:
            run.stopped = error
        return run

    @once
    def _begin(self, actor: Actor, preview: MaskingPreview) -> None:
        with self._database.writing() as session:
            self._must_stand(session, preview)
            self._note(session, actor, "masking_begun", _told(preview.rule) | {"expected": preview.petitions})

    @once
    def _mask_some(
        self, actor: Actor, preview: MaskingPreview, behind: int
    ) -> tuple[int | None, int, int, int]:
        """The number of the last petition that was looked at, None where there was none; how many were masked."""
        with self._database.writing() as session:
            self._must_stand(session, preview)
            overwrite_what_goes(session)
            now = self._database.now(session)
            found = next_ones(session, preview.cut, preview.rule.hold, behind, CHUNK)
            petitions = values = files = 0
            for number, due in found:
                if not due:
                    continue
                changes = masking_of(read(session, number), _told(preview.rule))
                write(session, actor, number, changes, now)
                petitions, values, files = petitions + 1, values + changes.values, files + changes.files
            return (found[-1][0] if found else None), petitions, values, files

    @once
    def _empty_aside(self, preview: MaskingPreview) -> int:
        with self._database.writing() as session:
            self._must_stand(session, preview)
            overwrite_what_goes(session)
            return empty_aside(session, preview.cut, CHUNK)

    @once
    def _end(self, actor: Actor, run: MaskingRun) -> None:
        with self._database.writing() as session:
            told = {
                "petitions": run.petitions,
                "values": run.values,
                "files": run.files,
                "put_aside": run.aside,
            }
            self._note(session, actor, "masking_ended", _told(run.preview.rule) | told)
            if run.petitions:
                forget_for_good(session)

    def _must_stand(self, session: Session, preview: MaskingPreview) -> None:
        """What was previewed is what is done: a rule that changed meanwhile is looked at anew."""
        if _in_force(session) != preview.rule:
            raise RuleError(rule="retention_changed")

    def _note(self, session: Session, actor: Actor, action: str, after: dict[str, Any]) -> None:
        record_event(
            session,
            item_type="office",
            item_id=1,
            at=self._database.now(session),
            actor_id=actor.person_id,
            actor_name=actor.name,
            action=action,
            after=after,
        )


def cut_of(now: datetime, years: int) -> datetime:
    """The beginning of the Jalali day so many years before today: what was closed before it has been kept for long
    enough. Esfand 30 of a year that has only 29 is the 29th."""
    today = JalaliDay.of(tehran_day(now))
    year = today.year - years
    try:
        return start_of_day(JalaliDay(year, today.month, today.day).to_date())
    except (ValueError, InvalidValueError):
        return start_of_day(JalaliDay(year, today.month, today.day - 1).to_date())


def _in_force(session: Session) -> RetentionRule:
    rule = _rule_of(settings_of(session))
    if rule.years < 1:
        raise RuleError(rule="no_retention")
    return rule


def _rule_of(settings: OfficeSettings) -> RetentionRule:
    return RetentionRule(settings.retention_years, settings.retention_basis, settings.retention_hold)


def _told(rule: RetentionRule) -> dict[str, Any]:
    return {"years": rule.years, "basis": rule.basis}
