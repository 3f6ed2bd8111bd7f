"""Rounds over watched folders that are stopped, killed, doubled or out of disk: every file once."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, select

from desktop_app.errors import DatabaseFullError
from desktop_app.intake.sources.file_book import FileBook
from desktop_app.intake.sources.folders import WatchedFolder
from desktop_app.intake.sources.model import FileState, IntakeFile
from desktop_app.intake.sources.rounds import Rounds
from desktop_app.intake.sources.service import SourceSettings
from desktop_app.intake.staging.service import Staging
from desktop_app.progress import SilentProgress
from desktop_app.wording.errors import error_sentence
from tests.department import TestOffice
from tests.guarded import Department
from tests.intake.staged import petitions, states
from tests.intake.tables import GOOD, write_csv
from tests.intake.watching import aged, folder, go, names, rounds, source

__all__ = ["folder"]


def test_a_round_is_stopped_within_a_file_and_gone_on_with(
    sqlite_office: TestOffice, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = sqlite_office
    source(office, folder)
    monkeypatch.setattr("desktop_app.intake.staging.row_staging.CHUNK", 2)
    aged(write_csv(folder / "a.csv"))

    class Stopping:
        told: list[tuple[int, int | None]] = []  # noqa: RUF012 - of this test alone

        def report(self, done: int, total: int | None = None) -> None:
            self.told.append((done, total))

        def cancelled(self) -> bool:
            return bool(self.told)

    done = rounds(office).run(office.manager, Stopping())
    assert (done.waiting, done.files, Stopping.told) == ([], [], [(2, 3)])
    assert states(office) == ["waiting", "waiting"]
    assert go(office).taken.petitions == 3


class Killed(BaseException):
    """As if the process had ended there."""


#: Each step of a file that can be the last one: what is called there, and whether it is killed before or behind it.
STEPS: list[tuple[type, str]] = [
    (FileBook, "begin"), (FileBook, "keep"), (FileBook, "read"), (Staging, "_take_part"), (FileBook, "name"),
    (WatchedFolder, "put_away"), (WatchedFolder, "write_beside"), (FileBook, "put_away"),
]  # fmt: skip


@pytest.mark.parametrize("behind", [False, True], ids=["before", "behind"])
@pytest.mark.parametrize("step", STEPS, ids=[f"{kind.__name__}.{name}" for kind, name in STEPS])
def test_killed_at_any_step_a_second_round_ends_in_the_same_state(
    sqlite_office: TestOffice,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: tuple[type, str],
    behind: bool,
) -> None:
    office = sqlite_office
    source(office, folder)
    monkeypatch.setattr("desktop_app.intake.staging.row_staging.CHUNK", 2)
    rows = [*GOOD, ("P-8", "", "", "بی نوع", "", "", "", ""), ("P-7", "درخواست", "", "متن", "", "", "1", "")]
    aged(write_csv(folder / "a.csv", rows, line_end="\n"))
    with (folder / "a.csv").open("a", encoding="utf-8") as file:
        file.write("a,b,c,d,e,f,g,h,i,j\n")
    aged(folder / "a.csv")
    kind, name = step
    # At its second time, where it has one: parts of a file, the rejects and the report.
    for at in (1, 2):
        with monkeypatch.context() as patched:
            patched.setattr(kind, name, killing(getattr(kind, name), at, behind=behind))
            with contextlib.suppress(Killed):
                go(office)
    go(office)
    go(office)
    assert [one.external_id for one in petitions(office)] == ["P-1", "P-2", "P-3"]
    assert states(office) == ["done"] * 3 + ["quarantined"] * 2
    assert names(folder) == ["done/a.csv", "done/a.csv.report.txt", "done/a.rejects.csv"]
    report = (folder / "done/a.csv.report.txt").read_text("utf-8-sig")
    assert "۳ جدید" in report
    assert "۲ در قرنطینه" in report
    with office.services.database.reading() as session:
        (book,) = session.scalars(select(IntakeFile)).all()
    assert (book.state, book.position, book.created, book.quarantined, book.unreadable) == (
        FileState.DONE, 6, 3, 2, 1,
    )  # fmt: skip


def killing(method: Callable[..., Any], at: int, *, behind: bool) -> Callable[..., Any]:
    left = [at]

    def killed(*args: Any, **kwargs: Any) -> Any:
        left[0] -= 1
        if left[0] == 0 and not behind:
            raise Killed
        found = method(*args, **kwargs)
        if left[0] == 0:
            raise Killed
        return found

    return killed


@pytest.mark.parametrize("at", range(2, 60, 8))
def test_killed_at_a_statement_the_same(sqlite_office: TestOffice, folder: Path, at: int) -> None:
    office = sqlite_office
    source(office, folder)
    aged(write_csv(folder / "a.csv", [*GOOD, ("P-8", "", "", "بی نوع", "", "", "", "")]))
    left = [at]

    def count(*_: Any) -> None:
        left[0] -= 1
        if left[0] == 0:
            raise Killed

    engine = office.services.database.engine
    event.listen(engine, "before_cursor_execute", count)
    try:
        go(office)
    except Killed:
        pass
    finally:
        event.remove(engine, "before_cursor_execute", count)
    go(office)
    assert states(office) == ["done"] * 3 + ["quarantined"]
    assert len(petitions(office)) == 3
    assert names(folder) == ["done/a.csv", "done/a.csv.report.txt"]


def test_two_workers_at_once_read_every_row_once(
    department: Department, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = department.office
    admin, actor = department.signed_in("admin")
    admin.sources.add(actor, SourceSettings("پرتال", folder=str(folder)))
    monkeypatch.setattr("desktop_app.intake.staging.row_staging.CHUNK", 3)
    rows = [(f"P-{n}", "درخواست", "", f"متن {n}", "", "", "", "") for n in range(12)]
    for number in range(3):
        own = [(f"Q-{number}-{n}", *row[1:]) for n, row in enumerate(rows[:3])]
        aged(
            write_csv(folder / f"{number}.csv", [*rows, *own, ("", "", "", "بی نوع", "", "", "", "")]), number
        )
    workers = [department.signed_in("yazdi") for _ in range(2)]
    troubles: list[BaseException] = []

    def work(services: Any, who: Any) -> None:
        try:
            Rounds(services.database, services.staging, services.sources, pause=0).run(who)
        except BaseException as error:
            troubles.append(error)

    threads = [threading.Thread(target=work, args=worker) for worker in workers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    services, who = workers[0]
    Rounds(services.database, services.staging, services.sources, pause=0).run(who)
    assert troubles == []
    assert len(petitions(office)) == 12 + 9
    assert states(office).count("quarantined") == 1
    assert len([name for name in names(folder) if name.endswith(".csv")]) == 3
    with department.sql("admin") as connection:
        told = connection.execute("SELECT state, position FROM intake_file").fetchall()
    assert told == [("done", 16)] * 3


def test_a_disk_that_is_full_in_the_middle_of_a_round_says_what_was_saved(
    sqlite_office: TestOffice, folder: Path
) -> None:
    office = sqlite_office
    source(office, folder)
    rows = [(f"P-{n}", "درخواست", "", f"متن {n} " * 30, "", "", "", "") for n in range(450)]
    aged(write_csv(folder / "a.csv", rows))
    most = [4_000_000]

    class Fills(SilentProgress):
        """Leaves no room once 200 petitions are registered; rows are read 450 at once before."""

        def report(self, done: int, total: int | None = None) -> None:
            most[0] = 1 if done == 200 else most[0]

    @event.listens_for(office.services.database.engine, "checkout")
    def _bound(connection: Any, _record: object, _proxy: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {most[0]}")

    with pytest.raises(DatabaseFullError) as caught:
        rounds(office).run(office.manager, Fills())
    assert caught.value.parameters["saved"] == 200
    assert "۲۰۰ مورد" in error_sentence(caught.value)
    assert len(petitions(office)) == 200
    most[0] = 4_000_000
    done = go(office)
    assert (done.taken.petitions, [one.created for one in done.files]) == (250, [450])
