"""What has to be set up before an office works with the program, and what of it is done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Final

from desktop_app.database.last_backup import LastBackup
from desktop_app.office.message_templates import DeliveryMethod
from desktop_app.office.office_settings import AnswerDeadline, OfficeSettings
from desktop_app.office.set_up import SetUpTask
from desktop_app.petitions.deadlines.by_kind import without_deadline
from desktop_app.petitions.vocabulary import Kind

#: The estimated time of each task, in minutes.
MINUTES: Final[Mapping[SetUpTask, int]] = MappingProxyType(
    {
        SetUpTask.LETTERHEAD: 3,
        SetUpTask.UNITS: 10,
        SetUpTask.ACCOUNTS: 15,
        SetUpTask.ROUTING: 15,
        SetUpTask.CALENDAR: 5,
        SetUpTask.DEADLINES: 5,
        SetUpTask.REPLIES: 10,
        SetUpTask.MESSAGES: 10,
        SetUpTask.BACKUP: 5,
        SetUpTask.SEAL: 5,
    }
)


@dataclass(frozen=True, slots=True)
class SetUpEvent:
    """Who did something, and when (aware, in UTC). `text` is what the person wrote with it, `key` a fingerprint."""

    by: str
    at: datetime
    text: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class SetUpUnit:
    """A unit in use, with the number of active accounts of clerks and managers that it has."""

    id: int
    name: str
    needs_approval: bool
    accounts: int


@dataclass(frozen=True, slots=True)
class SetUpRule:
    """A routing rule; `version` is the one that a change names."""

    id: int
    version: int
    name: str
    active: bool


@dataclass(frozen=True, slots=True)
class SetUpFacts:
    """What the database says. `events` are the last ones of the tasks that have one, `confirmed` those by people."""

    settings: OfficeSettings
    units: tuple[SetUpUnit, ...]
    #: Active accounts; those of them that are clerks or managers; those whose owner has not signed in yet.
    accounts: int
    of_the_desk: int
    not_signed_in: int
    rules: tuple[SetUpRule, ...]
    #: The current Jalali year, whether its calendar is confirmed, and the number of its closed days.
    year: int
    year_confirmed: bool
    closed_days: int
    deadlines: tuple[AnswerDeadline, ...]
    #: The saved replies of the office in use, and the kinds of letters with the office's own words.
    replies: int
    own_letters: int
    #: The delivery methods by which answers go out, and those of them that lead nowhere yet.
    answers_by: tuple[DeliveryMethod, ...]
    leads_nowhere: tuple[DeliveryMethod, ...]
    backup: LastBackup | None
    #: Whether the last back-up was made by a person in the window, and not by the command of a scheduled task.
    backup_by_hand: bool
    events: Mapping[SetUpTask, SetUpEvent]
    confirmed: Mapping[SetUpTask, SetUpEvent]

    @property
    def rules_on(self) -> int:
        return sum(rule.active for rule in self.rules)

    @property
    def missing_deadlines(self) -> tuple[Kind, ...]:
        return without_deadline(self.deadlines)

    @property
    def units_without_accounts(self) -> tuple[str, ...]:
        return tuple(unit.name for unit in self.units if not unit.accounts)

    @property
    def backup_is_old(self) -> bool:
        return self.backup is not None and self.backup.age_days > self.settings.backup_days


@dataclass(frozen=True, slots=True)
class SetUpTaskState:
    """One task; `event` says who did it and when, for one that is done. `confirmed`: a person said that it is."""

    task: SetUpTask
    done: bool
    event: SetUpEvent | None = None
    confirmed: bool = False

    @property
    def minutes(self) -> int:
        return MINUTES[self.task]


@dataclass(frozen=True, slots=True)
class Checklist:
    """All tasks in their order. `administrator` is the name of the first one of the office."""

    made_at: datetime
    administrator: str
    facts: SetUpFacts
    tasks: tuple[SetUpTaskState, ...]
    logo: bytes | None = None

    @property
    def remaining(self) -> tuple[SetUpTaskState, ...]:
        return tuple(state for state in self.tasks if not state.done)

    @property
    def done(self) -> tuple[SetUpTaskState, ...]:
        return tuple(state for state in self.tasks if state.done)

    @property
    def minutes_left(self) -> int:
        return sum(state.minutes for state in self.remaining)

    def state(self, task: SetUpTask) -> SetUpTaskState:
        return next(state for state in self.tasks if state.task is task)


#: What counts as done, apart from what a person confirmed.
_DONE: Final[Mapping[SetUpTask, Callable[[SetUpFacts], bool]]] = MappingProxyType(
    {
        # The letterhead that the program brings is that of one office: somebody has to have looked at it.
        SetUpTask.LETTERHEAD: lambda facts: SetUpTask.LETTERHEAD in facts.events,
        SetUpTask.UNITS: lambda _facts: False,
        SetUpTask.ACCOUNTS: lambda _facts: False,
        SetUpTask.ROUTING: lambda facts: facts.rules_on > 0,
        SetUpTask.CALENDAR: lambda facts: facts.year_confirmed,
        SetUpTask.DEADLINES: lambda facts: not facts.missing_deadlines,
        SetUpTask.REPLIES: lambda facts: facts.replies > 0,
        SetUpTask.MESSAGES: lambda facts: bool(facts.answers_by) and not facts.leads_nowhere,
        # A single back-up by hand is no back-up every day.
        SetUpTask.BACKUP: lambda facts: (
            facts.backup is not None and not facts.backup_is_old and not facts.backup_by_hand
        ),
        SetUpTask.SEAL: lambda _facts: False,
    }
)
#: What has to be there before a person may confirm that it is complete.
_CONFIRMABLE: Final[Mapping[SetUpTask, Callable[[SetUpFacts], bool]]] = MappingProxyType(
    {
        SetUpTask.UNITS: lambda facts: bool(facts.units),
        SetUpTask.ACCOUNTS: lambda facts: facts.of_the_desk > 0,
        SetUpTask.ROUTING: lambda _facts: True,
        # That no messages are sent.
        SetUpTask.MESSAGES: lambda facts: not facts.answers_by,
        SetUpTask.BACKUP: lambda _facts: True,
        SetUpTask.SEAL: lambda _facts: True,
    }
)


def may_be_confirmed(task: SetUpTask, facts: SetUpFacts) -> bool:
    """Whether a person may say that the task is complete."""
    known = _CONFIRMABLE.get(task)
    return known is not None and known(facts)


def states_of(facts: SetUpFacts) -> tuple[SetUpTaskState, ...]:
    """Returns the states of all tasks. A confirmation counts as long as what it was given for is still there."""
    return tuple(_state(task, facts) for task in SetUpTask)


def _state(task: SetUpTask, facts: SetUpFacts) -> SetUpTaskState:
    if _DONE[task](facts):
        return SetUpTaskState(task, True, facts.events.get(task))
    if task in facts.confirmed and may_be_confirmed(task, facts):
        return SetUpTaskState(task, True, facts.confirmed[task], confirmed=True)
    return SetUpTaskState(task, False)
