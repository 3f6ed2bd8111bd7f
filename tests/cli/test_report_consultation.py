"""`mosharekat report consultation`: the summing-up of a consultation into a file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop_app.bootstrap import open_services
from desktop_app.sample.filling import fill
from tests.cli.running import CommandLine
from tests.conftest import with_cheap_passwords
from tests.engines import SqliteFiles
from tests.reports.pdf.reading import by_pdfium


def consultation_sample(url: str) -> None:
    """Fills a template with what `mosharekat sample` makes up."""
    services = with_cheap_passwords(open_services(url, prepare_schema=False))
    fill(services, petitions=5, instruments=3, seed=1, until=date(2026, 11, 24))
    services.close()


@pytest.fixture
def filled(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, sqlite_files: SqliteFiles
) -> Iterator[CommandLine]:
    """The command line on made data, put in once for all tests."""
    with sqlite_files.fresh(consultation_sample) as url:
        yield CommandLine(capsys, tmp_path / "data", url)


def test_the_summing_up_is_written_in_each_form(filled: CommandLine, tmp_path: Path) -> None:
    for ending in ("pdf", "docx", "xlsx"):
        target = tmp_path / f"report.{ending}"
        done = filled(
            "report", "consultation", "--instrument", "phone-answering", "-o", str(target), "--json"
        )
        assert done.status == 0
        assert done.document["number"] == 1
        assert done.document["comments"] > 0
        assert target.stat().st_size > 1000
    assert "گزارش جمع‌بندی" in by_pdfium((tmp_path / "report.pdf").read_bytes())[0]


def test_the_office_s_own_form_is_asked_for_and_says_so(filled: CommandLine, tmp_path: Path) -> None:
    target = tmp_path / "own.pdf"
    asked = ("report", "consultation", "--instrument", "phone-answering", "-o", str(target))
    done = filled(*asked, "--internal", "--json")
    assert (done.status, done.document["internal"], done.document["number"]) == (0, True, 1)
    assert all("داخلی — دارای اطلاعات شخصی" in page for page in by_pdfium(target.read_bytes()))
    assert "برای انتشار نیست" in filled(*asked, "--internal").out
    plain = filled(*asked, "--json")
    assert plain.document["internal"] is False
    assert "داخلی" not in "".join(by_pdfium(target.read_bytes()))


def test_an_unknown_instrument_and_a_strange_ending_are_refused_in_a_line(
    run_sqlite: CommandLine, tmp_path: Path
) -> None:
    done = run_sqlite("report", "consultation", "--instrument", "nowhere", "-o", str(tmp_path / "a.pdf"))
    assert done.status == 1
    assert "nowhere" in done.line
    done = run_sqlite("report", "consultation", "--instrument", "nowhere", "-o", str(tmp_path / "a.txt"))
    assert done.status == 2
    assert ".docx" in done.line
    assert not list(tmp_path.glob("a.*"))
