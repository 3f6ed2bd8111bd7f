"""Whether somebody can be asked at a terminal, and the question for a password."""

from __future__ import annotations

import getpass
import sys

from desktop_app.cli.output import Output
from desktop_app.errors import UsageError
from desktop_app.staff.credentials import KeyringOutcome, ServerAccount
from desktop_app.win32 import has_console_input
from desktop_app.wording import translate


def can_ask() -> bool:
    """Returns whether an answer can be typed.

    Windows also calls the null device a terminal, which a scheduled task may have; a question there never ends.
    """
    if sys.stdin is None or not sys.stdin.isatty():
        return False
    return sys.platform != "win32" or has_console_input()


def keep_typed_password(account: ServerAccount, output: Output) -> int:
    """Asks for the password of an account and keeps it in the keyring; returns 1 if the keyring did not keep it.

    Raises `UsageError` without a terminal.
    """
    if not can_ask():
        raise UsageError(reason=translate("Usage", "A password is typed at a terminal, and there is none."))
    stored = account.keep_password(getpass.getpass(f"{account.username}@{account.host}: "))
    if stored is not KeyringOutcome.KEPT:
        output.note(translate("CommandLine", "This PC's store did not keep the password."))
        output.result({"kept": False, "reason": stored.value}, "")
        return 1
    output.result({"kept": True, "reason": ""}, translate("CommandLine", "The password is kept."))
    return 0
