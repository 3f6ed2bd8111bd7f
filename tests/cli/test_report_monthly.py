"""`mosharekat report monthly`: into a file, issued, on paper, and called by a scheduler."""

from __future__ import annotations

import csv
from base64 import b64encode
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter

from desktop_app.bootstrap import open_services
from desktop_app.office.model import Setting
from desktop_app.wording.letters import without_logo_words
from tests.cli.running import CommandLine
from tests.reports.pdf.reading import by_pdfium

MONTHLY = ("report", "monthly", "--month")


@pytest.fixture
def filled(run_sqlite: CommandLine) -> CommandLine:
    done = run_sqlite(
        "sample", "--petitions", "60", "--instruments", "1", "--seed", "3", "--until", "1405-09-03"
    )
    assert done.status == 0
    return run_sqlite


def received(path: Path) -> list[int]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [int(row[2]) for row in list(csv.reader(file))[1:3]]


def test_a_report_that_was_issued_comes_as_it_was_issued(filled: CommandLine, tmp_path: Path) -> None:
    first, again, table = tmp_path / "first.pdf", tmp_path / "again.pdf", tmp_path / "table.csv"
    issued = filled(*MONTHLY, "1405-08", "--issue", "--signed-as", "مدیر کل", "-o", first, "--json")
    assert (issued.status, issued.document["edition"]) == (0, 1)
    number, digest = issued.document["number"], issued.document["sha256"]
    assert number.endswith("/1")
    filled("import", "petitions", _late(tmp_path))
    done = filled(*MONTHLY, "1405-08", "-o", again)
    assert "شماره" in done.out
    assert again.read_bytes() == first.read_bytes()
    filled(*MONTHLY, "1405-08", "-o", table)
    before = received(table)[0]
    afresh = filled(*MONTHLY, "1405-08", "-o", table, "--afresh", "--json")
    assert "number" not in afresh.document
    assert received(table)[0] == before + 1
    # A scheduler that runs twice issues once; a correction is a new edition.
    twice = filled(*MONTHLY, "1405-08", "--issue", "--json")
    assert (twice.document["number"], twice.document["sha256"]) == (number, digest)
    corrected = filled(*MONTHLY, "1405-08", "--correct", "یکی دیر رسید", "-o", first, "--json")
    assert (corrected.document["number"], corrected.document["edition"]) == (number, 2)
    assert "یکی دیر رسید" in " ".join(by_pdfium(first.read_bytes()))


