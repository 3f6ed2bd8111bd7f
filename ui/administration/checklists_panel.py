"""Checklists: the points of each kind and label, their order, and which of them an answer waits for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QWidget

from desktop_app.petitions.vocabulary import Kind
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label, labels
from ui.actions import make_action
from ui.administration.roster_panel import RosterPanel
from ui.widgets.button import Button
from ui.widgets.choice import CodeComboBox
from ui.widgets.plain import PlainLabel
from ui.widgets.roster import HEADING, RosterRow
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop_app.petitions.checklists.service import CheckPointRow
    from desktop_app.petitions.labels.service import LabelRow
    from desktop_app.services import AdministrationServices
    from ui.workplace import Workplace

#: The points, and the labels that may have a list.
_Read = tuple[tuple["CheckPointRow", ...], tuple["LabelRow", ...]]
#: A list: the code of a kind, or the id of a label.
_ListCode = str | int


class ChecklistsPanel(RosterPanel["CheckPointRow", "_Read"]):
    """The points of the checklists, under the list that each belongs to."""

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(workplace, translate("Checklist", "Checklists"), parent)
        self.list = CodeComboBox(translate("Checklist", "Checklist of"))
        self.title = TextField(translate("Checklist", "Point"))
        self.title.returnPressed.connect(self.save)
        self.required = QCheckBox(translate("Checklist", "Required: it is answered only once this is ticked"))
        self.active = QCheckBox(translate("Checklist", "Is on the list"))
        self.earlier = Button(translate("Outcomes", "Further up"), "ghost", icon="ph.arrow-up", size="small")
        self.later = Button(
            translate("Outcomes", "Further down"), "ghost", icon="ph.arrow-down", size="small"
        )
        for button, key, step in ((self.earlier, "Alt+Up", -1), (self.later, "Alt+Down", 1)):
            button.clicked.connect(lambda _checked=False, step=step: self.move_by(step))
            make_action(self, button.text(), partial(self.move_by, step), key=key)
        form = self.form
        form.labelled(self.list.accessibleName(), self.list)
        form.labelled(self.title.accessibleName(), self.title)
        form.column.addWidget(self.required)
        form.column.addWidget(self.active)
        hint = translate(
            "Checklist",
            "A required point holds back the answer, also in bulk and by macro. A duplicate or a withdrawn petition"
            " is closed without it, and an interim reply needs none.",
        )
        form.column.addWidget(PlainLabel(hint, "header", "text2", wrap=True))
        form.column.addSpacing(10)
        form.buttons(self.save_button, self.earlier, self.later)
        self.refusals.know({"point": self.title, "check_point": self.title})
        self._complete(
            translate("Checklist", "Words of a point"),
            (
                translate("Checklist", "There are no checklists yet"),
                translate("Checklist", "“Add” makes the first point, for a kind or for a label."),
            ),
            icon="ph.check-square",
        )

    def _reader(self) -> Callable[[], _Read]:
        checklists, labels_of_office = self._workplace.services.checklists, self._workplace.services.labels
        return lambda: (checklists.all(), labels_of_office.all(active_only=True))

    def _rows_of(self, read: _Read) -> Sequence[CheckPointRow]:
        points, offered = read
        chosen: _ListCode | None = self.list.code()
        kinds: list[tuple[_ListCode, str]] = list(labels("kind").items())
        template = translate("Checklist", "label “{name}”")
        named = {one.id: one.name for one in offered}
        named |= {row.label_id: row.label for row in points if row.label_id is not None}
        self.list.offer([*kinds, *((number, fill(template, name=name)) for number, name in named.items())])
        self.list.choose(chosen or Kind.REQUEST.value)
        return points

    def _roster_row(self, row: CheckPointRow) -> RosterRow:
        required = translate("Checklist", "Required") if row.required else ""
        place = fill(translate("Outcomes", "Place {place}"), place=digits(row.place))
        return RosterRow(row.id, row.title, place, row.active, required)

    def _with_headings(self, lines: list[RosterRow]) -> list[RosterRow]:
        made: list[RosterRow] = []
        before: _ListCode | None = None
        for line in lines:
            row = self._rows[line.key]
            if _code(row) != before:
                before = _code(row)
                made.append(RosterRow(-1 - len(made), _list_name(row), "", True, HEADING))
            made.append(line)
        return made

    def _fill(self, row: CheckPointRow) -> None:
        self._heading.setText(row.title)
        self.list.choose(_code(row))
        self.title.setText(row.title)
        self.required.setChecked(row.required)
        self.active.setChecked(row.active)
        self.active.show()
        self._enable(on=True)

    def _clear(self) -> None:
        self._heading.setText(translate("Checklist", "New point"))
        self.title.clear()
        self.required.setChecked(True)
        self.active.setChecked(True)
        self.active.hide()
        self._enable(on=True)
        self.title.setFocus()

    def _enable(self, *, on: bool) -> None:
        shown = self._shown
        self.list.setEnabled(shown is None)
        self.save_button.setEnabled(on)
        own = [row.id for row in self._rows.values() if shown is not None and _code(row) == _code(shown)]
        at = own.index(shown.id) if shown is not None and shown.id in own else None
        self.earlier.setEnabled(on and at is not None and at > 0)
        self.later.setEnabled(on and at is not None and at < len(own) - 1)

    def save(self) -> None:
        """Adds the point, or saves changes to the current one."""
        shown, code = self._shown, self.list.code()
        title, required = self.title.text(), self.required.isChecked()
        checklists, actor = self._workplace.services.checklists, self._workplace.actor
        if shown is not None:
            self._change(shown, title, required=required, active=self.active.isChecked())
            return
        kind = Kind(code) if isinstance(code, str) else None
        label_id = code if isinstance(code, int) else None
        self._store(
            lambda: checklists.add(actor, kind=kind, label_id=label_id, title=title, required=required),
            lambda row: self._change(row, row.title, required=row.required, active=False),
        )

    def _change(self, before: CheckPointRow, title: str, *, required: bool, active: bool) -> None:
        checklists, actor = self._workplace.services.checklists, self._workplace.actor
        self._store(
            lambda: checklists.change(
                actor, before.id, before.version, title=title, required=required, active=active
            ),
            lambda now: self._change(now, before.title, required=before.required, active=before.active),
        )

    def _saved_words(self, row: CheckPointRow) -> str:
        return fill(translate("Checklist", "The point “{point}” was saved."), point=row.title)

    def move_by(self, step: int) -> None:
        """Moves the current point by one place within its list."""
        shown = self._shown
        if shown is None or not (self.earlier if step < 0 else self.later).isEnabled():
            return
        checklists, actor, number = self._workplace.services.checklists, self._workplace.actor, shown.id

        def told(rows: tuple[CheckPointRow, ...]) -> None:
            self._rows = {row.id: row for row in rows}
            words = fill(translate("Checklist", "The point “{point}” was moved."), point=shown.title)
            self._tell(words, partial(self._move_back, number, -step), number)

        self._run(lambda: checklists.move(actor, number, step), told)

    def _move_back(self, number: int, step: int) -> None:
        if number in self._rows:
            self._show(number)
            self.move_by(step)


def _code(row: CheckPointRow) -> _ListCode:
    return row.kind.value if row.kind is not None else row.label_id or 0


def _list_name(row: CheckPointRow) -> str:
    if row.kind is not None:
        return label("kind", row.kind.value)
    return fill(translate("Checklist", "label “{name}”"), name=row.label)
