from __future__ import annotations

import ast
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import event, func, select, text, update

import desktop_app
from desktop_app.bootstrap import open_services
from desktop_app.clock import FixedClock
from desktop_app.database import operations
from desktop_app.database.engine import Database
from desktop_app.database.operations import KEPT, OperationRecord, once
from desktop_app.errors import AppError, BusyError, ConflictError, DatabaseAwayError
from tests.department import TestOffice

ROOMS = Path(desktop_app.__file__).parent


def writing_methods() -> list[tuple[str, bool]]:
    """Every method of a service that opens a transaction, itself or through a private helper, and whether it is done
    exactly once.
    """
    found = []
    for path in sorted(ROOMS.rglob("*.py")):
        if path.relative_to(ROOMS).parts[0] in {"sample", "database"}:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        openers = {"writing"}
        helpers = {one.name for one in functions if one.name.startswith("_") and not _is_once(one)}
        while (
            new := {one.name for one in functions if one.name in helpers and _opens(one, openers)} - openers
        ):
            openers |= new
        found += [
            (f"{path.name}: {one.name}", _is_once(one))
            for one in functions
            if one.name not in openers and _opens(one, openers)
        ]
    return found


def _is_once(function: ast.FunctionDef) -> bool:
    return "once" in {item.id for item in function.decorator_list if isinstance(item, ast.Name)}


def _opens(function: ast.FunctionDef, openers: set[str]) -> bool:
    return any(isinstance(node, ast.Attribute) and node.attr in openers for node in ast.walk(function))


def test_every_service_that_writes_is_done_exactly_once() -> None:
    found = writing_methods()
    assert len(found) > 30
    assert [name for name, once_ in found if not once_] == []


def test_each_transaction_leaves_one_operation_and_a_broken_one_none(office: TestOffice) -> None:
    database = office.services.database
    petition = office.petition()
    before = _operations(database)
    office.services.desk.note(office.clerk, petition.id, "یادداشت")
    with pytest.raises(ConflictError):
        office.services.desk.save_draft(office.clerk, petition.id, 99, "پیش‌نویس")
    assert _operations(database) - before == 1


def test_operations_are_taken_away_after_some_days(
    office: TestOffice, database_url: str, clock: FixedClock
) -> None:
    database = office.services.database
    petition = office.petition()
    with database.writing() as session:
        session.execute(update(OperationRecord).values(at=clock.now() - KEPT - timedelta(hours=1)))
    assert _operations(database) > 1
    later = open_services(database_url, clock=clock, prepare_schema=False)
    later.desk.note(office.clerk, petition.id, "یادداشت")
    later.close()
    with database.reading() as session:
        old = session.scalar(
            select(func.count()).where(OperationRecord.at < clock.now() - KEPT).select_from(OperationRecord)
        )
    assert old == 0


def test_what_is_known_not_to_be_done_is_done_again_for_a_bounded_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(operations, "PATIENCE", 0.3)
    tries: list[AppError] = []

    @once
    def never() -> None:
        tries.append(BusyError(where="here"))
        tries[-1].again = True
        raise tries[-1]

    with pytest.raises(BusyError) as caught:
        never()
    assert 2 < len(tries) < 10
    # Whoever called it has had its patience already.
    assert caught.value.again is False


def test_a_locked_file_is_waited_for(sqlite_office: TestOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(operations, "PATIENCE", 0.4)
    database = sqlite_office.services.database
    petition = sqlite_office.petition()
    other = Database(database.url.render_as_string(hide_password=False))
    with other.writing() as session:
        session.execute(text("SELECT 1"))
        with database.engine.connect() as connection:
            connection.connection.dbapi_connection.execute("PRAGMA busy_timeout = 50")  # type: ignore[union-attr]
        with pytest.raises(DatabaseAwayError):
            sqlite_office.services.desk.note(sqlite_office.clerk, petition.id, "یادداشت")
    other.close()
    noted = sqlite_office.services.desk.note(sqlite_office.clerk, petition.id, "یادداشت")
    assert [event.action for event in noted.history] == ["registered", "note"]


def _operations(database: Database) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(OperationRecord)) or 0


def test_a_connection_in_use_at_the_end_is_closed_when_it_comes_back(database_url: str) -> None:
    """A window may close while a job of it still reads."""
    database = Database(database_url)
    closed: list[object] = []
    with database.reading() as session:
        event.listen(database.engine.pool, "close", lambda connection, _record: closed.append(connection))
        driver = session.connection().connection.dbapi_connection
        database.close()
        assert closed == []
        assert session.execute(text("SELECT 1")).scalar() == 1
    assert closed == [driver]
