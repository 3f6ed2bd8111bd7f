"""Exporting a comparison: menu and keys, every form, what the filter hides, stopping, trouble, the printer."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.progress import SilentProgress
from desktop_app.wording import use_language
from tests.department import TestOffice
from tests.reports.pdf.reading import by_pdfium
from tests.reports.redline_documents import PAIRS as REDLINES
from tests.reports.redlines import accepted, rejected, text_of
from tests.ui.consultation import FIRST, SECOND, draft, workplace
from tests.ui.keyboard import CONTROL, activate, click, press
from tests.ui.printers import into_file
from ui import jobs
from ui.comparison.exporting import Exporting
from ui.comparison.forms import ExportFormat, VisibleChanges, file_name, form_name, made, shown_by
from ui.comparison.sources import FilePair, Loaded, RevisionPair, load_files, load_revisions
from ui.widgets.comparison_view.changes import ChangeKind, Filter
from ui.widgets.comparison_view.reading import ComparisonReading

NEWER = SECOND.replace("منتشر می‌شود", "اعلام مي‌شود").replace(
    "تبصره ـ", "تبصره ۱ـ حکمی تازه درباره بازدید نگارخانه می‌آید.\nتبصره ۲ـ"
)


@dataclass
class Desk:
    """A window that only exports; what its dialogs answer, what it opened."""

    window: QWidget
    exporting: Exporting
    loaded: Loaded | None
    reading: ComparisonReading
    target: Path | None = None
    asked: list[tuple[Path, str]] = field(default_factory=list)
    opened: list[Path] = field(default_factory=list)

    def settle(self) -> None:
        assert jobs.wait_all()


@pytest.fixture
def loaded(sqlite_office: TestOffice) -> Loaded:
    detail = draft(sqlite_office, FIRST, NEWER)
    pair = RevisionPair(detail.row.id)
    return load_revisions(sqlite_office.services, sqlite_office.reviewer, pair, SilentProgress())


@pytest.fixture
def desk(qtbot: QtBot, sqlite_office: TestOffice, loaded: Loaded, tmp_path: Path) -> Desk:
    window = QWidget()
    qtbot.addWidget(window)
    reading = ComparisonReading(loaded.comparison)
    made_here: list[Desk] = []

    def ask_path(suggested: Path, kinds: str) -> Path | None:
        made_here[0].asked.append((suggested, kinds))
        return made_here[0].target

    exporting = Exporting(
        window,
        workplace(sqlite_office, sqlite_office.reviewer),
        lambda: made_here[0].loaded,
        lambda: made_here[0].reading,
        ask_path=ask_path,
        ask_printer=lambda printer, parent: False,
        open_url=lambda url: made_here[0].opened.append(Path(QUrl(url).toLocalFile())),
    )
    QVBoxLayout(window).addWidget(exporting.bar)
    made_here.append(Desk(window, exporting, loaded, reading, tmp_path / "out"))
    activate(window)
    return made_here[0]


def words_of(path: Path) -> str:
    return " ".join(" ".join(by_pdfium(path.read_bytes())).split())


def test_the_menu_offers_every_form_and_the_printer(desk: Desk) -> None:
    said = [action.text() for action in desk.exporting.menu().actions() if not action.isSeparator()]
    assert said == [*map(form_name, ExportFormat), "چاپ"]


@pytest.mark.parametrize("key", [Qt.Key.Key_E, ord("ث")])
def test_ctrl_e_opens_the_menu_under_both_layouts(desk: Desk, key: int) -> None:
    press(desk.window, key, CONTROL)
    menus = [child for child in desk.window.children() if child.metaObject().className() == "QMenu"]
    assert len(menus) == 1
    assert menus[0].property("visible")


@pytest.mark.parametrize("form", list(ExportFormat))
def test_every_form_is_written_where_it_was_asked_to(desk: Desk, form: ExportFormat) -> None:
    desk.exporting.export(form)
    desk.settle()
    assert desk.target is not None
    written = desk.target.with_name(f"out{form.suffix}")
    assert written.stat().st_size > 500
    assert desk.exporting.bar.text == f"«\u2068{written.name}\u2069» نوشته شد."
    (suggested, kinds), *_ = desk.asked
    assert suggested.suffix == form.suffix
    assert kinds.endswith(f"(*{form.suffix})")


def test_file_and_folder_can_be_opened_from_the_message(desk: Desk) -> None:
    desk.exporting.export(ExportFormat.HTML)
    desk.settle()
    click(desk.exporting.bar.file_button)
    click(desk.exporting.bar.folder_button)
    assert desk.target is not None
    assert desk.opened == [desk.target.with_name("out.html"), desk.target.parent]


def test_without_a_comparison_the_keys_say_that_there_is_none(desk: Desk) -> None:
    desk.loaded = None
    for key in (Qt.Key.Key_E, Qt.Key.Key_P):
        desk.exporting.bar.hide()
        press(desk.window, key, CONTROL)
        assert desk.exporting.bar.text == "چیزی برای مقایسه باز نیست"


def test_thinking_better_of_it_writes_nothing(desk: Desk, tmp_path: Path) -> None:
    desk.target = None
    before = sorted(tmp_path.iterdir())
    desk.exporting.export(ExportFormat.PDF_BOTH)
    desk.settle()
    assert sorted(tmp_path.iterdir()) == before
    assert desk.exporting.bar.text == ""


def test_the_pdf_says_who_compared_which_revisions(desk: Desk, tmp_path: Path) -> None:
    desk.exporting.write(ExportFormat.PDF_LIST, tmp_path / "list.pdf")
    desk.settle()
    words = words_of(tmp_path / "list.pdf")
    assert desk.loaded is not None
    assert desk.loaded.title in words
    for side in (desk.loaded.old, desk.loaded.new):
        assert side.name in words
        assert side.detail.split(" · ")[1] in words


def test_what_the_filter_hides_is_hidden_and_named(desk: Desk, tmp_path: Path) -> None:
    desk.reading.use_filter(Filter(frozenset({ChangeKind.EDITED})))
    desk.exporting.write(ExportFormat.HTML, tmp_path / "out.html")
    desk.exporting.stop()
    desk.exporting.write(ExportFormat.HTML, tmp_path / "out.html")
    desk.settle()
    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert "دو سال" in page.replace("</ins>", "").replace('<ins class="words weighty" title="الحاقی">', "")
    assert "بازدید نگارخانه" not in page
    assert "پنهان در اینجا" in page
    assert "الحاقی" in page[page.index("پنهان در اینجا") :][:200]


def test_nothing_is_hidden_from_data_for_programs(desk: Desk, tmp_path: Path) -> None:
    desk.reading.use_filter(Filter(frozenset({ChangeKind.EDITED})))
    desk.exporting.write(ExportFormat.JSON, tmp_path / "out.json")
    desk.settle()
    document = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert desk.loaded is not None
    assert document["counts"] == desk.loaded.comparison.counts


def test_a_filter_that_hides_a_part_of_a_kind_says_how_many(loaded: Loaded) -> None:
    reading = ComparisonReading(loaded.comparison)
    reading.use_filter(Filter(weighty=True, orthographic=True))
    shown = shown_by(reading)
    assert shown.showing.entries is not None
    assert all(loaded.comparison.entries[index].weighty for index in shown.showing.entries)
    assert "اصلاح‌شده (۱)" in shown.hidden


def test_spelling_is_named_as_hidden_while_it_is(loaded: Loaded) -> None:
    reading = ComparisonReading(loaded.comparison)
    hidden = shown_by(reading)
    assert not hidden.showing.spelling
    reading.use_filter(Filter(orthographic=True))
    assert shown_by(reading) == VisibleChanges()


def test_a_file_that_can_t_be_written_is_told_and_the_old_one_kept(desk: Desk, tmp_path: Path) -> None:
    desk.exporting.write(ExportFormat.TEXT, tmp_path / "no folder" / "out.txt")
    desk.settle()
    assert "out.txt" in desk.exporting.bar.text
    assert desk.exporting.bar.file_button.isHidden()


def test_what_was_stopped_leaves_the_old_file(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    target.write_bytes(b"the one before")
    desk.exporting.write(ExportFormat.PDF_BOTH, target)
    desk.exporting.stop()
    desk.settle()
    assert target.read_bytes() == b"the one before"
    assert desk.exporting.bar.text == "متوقف شد. چیزی نوشته نشد."


def test_ctrl_p_prints_standing_and_lying_pages_as_they_are(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "printed.pdf"
    desk.exporting.work.ask_printer = into_file(target)
    press(desk.window, Qt.Key.Key_P, CONTROL)
    desk.settle()
    printed = pypdfium2.PdfDocument(target)
    lying = [page.get_width() > page.get_height() for page in printed]
    printed.close()
    assert lying[0] is False
    assert lying[-1] is True
    assert "به چاپگر رفت" in desk.exporting.bar.text


def test_two_files_are_called_by_their_names(tmp_path: Path, sqlite_office: TestOffice) -> None:
    old, new = tmp_path / "قدیم.txt", tmp_path / "bylaw-2.txt"
    old.write_text(FIRST, encoding="utf-8")
    new.write_text(SECOND, encoding="utf-8")
    loaded = load_files(FilePair(old, new), SilentProgress())
    assert file_name(loaded, ExportFormat.PDF_TEXTS) == "مقایسهٔ قدیم.txt و bylaw-2.txt.pdf"
    page = made(
        loaded, ExportFormat.HTML, VisibleChanges(), sqlite_office.services, sqlite_office.reviewer,
        SilentProgress(),
    ).content  # fmt: skip
    assert "قدیم.txt و bylaw-2.txt" in page.decode()
    assert "\u2066" not in page.decode()


def test_two_docx_files_are_exported_as_changes_in_the_older_one_with_what_is_to_be_told(
    desk: Desk, tmp_path: Path
) -> None:
    old, new = REDLINES["columns"].written(tmp_path, "columns")
    desk.loaded = load_files(FilePair(old, new), SilentProgress())
    desk.exporting.write(ExportFormat.DOCX, tmp_path / "out.docx")
    desk.settle()
    document = (tmp_path / "out.docx").read_bytes()
    assert text_of(rejected(document)) == text_of(old.read_bytes())
    assert text_of(accepted(document)) == text_of(new.read_bytes())
    assert "نوشته شد. ستون‌های ۱ جدول تغییر کرده است" in desk.exporting.bar.text


@pytest.mark.parametrize("form", list(ExportFormat))
def test_in_english_every_form_speaks_english(
    loaded: Loaded, sqlite_office: TestOffice, form: ExportFormat
) -> None:
    use_language("en")
    reviewer = sqlite_office.reviewer
    export = made(loaded, form, VisibleChanges(), sqlite_office.services, reviewer, SilentProgress())
    content = export.content
    if form in (ExportFormat.HTML, ExportFormat.TEXT):
        assert "Older text" in content.decode()
        assert "تغییر" not in content.decode()
    assert content


def test_an_exported_document_for_programs_says_who_compared_what_and_when(
    desk: Desk, tmp_path: Path
) -> None:
    desk.exporting.write(ExportFormat.JSON, tmp_path / "out.json")
    desk.settle()
    said = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["provenance"]
    assert desk.loaded is not None
    assert said["compared_by"] == "نگار صادقی"
    assert said["compared_at"].startswith("2026-11-24T08:00:00")
    assert said["title"] == desk.loaded.title
    assert "نگار صادقی" in said["old"]
    assert said["hidden"] == []
