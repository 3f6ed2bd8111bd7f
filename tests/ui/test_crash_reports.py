"""What the report of a crash and the log tell of a bug at a real database: no citizen, no password."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import make_url, text

from desktop_app.database.engine import Database
from desktop_app.log import set_up_log
from tests.cli.running import process
from tests.department import PASSWORD
from tests.engines import PostgresqlServer
from ui import jobs
from ui.crash import CrashDialog, CrashReporter, Incident, past_incident
from ui.widgets.plain import PlainLabel

NAME = "زهرا محمدی 0012345679 ۰۰۱۲۳۴۵۶۷۹"
SECRETS = ("محمدی", "۰۰۱۲۳۴۵۶۷۹", "0012345679", "geheim")


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    before = list(logging.getLogger().handlers)
    path = tmp_path / "mosharekat.log"
    set_up_log(path)
    yield path
    for handler in [found for found in logging.getLogger().handlers if found not in before]:
        logging.getLogger().removeHandler(handler)
        handler.close()


@pytest.fixture
def crashed(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], object]], Incident]:
    """Does work on a worker that ends in a bug; the report that a person would be shown."""
    shown: list[Incident] = []
    reporter = CrashReporter(None, show=shown.append)
    monkeypatch.setattr("sys.excepthook", reporter.hook)
    owner = QObject()

    def run(work: Callable[[], object]) -> Incident:
        jobs.run(owner, work, lambda _: None)
        assert jobs.wait_all()
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415

        QApplication.processEvents()
        [made] = shown
        return made

    return run


def violate(database: Database) -> None:
    """A unique violation with a person's name in it, as a bug would make it."""
    with database.writing() as session:
        for _ in range(2):
            session.execute(
                text(
                    "INSERT INTO unit (code, name, active, needs_approval) VALUES (:code, :name, true, false)"
                ),
                {"code": "x1", "name": NAME},
            )


def mistype(database: Database) -> None:
    """A value of a wrong type, which PostgreSQL repeats in the first line of what it says."""
    with database.reading() as session:
        session.execute(text("SELECT CAST(:value AS date)"), {"value": NAME})


@pytest.mark.parametrize("bug", [violate, mistype])
def test_a_bug_at_the_database_tells_nothing_of_a_citizen(
    postgresql_server: PostgresqlServer,
    log: Path,
    crashed: Callable[[Callable[[], object]], Incident],
    bug: Callable[[Database], None],
) -> None:
    with postgresql_server.fresh() as url:
        database = Database(url)
        made = crashed(lambda: bug(database))
        database.close()
    written = log.read_text(encoding="utf-8")
    dialog = CrashDialog(made, log)
    dialog.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    dialog.close()
    assert made.number in written
    for told in (written, made.details, copied):
        assert "(left out)" in told
        assert "psycopg.errors." in told, "what kind of trouble it was is still told"
        assert not [secret for secret in SECRETS if secret in told]


def test_the_crash_of_the_last_window_is_told_with_a_number_that_stands_in_the_log(
    log: Path, qtbot: QtBot
) -> None:
    made = past_incident('Fatal Python error: Aborted\n  File "/home/ali/desk/ui/guard.py", line 3 in f')
    dialog = CrashDialog(made, log)
    qtbot.addWidget(dialog)
    dialog.show()
    assert made.number in log.read_text(encoding="utf-8")
    dialog.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    assert f"incident {made.number}" in copied
    assert 'File "desk/ui/guard.py", line 3 in f' in copied
    words = " ".join(label.text() for label in dialog.findChildren(PlainLabel))
    assert "بار پیش" in words
    assert "پس از ورود بازمی‌گردد" in words


def test_a_password_in_an_address_or_an_error_gets_nowhere(
    log: Path, crashed: Callable[[Callable[[], object]], Incident]
) -> None:
    def bug() -> None:
        raise ValueError(
            "postgresql://clerk:geheim@x@srv/office and password='geheim wort' and PGPASSWORD=geheim"
        )

    made = crashed(bug)
    assert "geheim" not in made.details.split("\nValueError:")[1]
    told = log.read_text(encoding="utf-8").split("\nValueError:")[1]
    assert "geheim" not in told
    assert "clerk" in told
    assert "srv/office" in told


def test_a_command_has_no_password_among_its_words(
    postgresql_server: PostgresqlServer, tmp_path: Path
) -> None:
    """What `ps` and the server's list of its sessions show, while the command is at work."""
    with postgresql_server.fresh() as url:
        address = make_url(url)._replace(password=None).render_as_string()
        done = process(
            "--data-dir", tmp_path, "--database", address, "database", "info", "--json",
            environment={"MOSHAREKAT_PASSWORD": PASSWORD},
        )  # fmt: skip
        assert done.status == 0
        assert PASSWORD not in done.out + done.err
        database = Database(url)
        with database.reading() as session:
            sessions = session.execute(text("SELECT query, application_name FROM pg_stat_activity")).all()
        database.close()
        assert PASSWORD not in repr(sessions)
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert not [path for path in kept if PASSWORD in path.read_text(encoding="utf-8", errors="replace")]
    assert os.environ.get("MOSHAREKAT_PASSWORD") is None
