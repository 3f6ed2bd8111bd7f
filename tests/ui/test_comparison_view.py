"""The view of a comparison, driven by keys and clicks."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFontMetricsF,
    QGuiApplication,
    QHelpEvent,
    QImage,
    QMouseEvent,
    QPainter,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from desktop_app.comparison.engine import compare_texts
from desktop_app.comparison.result import Comparison, LazySpans, SideName
from desktop_app.wording import translate
from tests.comparison.drafts import sentence
from tests.ui.comparison_samples import Made, compare_by_hand, gallery_bylaw, same
from ui.theme import appearance, theme
from ui.widgets.comparison_view import (
    CardReply,
    ChangeKind,
    ComparisonReading,
    ComparisonView,
    Filter,
    MarginCard,
    cards,
)
from ui.widgets.comparison_view.cards import PlacedCard
from ui.widgets.comparison_view.columns import MAP
from ui.widgets.comparison_view.commands import make_commands
from ui.widgets.comparison_view.copying import marked_selection
from ui.widgets.comparison_view.labels import absent_note
from ui.widgets.comparison_view.layouts import CELL_X
from ui.widgets.comparison_view.lines import text_top
from ui.widgets.comparison_view.marks import MarkStyle
from ui.widgets.comparison_view.review import choice_name, mark_name
from ui.widgets.comparison_view.rows import Fold, Row, UnchangedGap

Opens = Callable[[Comparison], ComparisonView]


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> Iterator[None]:
    direction = qapp.layoutDirection()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    appearance().choose("light")
    appearance().scale_documents(1.0)
    appearance().put_on(qapp)
    yield
    appearance().choose("light")
    appearance().scale_documents(1.0)
    qapp.setLayoutDirection(direction)


@pytest.fixture
def opened(qtbot: QtBot) -> Opens:
    def show(comparison: Comparison) -> ComparisonView:
        view = ComparisonView()
        qtbot.addWidget(view)
        make_commands(view, view)
        view.resize(1084, 640)
        view.set_comparison(comparison, "نسخهٔ ۲", "نسخهٔ ۳")
        with qtbot.waitActive(view):
            view.show()
            view.activateWindow()
        view.setFocus()
        return view

    return show


@pytest.fixture
def view(opened: Opens) -> ComparisonView:
    return opened(gallery_bylaw())


def line_top(view: ComparisonView, index: int) -> int:
    assert view.lines is not None
    return view.lines.heights.tops[index] - view.verticalScrollBar().value()


def first_fold(view: ComparisonView, hidden: int) -> int:
    assert view.reading is not None
    return next(
        i for i, line in enumerate(view.reading.lines) if isinstance(line, Fold) and line.hidden == hidden
    )


def click(view: ComparisonView, x: float, y: float) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))


def point_of(view: ComparisonView, name: SideName, words: str, *, end: bool = False) -> QPoint:
    """Where the first (or last) character of `words` stands, a little inside of it."""
    assert view.reading is not None
    assert view.lines is not None
    lines, reading = view.lines, view.reading
    text = reading.comparison.old.text if name == "old" else reading.comparison.new.text
    start = text.index(words)
    at = start + len(words) - 1 if end else start
    entry = reading.places.entry_at(name, at)
    assert entry is not None
    index = reading.line_of(entry, name, at)
    assert index is not None
    line = reading.lines[index]
    assert isinstance(line, Row)
    block = lines.block(line, name)
    assert block is not None
    [box, *_] = block.rectangles(at, at + 1)
    x = lines.columns.left(name) + 16 + (box.left() + 1 if end else box.right() - 1)
    return QPoint(round(x), round(line_top(view, index) + text_top(line) + box.center().y()))


def drag(view: ComparisonView, start: QPoint, stop: QPoint) -> None:
    viewport = view.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(viewport, stop)
    view.mouseMoveEvent(_move(stop))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=stop)


def _move(at: QPoint) -> QMouseEvent:
    return QMouseEvent(
        QMouseEvent.Type.MouseMove,
        QPointF(at),
        QPointF(at),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )


def colours(view: ComparisonView) -> set[str]:
    image: QImage = view.viewport().grab().toImage()
    return {
        QColor(image.pixel(x, y)).name()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    }


def test_f8_and_f7_walk_through_the_changes(qtbot: QtBot, view: ComparisonView) -> None:
    with qtbot.waitSignal(view.change_selected) as told:
        QTest.keyClick(view, Qt.Key.Key_F8)
    assert told.args == [0]
    QTest.keyClick(view, Qt.Key.Key_F8)
    assert view.current_change == 1
    QTest.keyClick(view, Qt.Key.Key_F7)
    assert view.current_change == 0
    QTest.keyClick(view, Qt.Key.Key_F7)
    assert view.current_change == 0


@pytest.mark.parametrize("letter", ["j", "ت"])
def test_the_letter_for_the_next_change_works_on_both_keyboard_layouts(
    view: ComparisonView, letter: str
) -> None:
    keys = [s.toString() for action in view.actions() if action.text() == "بعدی" for s in action.shortcuts()]
    assert letter.upper() in keys


def test_a_click_on_a_fold_opens_it_and_another_closes_it(view: ComparisonView) -> None:
    assert view.reading is not None
    at = first_fold(view, 2)
    before = len(view.reading.lines)
    click(view, 500, line_top(view, at) + 16)
    assert len(view.reading.lines) == before + 2
    click(view, 500, line_top(view, at) + 16)
    assert len(view.reading.lines) == before


def test_a_fold_opens_from_the_keyboard(view: ComparisonView) -> None:
    assert view.reading is not None
    before = len(view.reading.lines)
    QTest.keyClick(view, Qt.Key.Key_Left)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert len(view.reading.lines) == before + 2


def test_the_keyboard_leaves_a_fold_that_a_filter_took_away(view: ComparisonView) -> None:
    assert view.reading is not None
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.shown.focused_fold is not None
    view.set_filter(Filter(frozenset({ChangeKind.MOVED})))
    before = list(view.reading.lines)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert view.reading.lines == before


def test_going_to_a_change_scrolls_it_into_sight_with_what_stands_before_it(view: ComparisonView) -> None:
    assert view.reading is not None
    view.resize(1084, 300)
    last = view.reading.shown_changes[-1]
    view.select_change(last)
    line = view.reading.line_of(view.reading.changes[last].entries[0])
    assert line is not None
    assert 0 <= line_top(view, line) < 300
    view.select_change(0)
    assert 0 <= line_top(view, view.reading.line_of(view.reading.changes[0].entries[0]) or 0) < 300


def test_words_drawn_over_with_the_mouse_are_copied_in_logical_order(view: ComparisonView) -> None:
    words = "پروانه برای سه سال"
    drag(view, point_of(view, "old", words), point_of(view, "old", words, end=True))
    assert view.selection() is not None
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert words.startswith(copied[:-1])
    assert len(copied) >= len(words) - 1


def test_a_selection_stays_on_the_side_where_it_began(view: ComparisonView) -> None:
    drag(view, point_of(view, "old", "هیئت"), point_of(view, "new", "کتبی متقاضی"))
    chosen = view.selection()
    assert chosen is not None
    assert chosen[0] == "old"


def test_offsets_count_code_points_where_letters_joiners_and_emoji_mix(opened: Opens) -> None:
    text = "ماده ۱ـ 😀😀 می‌شود و 🏛 نگارخانه‌ها را ۱۲ بار در Tehran می‌بیند"
    view = opened(compare_by_hand([Made(text, text.replace("۱۲", "۱۳"))]))
    for words in ("نگارخانه‌ها", "می‌شود", "می‌بیند"):
        first = view.offset_at("old", point_of(view, "old", words))
        assert first == text.index(words)
        at = point_of(view, "old", words) + QPoint(-3, 0)
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert view.selected_text() == words
        start = text.index(words)
        assert view.selection() == ("old", start, start + len(words))


def test_a_double_click_takes_the_word(view: ComparisonView) -> None:
    at = point_of(view, "new", "کارگروه") + QPoint(-4, 0)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert view.selected_text() == "کارگروه"


def test_shift_and_arrows_draw_a_selection_on(view: ComparisonView) -> None:
    assert view.reading is not None
    start = view.reading.comparison.new.text.index("کارگروه")
    view.select_text("new", start, start + 3)
    QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert view.selection() == ("new", start, start + 4)
    shift_control = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(view, Qt.Key.Key_Left, shift_control)
    assert view.selected_text() == "کارگروه"
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_text() == "کارگرو"


def test_n_asks_for_an_annotation_on_the_selection(qtbot: QtBot, view: ComparisonView) -> None:
    view.select_text("new", 10, 23)
    with qtbot.waitSignal(view.annotation_requested) as told:
        QTest.keyClick(view, Qt.Key.Key_N)
    assert told.args == ["new", 10, 23]


def test_without_a_selection_the_current_provision_is_annotated(qtbot: QtBot, view: ComparisonView) -> None:
    assert view.reading is not None
    deleted = next(i for i, c in enumerate(view.reading.changes) if c.kind is ChangeKind.DELETED)
    view.select_change(deleted)
    with qtbot.waitSignal(view.annotation_requested) as told:
        QTest.keyClick(view, Qt.Key.Key_N)
    side, start, end = told.args
    assert side == "old"
    assert view.reading.comparison.old.text[start:end] == "ب) معرفی‌نامه انجمن صنفی را پیوست کند."


def test_a_change_is_copied_with_its_name_and_both_wordings(view: ComparisonView) -> None:
    view.select_change(0)
    view.copy_change()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "ماده ۲"
    assert lines[1] == "نسخهٔ ۲: ماده ۲ـ درخواست‌ها در هیئت نظارت بررسی می‌شود."
    assert lines[2].startswith("نسخهٔ ۳: ماده ۲ـ درخواست‌ها در کارگروه")


def test_a_filter_folds_the_other_changes_away(view: ComparisonView) -> None:
    assert view.reading is not None
    view.set_filter(Filter(frozenset({ChangeKind.INSERTED})))
    kinds = {view.reading.changes[c].kind for c in view.reading.shown_changes}
    assert kinds == {ChangeKind.INSERTED}
    assert theme().delline.name() not in colours(view)
    view.set_filter(Filter())
    assert theme().delbg.name() in colours(view)


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


def test_a_click_on_the_map_jumps_there(opened: Opens) -> None:
    made = [Made(f"ماده {n}ـ متن یک", f"ماده {n}ـ متن دو") for n in range(1, 200)]
    view = opened(compare_by_hand(made))
    click(view, MAP / 2, 600)
    assert view.verticalScrollBar().value() > view.verticalScrollBar().maximum() * 0.8
    click(view, MAP / 2, 5)
    assert view.verticalScrollBar().value() == 0


def test_home_and_end_lead_to_the_ends_of_the_text(opened: Opens) -> None:
    made = [Made(f"ماده {n}ـ " + "متن یک " * (n % 60), f"ماده {n}ـ متن دو") for n in range(1, 120)]
    view = opened(compare_by_hand(made))
    bar = view.verticalScrollBar()
    QTest.keyClick(view, Qt.Key.Key_End)
    QTest.keyClick(view, Qt.Key.Key_End)
    assert bar.value() == bar.maximum() > 1000
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert bar.value() < bar.maximum()
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_what_the_reader_sees_stays_in_place_when_heights_become_exact(opened: Opens) -> None:
    made = [Made(f"ماده {n}ـ " + "اا " * 600, f"ماده {n}ـ " + "اا " * 601) for n in range(1, 60)]
    view = opened(compare_by_hand(made))
    view.select_change(30)
    assert view.reading is not None
    line = view.reading.line_of(30)
    assert line is not None
    before = line_top(view, line)
    for _ in range(12):
        QTest.keyClick(view, Qt.Key.Key_Up)
        moved = line_top(view, line) - before
        assert moved == 54
        before = line_top(view, line)


def test_the_text_grows_with_control_and_plus_and_keeps_its_place(view: ComparisonView) -> None:
    assert view.lines is not None
    view.select_change(3)
    before = view.lines.heights.total
    QTest.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert theme().document_scale == pytest.approx(1.1)
    assert view.lines.heights.total > before
    QTest.keyClick(view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert view.lines.heights.total == before


def test_found_words_are_walked_through_in_the_order_of_the_page(view: ComparisonView) -> None:
    found = [view.find_words("متقاضي") for _ in range(3)]
    total = found[0][1]
    assert total >= 6
    assert [number for number, _ in found] == [1, 2, 3]
    assert view.find_words("متقاضی", backwards=True)[0] == 2
    assert view.selected_text() == "متقاضی"
    assert view.find_words("هیچ‌جا نیست") == (0, 0)


def test_finding_opens_the_fold_that_hides_the_words(view: ComparisonView) -> None:
    assert view.reading is not None
    before = len(view.reading.lines)
    assert view.find_words("بیمه آثار")[1] > 0
    assert len(view.reading.lines) > before


def card(view: ComparisonView, words: str, number: int = 1, **more: object) -> MarginCard:
    assert view.reading is not None
    start = view.reading.comparison.new.text.index(words)
    return MarginCard(
        number,
        "new",
        start,
        start + len(words),
        "objection",
        "کارشناس حقوقی",
        "دیروز",
        "ناسازگار است",
        **more,  # type: ignore[arg-type]
    )


def test_a_click_on_a_card_opens_its_thread(qtbot: QtBot, view: ComparisonView) -> None:
    view.set_cards([card(view, "کارگروه", 7)])
    [placed] = view.shown.placed
    with qtbot.waitSignal(view.thread_opened) as told:
        click(view, placed.box.center().x(), placed.box.top() + 6)
    assert told.args == [7]


def test_a_card_offers_to_close_its_thread(qtbot: QtBot, view: ComparisonView) -> None:
    view.set_cards([card(view, "کارگروه", 7)])
    [placed] = view.shown.placed
    with qtbot.waitSignal(view.thread_resolve_requested) as told:
        click(view, placed.resolve_box.center().x(), placed.resolve_box.center().y())
    assert told.args == [7]


def test_cards_never_lie_upon_each_other(view: ComparisonView) -> None:
    reply = CardReply("مدیر", "امروز", "چنین شود")
    made = [
        card(view, words, n, replies=(reply,)) for n, words in enumerate(["کارگروه", "پنج سال", "کتبی"], 1)
    ]
    view.set_cards(made)
    boxes = [placed.box for placed in view.shown.placed]
    assert len(boxes) == 3
    assert all(a.bottom() < b.top() for a, b in pairwise(boxes))


def test_a_settled_thread_leaves_the_margin(view: ComparisonView) -> None:
    view.set_cards([card(view, "کارگروه", 7, resolved=True)])
    assert not view.shown.placed
    view.set_active_thread(7)
    assert len(view.shown.placed) == 1


def test_a_screen_reader_is_told_the_current_change(view: ComparisonView) -> None:
    view.select_change(0)
    words = view.accessibleDescription()
    assert words.startswith("تغییر ۱ از ۱۰")
    assert "ماده ۲" in words
    assert "کارگروه" in words


def test_a_hostile_text_is_shown_as_it_is_written(opened: Opens) -> None:
    text = "ماده ۱ـ <b>قوی</b> <img src='file:///etc/passwd'>\u202e وارونه \x07"
    view = opened(compare_texts(text, text + " و باز"))
    assert view.lines is not None
    assert view.reading is not None
    block = view.lines.block(view.reading.lines[0], "old")  # type: ignore[arg-type]
    assert block is not None
    shown = block.paragraphs[0].layout.text()
    assert "<b>قوی</b>" in shown
    assert "\u202e" not in shown
    assert not view.viewport().grab().isNull()


@pytest.mark.parametrize(("old", "new"), [("", ""), ("", "ماده ۱ـ تازه"), ("یک متن بی‌شماره", "")])
def test_empty_texts_are_painted_without_a_complaint(opened: Opens, old: str, new: str) -> None:
    view = opened(compare_texts(old, new))
    view.next_change()
    view.find_words("متن")
    assert not view.viewport().grab().isNull()


def test_a_narrow_view_gives_the_margin_to_the_texts(view: ComparisonView) -> None:
    view.set_cards([card(view, "کارگروه", 7)])
    view.resize(600, 500)
    assert view.lines is not None
    assert view.lines.columns.margin == 0
    assert not view.shown.placed
    assert not view.viewport().grab().isNull()


def test_a_disc_puts_the_reader_on_its_change(view: ComparisonView) -> None:
    assert view.lines is not None
    assert view.reading is not None
    index = view.reading.line_of(view.reading.changes[1].entries[0])
    assert index is not None
    click(view, view.lines.columns.gutter_left + 28, line_top(view, index) + 20)
    assert view.current_change == 1


def test_the_context_menu_offers_only_what_can_be_done(view: ComparisonView) -> None:
    enabled = {a.text(): a.isEnabled() for a in view.context_menu().actions() if a.text()}
    assert enabled == {
        "کپی": False,
        "کپی با نشانه‌ها": False,
        "کپی تغییر": False,
        "حاشیه بر بخش انتخاب‌شده": False,
    }
    view.select_text("old", 0, 5)
    enabled = {a.text(): a.isEnabled() for a in view.context_menu().actions() if a.text()}
    assert enabled["حاشیه بر بخش انتخاب‌شده"]
    view.next_change()
    assert [a.text() for a in view.context_menu().actions() if a.text() and a.isEnabled()] == [
        "کپی با نشانه‌ها",
        "کپی تغییر",
        "حاشیه بر این تغییر",
    ]


def test_unchanged_texts_are_one_fold(opened: Opens) -> None:
    view = opened(compare_by_hand([same(f"ماده {n}ـ متن") for n in range(1, 9)]))
    assert view.reading is not None
    [fold] = view.reading.lines
    assert isinstance(fold, Fold)
    view.next_change()
    assert view.current_change is None


def test_shift_f8_goes_to_the_next_change_of_the_same_kind(view: ComparisonView) -> None:
    assert view.reading is not None
    view.select_change(0)
    kinds = [view.reading.changes[0].kind]
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
        assert view.current_change is not None
        kinds.append(view.reading.changes[view.current_change].kind)
    assert set(kinds) == {ChangeKind.EDITED}
    assert (
        view.current_change
        == [i for i, c in enumerate(view.reading.changes) if c.kind is ChangeKind.EDITED][3]
    )
    QTest.keyClick(view, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert view.reading.changes[view.current_change].kind is ChangeKind.EDITED


def test_alt_and_a_digit_walk_through_one_kind_and_begin_again_behind_the_last(view: ComparisonView) -> None:
    assert view.reading is not None
    inserted = [i for i, c in enumerate(view.reading.changes) if c.kind is ChangeKind.INSERTED]
    walked = []
    for _ in range(len(inserted) + 1):
        QTest.keyClick(view, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
        walked.append(view.current_change)
    assert walked == [*inserted, inserted[0]]


def test_weighty_changes_can_be_walked_through_and_filtered(opened: Opens) -> None:
    view = opened(
        compare_texts(
            "ماده ۱ـ او ظرف ۳۰ روز پاسخ می‌دهد.\nماده ۲ـ متن ساده یک است.\nماده ۳ـ اداره می‌تواند بپذیرد.",
            "ماده ۱ـ او ظرف ۶۰ روز پاسخ می‌دهد.\nماده ۲ـ متن روان یک است.\nماده ۳ـ اداره نمی‌تواند بپذیرد.",
        )
    )
    assert view.reading is not None
    walked = []
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_F8, Qt.KeyboardModifier.ControlModifier)
        walked.append(view.current_change)
    assert walked == [0, 2, 2]
    view.set_filter(Filter(weighty=True))
    assert view.reading.shown_changes == [0, 2]


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


def test_the_current_change_is_copied_with_marks(view: ComparisonView) -> None:
    view.select_change(0)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    copied = QGuiApplication.clipboard().text()
    assert copied == "ماده ۲ـ درخواست‌ها در [-هیئت-]{+کارگروه+} نظارت بررسی می‌شود."


@pytest.mark.parametrize("side", ["old", "new"])
def test_a_selection_is_copied_with_what_stands_on_the_other_side(
    view: ComparisonView, side: SideName
) -> None:
    assert view.reading is not None
    text = view.reading.comparison.old.text if side == "old" else view.reading.comparison.new.text
    start = text.index("ها در ")
    view.select_text(side, start, text.index("پروانه برای"))
    view.copy_marked()
    copied = QGuiApplication.clipboard().text()
    assert copied == "ها در [-هیئت-]{+کارگروه+} نظارت بررسی می‌شود.\nماده ۳ـ "


def test_copied_marks_name_only_what_is_there_and_what_is_weighty(opened: Opens) -> None:
    view = opened(
        compare_texts("ماده ۱ـ كتاب ظرف ۳۰ روز به او داده می‌شود.", "ماده ۱ـ کتاب تازه ظرف ۶۰ روز داده می‌شود.")
    )
    view.select_change(0)
    view.copy_marked()
    copied = QGuiApplication.clipboard().text()
    assert "[~كتاب→کتاب~]" in copied
    assert "[-۳۰-]{+۶۰+}!" in copied
    assert "{+تازه" in copied
    assert "[--]" not in copied
    assert "{++}" not in copied
    assert "".join(marked_selection(view.reading.comparison, "new", 0, 4)) == "ماده"  # type: ignore[union-attr]


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


def test_what_only_one_side_has_is_marked_whole_when_copied(view: ComparisonView) -> None:
    assert view.reading is not None
    text = view.reading.comparison.old.text
    start = text.index("معرفی‌نامه")
    view.select_text("old", start, start + len("معرفی‌نامه"))
    view.copy_marked()
    assert QGuiApplication.clipboard().text() == "[-معرفی‌نامه-]"


def long_pair() -> Comparison:
    chance = random.Random(3)
    old = [sentence(chance) for _ in range(16)]
    new = [words if at != 8 else words.replace("را", "را بی‌درنگ", 1) for at, words in enumerate(old)]
    return compare_texts("ماده ۱ـ " + " ".join(old), "ماده ۱ـ " + " ".join(new))


def test_a_gap_in_a_long_provision_opens_by_a_click_and_by_the_keyboard(opened: Opens) -> None:
    view = opened(long_pair())
    assert view.reading is not None
    before = len(view.reading.lines)
    click(view, 500, line_top(view, 1) + 10)
    assert len(view.reading.lines) == before + 1
    click(view, 500, line_top(view, 1) + 10)
    assert len(view.reading.lines) == before
    QTest.keyClick(view, Qt.Key.Key_Left)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert len(view.reading.lines) == before + 1


def test_finding_opens_the_gap_that_hides_the_words(opened: Opens) -> None:
    view = opened(long_pair())
    assert view.reading is not None
    gap = view.reading.lines[1]
    assert isinstance(gap, UnchangedGap)
    assert gap.new is not None
    middle = sum(gap.new) // 2
    words = view.reading.comparison.new.text[middle : middle + 30]
    number, total = view.find_words(words)
    assert (number, total) == (1, 2)
    gap = view.reading.lines[1]
    assert isinstance(gap, UnchangedGap)
    assert gap.opened
    assert view.selected_text() == words


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


def test_a_card_on_words_behind_a_gap_keeps_them_in_sight(opened: Opens) -> None:
    view = opened(long_pair())
    assert view.reading is not None
    gap = view.reading.lines[1]
    assert isinstance(gap, UnchangedGap)
    assert gap.new is not None
    start = sum(gap.new) // 2
    view.set_cards([MarginCard(1, "new", start, start + 10, "note", "کارشناس", "دیروز", "ببینید")])
    assert len(view.shown.placed) == 1


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


def test_the_comparison_in_words_is_reached_walked_and_left_by_the_keyboard(
    qtbot: QtBot, view: ComparisonView
) -> None:
    view.select_change(1)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(view, Qt.Key.Key_R, both)
    pane = view.words
    assert pane is not None
    assert QApplication.focusWidget() is pane.text
    assert pane.text.textCursor().block().text().startswith("تغییر ۲ از ۱۰")
    QTest.keyClick(pane.text, Qt.Key.Key_F8)
    assert view.current_change == 2
    assert pane.text.textCursor().block().text().startswith("تغییر ۳ از ۱۰")
    QTest.keyClick(pane.text, Qt.Key.Key_Down)
    assert "حذف‌شده: رسمی پایان حذف" in pane.text.textCursor().block().text()
    QTest.keyClick(pane.text, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert pane.choice is not None
    pane.choice.setFocus()
    QTest.keyClick(pane.choice, Qt.Key.Key_2)
    assert pane.choice.value() == "old"
    assert "افزوده: کارگروه" not in pane.text.toPlainText()
    pane.text.setFocus()
    QTest.keyClick(pane.text, Qt.Key.Key_Escape)
    assert view.words is None
    assert QApplication.focusWidget() is view


def test_a_screen_reader_gets_the_words_through_its_own_interface(view: ComparisonView) -> None:
    QAccessible.setActive(True)
    try:
        view.select_change(0)
        view.toggle_words()
        assert view.words is not None
        interface = QAccessible.queryAccessibleInterface(view.words.text)
        assert interface is not None
        assert interface.text(QAccessible.Text.Name) == "متن خواندنی مقایسه"
        walked = interface.textInterface()
        told = walked.text(walked.cursorPosition(), walked.characterCount())
        assert told.startswith("تغییر ۱ از ۱۰؛ ماده ۲")
        assert "حذف‌شده: هیئت پایان حذف" in told
    finally:
        QAccessible.setActive(False)


def test_another_comparison_closes_the_one_in_words(view: ComparisonView) -> None:
    view.toggle_words()
    view.set_comparison(long_pair(), "۱", "۲")
    assert view.words is None


def test_an_empty_side_says_so_once(view: ComparisonView) -> None:
    comparison = compare_texts("", "ماده ۱ـ یک است.\nماده ۲ـ دو است.")
    reading = ComparisonReading(comparison)
    notes = [absent_note(comparison, row, "old", "نسخهٔ ۱") for row in reading.rows]
    assert notes == ["نسخهٔ ۱ متن ندارد", ""]


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


def _drawn_head(placed: PlacedCard, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the head of a card says, piece by piece, as it is drawn."""
    told: list[str] = []

    def piece(_painter: object, _box: object, _right: float, _top: float, words: str, *rest: object) -> float:
        told.append(words)
        return QFontMetricsF(rest[0]).horizontalAdvance(words)  # type: ignore[call-overload,no-any-return]

    # Words leave no trace in a picture: they are taken where they are drawn.
    monkeypatch.setattr(cards, "_piece", piece)
    image = QImage(400, 400, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    cards.draw_card(painter, placed, active=False)
    painter.end()
    return told


def test_the_day_of_a_card_is_told_whole_or_in_its_tip(
    view: ComparisonView, monkeypatch: pytest.MonkeyPatch
) -> None:
    view.set_cards([card(view, "کارگروه")])
    [placed] = view.shown.placed
    assert view.tip_at(placed.box.center().toPoint()) == "ایراد\nکارشناس حقوقی · دیروز"
    assert _drawn_head(placed, monkeypatch) == ["کارشناس حقوقی", "دیروز"]
    earlier = replace(placed, card=replace(placed.card, when="۲۱ اردیبهشت"))
    assert _drawn_head(earlier, monkeypatch) == ["کارشناس حقوقی"]


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
