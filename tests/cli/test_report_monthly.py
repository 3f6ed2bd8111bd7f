"""`mosharekat report monthly`: into a file, issued, on paper, and called by a scheduler."""

from __future__ import annotations

import csv
import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from sqlalchemy import update

from desktop_app.bootstrap import open_services
from desktop_app.clock import FixedClock
from desktop_app.office.model import OfficeRow
from desktop_app.persian.digits import latin_digits
from desktop_app.sample.filling import fill
from desktop_app.wording.letters import without_logo_words
from tests.cli.running import CommandLine
from tests.conftest import with_cheap_passwords
from tests.engines import SqliteFiles
from tests.reports.pdf.reading import by_pdfium

MONTHLY = ("report", "monthly", "--month")


def monthly_sample(url: str) -> None:
    """Fills a template with what `mosharekat sample` makes up."""
    services = with_cheap_passwords(open_services(url, prepare_schema=False))
    fill(services, petitions=120, instruments=1, seed=3, until=date(2026, 11, 24))
    services.close()


@pytest.fixture
def filled(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, sqlite_files: SqliteFiles, clock: FixedClock
) -> Iterator[CommandLine]:
    """The command line on made data, put in once for all tests."""
    with sqlite_files.fresh(monthly_sample) as url:
        yield CommandLine(capsys, tmp_path / "data", url)


def received(table: Path) -> list[int]:
    """The numbers received in the period, and in those that it is compared with."""
    _title, _head, *rows = next(
        part for part in _tables(table.read_text(encoding="utf-8-sig")) if part[1][0] in {"دوره", "Period"}
    )
    return [int(row[1]) for row in rows]


def _tables(text: str) -> list[list[list[str]]]:
    """The tables of a report as CSV, after its head: title, columns, rows."""
    _head, *parts = text.replace("\r\n", "\n").strip("\n").split("\n\n")
    return [list(csv.reader(part.split("\n"))) for part in parts]


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
    assert (whole.document["unit"], whole.document["accessible_only_of"]) == (None, None)
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
        (("--period", "1405-Q7", "-o", "x.pdf"), 2, "سه‌ماهه"),
        (("--period", "1405-08-20..1405-08-15", "--text"), 2, "1405-08-۲۰"),
        (("--month", "1450-01", "--text"), 2, "آغاز نشده"),
        (("--month", "1405-08", "--kind", "گلابی", "-o", "x.pdf"), 2, "گلابی"),
        (("--month", "1405-08", "--kind", "گلابی", "-o", "x.pdf"), 2, "complaint"),
        (("--month", "1405-08", "--channel", "گلابی", "-o", "x.pdf"), 2, "portal"),
        (("--month", "1405-08", "--unit", "ناکجا", "-o", "x.pdf"), 1, "ناکجا"),
        (("--month", "1405-08", "--person", "هیچ‌کس", "-o", "x.pdf"), 1, "هیچ‌کس"),
        (("--month", "1405-08", "--correct", "چرا"), 1, "1405-08"),
        (("--month", "1450-01", "--issue"), 1, "به پایان نرسیده"),
        (("--month", "1405-08", "--print", "ناکجا"), 1, "ناکجا"),
        (("--month", "1405-08", "--issue", "--afresh"), 2, "--afresh"),
        (("--month", "1405-08", "--text", "-o", "x.pdf"), 2, "--text"),
        (("--month", "1405-08", "--text", "--json"), 2, "--text"),
        (("--text",), 2, "--month"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    run_sqlite: CommandLine, words: tuple[str, ...], status: int, told: str
) -> None:
    done = run_sqlite("report", "monthly", *words)
    assert done.status == status
    assert told in done.line.replace("۱۴۰۵-۰۸", "1405-08")
    assert not Path("x.pdf").exists()


def test_a_period_is_counted_from_its_first_day_on(run_sqlite: CommandLine, tmp_path: Path) -> None:
    # Today is the third of the month.
    told = [
        run_sqlite(
            "report", "monthly", "--period", f"1405-09-0{day}..1405-09-10", "-o", tmp_path / f"{day}.csv"
        )
        for day in (3, 4)
    ]
    assert [done.status for done in told] == [0, 2]
    assert (tmp_path / "3.csv").exists()
    assert "آغاز نشده" in told[1].line


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
        # The pages are counted, not looked at.
        printer.setResolution(72)
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
    services = open_services(filled.database, prepare_schema=False)
    with services.database.writing() as session:
        session.execute(update(OfficeRow).values(logo=b64encode(b"no picture").decode("ascii")))
    services.close()
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


def tables(text: str) -> dict[str, list[list[str]]]:
    """The tables of a report as text, by their titles: cells in Latin digits; sentences before them are left out."""
    plain = latin_digits(re.sub("[\u200f\u2066-\u2069]", "", text)).replace("٬", "").replace("٫", ".")
    blocks = [block.split("\n") for block in plain.strip("\n").split("\n\n")]
    return {
        title.removeprefix("■ "): [cells for line in lines if len(cells := re.split(" {2,}", line)) > 1]
        for title, *lines in blocks
        if title.startswith("■ ")
    }


