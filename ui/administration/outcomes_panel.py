"""Outcomes of petitions: which ones are available, their order and names, and which require a reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label
from ui.actions import make_action
from ui.administration.roster_panel import RosterPanel
from ui.widgets.button import Button
from ui.widgets.form_panes import side_by_side
from ui.widgets.painting import set_margins
from ui.widgets.plain import PlainLabel, set_tip
from ui.widgets.roster import RosterRow
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop_app.petitions.outcomes import OutcomeChoice
    from desktop_app.services import AdministrationServices
    from ui.workplace import Workplace


class OutcomesPanel(RosterPanel["OutcomeChoice", "tuple[OutcomeChoice, ...]"]):
    """A list fixed by law: an outcome is renamed, moved and hidden, never added or removed."""

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(workplace, translate("Outcomes", "Outcomes of petitions"), parent)
        self.persian = TextField(translate("Outcomes", "Name in Persian"))
        self.english = TextField(translate("Outcomes", "Name in English"), latin=True)
        self.offered = QCheckBox(translate("Outcomes", "Is offered when a petition is closed"))
        self.reason = QCheckBox(translate("Outcomes", "A reason is demanded"))
        self.why = PlainLabel("", "header", "text2", wrap=True)
        self.earlier = Button(translate("Outcomes", "Further up"), "ghost", icon="ph.arrow-up", size="small")
        self.later = Button(
            translate("Outcomes", "Further down"), "ghost", icon="ph.arrow-down", size="small"
        )
        for button, step in ((self.earlier, -1), (self.later, 1)):
            button.clicked.connect(lambda _checked=False, step=step: self.move_by(step))
        for field in (self.persian, self.english):
            field.returnPressed.connect(self.save)
        for words, key, step in (
            (translate("Outcomes", "Further up"), "Alt+Up", -1),
            (translate("Outcomes", "Further down"), "Alt+Down", 1),
        ):
            make_action(self, words, partial(self.move_by, step), key=key)
        self.refusals.know({"name_persian": self.persian, "name_english": self.english})
        self._lay_out()

    def _lay_out(self) -> None:
        form = self.form
        note = translate("Outcomes", "Earlier petitions are called so too, in lists, history and reports.")
        form.labelled(self.persian.accessibleName(), self.persian)
        form.labelled(self.english.accessibleName(), self.english, note)
        form.column.addWidget(self.offered)
        form.column.addWidget(self.reason)
        form.column.addWidget(self.why)
        form.buttons(self.save_button, self.earlier, self.later)
        above = PlainLabel(
            translate(
                "Outcomes",
                "Law and statistics count by these outcomes: they are named, ordered and hidden, never removed.",
            ),
            "secondary",
            "text2",
            wrap=True,
        )
        pane = QWidget()
        column = QVBoxLayout(pane)
        set_margins(column, 0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        set_margins(head, 16, 12, 16, 12)
        head.addWidget(above)
        column.addLayout(head)
        column.addWidget(self.roster, 1)
        side_by_side(self, pane, form)

    def _reader(self) -> Callable[[], tuple[OutcomeChoice, ...]]:
        return self._workplace.services.outcomes.all

    def _rows_of(self, read: tuple[OutcomeChoice, ...]) -> tuple[OutcomeChoice, ...]:
        return read

    def _roster_row(self, row: OutcomeChoice) -> RosterRow:
        return _roster_row(row)

    def _show_lines(self, lines: list[RosterRow]) -> None:
        self.roster.show_rows(lines, self._key)

    def save(self) -> None:
        """Saves the current outcome."""
        if self._shown is not None:
            self._change(self._shown, self._typed(self._shown))

    def move_by(self, step: int) -> None:
        """Moves the current outcome by `step` places, and saves its other changes."""
        shown = self._shown
        if shown is not None and 0 <= shown.place + step < len(self._rows):
            self._change(shown, replace(self._typed(shown), place=shown.place + step))

    def _typed(self, shown: OutcomeChoice) -> OutcomeChoice:
        return replace(
            shown,
            persian=self.persian.text(),
            english=self.english.text(),
            offered=self.offered.isChecked(),
            reason=self.reason.isChecked(),
        )

    def _change(self, seen: OutcomeChoice, wanted: OutcomeChoice) -> None:
        outcomes, actor = self._workplace.services.outcomes, self._workplace.actor
        self._run(lambda: outcomes.change(actor, seen, wanted), lambda rows: self._on_saved(rows, seen))

    def _enable(self, *, on: bool) -> None:
        place = self._shown.place if self._shown is not None else 0
        self.save_button.setEnabled(on)
        self.earlier.setEnabled(on and place > 0)
        self.later.setEnabled(on and place < len(self._rows) - 1)

    def _fill(self, row: OutcomeChoice) -> None:
        self._heading.setText(label("outcome", row.code.value))
        self.persian.setText(row.persian)
        self.english.setText(row.english)
        self.offered.setChecked(row.offered)
        self.reason.setChecked(row.reason)
        self.reason.setEnabled(not row.reason_by_rule)
        rule = translate("Outcomes", "The rules of the desk demand it: it cannot be switched off.")
        extra = translate("Outcomes", "One line beside the answer; colleagues read it in the history.")
        self.why.setText(rule if row.reason_by_rule else extra)
        set_tip(self.reason, rule if row.reason_by_rule else "")
        self._enable(on=True)

    def _on_saved(self, rows: tuple[OutcomeChoice, ...], before: OutcomeChoice) -> None:
        now = next(row for row in rows if row.code is before.code)
        self._key = _key(now)
        self._take(rows)
        words = translate("Outcomes", "The outcome “{name}” was saved.")
        self.done.emit(fill(words, name=label("outcome", now.code.value)), partial(self._change, now, before))


def _key(row: OutcomeChoice) -> int:
    """Returns a stable number of the outcome, independent of its position."""
    return list(type(row.code)).index(row.code)


def _roster_row(row: OutcomeChoice) -> RosterRow:
    name = label("outcome", row.code.value)
    about = [fill(translate("Outcomes", "Place {place}"), place=digits(row.place + 1))]
    if row.reason:
        about.append(translate("Outcomes", "with a reason"))
    mark = "" if row.offered else translate("Outcomes", "Hidden")
    return RosterRow(_key(row), name, translate("Window", ", ").join(about), row.offered, mark)
