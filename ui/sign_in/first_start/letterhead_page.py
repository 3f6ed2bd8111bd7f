"""The fourth page: name of the office and letterhead; typed in by the administrator, or read from the server."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.people.number_gaps import telephone_gaps
from desktop_app.persian.digits import latin_digits
from desktop_app.wording import digits, translate
from ui import jobs
from ui.errors import sentence
from ui.guard import guarded
from ui.sign_in.first_start.page import Page
from ui.theme import font, theme
from ui.theme_tokens import RADIUS
from ui.widgets.girih import draw_logo
from ui.widgets.logo_field import LogoField
from ui.widgets.painting import Mirror, draw_text, fill_rounded
from ui.widgets.plain import PlainLabel
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop_app.office.office_settings import OfficeSettings
    from desktop_app.services import Services
    from desktop_app.staff.roles import Actor

_HEAD: Final = 92


class LetterheadPage(Page):
    """Shown after somebody came in: `show_office` gives it what it needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services: Services | None = None
        self._actor: Actor | None = None
        self._settings: OfficeSettings | None = None
        #: Whether the server of the department was chosen.
        self.department = False
        self._editable = False
        self._saving = False
        self.head = LetterheadView()
        self.ministry = TextField(translate("Administration", "First line: the ministry"), size="large")
        self.office_name = TextField(translate("Administration", "Second line: the office"), size="large")
        self.office_short = TextField(translate("Administration", "Short name"), size="large")
        self.phone = TextField(
            translate("Administration", "Phone line for the public"), size="large", gaps=telephone_gaps
        )
        # What a new database has are the words of one province.
        for field, example in (
            (
                self.office_name,
                translate("FirstStart", "For example: Department of Culture of Yazd Province"),
            ),
            (self.office_short, translate("FirstStart", "Without it, the name of the office")),
            (self.phone, translate("FirstStart", "Without it, letters name no phone line")),
        ):
            field.setPlaceholderText(example)
        self.logo: LogoField | None = None
        self.trouble = PlainLabel("", "secondary", "danger", wrap=True)
        self._form = QWidget()
        self._fields = QVBoxLayout(self._form)
        self._fields.setContentsMargins(0, 0, 0, 0)
        self._fields.setSpacing(4)
        for field in self.fields():
            label = PlainLabel(field.accessibleName(), "secondary", "text2")
            label.setBuddy(field)
            self._fields.addWidget(label)
            self._fields.addWidget(field)
            self._fields.addSpacing(6)
            field.textChanged.connect(lambda _text: self._on_typed())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addSpacing(16)
        column.addWidget(self._form)
        column.addWidget(self.trouble)
        column.addStretch()

    def fields(self) -> tuple[TextField, ...]:
        """Returns the text fields in the order of Tab."""
        return (self.ministry, self.office_name, self.office_short, self.phone)

    def show_office(self, services: Services, actor: Actor, *, editable: bool) -> None:
        """Reads the letterhead; it may be changed where `editable`."""
        self._services, self._actor, self._editable = services, actor, editable
        self._form.setVisible(editable)
        if editable and self.logo is None:
            self._add_logo(services, actor)

        def read() -> tuple[OfficeSettings, bytes | None, bool]:
            from desktop_app.office.set_up import SetUpTask  # noqa: PLC0415 - after the first paint

            new = editable and not services.readiness.checklist(actor).state(SetUpTask.LETTERHEAD).done
            return services.office.settings(), services.office.logo(), new

        jobs.run(self, read, self._on_read)
        self.changed.emit()

    def _add_logo(self, services: Services, actor: Actor) -> None:
        self.logo = LogoField(services.office, lambda: actor)
        self.logo.done.connect(self._on_logo)
        name = PlainLabel(translate("Administration", "Logo"), "secondary", "text2")
        self._fields.addWidget(name)
        self._fields.addWidget(self.logo)
        self.logo.refresh()

    # Page

    def title(self) -> str:
        if self._editable:
            return translate("FirstStart", "How is the office called?")
        return translate("FirstStart", "The letterhead of the office")

    def about(self) -> str:
        if self._editable:
            return translate(
                "FirstStart", "It stands above letters and reports. All of it can be changed later."
            )
        return translate("FirstStart", "It was read from the server. The administrator changes it.")

    def step_words(self) -> str:
        if self.department and not self._editable:
            return translate("FirstStart", "is read from the server")
        return translate("FirstStart", "can be left for later")

    def ready(self) -> bool:
        return self._settings is not None and not self.why() and not self._saving

    def why(self) -> str:
        unnamed = self._settings is not None and self._editable and not self.office_name.text().strip()
        return (
            translate("FirstStart", "Write the name of the office, or leave it for later.") if unnamed else ""
        )

    def next_words(self) -> str:
        return translate("FirstStart", "Begin to work")

    def may_go_back(self) -> bool:
        return False

    def may_skip(self) -> bool:
        return self._editable and not self._saving

    def advance(self) -> None:
        """Saves the letterhead where it may be changed."""
        services, actor, before = self._services, self._actor, self._settings
        if services is None or actor is None or before is None or self._saving:
            return
        if not self._editable:
            self.done.emit()
            return
        wanted = replace(
            before,
            ministry=self.ministry.text().strip(),
            office_name=self.office_name.text().strip(),
            office_short=self.office_short.text().strip() or self.office_name.text().strip(),
            phone=latin_digits(self.phone.text()).strip(),
        )
        self._saving = True
        self.trouble.setText("")
        self.changed.emit()
        jobs.run(
            self,
            lambda: services.office.change(actor, wanted, seen=before),
            lambda _: self._on_saved(),
        )

    def show_error(self, error: Exception) -> None:
        """Shows an error below the fields; called by `ui.jobs`."""
        self._saving = False
        self.trouble.setText(sentence(error))
        self.changed.emit()

    def focus_first(self) -> None:
        if self._editable:
            self.office_name.setFocus(Qt.FocusReason.OtherFocusReason)
            self.office_name.selectAll()

    def tab_order(self) -> list[QWidget]:
        return list(self.fields())

    # Results

    def _on_read(self, read: tuple[OfficeSettings, bytes | None, bool]) -> None:
        self._settings, logo, new = read
        self.ministry.setText(self._settings.ministry)
        if not new:
            self.office_name.setText(self._settings.office_name)
            self.office_short.setText(self._settings.office_short)
            self.phone.setText(digits(self._settings.phone))
        self.head.show_logo(logo)
        self._draw_head()
        self.focus_first()
        self.changed.emit()

    def _on_logo(self, _words: str) -> None:
        services = self._services
        if services is not None:
            jobs.run(self, services.office.logo, self.head.show_logo)

    def _on_saved(self) -> None:
        self._saving = False
        self.done.emit()

    def _on_typed(self) -> None:
        self._draw_head()
        self.changed.emit()

    def _draw_head(self) -> None:
        self.head.show_words(self.ministry.text().strip(), self.office_name.text().strip())


