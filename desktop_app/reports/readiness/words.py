"""Wording of the set-up checklist, shared by the screen and the printed page."""

from __future__ import annotations

from pathlib import Path

from desktop_app.office.set_up import SetUpTask
from desktop_app.persian.dates import day_and_month, long_date, tehran_day
from desktop_app.persian.digits import isolated
from desktop_app.persian.text import visible_controls
from desktop_app.reports.readiness.checklist import Checklist, SetUpFacts, SetUpTaskState
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.backups import age_words
from desktop_app.wording.labels import label


def task_title(task: SetUpTask) -> str:
    """Returns the title of a task."""
    return label("set_up_task", task.value)


def checklist_heading(checklist: Checklist) -> str:
    """Returns how many tasks are left, as a sentence."""
    left = len(checklist.remaining)
    if not left:
        return translate("SetUp", "The program is set up")
    words = translate("SetUp", "{count} tasks are left until the program is set up")
    if left == 1:
        words = translate("SetUp", "One task is left until the program is set up")
    return fill(words, count=left)


def progress_words(checklist: Checklist) -> str:
    """Returns how many of all tasks are done."""
    words = translate("SetUp", "{done} of {all} done")
    return fill(words, done=len(checklist.done), all=len(checklist.tasks))


def minutes_left_words(checklist: Checklist) -> str:
    """Returns the time that is left; empty where nothing is."""
    minutes = checklist.minutes_left
    return fill(translate("SetUp", "about {count} minutes left"), count=minutes) if minutes else ""


def minutes_words(state: SetUpTaskState) -> str:
    return fill(translate("SetUp", "{count} minutes"), count=state.minutes)


def done_by_words(state: SetUpTaskState, year: int) -> str:
    """Returns who did a task and when; the year is told where it is not `year` (Jalali)."""
    event = state.event
    if event is None:
        return ""
    day = tehran_day(event.at)
    when = day_and_month(day) if long_date(day).endswith(digits(year)) else long_date(day)
    if not event.by:
        return when
    return fill(translate("SetUp", "{name}, {day}"), name=visible_controls(event.by), day=when)


# What is missing


def missing_words(task: SetUpTask, facts: SetUpFacts) -> str:
    """Returns what is missing of a task that is not done."""
    return _MISSING[task](facts)


def _no_letterhead(_facts: SetUpFacts) -> str:
    return translate("SetUp", "The letterhead is the one that came with the program; nobody has checked it.")


def _no_units(facts: SetUpFacts) -> str:
    if not facts.units:
        return translate("SetUp", "There is no unit yet to which petitions can be referred.")
    return fill(
        translate("SetUp", "{count} units; nobody has confirmed that all are there."), count=len(facts.units)
    )


def _no_accounts(facts: SetUpFacts) -> str:
    if not facts.of_the_desk:
        return translate("SetUp", "No clerk or manager has an account yet.")
    if facts.accounts == 1:
        return translate("SetUp", "The account of the administrator is the only one.")
    empty = facts.units_without_accounts
    if empty:
        words = translate("SetUp", "{count} accounts; nobody works in {units} yet.")
        return fill(words, count=facts.accounts, units=_listed(empty))
    words = translate("SetUp", "{count} accounts; nobody has confirmed that all are there.")
    return fill(words, count=facts.accounts)


def _no_rules(facts: SetUpFacts) -> str:
    if not facts.rules:
        return translate("SetUp", "There is no rule yet: every petition waits until somebody refers it.")
    return fill(translate("SetUp", "{count} rules are written; none is switched on."), count=len(facts.rules))


def _no_calendar(facts: SetUpFacts) -> str:
    words = translate(
        "SetUp", "The {count} closed days of {year} were not compared with the official calendar."
    )
    return fill(words, count=facts.closed_days, year=facts.year)


def _no_deadlines(facts: SetUpFacts) -> str:
    kinds = facts.missing_deadlines
    named = _listed(tuple(label("kind", kind.value) for kind in kinds))
    return fill(translate("SetUp", "There is no deadline yet for {kinds}."), kinds=named)


def _no_replies(_facts: SetUpFacts) -> str:
    return translate("SetUp", "The letters have the program's words; there is no saved reply yet.")


def _no_messages(facts: SetUpFacts) -> str:
    if not facts.answers_by:
        return translate("SetUp", "No answer goes out; nobody has decided that yet.")
    words = translate("SetUp", "Answers go out by {ways}, and there is no place yet to hand them on.")
    return fill(words, ways=_listed(tuple(label("way", way.value) for way in facts.leads_nowhere)))


def _no_backup(facts: SetUpFacts) -> str:
    if facts.backup is None:
        return translate("SetUp", "Place and hour of a daily back-up are not set.")
    if facts.backup_is_old:
        return fill(translate("SetUp", "The last back-up was made {age}."), age=age_words(facts.backup))
    words = translate("SetUp", "Made by hand {age}; place and hour of a daily back-up are not set.")
    return fill(words, age=age_words(facts.backup))


