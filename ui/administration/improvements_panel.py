"""Improvement actions (اقدام اصلاحی) that result from petitions: assignees, overdue ones, finished ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop_app.office.services import SubjectKind
from desktop_app.persian.dates import long_date
from desktop_app.persian.text import visible_controls
from desktop_app.petitions.registration.codes import shown_code
from desktop_app.wording import fill, translate
from ui.administration.roster_panel import RosterPanel
from ui.signals import ID
from ui.widgets.button import Button
from ui.widgets.emptying import empty
from ui.widgets.improvement_fields import ImprovementFields
from ui.widgets.list_export import ListExport, Write
from ui.widgets.month_grid import today
from ui.widgets.plain import LinkLabel, PlainLabel
from ui.widgets.roster import RosterRow
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop_app.office.services import ServiceRow
    from desktop_app.petitions.improvements.service import ImprovementRow
    from desktop_app.services import AdministrationServices
    from desktop_app.staff.accounts import PersonRow
    from ui.workplace import Workplace

_Read = tuple[tuple["ImprovementRow", ...], tuple["ServiceRow", ...], tuple["PersonRow", ...]]
_CAUSES = 8


class ImprovementsPanel(RosterPanel["ImprovementRow", _Read]):
    """`opened` requests a petition."""

    opened = Signal(ID)

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(workplace, translate("Improvements", "Improvement actions"), parent)
        self.fields = ImprovementFields(self.form)
        self.note = TextField(translate("Improvements", "What came of it"))
        self._note_label = PlainLabel(translate("Improvements", "What came of it"), "secondary", "text2")
        self.state = PlainLabel("", "secondary", "text2", wrap=True)
        self.finish_button = Button(translate("Improvements", "It is done"), icon="ph.check", writes=True)
        self.reopen_button = Button(translate("Improvements", "Not done after all"), "ghost", writes=True)
        self.finish_button.clicked.connect(lambda _checked=False: self.finish())
        self.reopen_button.clicked.connect(lambda _checked=False: self.reopen())
        for part in (self._note_label, self.note, self.state):
            self.form.column.addWidget(part)
        self._causes = QVBoxLayout()
        self._causes.setSpacing(2)
        self.form.column.addSpacing(8)
        self.form.column.addLayout(self._causes)
        self.form.buttons(self.save_button, self.finish_button, self.reopen_button)
        nothing = (
            translate("Improvements", "No improvement action yet"),
            translate(
                "Improvements", "“Add” makes one; from a petition it is made with the petition beside it."
            ),
        )
        self.refusals.know(
            {"service_name": self.fields.service, "title": self.fields.title, "note": self.note}
        )
        self._complete(translate("Improvements", "Action, service or owner"), nothing)
        column = self.pane.layout()
        assert isinstance(column, QBoxLayout)
        name = translate("Improvements", "Improvement actions")
        self.list_file = ListExport(self, column, lambda: name, self._list_file)

    def _reader(self) -> Callable[[], _Read]:
        services, actor = self._workplace.services, self._workplace.actor
        return lambda: (
            services.improvements.all(actor),
            services.catalogue.all(active_only=True, kind=SubjectKind.SERVICE),
            services.accounts.all(),
        )

    def _rows_of(self, read: _Read) -> tuple[ImprovementRow, ...]:
        rows, services, people = read
        self.fields.offer(
            [service.name for service in services],
            [(person.id, person.full_name) for person in people if person.active],
        )
        return rows

    def _roster_row(self, row: ImprovementRow) -> RosterRow:
        return RosterRow(row.id, row.title, _about(row), row.done_on is None, _mark(row))

    def _list_file(self) -> Write:
        files, actor = self._workplace.services.list_files, self._workplace.actor
        return lambda target, progress: files.improvements(actor, target, progress)

    def _clear(self) -> None:
        self._heading.setText(translate("Improvements", "New improvement action"))
        self.fields.show(None)
        self._show_state(None)
        self.fields.title.setFocus()

    def save(self) -> None:
        """Adds the action, or saves changes to the current one."""
        row = self._shown
        improvements, actor, new = (
            self._workplace.services.improvements,
            self._workplace.actor,
            self.fields.new(),
        )
        if row is None:
            self._store(lambda: improvements.add(actor, new, ()))
        else:
            self._store(lambda: improvements.change(actor, row.id, row.version, new))

    def finish(self) -> None:
        """Marks the current action as finished, with a note on the result."""
        row, note = self._shown, self.note.text()
        improvements, actor = self._workplace.services.improvements, self._workplace.actor
        if row is not None:
            self._store(lambda: improvements.finish(actor, row.id, row.version, note))

    def reopen(self) -> None:
        """Reopens the current action."""
        row = self._shown
        improvements, actor = self._workplace.services.improvements, self._workplace.actor
        if row is not None:
            self._store(lambda: improvements.reopen(actor, row.id, row.version))

    def _fill(self, row: ImprovementRow) -> None:
        self._heading.setText(row.title)
        self.fields.show(row)
        self.note.setText(row.done_note)
        self._show_state(row)

    def _show_state(self, row: ImprovementRow | None) -> None:
        may = row is None or row.may_change
        is_open = row is not None and row.done_on is None
        self.fields.enable(may)
        self.save_button.setVisible(may)
        self.save_button.setEnabled(may)
        self.finish_button.setVisible(may and is_open)
        self.reopen_button.setVisible(may and row is not None and not is_open)
        for part in (self._note_label, self.note):
            part.setVisible(row is not None and (may or bool(row.done_note)))
        self.note.setReadOnly(not (may and is_open))
        self.state.setText(_made(row) if row is not None else "")
        self._show_causes(row)

    def _show_causes(self, row: ImprovementRow | None) -> None:
        empty(self._causes)
        if row is None or not row.petitions:
            return
        words = translate("Improvements", "{count} petitions led to it")
        self._causes.addWidget(PlainLabel(fill(words, count=row.petitions), "header", "text2", bold=True))
        for cause in row.causes[:_CAUSES]:
            code = shown_code(cause.tracking_code)
            words = f"{code}  {visible_controls(cause.subject)[:60]}"
            self._causes.addWidget(
                LinkLabel(words, lambda number=cause.id: self.opened.emit(number), "secondary", elide=True)
            )

    def _saved_words(self, row: ImprovementRow) -> str:
        words = translate("Improvements", "The action “{title}” was saved.")
        if row.done_on is not None:
            words = translate("Improvements", "The action “{title}” is done.")
        return fill(words, title=row.title)


def _about(row: ImprovementRow) -> str:
    parts = [row.service, row.owner]
    if row.done_on is not None:
        parts.append(fill(translate("Improvements", "done {day}"), day=long_date(row.done_on)))
    elif row.due_on is not None:
        parts.append(fill(translate("Improvements", "until {day}"), day=long_date(row.due_on)))
    return "   ".join(filter(None, parts))


def _mark(row: ImprovementRow) -> str:
    if row.done_on is not None:
        return translate("Improvements", "done")
    return translate("Improvements", "late") if row.is_late(today()) else ""


def _made(row: ImprovementRow) -> str:
    words = translate("Improvements", "Made by {who}, {day}")
    return fill(words, who=row.made_by or "—", day=long_date(row.made_on))
