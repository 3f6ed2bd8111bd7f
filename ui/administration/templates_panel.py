"""Saved replies: their titles and texts, what is put into them, and how one reads with a made petition."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from desktop_app.errors import InvalidValueError
from desktop_app.persian.dates import long_date
from desktop_app.persian.digits import isolated
from desktop_app.persian.text import visible_controls
from desktop_app.unfinished import Key
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.errors import error_sentence
from ui import jobs
from ui.widgets.button import Button
from ui.widgets.form_panes import FormPane, side_by_side
from ui.widgets.kept_form import KeptForm
from ui.widgets.month_grid import today
from ui.widgets.plain import PlainLabel, PlainText
from ui.widgets.roster import Roster, RosterPane, RosterRow
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop_app.office.templates import TemplateRow
    from desktop_app.services import AdministrationServices
    from ui.workplace import Workplace

_WIDTH = 520
#: So much of the text that somebody else saved is shown beside one's own.
_LONGEST = 400


class TemplatesPanel(QWidget):
    """`done` tells what was done and how to undo it, `counted` how many are offered."""

    done = Signal(str, object)
    counted = Signal(int)

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._rows: dict[int, TemplateRow] = {}
        self._shown: TemplateRow | None = None
        self._reading = False
        self._key: int | None = None
        self.roster = Roster(translate("Templates", "Saved replies"))
        self.roster.chosen.connect(self._show)
        self.title = TextField(translate("Templates", "Title"))
        self.text = PlainText(editable=True)
        self.text.setAccessibleName(translate("Templates", "Text"))
        self.text.setMinimumHeight(150)
        self.text.textChanged.connect(self._show_preview)
        self.variables = {name: self._variable(name, words) for name, words in _variables()}
        self.preview = PlainLabel("", "interface", "text2", wrap=True)
        self.active = QCheckBox(translate("Templates", "Is offered to clerks"))
        self.kept = KeptForm(
            workplace.unfinished, {"title": self.title, "text": self.text, "active": self.active}, self
        )
        self.kept.came_back.connect(self._show_overtaken)
        self.overtaken = PlainLabel("", "secondary", "warn", wrap=True)
        self.overtaken.hide()
        self.save_button = Button(translate("Administration", "Save"), "primary", flush=True, writes=True)
        self.save_button.clicked.connect(self.save)
        self.title.returnPressed.connect(self.text.setFocus)
        self.form = FormPane(width=_WIDTH)
        self._heading = self.form.heading("")
        self.form.labelled(translate("Templates", "Title"), self.title)
        self.form.labelled(translate("Templates", "Text"), self.text)
        row = QHBoxLayout()
        row.setSpacing(0)
        for button in self.variables.values():
            row.addWidget(button)
        row.addStretch()
        self.form.column.addLayout(row)
        self.form.column.addSpacing(8)
        words = translate("Templates", "How it reads, for a made petition")
        self.form.column.addWidget(PlainLabel(words, "secondary", "text2"))
        self.form.column.addWidget(self.preview)
        self.form.column.addSpacing(10)
        self.form.column.addWidget(self.active)
        self.form.column.addWidget(self.kept.line)
        self.form.column.addWidget(self.overtaken)
        self.form.buttons(self.save_button)
        nothing = (
            translate("Templates", "There are no saved replies yet"),
            translate("Templates", "“Add” makes the first: clerks put it into their answers."),
        )
        self.pane = RosterPane(self.roster, translate("Templates", "Title or words"), nothing)
        side_by_side(self, self.pane, self.form)
        self.start_new()

    def _variable(self, name: str, words: str) -> Button:
        button = Button(words, "ghost", icon="ph.plus", size="small")
        button.clicked.connect(lambda _checked=False: self._put_in(name))
        return button

    def refresh(self) -> None:
        """Reads the saved replies again, and stays on the one that is shown."""
        jobs.run(self, self._workplace.services.templates.all, self._on_read)

    def start_new(self) -> None:
        """Empties the form for a new one; what was begun comes back."""
        self._key = self._shown = None
        self.kept.pause()
        self._heading.setText(translate("Templates", "New saved reply"))
        self.title.clear()
        self.text.clear()
        self.active.setChecked(True)
        self.active.hide()
        self.overtaken.hide()
        self.kept.follow(_key(0), "")
        self.title.setFocus()

    def open_form(self, template_id: int) -> None:
        """Shows the saved reply with this number, or the form for a new one (0)."""
        if template_id:
            self._key, self._shown = template_id, None
            self.kept.pause()
            self.refresh()
        else:
            self.start_new()

    def save(self) -> None:
        """Adds the saved reply, or changes the one that is shown."""
        before = self._shown if self._key is not None else None
        title, text, active = self.title.text(), self.text.toPlainText(), self.active.isChecked()
        if before is None:
            templates, actor = self._workplace.services.templates, self._workplace.actor
            self._run(lambda: templates.add(actor, title, text), None)
        else:
            self._change(before, title, text, active)

    def _change(self, before: TemplateRow, title: str, text: str, active: bool) -> None:
        templates, actor = self._workplace.services.templates, self._workplace.actor
        self._run(
            lambda: templates.change(actor, before.id, before.version, title=title, text=text, active=active),
            before,
        )

    def _run(self, work: Callable[[], TemplateRow], before: TemplateRow | None) -> None:
        self.save_button.setEnabled(False)
        jobs.run(self, work, lambda row: self._on_saved(row, before), self._on_refused)

    def _put_in(self, name: str) -> None:
        self.text.insertPlainText(f"{{{name}}}")
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_preview(self) -> None:
        from desktop_app.office.templates import filled, valid_text  # noqa: PLC0415 - SQLAlchemy comes with it

        text = self.text.toPlainText()
        try:
            shown, colour = filled(valid_text(text), _sample()), "text2"
        except InvalidValueError as error:
            shown, colour = (error_sentence(error), "danger") if text.strip() else ("—", "text2")
        self.preview.set_colour(colour)
        self.preview.setText(shown)

    def _on_read(self, rows: tuple[TemplateRow, ...]) -> None:
        self._rows = {row.id: row for row in rows}
        self.counted.emit(sum(row.active for row in rows))
        shown = [RosterRow(row.id, row.title, " ".join(row.text.split())[:120], row.active) for row in rows]
        self._reading = True
        self.pane.show_rows(shown, self._key)
        self._reading = False

    def _show(self, key: int) -> None:
        row = self._rows[key]
        if self._reading and self._key in (None, key) and (row == self._shown or self.kept.is_changed()):
            # What is being written stays; whether somebody changed it meanwhile is seen when it is saved.
            return
        self._key, self._shown = key, row
        self.kept.pause()
        self._heading.setText(row.title)
        self.title.setText(row.title)
        self.text.setPlainText(row.text)
        self.active.setChecked(row.active)
        self.active.show()
        self.overtaken.hide()
        self.kept.follow(_key(row.id), row.title, row.version)

    def _show_overtaken(self) -> None:
        """What somebody saved since the text that came back was begun: saving takes its place."""
        shown = self._shown if self.kept.overtaken else None
        words = translate(
            "Templates", "It was changed since you began; saving replaces what stands there now: {text}"
        )
        self.overtaken.setText(
            "" if shown is None else fill(words, text=visible_controls(shown.text)[:_LONGEST])
        )
        self.overtaken.setVisible(shown is not None)

    def _on_saved(self, row: TemplateRow, before: TemplateRow | None) -> None:
        self.save_button.setEnabled(True)
        self.kept.done()
        self._key = row.id
        undo = partial(self._change, row, before.title, before.text, before.active) if before else None
        self.done.emit(
            fill(translate("Templates", "The saved reply “{title}” was saved."), title=row.title), undo
        )
        self.refresh()

    def _on_refused(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        jobs.show_error(self, error)


def _key(template_id: int) -> Key:
    """Where the form of a saved reply is kept until it is saved; 0 for a new one."""
    return Key("reply_template", template_id, "form")


def _variables() -> tuple[tuple[str, str], ...]:
    return (
        ("name", translate("Templates", "Petitioner")),
        ("code", translate("Templates", "Tracking code")),
        ("date", translate("Templates", "Date")),
        ("unit", translate("Templates", "Unit")),
        ("clerk", translate("Templates", "Clerk")),
    )


def _sample() -> dict[str, str]:
    return {
        "name": translate("Templates", "Ms Maryam Karimi"),
        "code": isolated(digits("1234 5678 9012")),
        "date": long_date(today()),
        "unit": translate("Templates", "Books"),
        "clerk": translate("Templates", "Mr Hassan Nouri"),
    }