def _no_seal(_facts: SetUpFacts) -> str:
    return translate("SetUp", "There is no key of a second custodian; the history is not sealed yet.")


_MISSING = {
    SetUpTask.LETTERHEAD: _no_letterhead,
    SetUpTask.UNITS: _no_units,
    SetUpTask.ACCOUNTS: _no_accounts,
    SetUpTask.ROUTING: _no_rules,
    SetUpTask.CALENDAR: _no_calendar,
    SetUpTask.DEADLINES: _no_deadlines,
    SetUpTask.REPLIES: _no_replies,
    SetUpTask.MESSAGES: _no_messages,
    SetUpTask.BACKUP: _no_backup,
    SetUpTask.SEAL: _no_seal,
}


# The result


def result_words(state: SetUpTaskState, facts: SetUpFacts) -> str:
    """Returns the result of a task that is done."""
    return _RESULT[state.task](state, facts)


def _units(_state: SetUpTaskState, facts: SetUpFacts) -> str:
    approved = sum(unit.needs_approval for unit in facts.units)
    words = translate("SetUp", "{count} units")
    if approved:
        words = translate("SetUp", "{count} units; {approved} with a manager's approval")
    return fill(words, count=len(facts.units), approved=approved)


def _accounts(_state: SetUpTaskState, facts: SetUpFacts) -> str:
    words = translate("SetUp", "{count} accounts")
    if facts.not_signed_in:
        words = translate("SetUp", "{count} accounts; {waiting} have not signed in yet")
    return fill(words, count=facts.accounts, waiting=facts.not_signed_in)


def _routing(_state: SetUpTaskState, facts: SetUpFacts) -> str:
    if not facts.rules_on:
        return translate("SetUp", "Without rules: petitions are referred by hand")
    return fill(translate("SetUp", "{count} rules are on"), count=facts.rules_on)


def _calendar(_state: SetUpTaskState, facts: SetUpFacts) -> str:
    words = translate("SetUp", "{count} closed days in {year}")
    return fill(words, count=facts.closed_days, year=facts.year)


def _deadlines(_state: SetUpTaskState, facts: SetUpFacts) -> str:
    days = [rule.days for rule in facts.deadlines]
    words = translate("SetUp", "From {least} to {most} days")
    if min(days) == max(days):
        words = translate("SetUp", "{least} days for every kind")
    return fill(words, least=min(days), most=max(days))


def _replies(_state: SetUpTaskState, facts: SetUpFacts) -> str:
    words = translate("SetUp", "{count} saved replies")
    if facts.own_letters:
        words = translate("SetUp", "{count} saved replies; {letters} letters with the office's own words")
    return fill(words, count=facts.replies, letters=facts.own_letters)


def _messages(_state: SetUpTaskState, facts: SetUpFacts) -> str:
    if not facts.answers_by:
        return translate("SetUp", "No messages: answers are kept for who asks")
    words = translate("SetUp", "Answers go out by {ways}")
    return fill(words, ways=_listed(tuple(label("way", way.value) for way in facts.answers_by)))


def _backup(state: SetUpTaskState, facts: SetUpFacts) -> str:
    if state.confirmed or facts.backup is None:
        return translate("SetUp", "Made outside of the program")
    words = translate("SetUp", "Last one {age}: {place}")
    return fill(words, age=age_words(facts.backup), place=isolated(str(Path(facts.backup.place).parent)))


def _seal(state: SetUpTaskState, _facts: SetUpFacts) -> str:
    event = state.event
    if event is None or not event.text:
        return translate("SetUp", "The key is with the second custodian")
    words = translate("SetUp", "Second custodian: {name}")
    return fill(words, name=visible_controls(event.text))


_RESULT = {
    SetUpTask.LETTERHEAD: lambda _state, facts: visible_controls(facts.settings.office_name),
    SetUpTask.UNITS: _units,
    SetUpTask.ACCOUNTS: _accounts,
    SetUpTask.ROUTING: _routing,
    SetUpTask.CALENDAR: _calendar,
    SetUpTask.DEADLINES: _deadlines,
    SetUpTask.REPLIES: _replies,
    SetUpTask.MESSAGES: _messages,
    SetUpTask.BACKUP: _backup,
    SetUpTask.SEAL: _seal,
}


def _listed(names: tuple[str, ...]) -> str:
    """Joins names: commas, and a word before the last one."""
    shown = [visible_controls(name) for name in names]
    if len(shown) < 2:
        return "".join(shown)
    words = translate("SetUp", "{names} and {last}")
    return fill(words, names=translate("Window", ", ").join(shown[:-1]), last=shown[-1])