class LetterheadView(QWidget):
    """The head of a page as it is printed: two lines, and the logo in the middle."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = ("", "")
        self._logo = QPixmap()
        self.setFixedHeight(_HEAD)

    def show_words(self, ministry: str, office: str) -> None:
        self._lines = (ministry, office)
        self.setAccessibleName(f"{ministry}\n{office}")
        self.update()

    def show_logo(self, picture: bytes | None) -> None:
        """Shows the picture; without one the mark of the program."""
        self._logo = QPixmap()
        if picture:
            self._logo.loadFromData(picture)
        self.update()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        fill_rounded(painter, box, now.base, RADIUS, now.line2)
        mirror = Mirror.of(box)
        wide = box.width() / 2 - 60
        ministry, office = self._lines
        draw_text(
            painter, mirror.at(20, wide, top=22, height=22), ministry, font("interface", bold=True), now.text
        )
        draw_text(painter, mirror.at(20, wide, top=46, height=22), office, font("secondary"), now.text2)
        place = QRectF(box.center().x() - 40, 18, 80, _HEAD - 36)
        if self._logo.isNull():
            draw_logo(painter, place, now.text, now.base)
            return
        size = self._logo.size().scaled(place.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRectF(0, 0, size.width(), size.height())
        target.moveCenter(place.center())
        painter.drawPixmap(target, self._logo, QRectF(self._logo.rect()))
