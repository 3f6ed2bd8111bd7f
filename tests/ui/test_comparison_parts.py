"""Footnotes and other parts beside the text, in the window of the comparison and in every output of it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_app.comparison.engine import compare_texts, to_json
from desktop_app.comparison.html_output import as_html
from desktop_app.comparison.provenance import Provenance
from desktop_app.comparison.result import Comparison, Flag
from desktop_app.documents.document import DocumentPart, PartKind
from desktop_app.progress import SilentProgress
from desktop_app.reports.comparison_docx import comparison_docx
from desktop_app.reports.comparison_pdf import comparison_pdf
from tests.cli.running import process
from tests.documents.test_parts import docx_of, odt_of
from tests.reports.pdf.reading import by_pdfium
from ui.annotations.targets import targets_of_change, targets_of_selection
from ui.comparison.sources import FilePair, load_files
from ui.widgets.comparison_view.changes import Filter
from ui.widgets.comparison_view.in_words import in_words
from ui.widgets.comparison_view.labels import absent_note, change_title
from ui.widgets.comparison_view.reading import ComparisonReading
from ui.widgets.comparison_view.rows import SIDES, Row, ShownSides

OLD = (
    "آیین‌نامه نمونه\n"
    "ماده ۱- متقاضی درخواست[fموضوع تصویب‌نامه شماره ۱۲۳۴ هیئت] خود را ثبت می‌کند.\n"
    "ماده ۲- هیئت هر ماه یک جلسه دارد.[cبا اداره مالی هماهنگ شود]\n"
    "ماده ۳- مهلت رسیدگی سی روز[eروز کاري ملاک است] است.\n"
    "ماده ۴- پروانه[fپروانه به نام شخص صادر می‌شود] سه سال اعتبار دارد و تمدید می‌شود."
)
_LINES = (
    OLD.replace("۱۲۳۴", "۱۲۴۳").replace("[cبا اداره مالی هماهنگ شود]", "").replace("کاري", "کاری").split("\n")
)
#: Article 4 moved up with its footnote.
NEW = "\n".join([*_LINES[:2], _LINES[4], *_LINES[2:4]])


@pytest.fixture(scope="module", params=["docx", "odt"])
def files(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> FilePair:
    folder = tmp_path_factory.mktemp("parts")
    write = docx_of if request.param == "docx" else odt_of
    return FilePair(
        *(write(folder / f"{name}.{request.param}", text) for name, text in (("a", OLD), ("b", NEW)))
    )


@pytest.fixture(scope="module")
def comparison(files: FilePair) -> Comparison:
    return load_files(files, SilentProgress()).comparison


@pytest.fixture
def reading(comparison: Comparison) -> ComparisonReading:
    return ComparisonReading(comparison)


def titles(reading: ComparisonReading) -> list[str]:
    return [change_title(reading.comparison, reading.changes[index]) for index in reading.shown_changes]


def test_the_window_the_command_line_and_the_papers_have_the_same_figures(
    comparison: Comparison, reading: ComparisonReading, files: FilePair
) -> None:
    told = json.loads(process("compare", files.old, files.new, "--json").out)
    assert told == json.loads(to_json(comparison))
    assert told["counts"]["changes"] == len(reading.substantive) == len(comparison.changes) == 3
    assert as_html(comparison).count('<a id="c') == 3
    made = Provenance("مقایسه", datetime(2026, 11, 25, tzinfo=UTC), "کسی")
    words = " ".join(by_pdfium(comparison_pdf(comparison, made)))
    assert "پانوشت ماده ۱" in words
    assert "۱۲۴۳" in words


def test_parts_are_rows_below_their_provision(reading: ComparisonReading) -> None:
    assert titles(reading)[:2] == ["پانوشت ماده ۱", "ماده ۴"]
    assert titles(reading)[-1] == "یادداشت کناری ماده ۲"
    homes = [reading.comparison.entries[row.entry].part for row in reading.rows]
    assert homes[:3] == [None, None, PartKind.FOOTNOTE]
    [first] = [row for row in reading.rows if row.beside][:1]
    assert (first.captioned, first.part) == (True, ShownSides.BOTH)


def test_a_footnote_leaves_and_arrives_with_its_article(reading: ComparisonReading) -> None:
    entries = reading.comparison.entries
    rows = [(entries[row.entry].part, row.part) for row in reading.rows]
    arrival = rows.index((None, ShownSides.ARRIVAL))
    departure = rows.index((None, ShownSides.DEPARTURE))
    for at, part, side in ((arrival, ShownSides.ARRIVAL, "old"), (departure, ShownSides.DEPARTURE, "new")):
        assert rows[at + 1] == (PartKind.FOOTNOTE, part)
        row = reading.rows[at + 1]
        assert Flag.MOVED not in entries[row.entry].flags
        note = absent_note(reading.comparison, row, "old" if side == "old" else "new", "نسخه")
        assert "پانوشت ماده ۴" in note


def test_every_entry_has_a_row_and_each_side_once(reading: ComparisonReading) -> None:
    entries = reading.comparison.entries
    shown = [(row.entry, side) for row in reading.rows for side in SIDES if row.shows(side)]
    wanted = [
        (index, side)
        for index, entry in enumerate(entries)
        for side, place in (("old", entry.old), ("new", entry.new))
        if place is not None
    ]
    assert sorted(shown) == sorted(wanted)


def test_spelling_in_a_note_is_hidden_with_the_other_spelling(reading: ComparisonReading) -> None:
    assert "پی‌نوشت ماده ۳" not in titles(reading)
    reading.use_filter(Filter(orthographic=True))
    assert "پی‌نوشت ماده ۳" in titles(reading)


def test_a_note_is_read_aloud_with_its_name(reading: ComparisonReading) -> None:
    reading.unfold(True)
    assert "پانوشت ماده ۱: موضوع تصویب‌نامه شماره" in in_words(reading, "both").text


def test_a_note_is_no_place_for_an_annotation(comparison: Comparison) -> None:
    entry = next(entry for entry in comparison.entries if entry.part is PartKind.FOOTNOTE)
    assert entry.new is not None
    assert targets_of_change(comparison, "new", entry.new.start) == ()
    assert targets_of_selection(comparison, "new", entry.new.start, entry.new.end) == ()
    assert targets_of_selection(comparison, "new", 0, 5) != ()


def test_a_word_document_has_the_parts_after_the_text(comparison: Comparison, tmp_path: Path) -> None:
    from desktop_app.documents.reading import read_here  # noqa: PLC0415

    made = Provenance("مقایسه", datetime(2026, 11, 25, tzinfo=UTC), "کسی")
    (tmp_path / "made.docx").write_bytes(comparison_docx(comparison, made))
    read = read_here(tmp_path / "made.docx")
    assert read.text == comparison.new.text
    assert any("پس از متن" in part.text for part in read.parts if part.kind is PartKind.HEADER)


def test_headers_are_the_last_rows_even_after_a_moved_article() -> None:
    header = (DocumentPart(PartKind.HEADER, None, "سر"),)
    body = "ماده ۱- یک دو سه چهار.\nماده ۲- پنج شش هفت هشت نه.\n"
    lines = body.split("\n")
    found = compare_texts(body, f"{lines[1]}\n{lines[0]}\n", old_parts=header, new_parts=header)
    rows = ComparisonReading(found).rows
    assert rows[-1] == Row(len(found.entries) - 1, ShownSides.BOTH, beside=True)
