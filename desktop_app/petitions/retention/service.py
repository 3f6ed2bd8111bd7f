"""Masks the personal data of petitions whose retention period has ended.

It is off until an administrator sets the years and their legal basis. A preview counts what would be masked. The
run then works in small transactions, can be stopped and continued, and cannot be undone.

Petitions are kept back by the label of the setting, and while an open petition or an unfinished improvement
depends on them. If a petitioner has a younger petition, only the old petition is detached from the petitioner.

Not covered: exported files, and earlier backups.
"""

from __future__ import annotations

from collections.abc import Sequence
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
    note_reading,
    read,
    write,
)
from desktop_app.progress import Progress, SilentProgress
from desktop_app.staff.roles import Actor, Role

#: The number of petitions of one transaction.
CHUNK: Final = 50
#: The time limit of the preview, in seconds.
_PATIENCE: Final = 600
_ACT: Final = "mask"


@dataclass(frozen=True, slots=True)
class RetentionRule:
    """The rule in force: years after the closing, its legal basis, the label that keeps petitions back (0: none)."""

    years: int = 0
    basis: str = ""
    hold: int = 0


@dataclass(frozen=True, slots=True)
class MaskingPreview:
    """What `rule` would mask now: petitions closed before `cut`, the size of their data, and petitions that are
    kept back.

    `aside` counts submissions from before `cut` that were put aside.
    """

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
    """The progress of a masking. What is counted is masked, whatever stopped it; `Retention.run` continues."""

    preview: MaskingPreview
    petitions: int = 0
    values: int = 0
    files: int = 0
    #: Emptied submissions that had been put aside.
    aside: int = 0
    cursor: int = 0
    begun: bool = False
    finished: bool = False
    cancelled: bool = False
    stopped: AppError | None = None


class Retention:
    """Sets the rule, previews, and masks; only for administrators."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rule(self) -> RetentionRule:
        """Returns the rule in force."""
        with self._database.reading() as session:
            return _rule_of(settings_of(session))

    def set_rule(self, actor: Actor, rule: RetentionRule, *, seen: RetentionRule) -> RetentionRule:
        """Changes the rule. Raises `InvalidValueError` (no basis), `ConflictError` if it is not as `seen`."""
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
        """Counts what would be masked now. Raises `RuleError` if no rule is in force, `NotPermittedError`."""
        actor.must_be(Role.ADMINISTRATOR, act=_ACT)
        with self._database.reading() as session:
            rule = _in_force(session)
            cut = cut_of(self._database.now(session), rule.years)
            self._database.take_time(session, _PATIENCE)
            return MaskingPreview(rule, cut, **counted(session, cut))

    def begin(self, preview: MaskingPreview) -> MaskingRun:
        """Returns a run that has not begun."""
        return MaskingRun(preview)

    def run(self, actor: Actor, run: MaskingRun, progress: Progress | None = None) -> MaskingRun:
        """Masks, or continues a run; returns `run`.

        An error of the database stops it (`stopped`), as does the person (`cancelled`). What was masked stays
        masked, and nothing is half masked. At the end an event of the office records the counts and the rule.
        Raises `NotPermittedError`, `RuleError`.
        """
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
            self._require_same_rule(session, preview)
            self._note(
                session, actor, "masking_begun", _rule_values(preview.rule) | {"expected": preview.petitions}
            )

    def _mask_some(
        self, actor: Actor, preview: MaskingPreview, behind: int
    ) -> tuple[int | None, int, int, int]:
        """Masks the next chunk; returns the id of its last petition (None: no more), and the numbers of masked
        petitions, values and files.

        The event of the reading is committed before anything is read.
        """
        with self._database.touching() as session:
            self._require_same_rule(session, preview)
            found = next_ones(session, preview.cut, behind, CHUNK)
            noted = [number for number, due in found if due]
            note_reading(session, actor, noted, self._database.now(session))
        petitions, values, files = self._mask_noted(actor, preview, behind, noted)
        return (found[-1][0] if found else None), petitions, values, files

    @once
    def _mask_noted(
        self, actor: Actor, preview: MaskingPreview, behind: int, noted: Sequence[int]
    ) -> tuple[int, int, int]:
        """Masks those of a chunk that are still due."""
        with self._database.writing() as session:
            self._require_same_rule(session, preview)
            now = self._database.now(session)
            due = {n for n, is_due in next_ones(session, preview.cut, behind, CHUNK) if is_due}
            petitions = values = files = 0
            for number in noted:
                if number not in due:
                    continue
                changes = masking_of(read(session, number), _rule_values(preview.rule))
                write(session, actor, number, changes, now)
                petitions, values, files = petitions + 1, values + changes.values, files + changes.files
            return petitions, values, files

    @once
    def _empty_aside(self, preview: MaskingPreview) -> int:
        with self._database.writing() as session:
            self._require_same_rule(session, preview)
            return empty_aside(session, preview.cut, CHUNK)

    @once
    def _end(self, actor: Actor, run: MaskingRun) -> None:
        with self._database.writing() as session:
            counts = {
                "petitions": run.petitions,
                "values": run.values,
                "files": run.files,
                "put_aside": run.aside,
            }
            self._note(session, actor, "masking_ended", _rule_values(run.preview.rule) | counts)
            if run.petitions:
                forget_for_good(session)

    def _require_same_rule(self, session: Session, preview: MaskingPreview) -> None:
        """Raises `RuleError` if the rule has changed since the preview."""
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
    """Returns the beginning of the Jalali day so many years ago: petitions closed before it have been kept long
    enough.

    Esfand 30 becomes the 29th in a year that has only 29 days.
    """
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


def _rule_values(rule: RetentionRule) -> dict[str, Any]:
    return {"years": rule.years, "basis": rule.basis}
