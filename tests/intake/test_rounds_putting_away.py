"""Files of watched folders are put away with a report, never over another file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from desktop_app.intake.sources.places import FolderPlace
from desktop_app.intake.sources.rounds import Rounds
from desktop_app.intake.sources.service import SourceRow
from desktop_app.wording.errors import error_sentence
from tests.department import TestOffice
from tests.intake.staged import petitions
from tests.intake.tables import write_csv
from tests.intake.watching import aged, folder, go, names, source

__all__ = ["folder"]


def test_a_name_in_done_is_never_written_over(sqlite_office: TestOffice, folder: Path) -> None:
    office = sqlite_office
    source(office, folder)
    (folder / "done").mkdir()
    (folder / "done/a.csv").write_text("older", "utf-8")
    (folder / "done/a (2).csv.report.txt").write_text("older", "utf-8")
    aged(write_csv(folder / "a.csv"))
    (one,) = go(office).files
    assert one.kept_as == "a (3).csv"
    assert (folder / "done/a.csv").read_text("utf-8") == "older"


def test_what_comes_under_the_name_after_it_was_chosen_is_not_written_over_either(
    sqlite_office: TestOffice, folder: Path
) -> None:
    office = sqlite_office
    source(office, folder)
    aged(write_csv(folder / "a.csv"))

    class Late(FolderPlace):
        def put_away(self, name: str, sha256: str, kept_as: str, *, rejected: bool) -> Any:
            if kept_as == "a.csv":
                (folder / "done/a.csv").write_text("theirs", "utf-8")
            return super().put_away(name, sha256, kept_as, rejected=rejected)

    class Watching(Rounds):
        def _place(self, source: SourceRow) -> Any:
            return Late(source.settings.name, folder, 0)

    services = office.services
    done = Watching(services.database, services.staging, services.sources, pause=0).run(office.manager)
    assert done.files[0].kept_as == "a (2).csv"
    assert (folder / "done/a.csv").read_text("utf-8") == "theirs"


def test_nothing_of_ours_is_written_over_another_file_and_names_may_be_as_long_as_they_get(
    sqlite_office: TestOffice, folder: Path
) -> None:
    office = sqlite_office
    source(office, folder)
    (folder / "done").mkdir()
    (folder / "done/a.rejects.csv").write_text("theirs", "utf-8")
    torn = write_csv(folder / "a.csv")
    with torn.open("a", encoding="utf-8") as file:
        file.write("a,b,c,d,e,f,g,h,i,j\n")
    aged(torn)
    long = "ن" * 120 + ".csv"
    aged(write_csv(folder / long), 1)
    first, second = go(office).files
    assert (first.kept_as, first.unreadable, second.kept_as) == ("a (2).csv", 1, long)
    assert (folder / "done/a.rejects.csv").read_text("utf-8") == "theirs"
    assert (folder / "done/a (2).rejects.csv").exists()
    reports = [name for name in names(folder) if name.startswith("done/ن") and name != f"done/{long}"]
    assert len(reports) == 1
    assert reports[0].endswith("ن.csv.report.txt")
    for number in (2, 3):
        aged(write_csv(folder / long), number)
        kept = go(office).files[0].kept_as
        assert kept.endswith(f" ({number}).csv")
        assert (folder / "done" / kept).exists()
    assert len(list((folder / "done").glob("ن*.report.txt"))) == 3


def test_a_file_that_cannot_be_put_away_is_told_and_the_others_are(
    sqlite_office: TestOffice, folder: Path
) -> None:
    office = sqlite_office
    source(office, folder)
    aged(write_csv(folder / "a.csv"))
    aged(write_csv(folder / "b.csv"), 1)

    class Held(FolderPlace):
        def put_away(self, name: str, sha256: str, kept_as: str, *, rejected: bool) -> Any:
            if name == "a.csv":
                raise PermissionError(13, "another program has it open")
            return super().put_away(name, sha256, kept_as, rejected=rejected)

    class Watching(Rounds):
        def _place(self, source: SourceRow) -> Any:
            return Held(source.settings.name, folder, 0)

    services = office.services
    done = Watching(services.database, services.staging, services.sources, pause=0).run(office.manager)
    assert [one.name for one in done.files] == ["b.csv"]
    assert [one.parameters["reason"] for one in done.troubles] == ["held"]
    assert "باز" in error_sentence(done.troubles[0])
    assert [one.name for one in go(office).files] == ["a.csv"]
    assert len(petitions(office)) == 3
