"""Fields above the text of the composer: outcome of a reply, colleague of a hand-over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.petitions.outcomes import OutcomeChoice, standard_outcomes
from desktop_app.petitions.vocabulary import CLOSING_WITHOUT_ANSWER, Outcome
from desktop_app.wording import digits, translate
from desktop_app.wording.labels import label
from ui.widgets.choice import CodeComboBox
from ui.widgets.painting import set_margins
from ui.widgets.plain import PlainLabel, set_tip
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from ui.petitions.desk.unsent import Choices


def _row(parent: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(parent)
    set_margins(row, 0, 0, 0, 0)
    row.setSpacing(8)
    return row


class ReplyFields(QWidget):
    """Outcome, satisfaction of the petitioner, tracking code of the original of a duplicate, and reason."""

    #: The person changed a choice or a text.
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.outcome = CodeComboBox(translate("Inbox", "Outcome"))
        self.satisfaction = CodeComboBox(translate("Inbox", "Satisfaction"))
        never: tuple[object, str] = (None, translate("Inbox", "Satisfaction not asked"))
        self.satisfaction.offer([never, *((mark, self._mark(mark)) for mark in range(5, 0, -1))])
        code = translate("Inbox", "Tracking code of the other one")
        self.duplicate_of = TextField(code)
        self.duplicate_of.setPlaceholderText(code)
        self.duplicate_of.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.reason = TextField(translate("Inbox", "Reason"))
        self.reason_title = PlainLabel(translate("Inbox", "Reason"), "header", "text2")
        self.reason.setPlaceholderText(translate("Inbox", "Reason (it stands in the history)"))
        self._choices = standard_outcomes()
        self._answering = self._closing = self._notice = False
        self.outcome.currentIndexChanged.connect(self._on_outcome)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.outcome, 1)
        row.addWidget(self.satisfaction, 1)
        row.addWidget(self.duplicate_of, 1)
        column.addLayout(row)
        column.addWidget(self.reason_title)
        column.addWidget(self.reason)
        for choice in (self.outcome, self.satisfaction):
            choice.currentIndexChanged.connect(lambda _index: self.changed.emit())
        for line in (self.duplicate_of, self.reason):
            line.textEdited.connect(lambda _text: self.changed.emit())
        self._on_outcome()

    @staticmethod
    def _mark(mark: int) -> str:
        words = {
            5: translate("Inbox", "very content"),
            4: translate("Inbox", "content"),
            3: translate("Inbox", "in between"),
            2: translate("Inbox", "discontent"),
            1: translate("Inbox", "very discontent"),
        }
        return f"{digits(mark)} · {words[mark]}"

    def chosen(self) -> Choices:
        """Returns the values to save with an unsent text."""
        return {
            "outcome": self.outcome.code(),
            "satisfaction": self.satisfaction.code(),
            "duplicate_of": self.duplicate_of.text(),
            "reason": self.reason.text(),
        }

    def choose(self, choices: Choices) -> None:
        """Restores saved values; the defaults where nothing was saved, and never those of another petition."""
        self.outcome.choose(choices.get("outcome") or self.outcome.first())
        self.satisfaction.choose(choices.get("satisfaction"))
        self.duplicate_of.setText(str(choices.get("duplicate_of") or ""))
        self.reason.setText(str(choices.get("reason") or ""))

    def know_outcomes(self, choices: Sequence[OutcomeChoice]) -> None:
        """Sets the outcomes that the office configured. The choice is kept if it is still offered."""
        if tuple(choices) != self._choices:
            self._choices = tuple(choices)
            self.offer_outcomes(answering=self._answering, closing=self._closing, notice=self._notice)

    def offer_outcomes(self, *, answering: bool, closing: bool, notice: bool) -> None:
        """Sets the outcomes that may be chosen now: `answering` ones, `closing` ones, or both.

        Of a `notice`, the first is that it was noted, which no other petition offers.
        """
        self._answering, self._closing, self._notice = answering, closing, notice
        offered = [
            choice.code
            for choice in self._choices
            if choice.offered
            and (closing if choice.code in CLOSING_WITHOUT_ANSWER else answering)
            and (notice or choice.code is not Outcome.NOTED)
        ]
        offered.sort(key=lambda code: code is not Outcome.NOTED)
        self.outcome.offer([(outcome, label("outcome", outcome.value)) for outcome in offered])
        self._on_outcome()

    @property
    def wants_reason(self) -> bool:
        """Whether the chosen outcome requires a reason besides the answer."""
        code = self.outcome.code()
        return code not in CLOSING_WITHOUT_ANSWER and any(
            choice.code is code and choice.reason for choice in self._choices
        )

    def _on_outcome(self) -> None:
        duplicate = self.outcome.code() is Outcome.DUPLICATE
        for part in (self.reason_title, self.reason):
            part.setVisible(self.wants_reason)
        self.duplicate_of.setVisible(duplicate)
        self.satisfaction.setVisible(not duplicate)


class ColleagueFields(QWidget):
    """The colleague to whom the petition is handed over."""

    #: The person chose another colleague.
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.person = CodeComboBox(translate("Inbox", "Colleague"))
        self.note = PlainLabel("", "secondary", "text2")
        self.person.currentIndexChanged.connect(self._on_person)
        self._wanted: object = None
        row = _row(self)
        row.addWidget(self.person, 1)
        row.addWidget(self.note)

    def chosen(self) -> Choices:
        """Returns the choice to save with an unsent text."""
        return {"person": self.person.code()}

    def choose(self, choices: Choices) -> None:
        """Restores a saved choice, now or once the clerks are known."""
        self._wanted = choices.get("person")
        self.person.choose(self._wanted or self.person.first())

    def _on_person(self) -> None:
        self._wanted = self.person.code()
        self.changed.emit()

    def offer_clerks(self, clerks: Sequence[tuple[int, str]], without: int | None) -> None:
        """Sets the clerks of the unit, except for `without`, the current assignee."""
        others = [(key, name) for key, name in clerks if key != without]
        self.person.offer(others, self._wanted)
        self.person.setEnabled(bool(others))
        nobody = translate("Inbox", "The unit has no other clerk.")
        self.note.setText("" if others else nobody)
        set_tip(self.person, "" if others else nobody)
