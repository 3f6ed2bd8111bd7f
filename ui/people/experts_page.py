"""The register of experts and stakeholders: the list by name, and the form of the selected one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QWidget

from desktop_app.people.experts import KEEPERS, ExpertRow, ExpertWords
from desktop_app.people.identity import Group
from desktop_app.people.number_gaps import telephone_gaps
from desktop_app.persian.digits import isolated
from desktop_app.unfinished import Key
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label
from ui import jobs
from ui.actions import make_action
from ui.widgets.button import Button
from ui.widgets.form_panes import FormPane, side_by_side
from ui.widgets.kept_form import KeptForm
from ui.widgets.plain import PlainLabel, PlainText
from ui.widgets.refusals import Refusals, RefusingForm
from ui.widgets.roster import Roster, RosterPane, RosterRow
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop_app.services import PeopleServices
    from ui.workplace import Workplace

_COMMAS = ("،", "؛", ";", "\n")


class ExpertsPage(QWidget, RefusingForm):
    """Emits `done` with a message and an undo function, and `counted` with the number of active experts."""

    done = Signal(str, object)
    counted = Signal(int)

    def __init__(self, workplace: Workplace[PeopleServices], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._rows: dict[int, ExpertRow] = {}
        self._last_read: object = None
        self._key: int | None = None
        #: The expert as loaded into the form, to which saved changes refer.
        self._shown: ExpertRow | None = None
        self._reading = False
        self.roster = Roster(translate("Experts", "Experts"))
        self.roster.chosen.connect(self._show)
        self.name = TextField(translate("Experts", "Name"))
        self.organisation = TextField(translate("Experts", "Organisation"))
        self.fields = TextField(translate("Experts", "Fields of expertise"))
        self.mobile = TextField(translate("Experts", "Mobile"), gaps=telephone_gaps)
        self.email = TextField(translate("Experts", "E-mail"), latin=True)
        self.address, self.note = PlainText(editable=True), PlainText(editable=True)
        self.group = QComboBox()
        self.group.setAccessibleName(translate("Experts", "Group"))
        for group in Group:
            self.group.addItem(label("group", group.value), group.value)
        self.active = QCheckBox(translate("Experts", "Can be invited"))
        self.overtaken = PlainLabel("", "secondary", "warn", wrap=True)
        self.overtaken.setText(
            translate("Experts", "It was changed since you began; saving replaces what stands there now.")
        )
        self.overtaken.hide()
        self.refusals = Refusals(
            self,
            {
                "name": self.name, "organisation": self.organisation, "expertise": self.fields,
                "mobile": self.mobile, "email": self.email, "address": self.address, "note": self.note,
            },
        )  # fmt: skip
        self.kept = KeptForm(
            workplace.unfinished,
            {
                "name": self.name, "group": self.group, "organisation": self.organisation, "fields": self.fields,
                "mobile": self.mobile, "email": self.email, "address": self.address, "note": self.note,
                "active": self.active,
            },
            self,
        )  # fmt: skip
        self.kept.came_back.connect(lambda: self.overtaken.setVisible(self.kept.overtaken))
        self.save_button = Button(translate("Experts", "Save"), "primary", flush=True, writes=True)
        self.new_button = Button(translate("Experts", "New"), icon="ph.plus")
        self.save_button.clicked.connect(self.save)
        self.new_button.clicked.connect(self.start_new)
        make_action(self, translate("Experts", "Save the expert"), self.save, key="Ctrl+Return", writes=True)
        make_action(self, translate("Experts", "New expert"), self.start_new, key="Ctrl+N")
        self._lay_out()
        self.start_new(focus=False)

    def refresh(self) -> None:
        """Reloads the register, keeping the selection."""
        jobs.run(self, self._workplace.services.experts.all, self._on_read)

    def show_expert(self, expert_id: int) -> None:
        """Selects an expert after the next load, or opens an empty form (0)."""
        self._last_read = None
        if expert_id:
            self._key, self._shown = expert_id, None
            self.kept.pause()
        else:
            self.start_new()
        self.refresh()

    def start_new(self, *, focus: bool = True) -> None:
        """Empties the form for a new expert, or restores an unsaved draft."""
        self._key = self._shown = None
        self.refusals.clear()
        self.kept.pause()
        self._heading.setText(translate("Experts", "New expert"))
        self._fill(ExpertWords(""))
        self.active.setChecked(True)
        self.active.hide()
        self.overtaken.hide()
        self.kept.follow(_key(0), "")
        if focus:
            self.name.setFocus()

    def save(self) -> None:
        """Adds the expert, or saves changes to the selected one."""
        if not self.save_button.isEnabled():
            return
        before = self._shown if self._key is not None else None
        experts, actor, words = self._workplace.services.experts, self._workplace.actor, self._typed()
        if before is None:
            self._run(lambda: experts.add(actor, words), None)
        else:
            self._change(before, words, self.active.isChecked())

    def _change(self, before: ExpertRow, words: ExpertWords, active: bool) -> None:
        experts, actor = self._workplace.services.experts, self._workplace.actor
        self._run(
            lambda: experts.change(actor, before.id, before.version, words, active=active),
            before,
        )

    def _run(self, work: Callable[[], ExpertRow], before: ExpertRow | None) -> None:
        self.save_button.setEnabled(False)
        self.refusals.clear()
        jobs.run(self, work, lambda row: self._on_saved(row, before), self._on_refused)

    def _on_read(self, rows: tuple[ExpertRow, ...]) -> None:
        if rows == self._last_read:
            # Reloading must not discard unsaved input.
            return
        self._last_read = rows
        self._rows = {row.id: row for row in rows}
        self.counted.emit(sum(row.active for row in rows))
        self._reading = True
        self.pane.show_rows([_roster_row(row) for row in rows], self._key)
        self._reading = False
        fields = dict.fromkeys(one for row in rows for one in row.words.fields)
        self.fields.setCompleter(QCompleter(list(fields), self.fields))

    def _show(self, key: int) -> None:
        row = self._rows[key]
        if self._reading and self._key in (None, key) and (row == self._shown or self.kept.is_changed()):
            # Keep unsaved input; saving detects concurrent changes.
            return
        self._key, self._shown = key, row
        self.kept.pause()
        self._heading.setText(row.words.name)
        self._fill(row.words)
        self.active.setChecked(row.active)
        self.active.show()
        self.overtaken.hide()
        self.kept.follow(_key(row.id), row.words.name, row.version)

    def _fill(self, words: ExpertWords) -> None:
        self.name.setText(words.name)
        self.organisation.setText(words.organisation)
        self.fields.setText("، ".join(words.fields))
        self.mobile.setText(digits(words.mobile))
        self.email.setText(words.email)
        self.address.setPlainText(words.address)
        self.note.setPlainText(words.note)
        self.group.setCurrentIndex(self.group.findData(words.group))

    def _typed(self) -> ExpertWords:
        fields = self.fields.text()
        for comma in _COMMAS:
            fields = fields.replace(comma, ",")
        return ExpertWords(
            self.name.text(),
            str(self.group.currentData()),
            self.organisation.text(),
            tuple(part.strip() for part in fields.split(",") if part.strip()),
            self.mobile.text(),
            self.email.text(),
            self.address.toPlainText(),
            self.note.toPlainText(),
        )

    def _on_saved(self, row: ExpertRow, before: ExpertRow | None) -> None:
        self.save_button.setEnabled(True)
        self.kept.done()
        self._key = row.id
        undo = partial(self._change, row, before.words, before.active) if before else None
        self.done.emit(fill(translate("Experts", "“{name}” was saved."), name=row.words.name), undo)
        self.refresh()

    def _on_refused(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        jobs.show_error(self, error)

    def _lay_out(self) -> None:
        form = FormPane()
        self._heading = form.heading("")
        hint = translate("Experts", "Parted by commas: “poetry, theatre”.")
        form.labelled(translate("Experts", "Name"), self.name)
        form.labelled(translate("Experts", "Group"), self.group)
        form.labelled(translate("Experts", "Organisation"), self.organisation)
        form.labelled(translate("Experts", "Fields of expertise"), self.fields, hint)
        form.labelled(translate("Experts", "Mobile"), self.mobile)
        form.labelled(translate("Experts", "E-mail"), self.email)
        for words, field in (
            (translate("Experts", "Postal address"), self.address),
            (translate("Experts", "Note"), self.note),
        ):
            field.setFixedHeight(72)
            field.setTabChangesFocus(True)
            field.setAccessibleName(words)
            form.labelled(words, field)
        form.column.addWidget(self.active)
        form.column.addWidget(self.kept.line)
        form.column.addWidget(self.overtaken)
        form.buttons(self.save_button)
        may = bool(self._workplace.actor.roles & set(KEEPERS))
        nothing = (
            translate("Experts", "Nobody is in the register yet"),
            translate("Experts", "Whoever is entered can be invited to comment on drafts."),
        )
        self.pane = RosterPane(
            self.roster, translate("Experts", "Name, organisation or field"), nothing, beside=self.new_button
        )
        side_by_side(self, self.pane, form)
        for button in (self.save_button, self.new_button):
            button.setVisible(may)


def _key(expert_id: int) -> Key:
    """The key of the unsaved form of an expert; 0 for a new one."""
    return Key("expert", expert_id, "form")


def _roster_row(row: ExpertRow) -> RosterRow:
    words = row.words
    parts = [label("group", words.group), words.organisation, "، ".join(words.fields)]
    if words.mobile:
        parts.append(isolated(digits(words.mobile)))
    about = translate("Experts", " · ").join(part for part in parts if part)
    return RosterRow(row.id, words.name, about, row.active)
