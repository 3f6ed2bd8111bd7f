"""A password field: an eye that reveals the password, and a warning while the keyboard layout is Persian."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QGuiApplication, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop_app.wording import translate
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import field_font, theme
from ui.widgets.painting import Mirror, draw_key_cap, key_cap_width, right_to_left
from ui.widgets.plain import PlainLabel, set_tip
from ui.widgets.text_field import FieldSize, TextField

_EYE = 36


class PasswordEdit(TextField):
    """A password field; `focused` is emitted when it gets (True) or loses (False) the focus."""

    focused = Signal(bool)

    def __init__(self, name: str, *, size: FieldSize = "large", parent: QWidget | None = None) -> None:
        super().__init__(name, size=size, latin=True, parent=parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        margins = (_EYE - 12, 0, 0, 0) if right_to_left() else (0, 0, _EYE - 12, 0)
        self.setTextMargins(*margins)
        self.setMouseTracking(True)
        self.textChanged.connect(self._dress)
        self._dress()
        set_tip(self, translate("SignIn", "The eye shows the password"))

    def toggle(self) -> None:
        """Reveals what was typed, or hides it again."""
        hidden = self.echoMode() == QLineEdit.EchoMode.Password
        self.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        self._dress()

    def _dress(self) -> None:
        """Draws the dots smaller and wider apart than letters."""
        which = field_font(latin=True)
        if self.echoMode() == QLineEdit.EchoMode.Password and self.text():
            which.setPointSizeF(which.pointSizeF() * 0.75)
            which.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 4)
        self.setFont(which)

    def eye(self) -> QRectF:
        """Returns the rectangle of the eye, in pixels of the field."""
        return Mirror.of(QRectF(self.rect())).at(self.width() - _EYE, _EYE)

    @guarded(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(True)

    @guarded(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit(False)

    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.eye().contains(event.position()):
            self.toggle()
            return
        super().mousePressEvent(event)

    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.eye().contains(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor)
        super().mouseMoveEvent(event)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        centre = self.eye().center()
        hidden = self.echoMode() == QLineEdit.EchoMode.Password
        side = QRectF(round(centre.x()) - 9, round(centre.y()) - 9, 18, 18)
        paint_icon(QPainter(self), side, "ph.eye" if hidden else "ph.eye-slash", theme().text2)


class KeyboardWarning(QWidget):
    """«صفحه‌کلید فارسی است»: shown under a password field with the focus while the layout is Persian.

    Also shown while a field has letters or digits that are not Latin: not every PC tells the layout.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(24)
        self._watching = False
        self._fields: tuple[QLineEdit, ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(_KeyboardIcon())
        row.addWidget(PlainLabel(translate("SignIn", "The keyboard is Persian"), "secondary", "warn"))
        row.addWidget(_Cap("Alt+Shift"))
        row.addStretch()
        QGuiApplication.inputMethod().localeChanged.connect(self._look)
        self._shown(False)

    def follow(self, *fields: QLineEdit) -> None:
        """Watches what is typed into these fields, and the layout while a password among them has the focus."""
        self._fields = fields
        for field in fields:
            field.textChanged.connect(lambda _text: self._look())
            if isinstance(field, PasswordEdit):
                field.focused.connect(self._watch)

    def _watch(self, watching: bool) -> None:
        self._watching = watching
        self._look()

    def show_language(self, language: QLocale.Language) -> None:
        """Updates the warning for a keyboard layout of `language`."""
        typed = any(not field.text().isascii() for field in self._fields)
        self._shown(typed or (self._watching and language == QLocale.Language.Persian))

    def _look(self) -> None:
        self.show_language(QGuiApplication.inputMethod().locale().language())

    def _shown(self, shown: bool) -> None:
        # Keeps its space, so that the form does not jump while typing.
        for child in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            child.setVisible(shown)
        self.setAccessibleName(translate("SignIn", "The keyboard is Persian") if shown else "")


class _KeyboardIcon(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(16, 24)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        paint_icon(QPainter(self), QRectF(0, 4, 16, 16), "ph.keyboard", theme().warn)


class _Cap(QWidget):
    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key
        self.setFixedSize(round(key_cap_width(key)) + 1, 24)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        draw_key_cap(QPainter(self), QRectF(self.rect()), self._key, theme().text2, theme().line2)