def name_of(words: str) -> str:
    """The name of a row in one form: a code without its groups, of a day only that of the month."""
    day = re.fullmatch(r"\d{4}/\d\d/(\d\d)|(\d\d?) \w+", words)
    return str(int(day[1] or day[2])) if day else words.replace("-", "")


def sheets(path: Path) -> dict[str, list[list[str]]]:
    """The tables of a report as CSV, by their titles: cells in Latin digits."""
    found = _tables(latin_digits(path.read_text(encoding="utf-8-sig")))
    return {title[0]: rows for title, *rows in found}


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize(
    "words",
    [("--month", "1405-08"), ("--period", "1404", "--kind", "request"), ("--month", "last", "--unit")],
)
def test_the_figures_as_text_are_those_of_the_spreadsheet(
    filled: CommandLine, tmp_path: Path, language: str, words: tuple[str, ...]
) -> None:
    target = tmp_path / "report.csv"
    if words[-1] == "--unit":
        petitions = filled("petitions", "find", "درخواست", "--json").document["items"]
        [(busiest, _)] = Counter(row["unit"] for row in petitions if row["unit"]).most_common(1)
        words = (*words, busiest)
    report = ("--language", language, "report", "monthly", *words)
    assert filled(*report, "-o", target).status == 0
    done = filled(*report, "--text")
    assert (done.status, done.err) == (0, "")
    found, written = tables(done.out), sheets(target)
    # Without the twelve months beside their shares, and the columns and rows that only one of them has.
    alike = [title for title in found if found[title] and title in written]
    compared, named, missing = 0, 0, 0
    for title in alike:
        (head, *rows), (columns, *cells) = found[title], written[title]
        if len(rows) != len(cells):
            continue
        if head[0] == columns[0]:
            assert [name_of(cell[0]) for cell in cells] == [name_of(row[0]) for row in rows], title
            named += len(rows)
        for shown, column in enumerate(head[1:], 1):
            if column not in columns:
                continue
            place = columns.index(column)
            pairs = [(row[shown], cell[place]) for row, cell in zip(rows, cells, strict=True)]
            counts = [(words, cell) for words, cell in pairs if re.fullmatch(r"[\d.]+", words)]
            assert [float(cell) for _, cell in counts] == [float(words) for words, _ in counts], title
            # What is not known is a dash on paper, and no cell.
            unknown = [cell for words, cell in pairs if words == "—"]
            assert unknown == [""] * len(unknown), title
            compared += len(counts)
            missing += len(unknown)
    assert len(alike) >= 8
    assert compared > 50
    assert named > 20
    assert missing > 0


@pytest.mark.parametrize(("language", "others"), [("fa", "[0-9]"), ("en", "[۰-۹]")])
def test_text_is_in_the_digits_of_the_language_and_has_the_titles_of_the_paper(
    filled: CommandLine, tmp_path: Path, language: str, others: str
) -> None:
    report = ("--language", language, *MONTHLY, "1405-08")
    out = filled(*report, "--text").out
    # The digest is hexadecimal in both.
    assert not re.search(others, out.rsplit("\n\n", 1)[0])
    filled(*report, "-o", tmp_path / "report.pdf")
    paper = "".join(" ".join(by_pdfium((tmp_path / "report.pdf").read_bytes())).split())
    titles = ["".join(title.split()) for title in tables(out)]
    assert len(titles) == 16
    for title in titles:
        assert title in paper
        paper = paper.split(title, 1)[1]


def test_a_month_without_petitions_is_said_in_words(run_sqlite: CommandLine) -> None:
    done = run_sqlite(*MONTHLY, "1404-02", "--text")
    assert done.status == 0
    assert "در این دوره درخواست معوقی نبود." in done.out
    found = tables(done.out)
    assert all(row[1:] == ["0", "0"] for row in found["دریافت و رسیدگی در هر روز"][1:])
    assert found["درخواست‌ها به تفکیک واحد"][1:] == [["جمع", "0", "—", "بدون تغییر", "0", "0", "0", "—", "—"]]


def test_text_of_what_was_issued_is_as_it_was_issued_unless_counted_afresh(
    filled: CommandLine, tmp_path: Path
) -> None:
    draft = filled(*MONTHLY, "1405-08", "--text").out
    assert "پیش‌نویس: صادر نشده" in draft
    first = filled(*MONTHLY, "1405-08", "--issue", "--text")
    assert "صادر" in first.line
    assert "1405/1" in latin_digits(first.out)
    assert tables(first.out) == tables(draft)
    filled("import", "petitions", _late(tmp_path))
    assert filled(*MONTHLY, "1405-08", "--text").out == first.out
    assert tables(filled(*MONTHLY, "1405-08", "--text", "--afresh").out) != tables(first.out)