def _late(folder: Path) -> Path:
    path = folder / "late.csv"
    path.write_text("kind,text,channel,received_at\nrequest,دیر رسید,portal,1405/08/10\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("period", ["1405-Q2", "1404", "1405-07-10..1405-08-12", "last"])
def test_other_periods_and_filters_are_asked_for(filled: CommandLine, tmp_path: Path, period: str) -> None:
    target = tmp_path / "report.csv"
    whole = filled("report", "monthly", "--period", period, "-o", target, "--json")
    assert (whole.status, bool(whole.document["period"])) == (0, True)
    total = received(target)[0]
    counts = []
    for kind in ("request", "complaint", "suggestion", "criticism", "نظر"):
        filled("report", "monthly", "--period", period, "--kind", kind, "-o", target)
        counts.append(received(target)[0])
    assert sum(counts) == total


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (("--month", "1405-08"), 2, "-o"),
        (("--month", "1405-08", "--period", "1405", "-o", "x.pdf"), 2, "--period"),
        (("--period", "1405-Q7", "-o", "x.pdf"), 2, "Q۷"),
        (("--month", "1405-08", "--kind", "گلابی", "-o", "x.pdf"), 2, "گلابی"),
        (("--month", "1405-08", "--unit", "ناکجا", "-o", "x.pdf"), 1, "ناکجا"),
        (("--month", "1405-08", "--person", "هیچ‌کس", "-o", "x.pdf"), 1, "هیچ‌کس"),
        (("--month", "1405-08", "--correct", "چرا"), 1, "1405-08"),
        (("--month", "1450-01", "--issue"), 1, "به پایان نرسیده"),
        (("--month", "1405-08", "--print", "ناکجا"), 1, "ناکجا"),
        (("--month", "1405-08", "--issue", "--afresh"), 2, "--afresh"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    run_sqlite: CommandLine, words: tuple[str, ...], status: int, told: str
) -> None:
    done = run_sqlite("report", "monthly", *words)
    assert done.status == status
    assert told in done.line.replace("۱۴۰۵-۰۸", "1405-08")
    assert not Path("x.pdf").exists()


def test_a_pc_without_a_printer_says_so(run_sqlite: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.widgets.unattended.QPrinterInfo.defaultPrinter", _no_printer)
    done = run_sqlite(*MONTHLY, "last", "--print")
    assert done.status == 1
    assert "چاپگر" in done.line


def _no_printer() -> object:
    class NoPrinter:
        def isNull(self) -> bool:  # noqa: N802 - as Qt calls it
            return True

    return NoPrinter()


def test_the_pages_that_go_to_the_printer_are_those_that_were_issued(
    filled: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = tmp_path / "paper.pdf"
    asked: list[tuple[str, int, bool]] = []

    def into_file(printer: QPrinter, name: str, *, copies: int, duplex: bool) -> None:
        asked.append((name, copies, duplex))
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(paper))

    monkeypatch.setattr("ui.widgets.unattended.find_printer", lambda name: name)
    monkeypatch.setattr("ui.widgets.unattended.set_up", into_file)
    done = filled(*MONTHLY, "last", "--issue", "--print", "دفتر", "--copies", "2", "--duplex", "--json")
    assert done.status == 0
    assert asked == [("دفتر", 2, True)]
    printed = pypdfium2.PdfDocument(paper)
    assert (done.document["printer"], done.document["pages"]) == ("دفتر", len(printed))
    printed.close()
    # On the next day the scheduler asks again: it is issued, and was printed.
    paper.unlink()
    again = filled(*MONTHLY, "last", "--issue", "--print", "دفتر")
    assert (again.status, paper.exists()) == (0, False)
    assert "پیش‌تر صادر شده" in again.out
    # Whoever wants it once more asks for it.
    assert filled(*MONTHLY, "last", "--print", "دفتر").status == 0
    assert paper.exists()


def test_a_logo_that_cannot_be_read_is_told_in_a_line_beside_what_was_made(
    filled: CommandLine, tmp_path: Path
) -> None:
    with open_services(filled.database, prepare_schema=False).database.writing() as session:
        session.merge(Setting(name="logo", value=b64encode(b"no picture").decode("ascii")))
    [petition] = filled("petitions", "find", "درخواست", "--limit", "1", "--json").document["items"]
    code = petition["tracking_code"]
    for words in (
        (*MONTHLY, "1405-08", "-o", tmp_path / "report.pdf"),
        ("letter", "--petition", code, "--kind", "slip", "-o", tmp_path / "slip.pdf"),
        ("report", "consultation", "--instrument", "galleries", "-o", tmp_path / "summing-up.pdf"),
    ):
        done = filled(*words)
        assert (done.status, done.line) == (0, without_logo_words())
        assert words[-1].exists()
    # A spreadsheet has no letterhead, and what was issued is as it was issued.
    assert filled(*MONTHLY, "1405-08", "-o", tmp_path / "report.xlsx").err == ""
    assert filled(*MONTHLY, "1405-08", "--issue").line == without_logo_words()
    assert filled(*MONTHLY, "1405-08", "-o", tmp_path / "report.pdf").err == ""


def test_nothing_is_issued_that_cannot_be_printed(filled: CommandLine) -> None:
    assert filled(*MONTHLY, "1405-08", "--issue", "--print", "ناکجا").status == 1
    assert filled(*MONTHLY, "1405-08", "--issue", "--json").document["number"].endswith("/1")
