"""Input fields for the server of a department and for the owner of its database."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.persian.digits import isolated
from desktop_app.settings import Settings
from desktop_app.wording import digits, fill, translate
from ui.guard import guarded
from ui.icons import paint_icon, set_icon
from ui.sign_in.setup_work import USUAL_NAME, DepartmentChoice
from ui.theme import theme
from ui.widgets.fixed_setting import LOCK_ICON, fixed_words
from ui.widgets.painting import Mirror, right_to_left
from ui.widgets.password_edit import KeyboardWarning, PasswordEdit
from ui.widgets.plain import LinkLabel, PlainLabel, set_tip
from ui.widgets.text_field import TextField

_PORT_WIDTH: Final = 96
_CERTIFICATE_WIDTH: Final = 200
_SHIELD: Final = 26


class DepartmentFields(QWidget):
    """Servers, port, certificate of the authority and database.

    Emits `submitted` on Enter in a field, `edited` while one is changed, `finished` when one is left. Settings named
    in `fixed` (`database`, `certificate`) are shown with a lock.
    """

    submitted = Signal()
    edited = Signal()
    finished = Signal()

    def __init__(
        self,
        before: DepartmentChoice,
        parent: QWidget | None = None,
        *,
        fixed: Collection[str] = (),
    ) -> None:
        super().__init__(parent)
        self._before = before.before
        self.hosts = _field(translate("Setup", "Address of the server"), before.hosts)
        set_tip(self.hosts, translate("Setup", "Several servers that replace each other with commas"))
        self.port = TextField(translate("Setup", "Port"), digits(before.port), size="large", numeric=True)
        self.name = _field(translate("Setup", "Name of the database"), before.database)
        self.certificate = CertificateField(before.certificate)
        self.name_link = LinkLabel("", self.show_name, "secondary")
        self.port.setFixedWidth(_PORT_WIDTH)
        self.certificate.setMaximumWidth(_CERTIFICATE_WIDTH)
        for field in self.fields():
            field.returnPressed.connect(self.submitted)
            field.editingFinished.connect(self.finished)
            field.textEdited.connect(lambda _text: self.edited.emit())
        self.certificate.chosen.connect(self.edited)
        self.certificate.chosen.connect(self.finished)
        column = plain_column(self)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(_labelled(self.hosts), 3)
        row.addLayout(_labelled(self.port))
        row.addLayout(_labelled(self.certificate), 2)
        column.addLayout(row)
        column.addSpacing(4)
        self._name_row = QWidget()
        named = QVBoxLayout(self._name_row)
        named.setContentsMargins(0, 4, 0, 0)
        named.addLayout(_labelled(self.name))
        column.addWidget(self.name_link)
        column.addWidget(self._name_row)
        self._name_row.setVisible(before.database != USUAL_NAME)
        self.name_link.setVisible(before.database == USUAL_NAME)
        words = translate("Setup", "Name of the database: {name} (change)")
        self.name_link.setText(fill(words, name=isolated(USUAL_NAME)))
        if "database" in fixed:
            for field in (self.hosts, self.port, self.name):
                lock(field)
            self.name_link.hide()
        if {"database", "certificate"} & set(fixed):
            self.certificate.lock()

    def fields(self) -> tuple[TextField, ...]:
        """Returns the fields in the order of Tab."""
        return (self.hosts, self.port, self.certificate, self.name)

    def show_name(self) -> None:
        """Shows the field for the name of the database."""
        self.name_link.hide()
        self._name_row.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def choice(self) -> DepartmentChoice:
        """Returns the current input."""
        return DepartmentChoice(
            self.hosts.text(), self.port.text(), self.name.text(), self.certificate.text(), self._before
        )


class CertificateField(TextField):
    """The path of the authority's certificate, with a link that asks for the file. Emits `chosen` after that."""

    chosen = Signal()

    def __init__(self, path: str = "", parent: QWidget | None = None) -> None:
        name = translate("Setup", "Certificate of the server")
        super().__init__(name, path, size="large", latin=True, parent=parent)
        words = translate(
            "Setup",
            "The file of the authority that signed the server's certificate. It proves that the server is the"
            " office's own, and holds no secret.",
        )
        set_tip(self, words)
        self._locked = False
        self.choose_link = LinkLabel(translate("Setup", "Change"), self._ask_file, "secondary", self)
        self.choose_link.setAccessibleName(translate("Setup", "Choose the certificate …"))
        self._place_link()

    def lock(self) -> None:
        """Shows the value as fixed by the department."""
        self._locked = True
        self.choose_link.hide()
        lock(self)
        self._place_link()

    def _place_link(self) -> None:
        room = 0 if self._locked else self.choose_link.sizeHint().width() + 12
        margins = (room, 0, _SHIELD, 0) if right_to_left() else (_SHIELD, 0, room, 0)
        if not self._locked:
            self.setTextMargins(*margins)
        size = self.choose_link.sizeHint()
        left = 12 if right_to_left() else self.width() - size.width() - 12
        self.choose_link.setGeometry(left, (self.height() - size.height()) // 2, size.width(), size.height())
        self.setCursorPosition(len(self.text()))

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_link()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._locked:
            return
        there = bool(self.text().strip())
        name, colour = ("ph.shield-check", "ok") if there else ("ph.shield", "text3")
        box = Mirror.of(QRectF(self.rect())).place(QRectF(10, (self.height() - 18) / 2, 18, 18))
        paint_icon(QPainter(self), box, name, theme().colour(colour))

    def _ask_file(self) -> None:
        title = self.accessibleName()
        kinds = translate("Setup", "Certificates")
        name = QFileDialog.getOpenFileName(self, title, "", f"{kinds} (*.crt *.pem *.cer)")[0]
        if name:
            self.setText(name)
            self.chosen.emit()


def fixed_settings(settings: Settings) -> frozenset[str]:
    """Returns the names of the settings about the database that the department fixes."""
    return frozenset(name for name in ("database", "certificate") if settings.is_fixed(name))


def lock(field: TextField) -> None:
    """Shows a field as fixed by the settings of the department: it can be read and copied, not changed."""
    field.setReadOnly(True)
    set_tip(field, fixed_words())
    field.setAccessibleDescription(fixed_words())
    mark = QAction(field)
    set_icon(mark, LOCK_ICON, "text2", size=16)
    field.addAction(mark, QLineEdit.ActionPosition.TrailingPosition)


class OwnerFields(QWidget):
    """The login that creates the tables. Emits `submitted` on Enter in the password field."""

    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.username = _field(translate("Setup", "Login of the owner"), "mosharekat")
        self.password = PasswordEdit(translate("Setup", "Password of the owner"))
        warning = KeyboardWarning()
        warning.follow(self.password)
        self.username.returnPressed.connect(self.password.setFocus)
        self.password.returnPressed.connect(self.submitted)
        column = plain_column(self)
        words = translate(
            "Setup",
            "The owner of the database makes the tables, once. The password is used now and kept nowhere.",
        )
        column.addWidget(PlainLabel(words, "interface", "text2", wrap=True))
        column.addSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(_labelled(self.username), 1)
        row.addLayout(_labelled(self.password), 1)
        column.addLayout(row)
        column.addWidget(warning)

    def taken(self) -> tuple[str, str]:
        """Returns login and password and clears the password field; empty strings where a value is missing."""
        username, password = self.username.text().strip(), self.password.text()
        for field, value in ((self.username, username), (self.password, password)):
            if not value:
                field.setFocus()
                return "", ""
        self.password.clear()
        return username, password


def plain_column(owner: QWidget) -> QVBoxLayout:
    """Returns a column layout without margins."""
    column = QVBoxLayout(owner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    return column


def _field(name: str, text: str) -> TextField:
    return TextField(name, text, size="large", latin=True)


def _name_of(field: TextField) -> PlainLabel:
    label = PlainLabel(field.accessibleName(), "secondary", "text2")
    label.setBuddy(field)
    return label


def _labelled(field: TextField) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(_name_of(field))
    column.addWidget(field)
    return column
