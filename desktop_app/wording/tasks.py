"""Sentences about the tasks of the scheduler, for the command line and the administration."""

from __future__ import annotations

from datetime import datetime

from desktop_app.persian.dates import short_date
from desktop_app.persian.digits import digits, isolated
from desktop_app.wording.catalogue import fill, translate

#: Numbers of Windows whose cause an administrator can mend.
_PASSWORD_CHANGED = frozenset({0x8007052E, 0x80070532, 0x80070533, 0x80070569})
_PROGRAM_GONE = frozenset({0x80070002, 0x80070003, 2, 3})


def when_words(at: str, every: int) -> str:
    """Returns when a task runs; without an hour, every so many minutes."""
    if at:
        return fill(translate("Tasks", "every day at {hour}"), hour=digits(at))
    return fill(translate("Tasks", "every {count} minutes"), count=every)


def moment_words(moment: datetime) -> str:
    """Returns day and hour of a run in the time of this PC, in which its scheduler counts."""
    here = moment.astimezone()
    return f"{short_date(here.date())} {digits(f'{here:%H:%M}')}"


def account_hint(account: str) -> str:
    """Returns what an account means for the task: when it runs, and whose passwords it finds."""
    return {
        "user": translate(
            "Tasks",
            "It runs while this user is signed in to the PC, with the passwords of this user's keyring. No console"
            " appears.",
        ),
        "always": translate(
            "Tasks",
            "It also runs while nobody is signed in, with the passwords of this user's keyring. Windows asks for this"
            " user's Windows password and stores it; this program never sees it. After a change of the password the"
            " task is made again.",
        ),
        "network-service": translate(
            "Tasks",
            "A service account without a password and with few rights. It has a keyring of its own, which is empty:"
            " no password of the database, of a mailbox or of the signing key. Give it rights to the data folder and"
            " the folder of the task. Only an administrator of Windows makes such a task.",
        ),
        "system": translate(
            "Tasks",
            "The account of Windows itself, with all rights on this PC: only for a database in a file that no other"
            " account reaches. It has a keyring of its own, which is empty: no password of the database, of a mailbox"
            " or of the signing key. Only an administrator of Windows makes such a task.",
        ),
    }[account]


def own_account_words() -> str:
    """Returns what the account of a task of systemd means."""
    return translate(
        "Tasks",
        "It runs under this user's account while the user is signed in; with “loginctl enable-linger” also"
        " otherwise.",
    )


def code_words(code: int) -> str:
    """Returns why the scheduler could not start a task."""
    shown = isolated(f"0x{code:08X}")
    if code in _PASSWORD_CHANGED:
        words = translate(
            "Tasks",
            "Windows could not sign its account in ({code}): make the task again and give the password.",
        )
    elif code in _PROGRAM_GONE:
        words = translate(
            "Tasks",
            "Windows did not find the program ({code}): make the task again from the installed program.",
        )
    else:
        words = translate("Tasks", "The scheduler says how it ended: {code}.")
    return fill(words, code=shown)


def run_words(began: datetime, status: int | None, words: str, *, broken: bool) -> str:
    """Returns how the last run ended; `words` is its last line of trouble."""
    when = moment_words(began)
    if broken:
        return fill(translate("Tasks", "The run of {when} was broken off."), when=when)
    if status is None:
        return fill(translate("Tasks", "The run of {when} did not end properly; see the log."), when=when)
    if status == 0:
        return fill(translate("Tasks", "The run of {when} ended without trouble."), when=when)
    told = words or translate("Tasks", "something waits to be looked at")
    return fill(translate("Tasks", "The run of {when} had trouble: {words}"), when=when, words=told)
