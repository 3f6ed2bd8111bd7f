"""Saved replies: titles, texts and variables, and a preview with a sample petition."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from desktop_app.errors import InvalidValueError
from desktop_app.persian.dates import long_date
from desktop_app.persian.digits import isolated
from desktop_app.persian.text import visible_controls
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.errors import error_sentence
from ui.administration.kept_panel import KeptPanel
from ui.widgets.button import Button
from ui.widgets.choice import CodeComboBox
from ui.widgets.month_grid import today
from ui.widgets.plain import PlainLabel, PlainText
from ui.widgets.roster import RosterRow
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop_app.office.templates import TemplateRow
    from desktop_app.services import AdministrationServices
    from ui.workplace import Workplace

_WIDTH = 520
#: How many characters of a colleague's saved text are shown beside the input.
_LONGEST = 400


#: The saved replies, and the units as pairs of id and name.
_Read = tuple[tuple["TemplateRow", ...], tuple[tuple[int, str], ...]]


class TemplatesPanel(KeptPanel["TemplateRow", "_Read"]):
    """The saved replies of the office and of units."""

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(workplace, translate("Templates", "Saved replies"), parent, width=_WIDTH)
        self.title = TextField(translate("Templates", "Title"))
        self.text = PlainText(editable=True)
        self.text.setAccessibleName(translate("Templates", "Text"))
        self.text.setMinimumHeight(150)
        self.text.textChanged.connect(self._show_preview)
        self.variables = {name: self._variable(name, words) for name, words in _variables()}
        self.preview = PlainLabel("", "interface", "text2", wrap=True)
        self.active = QCheckBox(translate("Templates", "Is offered to clerks"))
        self.unit = CodeComboBox(translate("Templates", "For petitions of"))
        self._keep("reply_template", {"title": self.title, "text": self.text, "active": self.active})
        self.title.returnPressed.connect(self.text.setFocus)
        self.form.labelled(translate("Templates", "Title"), self.title)
        self.form.labelled(self.unit.accessibleName(), self.unit)
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
        self.refusals.know({"title": self.title, "template_text": self.text, "reply_template": self.title})
        self._complete(translate("Templates", "Title or words"), nothing)

    def _variable(self, name: str, words: str) -> Button:
        button = Button(words, "ghost", icon="ph.plus", size="small")
        button.clicked.connect(lambda _checked=False: self._put_in(name))
        return button

    def _reader(self) -> Callable[[], _Read]:
        templates, units = self._workplace.services.templates, self._workplace.services.units
        return lambda: (templates.all(), tuple((unit.id, unit.name) for unit in units.all(active_only=True)))

    def _rows_of(self, read: _Read) -> tuple[TemplateRow, ...]:
        rows, units = read
        chosen = self.unit.code()
        named = dict(units) | {row.unit_id: row.unit for row in rows if row.unit_id is not None}
        every: tuple[object, str] = (None, translate("Templates", "every unit"))
        self.unit.offer([every, *named.items()])
        self.unit.choose(chosen)
        return rows

    def _roster_row(self, row: TemplateRow) -> RosterRow:
        return RosterRow(row.id, row.title, " ".join(row.text.split())[:120], row.active, row.unit)

    def _title(self, row: TemplateRow) -> str:
        return row.title

    def _fill(self, row: TemplateRow) -> None:
        self.title.setText(row.title)
        self.text.setPlainText(row.text)
        self.unit.choose(row.unit_id)
        self.active.setChecked(row.active)
        self.active.show()

    def _clear(self) -> None:
        self._heading.setText(translate("Templates", "New saved reply"))
        self.title.clear()
        self.text.clear()
        self.unit.choose(None)
        self.active.setChecked(True)
        self.active.hide()
        self.title.setFocus()

    def open_form(self, key: int) -> None:
        """Shows the saved reply with this id, or the form for a new one (0)."""
        if key:
            super().open_form(key)
        else:
            self.start_new()

    def save(self) -> None:
        """Adds the saved reply, or saves changes to the current one."""
        before = self._shown
        title, text, active = self.title.text(), self.text.toPlainText(), self.active.isChecked()
        unit = self.unit.code()
        if before is None:
            templates, actor = self._workplace.services.templates, self._workplace.actor
            self._store(lambda: templates.add(actor, title, text, unit))
        else:
            self._change(before, title, text, active, unit)

    def _change(self, before: TemplateRow, title: str, text: str, active: bool, unit: int | None) -> None:
        templates, actor = self._workplace.services.templates, self._workplace.actor
        self._store(
            lambda: templates.change(
                actor, before.id, before.version, title=title, text=text, active=active, unit_id=unit
            ),
            lambda now: self._change(now, before.title, before.text, before.active, before.unit_id),
        )

    def _saved_words(self, row: TemplateRow) -> str:
        return fill(translate("Templates", "The saved reply “{title}” was saved."), title=row.title)

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

    def _overtaken_words(self, row: TemplateRow) -> str:
        """Returns the text that somebody saved since the restored input was begun; saving replaces it."""
        words = translate(
            "Templates", "It was changed since you began; saving replaces what stands there now: {text}"
        )
        return fill(words, text=visible_controls(row.text)[:_LONGEST])


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
