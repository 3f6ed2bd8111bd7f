"""Selects tests: for the gate, on each Python version, first in order, for `dev.py test --quick`. Paths are relative
to `tests/`.

The gate is what `dev.py test` runs at each change. A test that it leaves to `dev.py test --all` has the mark `later`.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

#: Tests that run on every Python version, if `.ci/run` finds a second one (`-m "not once"`). Versions differ in
#: dates and numbers through the drivers, files and text, and the command line. Of the windows, overrides of Qt's
#: virtual methods, whose errors each Python and PySide handle differently, the program's frame and one screen. All
#: other tests give the same result on each version.
_ON_EACH: Final = (
    "cli/test_compare.py", "cli/test_find.py", "cli/test_import.py", "cli/test_usage.py", "documents/",
    "foreign/test_reader.py", "persian/", "database/test_operations.py",
    *(f"intake/test_{name}.py" for name in ("delimited", "json_lines", "mail_server", "mailbox", "workbook")),
    *(
        f"ui/test_{name}.py"
        for name in (
            "bell", "collecting", "crash_reports", "guards", "jobs", "shell", "shell_person", "shell_trouble",
            "theme", "widget_charts", "widget_commands", "widget_dates", "widget_texts", "widgets",
        )
    ),
)  # fmt: skip
#: Modules whose tests wait for servers and processes, and slow ones: started last, they would run alone.
_FIRST: Final = (
    "journeys/", "database/faults/", "kills/", "cli/test_backups.py", "ui/test_outage.py", "ui/test_unfinished",
    "staff/test_presence.py", "ui/test_presence.py", "ui/test_live.py", "ui/test_demo.py", "ui/test_every_screen.py",
    "database/test_transfer.py", "database/test_backup.py", "instruments/test_life",
    "petitions/test_desk", "foreign/test_corpus.py",
    "ui/test_comment_import", "ui/test_petition_moves.py", "petitions/outbox/test_delivery.py",
    "reports/test_redline_in_libreoffice.py",
)  # fmt: skip
#: Modules of `--all` alone.
_LATER: Final = (
    # Every hostile file through every way in; a few of each kind are in `test_reader.py`.
    "foreign/test_corpus.py",
    # Every scene of the tour, every paper of the demo, LibreOffice's reading of what is written.
    "ui/test_every_screen.py", "ui/test_demo.py", "reports/test_redline_in_libreoffice.py",
    # Further journeys; four are in the gate.
    "journeys/test_by_keys.py", "journeys/test_by_pointer.py", "journeys/test_import.py",
    # Processes and servers that are killed, many times.
    "kills/", "database/faults/", "petitions/satisfaction/test_killed.py", "intake/test_staging_killed.py",
    "ui/test_unfinished",
    # The program that plants faults, and the benchmarks' own tests.
    "test_mutations.py", "test_benchmarks_pdf.py", "test_benchmarks_truth.py",
)  # fmt: skip
#: Modules with tests of code that differs by engine: their turns on PostgreSQL are in the gate. What PostgreSQL
#: itself refuses is in `security/`, where each act is performed by roles.
_FORKS: Final = (
    # The layer of the database, its guards, back-ups and commands.
    "database/", "cli/test_database.py", "cli/test_backups.py", "cli/test_audit.py", "cli/test_acting.py",
    # Locks, waits, notifications.
    "petitions/test_desk_conflicts.py", "petitions/test_reservations.py", "petitions/outbox/test_delivery.py",
    "staff/test_presence.py", "ui/test_live.py", "ui/test_presence.py", "ui/test_lock.py",
    # Functions of PostgreSQL where SQLite has Python or none.
    "petitions/test_desk.py", "petitions/test_acts_and_offers_agree.py", "petitions/outbox/test_delivery_state.py",
    "petitions/outbox/test_standing.py", "petitions/satisfaction/", "petitions/test_auto_intake.py",
    "petitions/test_notices.py", "instruments/test_late_closures",
    "petitions/test_further_found.py", "petitions/test_reach.py", "petitions/test_retention.py",
    "office/test_numbering.py", "people/test_petitioners.py", "staff/test_accounts.py", "staff/test_deputies.py",
    "intake/test_staging.py",
    "intake/test_rounds.py", "instruments/test_comments.py", "instruments/test_drafting.py",
    # Search, order, pages, figures: other SQL.
    "petitions/test_inbox.py", "petitions/test_filters.py", "petitions/test_searching.py",
    "petitions/test_duplicates.py", "petitions/test_register.py", "petitions/test_few_statements.py",
    "instruments/test_reviewing.py",
    "reports/test_counting.py", "reports/test_issued.py", "sample/test_filling.py",
)  # fmt: skip
#: Test functions of `--all` alone.
_LATER_TESTS: Final = frozenset(
    line
    for line in (Path(__file__).parent / "later.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
)
#: Packages without a server, on SQLite only: they give an answer within a minute.
_QUICK: Final = (
    "comparison/", "documents/", "instruments/", "intake/", "likeness/", "office/", "people/", "persian/",
    "petitions/", "scheduling/", "staff/", "wording/",
)  # fmt: skip
#: Tests of these packages that wait for servers, create many rows, or cost more than a tenth of a second each.
_NOT_QUICK: Final = (
    "comparison/test_candidates.py", "comparison/test_linear.py", "comparison/test_rewritten.py",
    *(
        f"instruments/test_{name}"
        for name in (
            "annotation_", "campaign", "clock_of", "comment_", "composing", "floors", "late_closures", "life",
            "material", "open_objections", "rules_at_all", "since", "step_matrix", "word_",
        )
    ),
    "intake/test_importing", "intake/test_mail_server.py", "intake/test_rounds",
    "office/test_backups.py", "office/test_calendar.py",
    *(
        f"petitions/test_{name}"
        for name in (
            "acts_and", "checklists", "desk_", "notices", "reach", "registration_corr", "retention", "side_",
        )
    ),
    "petitions/outbox/", "petitions/satisfaction/", "staff/test_presence.py",
)  # fmt: skip


#: The fixtures that start PostgreSQL; others with a server ask for one of them, but for that of `_OWN_SERVER`.
_SERVERS: Final = frozenset({"fault_servers", "guarded_server", "postgresql_server", "tls_server"})
#: A module whose fixture `server` is a PostgreSQL of its own.
_OWN_SERVER: Final = "database/test_connecting.py"
#: The turns of the fixture `source`, which asks for the server by name: back-ups that PostgreSQL takes part in.
_SOURCES_OF_SERVER: Final = frozenset({"pg_dump", "export"})


#: What a module says whose tests do not go by the fixture `clock` alone: they ask for the day of this machine, give
#: the PC one themselves, fill in data up to a day, run a command on a server whose clock rules, or need LibreOffice.
#: `tools.calendar_days` runs them on other days.
_READS_A_CLOCK: Final = re.compile(
    r"\b(server_now|server_day|pc_clock|pc_at|sample_day)\("
    r"|sample\.filling|\brun: CommandLine|tests\.libreoffice|soffice|QFontDatabase"
)
#: The departments of a server, whose clock rules too: many tests, most of which have no day in them.
_ON_A_SERVER: Final = re.compile(r"\b(department|guarded)\.office\b")
#: These compare the times of files, which stay real there, or start servers for minutes.
_NOT_ON_OTHER_DAYS: Final = (
    "kills", "database/faults/", "intake/test_folders.py",
    "petitions/test_scans.py", "test_unfinished.py", "reports/test_word_comments.py", "ui/test_lines.py",
)  # fmt: skip


def clock_modules(*, departments: bool) -> list[str]:
    """Returns the test modules that read a clock, as arguments of pytest; with `departments` all on a server."""
    folder, found = Path(__file__).parent, []
    for path in sorted(folder.rglob("test_*.py")):
        name, words = path.relative_to(folder).as_posix(), path.read_text("utf-8")
        chosen = _READS_A_CLOCK.search(words) or (departments and _ON_A_SERVER.search(words))
        if chosen and not name.startswith(_NOT_ON_OTHER_DAYS):
            found.append(f"tests/{name}")
    return found


def stale_names() -> list[str]:
    """Returns the lines of `later.txt` that name no test."""
    folder = Path(__file__).parent
    found = []
    for line in sorted(_LATER_TESTS):
        path, *_, name = line.split("::")
        there = (folder / path).exists() and f"def {name}(" in (folder / path).read_text("utf-8")
        if not there:
            found.append(line)
    return found


def is_left_out(path: str, asked: str, function: str = "") -> bool:
    """Whether a file, or a function of it, need not be read for the mark expression `asked` of `-m`."""
    if "not later" in asked and (path.startswith(_LATER) or f"{path}::{function}" in _LATER_TESTS):
        return True
    if asked.startswith("not once"):
        return not path.startswith(_ON_EACH)
    return asked.startswith("quick") and not _is_quick(path)


def mark(item: pytest.Item) -> None:
    """Marks a test for `-m "not later"`, `-m quick`, `-m "not once"` and `-m "not server"`."""
    path = _file_of(item)
    server_turn = _is_turn_of_server(item)
    listed = _function_of(item) in _LATER_TESTS
    if listed or path.startswith(_LATER) or (server_turn and not path.startswith(_FORKS)):
        item.add_marker(pytest.mark.later)
    if server_turn or _asks_for_server(item):
        item.add_marker(pytest.mark.server)
    elif _is_quick(path):
        item.add_marker(pytest.mark.quick)
    if not path.startswith(_ON_EACH) or (server_turn and not path.startswith("database/")):
        item.add_marker(pytest.mark.once)


def comes_later(item: pytest.Item) -> bool:
    return not _file_of(item).startswith(_FIRST)


def _is_quick(path: str) -> bool:
    return path.startswith(_QUICK) and not path.startswith(_NOT_QUICK)


def _function_of(item: pytest.Item) -> str:
    return _file_of(item).partition("[")[0]


def _file_of(item: pytest.Item) -> str:
    return item.nodeid.removeprefix("tests/")


def _is_turn_of_server(item: pytest.Item) -> bool:
    """Whether it is the PostgreSQL variant of a test that runs on both engines.

    The server's data is the same for every Python version; the tests of `database` check the driver on each.
    """
    spec = getattr(item, "callspec", None)
    if spec is None:
        return False
    return "postgresql" in map(str, spec.params.values()) or spec.params.get("source") in _SOURCES_OF_SERVER


def _asks_for_server(item: pytest.Item) -> bool:
    """Whether its fixtures start PostgreSQL. A test that does it by itself has the mark in its module."""
    if item.get_closest_marker("server"):
        return True
    fixtures = set(getattr(item, "fixturenames", ()))
    return bool(fixtures & _SERVERS) or ("server" in fixtures and _file_of(item).startswith(_OWN_SERVER))
