"""Who acts for the signed-in person while they are absent, and for whom they act; they name their own deputy here."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.errors import AppError, InvalidValueError
from desktop_app.persian.dates import long_date
from desktop_app.persian.text import shown_name
from desktop_app.wording import fill, translate
from ui import jobs
from ui.actions import make_action
from ui.errors import sentence
from ui.widgets.button import Button
from ui.widgets.emptying import empty
from ui.widgets.jalali_date_edit import JalaliDateEdit
from ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from desktop_app.services import SharedServices
    from desktop_app.staff.deputies import DeputyRow, NewDeputy
    from ui.workplace import Workplace


class OwnDeputies(QDialog):
    """Shows the delegations of the person that are not over, and adds or ends those to others."""

    def __init__(self, workplace: Workplace[SharedServices], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._person_id = workplace.actor.person_id
        self.setWindowTitle(translate("Window", "Absence and deputy"))
        self.setMinimumWidth(480)
        self.lines = QVBoxLayout()
        self.lines.setSpacing(6)
        self.deputy = QComboBox()
        self.first_day, self.last_day = JalaliDateEdit(), JalaliDateEdit()
        self._deputies = workplace.services.deputies
        self._save = make_action(self, translate("Window", "Name the deputy"), self.save, key="Ctrl+Return")
        self.save_button = Button.of(self._save, "primary", writes=True)
        self.trouble = PlainLabel("", "secondary", "danger", wrap=True)
        self.trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        column.addWidget(PlainLabel(self.windowTitle(), "title"))
        column.addLayout(self.lines)
        column.addSpacing(4)
        self._add_form(column)
        column.addWidget(self.trouble)
        close = Button(translate("Window", "Close"), key="Esc")
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(self.save_button)
        column.addLayout(row)
        self.deputy.setFocus()
        self._read()

    def _add_form(self, column: QVBoxLayout) -> None:
        fields: tuple[tuple[str, QWidget], ...] = (
            (translate("Window", "Who acts for you while you are absent"), self.deputy),
            (translate("Deputies", "First day"), self.first_day),
            (translate("Deputies", "Last day, itself included"), self.last_day),
        )
        for words, field in fields:
            field.setAccessibleName(words)
            column.addWidget(PlainLabel(words, "secondary", "text2"))
            column.addWidget(field)
        hint = translate(
            "Window",
            "The deputy is told, and finds your petitions on these days; the history says that it is on your behalf.",
        )
        column.addWidget(PlainLabel(hint, "header", "text2", wrap=True))

    def _read(self) -> None:
        actor, deputies = self._workplace.actor, self._deputies
        jobs.run(self, lambda: (deputies.all(), deputies.candidates(actor)), self._show)

    def _show(self, read: tuple[tuple[DeputyRow, ...], tuple[tuple[int, str], ...]]) -> None:
        rows, people = read
        chosen = self.deputy.currentData()
        self.deputy.clear()
        for number, name in people:
            self.deputy.addItem(shown_name(name), number)
        self.deputy.setCurrentIndex(self.deputy.findData(chosen) if chosen is not None else -1)
        empty(self.lines)
        told = [(row, words) for row in rows if not row.over and (words := self._words(row))]
        for row, words in told:
            self.lines.addWidget(PlainLabel(words, "interface", wrap=True))
            if row.terms.person_id == self._person_id:
                end = Button(
                    translate("Deputies", "End it now"), "ghost", icon="ph.x", size="small", writes=True
                )
                end.clicked.connect(partial(self._end, row))
                self.lines.addWidget(end, 0, Qt.AlignmentFlag.AlignLeading)
        if not told:
            nobody = translate("Window", "Nobody acts for you, and you act for nobody.")
            self.lines.addWidget(PlainLabel(nobody, "interface", wrap=True))
        self._fit_soon()

    def _fit_soon(self) -> None:
        """Gives the lines their height, once those that were removed are gone."""
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def save(self) -> None:
        """Names the deputy of the form; what is missing is said, and its field gets the focus."""
        self.trouble.hide()
        actor, deputies = self._workplace.actor, self._deputies
        try:
            terms = self._terms()
        except InvalidValueError as error:
            self._refuse(error)
            return
        self._save.setEnabled(False)
        jobs.run(self, lambda: deputies.add(actor, terms), self._on_saved, self._refuse)

    def _terms(self) -> NewDeputy:
        from desktop_app.staff.deputies import NewDeputy  # noqa: PLC0415 - SQLAlchemy comes with it

        deputy, first, last = self.deputy.currentData(), self.first_day.day(), self.last_day.day()
        if deputy is None:
            raise InvalidValueError(field="deputy", reason="empty", value="")
        if first is None or last is None:
            field, name = (self.first_day, "first_day") if first is None else (self.last_day, "last_day")
            reason = "not_a_date" if field.text().strip() else "empty"
            raise InvalidValueError(field=name, reason=reason, value=field.text()[:30])
        return NewDeputy(self._person_id or 0, deputy, first, last)

    def _refuse(self, error: Exception) -> None:
        self._save.setEnabled(True)
        if not isinstance(error, AppError):
            jobs.show_error(self, error)
            return
        self.trouble.setText(sentence(error))
        self.trouble.show()
        self._fit_soon()
        named = {"first_day": self.first_day, "last_day": self.last_day}
        field = named.get(str(error.parameters.get("field")), self.deputy)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_saved(self, _row: DeputyRow) -> None:
        self._save.setEnabled(True)
        for field in (self.first_day, self.last_day):
            field.set_day(None)
        self.deputy.setCurrentIndex(-1)
        self._read()

    def _end(self, row: DeputyRow, _checked: bool = False) -> None:
        actor, deputies = self._workplace.actor, self._deputies
        jobs.run(
            self,
            lambda: deputies.remove(actor, row.id, row.version),
            lambda _terms: self._read(),
            self._refuse,
        )

    def _words(self, row: DeputyRow) -> str:
        """Returns what a delegation means for the person; empty if it is not about them."""
        if row.terms.person_id == self._person_id:
            words = translate("Window", "{deputy} acts for you from {first} to {last}.")
        elif row.terms.deputy_id == self._person_id:
            words = translate(
                "Window", "You act for {person} from {first} to {last}; their petitions are in your lists."
            )
        else:
            return ""
        return fill(
            words,
            deputy=shown_name(row.deputy_name),
            person=shown_name(row.person_name),
            first=long_date(row.terms.first_day),
            last=long_date(row.terms.last_day),
        )
