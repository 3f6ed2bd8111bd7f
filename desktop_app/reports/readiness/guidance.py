"""What the set-up checklist advises: the button of each task, and why the task matters."""

from __future__ import annotations

from desktop_app.office.set_up import SetUpTask
from desktop_app.reports.readiness.checklist import SetUpFacts
from desktop_app.wording import translate


def verb_words(task: SetUpTask, facts: SetUpFacts) -> str:
    """Returns the words of the button of a task that is not done."""
    if task is SetUpTask.UNITS and facts.units:
        return translate("SetUp", "Confirm the units")
    if task is SetUpTask.ACCOUNTS and facts.accounts > 1 and facts.of_the_desk:
        return translate("SetUp", "Confirm the accounts")
    if task is SetUpTask.ROUTING and facts.rules:
        return translate("SetUp", "Switch rules on")
    return {
        SetUpTask.LETTERHEAD: translate("SetUp", "Check the letterhead"),
        SetUpTask.UNITS: translate("SetUp", "Add units"),
        SetUpTask.ACCOUNTS: translate("SetUp", "Add accounts"),
        SetUpTask.ROUTING: translate("SetUp", "Add rules"),
        SetUpTask.CALENDAR: translate("SetUp", "Confirm the calendar"),
        SetUpTask.DEADLINES: translate("SetUp", "Set the deadlines"),
        SetUpTask.REPLIES: translate("SetUp", "Add samples"),
        SetUpTask.MESSAGES: translate("SetUp", "Decide on messages"),
        SetUpTask.BACKUP: translate("SetUp", "Set place and hour"),
        SetUpTask.SEAL: translate("SetUp", "Make the key"),
    }[task]


def why_words(task: SetUpTask) -> str:
    """Returns why a task matters."""
    return {
        SetUpTask.LETTERHEAD: translate(
            "SetUp", "Every letter, report and receipt bears it, and so does each message to petitioners."
        ),
        SetUpTask.UNITS: translate(
            "SetUp",
            "Petitions are referred to units. The answers of a unit that needs approval wait for its manager.",
        ),
        SetUpTask.ACCOUNTS: translate(
            "SetUp",
            "Everybody works with an account of their own: the history tells who did what, and nobody sees more"
            " than the work of their unit.",
        ),
        SetUpTask.ROUTING: translate(
            "SetUp",
            "A rule refers a petition by its words as soon as it is registered. Without one it waits.",
        ),
        SetUpTask.CALENDAR: translate(
            "SetUp",
            "Deadlines and consultations do not count closed days. Lunar holidays are estimates and may be a"
            " day off.",
        ),
        SetUpTask.DEADLINES: translate(
            "SetUp",
            "A petition without a deadline is in neither “this week” nor “overdue”, and does not count as late in"
            " the monthly report.",
        ),
        SetUpTask.REPLIES: translate(
            "SetUp",
            "With saved replies the answers of all clerks are alike; each can be changed before it is sent.",
        ),
        SetUpTask.MESSAGES: translate(
            "SetUp",
            "Without messages an answer stays in the program, and the petitioner learns it only by asking.",
        ),
        SetUpTask.BACKUP: translate(
            "SetUp",
            "After a fault of the disk only what was backed up comes back. The back-up of each day is made by a"
            " scheduled task, outside of this PC's disk.",
        ),
        SetUpTask.SEAL: translate(
            "SetUp",
            "Whoever owns the database could rewrite its history. A seal that a second person keeps proves that"
            " nobody did.",
        ),
    }[task]
