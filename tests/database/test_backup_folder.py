"""A folder of back-ups keeps the newest, and the age of the last one is known."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from desktop_app.clock import FixedClock
from desktop_app.database.backup_folder import back_up_into
from desktop_app.database.engine import Database
from desktop_app.database.last_backup import last_backup, record_backup
from desktop_app.errors import BackupError, CancelledError
from desktop_app.services import Services
from tests.conftest import NOON
from tests.database.made import PROGRAM
from tests.database.test_transfer import Stopping
from tests.engines import SqliteFiles


def test_a_folder_keeps_the_newest_and_touches_nothing_else(
    sqlite_files: SqliteFiles, tmp_path: Path
) -> None:
    with sqlite_files.fresh() as url:
        database = Database(url)
        first, removed = back_up_into(database, tmp_path, 2, PROGRAM, NOON)
        assert removed == ()
        stem = first.path.name.removesuffix("20261124-080000.db")
        strangers = [
            "letter.docx", f"{stem}20261124-080000.db.txt", f"x{stem}20200101-000000.db", f"{stem}2026.db",
            "mosharekat-backup-another-20200101-000000.db",
        ]  # fmt: skip
        for name in strangers:
            (tmp_path / name).write_text("kept", encoding="utf-8")
        (tmp_path / f"{stem}20190101-000000.db").mkdir()
        for day in range(1, 5):
            newest, removed = back_up_into(database, tmp_path, 2, PROGRAM, NOON + timedelta(days=day))
        assert [path.name for path in removed] == [f"{stem}20261126-080000.db"]
        left = {path.name for path in tmp_path.iterdir()}
        assert left == {
            *strangers, f"{stem}20190101-000000.db", f"{stem}20261127-080000.db", newest.path.name
        }  # fmt: skip
        database.close()


def test_a_back_up_that_fails_takes_nothing_away(
    sqlite_files: SqliteFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with sqlite_files.fresh() as url:
        database = Database(url)
        back_up_into(database, tmp_path, 2, PROGRAM, NOON)
        back_up_into(database, tmp_path, 2, PROGRAM, NOON + timedelta(days=1))
        with pytest.raises(CancelledError):
            back_up_into(database, tmp_path, 1, PROGRAM, NOON + timedelta(days=2), Stopping(0))
        assert len(list(tmp_path.iterdir())) == 2
        with pytest.raises(BackupError):
            back_up_into(database, tmp_path / "unplugged", 1, PROGRAM, NOON)
        assert not (tmp_path / "unplugged").exists()
        database.close()


def test_the_age_of_the_last_back_up_is_known(services: Services, clock: FixedClock, tmp_path: Path) -> None:
    assert last_backup(services.database) is None
    record_backup(services.database, tmp_path / "a.db", "sqlite")
    clock.advance(timedelta(days=3, hours=2))
    found = last_backup(services.database)
    assert found is not None
    assert (found.at, found.age_days, found.method) == (NOON, 3, "sqlite")
    record_backup(services.database, tmp_path / "b.db", "export")
    again = last_backup(services.database)
    assert again is not None
    assert (again.age_days, Path(again.place).name) == (0, "b.db")
    assert services.office.settings().phone == "42991"
