"""What is painted in the view of a comparison: lines, marks, tables and spelling."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from desktop_app.comparison.engine import compare_texts
from desktop_app.comparison.result import LazySpans, SideName
from desktop_app.wording import translate
from tests.comparison.drafts import sentence
from tests.ui.comparison_samples import Made, compare_by_hand
from tests.ui.comparison_views import Opens, colours, dressed, line_top, opened, point_of, view
from ui.theme import appearance, theme
from ui.widgets.comparison_view import ComparisonReading, ComparisonView, Filter
from ui.widgets.comparison_view.layouts import CELL_X
from ui.widgets.comparison_view.marks import MarkStyle
from ui.widgets.comparison_view.review import choice_name, mark_name
from ui.widgets.comparison_view.rows import Row

__all__ = ["dressed", "opened", "view"]


def test_every_mark_of_a_change_is_painted_in_light_and_dark(view: ComparisonView) -> None:
    view.resize(1084, 1400)
    view.select_change(2)
    for scheme in ("light", "dark"):
        appearance().choose(scheme)
        now, seen = theme(), colours(view)
        for name in (
            "insbg",
            "delbg",
            "inssoft",
            "delsoft",
            "movsoft",
            "movbg",
            "accent",
            "warnbg",
            "slatebg",
        ):
            assert now.colour(name).name() in seen, (scheme, name)


def test_a_bare_right_to_left_line_stands_at_the_right_edge(opened: Opens) -> None:
    view = opened(compare_by_hand([Made("ماده ۱ـ کوتاه", "ماده ۱ـ بلند")]))
    assert view.lines is not None
    block = view.lines.block(view.reading.lines[0], "old")  # type: ignore[union-attr,arg-type]
    assert block is not None
    [box] = block.rectangles(0, 4)
    assert box.right() == pytest.approx(view.lines.columns.text_width("old"), abs=1)


def test_the_box_of_a_word_ends_with_it_where_its_last_letter_has_a_mark(opened: Opens) -> None:
    view = opened(compare_by_hand([Made("ماده ۱ـ را فوراً یک بار", "ماده ۱ـ را یک بار")]))
    assert view.lines is not None
    block = view.lines.block(view.reading.lines[0], "old")  # type: ignore[union-attr,arg-type]
    assert block is not None
    text = "ماده ۱ـ را فوراً یک بار"
    start, after = text.index("فوراً"), text.index("یک")
    [word] = block.rectangles(start, start + len("فوراً"))
    [following] = block.rectangles(after, after + 2)
    assert word.left() > following.right() + 2


def test_a_paragraph_that_begins_in_latin_still_runs_from_the_right(opened: Opens) -> None:
    view = opened(compare_by_hand([Made("PDF پیوست شود", "PDF پیوست گردد")]))
    assert view.lines is not None
    block = view.lines.block(view.reading.lines[0], "old")  # type: ignore[union-attr,arg-type]
    assert block is not None
    [latin] = block.rectangles(0, 3)
    [persian] = block.rectangles(4, 9)
    assert latin.left() > persian.right() - 2


def test_both_sides_of_a_row_share_its_height(view: ComparisonView) -> None:
    assert view.reading is not None
    assert view.lines is not None
    index = view.reading.line_of(view.reading.changes[2].entries[0])
    assert index is not None
    row = view.reading.lines[index]
    tallest = max(view.lines.block(row, side).height for side in ("old", "new"))  # type: ignore[union-attr,arg-type]
    assert view.lines.heights.height(index) == tallest + 14


def test_marks_and_choices_are_painted_and_told(view: ComparisonView) -> None:
    view.select_change(0)
    bare = view.viewport().grab().toImage()
    view.set_marks({0: "discuss"})
    marked = view.viewport().grab().toImage()
    assert marked != bare
    assert mark_name("discuss") in view.accessibleDescription()
    view.set_marks({0: "accepted"})
    view.set_choices({0: "old"})
    assert view.viewport().grab().toImage() not in (bare, marked)
    assert choice_name("old") in view.accessibleDescription()
    view.set_marks({})
    view.set_choices({})
    assert view.viewport().grab().toImage() == bare
    with pytest.raises(ValueError, match="perhaps"):
        view.set_marks({0: "perhaps"})


def test_marks_are_offered_only_where_somebody_keeps_them(qtbot: QtBot, view: ComparisonView) -> None:
    view.select_change(1)
    assert mark_name("accepted") not in [a.text() for a in view.context_menu().actions()]
    kept: list[tuple[int, str]] = []
    view.mark_requested.connect(lambda change, mark: kept.append((change, mark)))
    view.choice_requested.connect(lambda change, side: kept.append((change, side)))
    actions = {a.text(): a for a in view.context_menu().actions()}
    actions[mark_name("accepted")].trigger()
    actions[translate("Comparison", "Take the old wording")].trigger()
    assert kept == [(1, "accepted"), (1, "old")]


@pytest.mark.parametrize("side", ["old", "new"])
def test_the_side_that_was_taken_has_a_tick_at_its_edge(view: ComparisonView, side: SideName) -> None:
    assert view.lines is not None
    assert view.reading is not None
    index = view.reading.line_of(view.reading.changes[1].entries[0])
    assert index is not None
    columns = view.lines.columns
    edges = {"old": columns.old_left, "new": columns.gutter_left}
    view.set_choices({1: side})
    image = view.viewport().grab().toImage()
    for name, x in edges.items():
        near = {
            QColor(image.pixel(x + dx, line_top(view, index) + 20 + dy)).name()
            for dx in range(-6, 7)
            for dy in range(-6, 7)
        }
        assert (theme().accent.name() in near) == (name == side)


def test_a_stale_reference_in_the_middle_of_a_long_provision_is_underlined(opened: Opens) -> None:
    chance = random.Random(9)
    body = [sentence(chance) for _ in range(14)]
    body.insert(6, "برابر ماده ۹ رفتار می‌شود.")
    new = [*body[:13], "واژه تازه.", *body[13:]]
    made = [Made("ماده ۱ـ " + " ".join(body), "ماده ۱ـ " + " ".join(new))]
    view = opened(compare_by_hand(made, [("ماده ۹", "ماده ۹", "ماده ۸")]))
    assert view.lines is not None
    assert view.reading is not None
    at = view.reading.comparison.new.text.index("ماده ۹")
    rows = [line for line in view.reading.lines if isinstance(line, Row)]
    assert len(rows) > 2
    marked = [row for row in rows if any(m.kind is MarkStyle.STALE for m in view.lines.marks(row, "new"))]
    assert len(marked) == 1
    assert marked[0].piece is not None
    assert marked[0].piece.new is not None
    assert marked[0].piece.new[0] <= at < marked[0].piece.new[1]
    assert [tag.kind for tag in view.lines.tags(marked[0], "new")] == ["stale"]


TABLE = "ماده ۱ـ تعرفه‌ها:\nردیف\tعنوان\tمبلغ\n۱\tصدور پروانه\t۵۰۰ ریال\n۲\tتمدید\t۲۵۰ ریال"


def test_the_cells_of_a_table_stand_beside_each_other_from_the_right(opened: Opens) -> None:
    view = opened(compare_texts(TABLE, TABLE.replace("۲۵۰", "۲۶۰")))
    points = [point_of(view, "new", words) for words in ("۲\tتمدید", "تمدید", "۲۶۰")]
    assert points[0].x() > points[1].x() > points[2].x()
    assert points[0].y() == points[1].y() == points[2].y()
    for words, at in zip(("۲", "تمدید", "۲۶۰"), points, strict=True):
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at + QPoint(-1, 0))
        assert view.selected_text() == words


def test_a_tool_tip_names_what_changed_under_the_mouse(opened: Opens) -> None:
    view = opened(compare_texts("ماده ۱ـ ظرف ۳۰ روز پاسخ دهد.", "ماده ۱ـ ظرف ۶۰ روز پاسخ دهد."))
    at = point_of(view, "new", "۶۰")
    assert "پیش از این: ۳۰" in view.tip_at(at)
    assert view.tip_at(point_of(view, "new", "پاسخ")) == ""
    assert view.lines is not None
    assert "ماده ۱" in view.tip_at(QPoint(view.lines.columns.gutter_left + 28, at.y()))
    event = QHelpEvent(QHelpEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    assert "پیش از این: ۳۰" in QToolTip.text()
    QToolTip.hideText()


def test_a_difference_without_a_width_is_seen_when_spelling_is_shown(opened: Opens) -> None:
    view = opened(compare_texts("ماده ۱ـ متن\u200f همین است.", "ماده ۱ـ متن همین است."))
    view.set_filter(Filter(orthographic=True))
    before = colours(view)
    view.set_filter(Filter())
    assert theme().ortline.name() in before
    assert theme().ortline.name() not in colours(view)


def test_spelling_spans_are_not_made_by_opening_a_comparison(opened: Opens) -> None:
    old = "\n".join(f"ماده {n}ـ كتاب و كار {n} خوب است." for n in range(1, 40))
    comparison = compare_texts(old, old.replace("ك", "ک"))
    view = opened(comparison)
    view.next_change()
    lazy = [entry.spans for entry in comparison.entries if isinstance(entry.spans, LazySpans)]
    assert lazy
    assert all(not spans.made for spans in lazy)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", "واژه " * 60_000),
        ("واژه " * 60_000, "سخن " * 60_000),
        ("ماده واحده\n" * 3_000, "ماده واحده\n" * 2_990),
        ("ماده ۱ـ \u2067\u202e😀\x00\x1b[31m\t\u2029\u200f" * 40, "ماده ۱ـ \u2066😀\ud800\t" * 40),
    ],
    ids=["one paragraph", "all rewritten", "equal paragraphs", "hostile"],
)
def test_a_text_without_measure_is_shown_a_screen_at_a_time(opened: Opens, old: str, new: str) -> None:
    view = opened(compare_texts(old, new))
    assert view.lines is not None
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert not view.viewport().grab().isNull()
    laid_out = view.lines.cache.paragraphs
    assert laid_out < 200
    view.toggle_words()
    assert view.words is not None


@pytest.mark.parametrize("width", [360, 282])
def test_no_word_and_no_amount_of_a_table_is_torn_while_there_is_room_for_all(
    view: ComparisonView, width: int
) -> None:
    assert view is not None
    rows = ["ردیف\tنوع پروانه\tهزینه (ریال)\tاعتبار", "۱\tآموزشگاه\t2/500/000\tسه سال"]
    text = "\n".join(["ماده ۱ـ هزینه‌ها:", *rows, "۲\tکارگاه خانگی\t۵۰۰٬۰۰۰\tیک سال"])
    reading = ComparisonReading(compare_texts(text, text.replace("2/500", "3/500")))
    measure = QFontMetricsF(theme().font("comparison"))
    tables = [line for line in reading.lines if isinstance(line, Row) and line.columns]
    assert tables
    for share, word in zip(tables[0].columns, ("ردیف", "آموزشگاه", "2/500/000", "اعتبار"), strict=True):
        assert share * width >= measure.horizontalAdvance(word) + 2 * CELL_X, word
