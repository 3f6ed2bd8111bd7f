"""The small fields over the box to write in: unit and purpose of an order, outcome of a reply, a colleague."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from desktop_app.petitions.vocabulary import CLOSING_WITHOUT_ANSWER, Outcome, Purpose
from desktop_app.wording import digits, translate
from desktop_app.wording.labels import label
from ui.guard import guarded
from ui.widgets.painting import set_margins
from ui.widgets.plain import PlainLabel, set_tip


def _row(parent: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(parent)
    set_margins(row, 0, 0, 0, 0)
    row.setSpacing(8)
    return row


class Choice(QComboBox):
    """A choice by code; the words are plain."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._codes: list[object] = []
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def offer(self, choices: Sequence[tuple[object, str]], chosen: object = None) -> None:
        """Other choices; the chosen one stays where it is still offered."""
        kept = chosen if chosen is not None else self.code()
        self.blockSignals(True)
        self.clear()
        # Qt would hand an enumeration back as a bare string: the codes are kept here.
        self._codes = [code for code, _ in choices]
        self.addItems([words for _, words in choices])
        self.setCurrentIndex(self._codes.index(kept) if kept in self._codes else min(0, len(self._codes) - 1))
        self.blockSignals(False)

    def code(self) -> Any:
        """The code of what is chosen, as it was offered; None where nothing is."""
        at = self.currentIndex()
        return self._codes[at] if 0 <= at < len(self._codes) else None

    def choose(self, code: object) -> None:
        """Chooses by code, where it is offered."""
        if code in self._codes:
            self.setCurrentIndex(self._codes.index(code))

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        # Letters choose by their first letter here; they are no commands of the desk.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
            if plain and event.text().isprintable() and event.text():
                event.accept()
                return True
        return bool(super().event(event))


class OrderFields(QWidget):
    """To which unit, and what for."""

    def __init__(self) -> None:
        super().__init__()
        self.unit = Choice(translate("Inbox", "Unit"))
        self.purpose = Choice(translate("Inbox", "Purpose"))
        self.purpose.offer([(purpose, label("purpose", purpose.value)) for purpose in Purpose])
        row = _row(self)
        row.addWidget(self.unit, 3)
        row.addWidget(self.purpose, 2)

    def offer_units(self, units: Sequence[tuple[int, str]], without: int | None) -> None:
        """The units that it can be referred to; `without` is where it is."""
        first: tuple[object, str] = (None, translate("Inbox", "Choose the unit"))
        self.unit.offer([first, *((key, name) for key, name in units if key != without)])


class ReplyFields(QWidget):
    """How it ends, and how content the petitioner was; the code of the other one for a duplicate."""

    def __init__(self) -> None:
        super().__init__()
        self.outcome = Choice(translate("Inbox", "Outcome"))
        self.satisfaction = Choice(translate("Inbox", "Satisfaction"))
        never: tuple[object, str] = (None, translate("Inbox", "Satisfaction not asked"))
        self.satisfaction.offer([never, *((mark, self._mark(mark)) for mark in range(5, 0, -1))])
        self.duplicate_of = QLineEdit()
        self.duplicate_of.setPlaceholderText(translate("Inbox", "Tracking code of the other one"))
        self.duplicate_of.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.outcome.currentIndexChanged.connect(self._on_outcome)
        row = _row(self)
        row.addWidget(self.outcome, 1)
        row.addWidget(self.satisfaction, 1)
        row.addWidget(self.duplicate_of, 1)
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

    def offer_outcomes(self, *, answering: bool, closing: bool) -> None:
        """The outcomes that may be chosen now."""
        offered = [
            outcome for outcome in Outcome if (closing if outcome in CLOSING_WITHOUT_ANSWER else answering)
        ]
        self.outcome.offer([(outcome, label("outcome", outcome.value)) for outcome in offered])
        self._on_outcome()

    def _on_outcome(self) -> None:
        duplicate = self.outcome.code() is Outcome.DUPLICATE
        self.duplicate_of.setVisible(duplicate)
        self.satisfaction.setVisible(not duplicate)


class ColleagueFields(QWidget):
    """To whom it is handed over."""

    def __init__(self) -> None:
        super().__init__()
        self.person = Choice(translate("Inbox", "Colleague"))
        self.note = PlainLabel("", "secondary", "text2")
        row = _row(self)
        row.addWidget(self.person, 1)
        row.addWidget(self.note)

    def offer_clerks(self, clerks: Sequence[tuple[int, str]], without: int | None) -> None:
        """The clerks of the unit but for the one who has it."""
        others = [(key, name) for key, name in clerks if key != without]
        self.person.offer(others)
        self.person.setEnabled(bool(others))
        nobody = translate("Inbox", "The unit has no other clerk.")
        self.note.setText("" if others else nobody)
        set_tip(self.person, "" if others else nobody)
