"""The command `mosharekat database clock`: the state of the clock of this PC, and people who confirm the day."""

from __future__ import annotations

import getpass
import os
from datetime import date
from typing import Any, Final

from desktop_app.cli.acting import acting_name
from desktop_app.cli.databases import existing
from desktop_app.cli.output import Output, shown
from desktop_app.cli.parser import Arguments
from desktop_app.cli.terminal import can_ask
from desktop_app.database import schema
from desktop_app.database.engine import Database
from desktop_app.errors import InvalidValueError, NotPreparedError, UsageError
from desktop_app.office.clock import ClockState, OfficeClock, SecondSignature
from desktop_app.persian.dates import clock_time, full_date, parse_date, tehran_day
from desktop_app.settings import Settings
from desktop_app.staff.accounts import Accounts
from desktop_app.staff.database_login import PASSWORD_VARIABLE
from desktop_app.staff.roles import Actor, pc_user
from desktop_app.wording import fill, translate
from desktop_app.wording.errors import error_sentence
from desktop_app.wording.labels import label

SECOND_PASSWORD: Final = "MOSHAREKAT_SECOND_PASSWORD"


def clock(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Prints the state of the clock, after confirming the day if that is asked for; returns 1 while it is doubted."""
    with existing(settings) as database:
        if schema.check(database) != schema.head():
            raise NotPreparedError(where=database.place)
        accounts = Accounts(database)
        service = OfficeClock(database, accounts)
        state = _confirmed(arguments, database, accounts, service) if arguments.confirm else service.look()
    output.result(
        _document(state, server=not database.is_sqlite), _words(state, server=not database.is_sqlite)
    )
    return 0 if state.doubt is None else 1


def _confirmed(
    arguments: Arguments, database: Database, accounts: Accounts, service: OfficeClock
) -> ClockState:
    try:
        day = parse_date(arguments.confirm)
    except InvalidValueError as error:
        raise UsageError(reason=error_sentence(error)) from error
    second = None
    if arguments.second:
        second = SecondSignature(arguments.second, _password(arguments.second, SECOND_PASSWORD))
    actor = _actor(arguments, database, accounts)
    return service.confirm(actor, day, second=second, reason=arguments.reason)


def _actor(arguments: Arguments, database: Database, accounts: Accounts) -> Actor:
    if not arguments.by:
        return pc_user(acting_name(database))
    return accounts.sign_in(arguments.by, _password(arguments.by, PASSWORD_VARIABLE))


def _password(username: str, variable: str) -> str:
    given = os.environ.get(variable)
    if given:
        return given
    if not can_ask():
        reason = translate(
            "Usage", "The password of {name} is missing: put it in {variable}, or call it in a terminal."
        )
        raise UsageError(reason=fill(reason, name=shown(username), variable=variable))
    return getpass.getpass(f"{username}: ")


def _document(state: ClockState, *, server: bool) -> dict[str, Any]:
    return {
        "clock": "server" if server else "pc",
        "trusted": state.doubt is None,
        "doubt": None if state.doubt is None else state.doubt.reason.value,
        "now": state.now.isoformat(),
        "day": state.day.isoformat(),
        "last": None if state.last is None else state.last.isoformat(),
    }


def _words(state: ClockState, *, server: bool) -> str:
    lines = [_line(translate("CommandLine", "Clock: {day}, {time}"), state.day, clock_time(state.now))]
    if server:
        lines.append(translate("CommandLine", "It is the server's; nobody is asked about it."))
    if state.last is not None:
        latest = translate("CommandLine", "Latest time seen: {day}, {time}")
        lines.append(_line(latest, tehran_day(state.last), clock_time(state.last)))
    if state.doubt is not None:
        doubted = translate("CommandLine", "Nobody has confirmed the day ({why}); steps of the law wait.")
        lines.append(fill(doubted, why=label("clock_doubt", state.doubt.reason.value)))
        lines.append(
            translate(
                "CommandLine",
                "Set the clock right, or confirm the day: --confirm with the day, --by and --second with two user"
                " names (in an office of one, --by alone), and --reason.",
            )
        )
    elif not server:
        lines.append(translate("CommandLine", "The clock is trusted."))
    return "\n".join(lines)


def _line(words: str, day: date, time: str) -> str:
    return fill(words, day=full_date(day), time=time)
