"""Digits look Persian while they are typed, and stay what was typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QInputMethodEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QInputDialog,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.people.number_gaps import identifier_gaps, national_id_gaps, telephone_gaps
from desktop_app.settings import Settings
from tests.ui.keyboard import CONTROL, press, type_text
from tests.ui.typed_digits import LATIN, latin_fields, wrong_digits
from ui.actions import both_keys, key_label
from ui.annotations.mention_text import MentionText
from ui.application import speak
from ui.comparison.find_bar import FindBar
from ui.theme import field_font, font
from ui.widgets.jalali_date_edit import JalaliDateEdit
from ui.widgets.painting import draw_text
from ui.widgets.password_edit import PasswordEdit
from ui.widgets.plain import PlainLabel, PlainText
from ui.widgets.search_box import SearchBox
from ui.widgets.text_field import TextField

TYPED, SHOWN = "متن 0123456789", "متن ۰۱۲۳۴۵۶۷۸۹"


def drawn(widget: QWidget) -> QImage:
    widget.resize(300, 60)
    widget.ensurePolished()
    return widget.grab().toImage()


def line(made: QLineEdit, text: str) -> QWidget:
    made.setText(text)
    return made


def box(made: QPlainTextEdit, text: str) -> QWidget:
    made.setPlainText(text)
    return made


def editable(text: str) -> QWidget:
    made = QComboBox()
    made.setEditable(True)
    made.setEditText(text)
    return made


def asked(text: str) -> QWidget:
    """The window of Qt that asks for a line."""
    made = QInputDialog()
    made.setTextValue(text)
    return made


FIELDS = {
    "TextField": lambda text: line(TextField("نام"), text),
    "SearchBox": lambda text: line(SearchBox("جست‌وجو"), text),
    "JalaliDateEdit": lambda text: line(JalaliDateEdit(), text),
    "PlainText": lambda text: box(PlainText(editable=True), text),
    "document": lambda text: box(PlainText(role="document", editable=True), text),
    "MentionText": lambda text: box(MentionText(), text),
    "QLineEdit": lambda text: line(QLineEdit(), text),
    "QComboBox": editable,
    "QInputDialog": asked,
}


@pytest.mark.parametrize("kind", FIELDS)
def test_latin_digits_look_persian_in_every_field(kind: str, qtbot: QtBot) -> None:
    made = [FIELDS[kind](text) for text in (TYPED, SHOWN)]
    for widget in made:
        qtbot.addWidget(widget)
    assert drawn(made[0]) == drawn(made[1])


def test_a_find_bar_and_a_number_box_of_qt_show_persian_digits(qtbot: QtBot) -> None:
    bars = FindBar(), FindBar()
    for bar, text in zip(bars, (TYPED, SHOWN), strict=True):
        qtbot.addWidget(bar)
        bar.open_bar(text)
        bar.field.deselect()
        bar.field.clearFocus()
    assert drawn(bars[0].field) == drawn(bars[1].field)
    spin = QSpinBox(maximum=9999)
    qtbot.addWidget(spin)
    spin.setValue(12)
    assert spin.text() == "۱۲"
    for typed, value in (("345", 345), ("۶۷", 67)):
        spin.selectAll()
        type_text(spin, typed)
        assert spin.value() == value


def test_passwords_and_user_names_show_the_digits_that_they_have(qtbot: QtBot) -> None:
    password = PasswordEdit("گذرواژه")
    password.toggle()
    latin = QFontMetrics(font("interface")).horizontalAdvance("2026")
    assert latin != QFontMetrics(field_font()).horizontalAdvance("2026")
    for field in (password, TextField("نام کاربری", latin=True)):
        qtbot.addWidget(field)
        field.setText("2026")
        assert field.fontMetrics().horizontalAdvance("2026") == latin


def test_what_is_typed_and_pasted_is_read_as_it_was_with_its_caret_selection_and_undo(qtbot: QtBot) -> None:
    field = TextField("تلفن", gaps=telephone_gaps)
    qtbot.addWidget(field)
    told: list[str] = []
    field.textEdited.connect(told.append)
    type_text(field, "0912345")
    field.setCursorPosition(4)
    type_text(field, "x")
    press(field, Qt.Key.Key_Backspace)
    assert (field.text(), field.cursorPosition()) == ("0912345", 4)
    field.setSelection(2, 3)
    assert field.selectedText() == "123"
    press(field, Qt.Key.Key_Z, CONTROL)
    assert field.text() == "0912x345"
    field.redo()
    assert field.text() == "0912345"
    QApplication.clipboard().setText("۶۷ 89")
    field.end(False)
    field.paste()
    assert field.text().endswith("۶۷ 89")
    assert told[-1] == field.text()
    text = PlainText(editable=True)
    qtbot.addWidget(text)
    type_text(text, "نامهٔ 12")
    assert text.toPlainText() == "نامهٔ 12"
    text.undo()
    assert text.toPlainText() != "نامهٔ 12"


def test_an_input_method_writes_into_a_field_with_gaps(qtbot: QtBot) -> None:
    field = TextField("تلفن", "0912", gaps=telephone_gaps)
    qtbot.addWidget(field)
    field.show()
    field.setFocus()
    QCoreApplication.sendEvent(field, QInputMethodEvent("34", []))
    assert field.text() == "0912"
    commit = QInputMethodEvent("", [])
    commit.setCommitString("345")
    QCoreApplication.sendEvent(field, commit)
    assert field.text() == "0912345"
    grouped = TextField("تلفن", "0912345", gaps=telephone_gaps)
    qtbot.addWidget(grouped)
    field.clearFocus()
    assert drawn(field) == drawn(grouped)


@pytest.mark.parametrize(
    ("gaps", "number", "count"),
    [
        (telephone_gaps, "09123456789", 2),
        (telephone_gaps, "۰۹۱۲۳", 1),
        (telephone_gaps, "3000123456", 0),
        (national_id_gaps, "0012345679", 2),
        (identifier_gaps, "مریم", 0),
        (identifier_gaps, "09123456789", 2),
        (identifier_gaps, "0012345679", 2),
        (identifier_gaps, "0012345678", 0),
    ],
)
def test_numbers_are_wider_by_their_gaps(gaps: object, number: str, count: int, qtbot: QtBot) -> None:
    apart, together = TextField("شماره", gaps=gaps), TextField("شماره")  # type: ignore[arg-type]
    for field in (apart, together):
        qtbot.addWidget(field)
        field.setText(number)
        field.setCursorPosition(0)
    start = together.cursorRect().center().x()
    assert apart.cursorRect().center().x() == start
    for field in (apart, together):
        field.setCursorPosition(len(number))
    wider = abs(apart.cursorRect().center().x() - start) - abs(together.cursorRect().center().x() - start)
    assert abs(wider - 5 * count) <= 1


def test_what_is_saved_looks_as_it_was_typed_in_labels_and_lines(qtbot: QtBot) -> None:
    for made in (
        PlainLabel,
        lambda text: PlainLabel(text, wrap=True),
        lambda text: PlainLabel(text, elide=True),
    ):
        stored, shown = made(TYPED), made(SHOWN)
        for label in (stored, shown):
            qtbot.addWidget(label)
        assert drawn(stored) == drawn(shown)
        assert stored.text() == TYPED
    rooms = (400.0, 60.0)
    images = [[_line_drawn(text, room) for room in rooms] for text in (TYPED, SHOWN)]
    assert images[0] == images[1]


def _line_drawn(text: str, room: float) -> QImage:
    image = QImage(400, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw_text(painter, QRectF(0, 0, room, 40), text, font("interface"), QColor("black"))
    painter.end()
    return image


def test_only_what_is_written_in_latin_letters_keeps_latin_digits() -> None:
    known = {source for _, source in LATIN} | {"password_edit.py", "setup_fields.py"}
    assert [made for made in latin_fields() if made not in known] == []


def test_a_window_of_latin_digits_keeps_them(qapp: QApplication, qtbot: QtBot) -> None:
    speak(qapp, Settings(digits="latin"))
    window = QWidget()
    qtbot.addWidget(window)
    fields = [line(QLineEdit(window), text) for text in (TYPED, SHOWN)]
    assert drawn(fields[0]) != drawn(fields[1])
    assert len(wrong_digits(window)) == 2


@pytest.mark.parametrize(
    "key", ["Ctrl+Shift+C", "Ctrl+Return", "Alt+Left", "Ctrl++", "F8", "Shift+PgDown", "Ctrl+Z"]
)
def test_menus_name_keys_as_key_caps_do(key: str) -> None:
    named = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    assert named.replace("\u202a", "") == key_label(key)
    assert both_keys(key)[0] == QKeySequence(key, QKeySequence.SequenceFormat.PortableText)


def test_the_menu_of_a_field_undoes_in_the_words_of_the_program(qtbot: QtBot) -> None:
    for field in (TextField("نام"), PlainText(editable=True)):
        qtbot.addWidget(field)
        menu = field.createStandardContextMenu()
        qtbot.addWidget(menu)
        first, second = (action.text().split("\t")[0] for action in menu.actions()[:2])
        assert (first, second) == ("&لغو", "&انجام دوباره")
