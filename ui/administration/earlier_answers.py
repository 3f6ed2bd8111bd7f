"""Asks what becomes of the answers that were given before messages were switched on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.wording import fill, translate
from ui import jobs
from ui.widgets.button import Button
from ui.widgets.choice import CodeComboBox
from ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from desktop_app.services import AdministrationServices
    from ui.workplace import Workplace

#: The spans that are offered, in days, beside none and all.
_SPANS: Final = (7, 30, 90, 365)
_NONE, _ALL = 0, -1


class EarlierAnswersQuestion(QWidget):
    """Hidden until `ask` finds such answers, and again after the decision, of which `decided` tells in a sentence."""

    decided = Signal(str)

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._service, self._workplace = workplace.services.earlier_answers, workplace
        self._counts: dict[int, int] = {}
        self.words = PlainLabel("", "secondary", "warn", wrap=True)
        self.span = CodeComboBox(translate("Outbox", "Earlier answers"))
        self.decide_button = Button(translate("Outbox", "Decide"), flush=True, writes=True)
        self.decide_button.clicked.connect(lambda _checked=False: self.decide())
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.span, 1)
        row.addWidget(self.decide_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(6)
        column.addWidget(self.words)
        column.addLayout(row)
        self.hide()

    def ask(self, *, focus: bool = False) -> None:
        """Counts the answers that were not sent and could be now; shows the question where there are any."""
        service, actor = self._service, self._workplace.actor

        def count() -> dict[int, int]:
            every = service.count(actor)
            return {_ALL: every} | {days: service.count(actor, days) for days in _SPANS if every}

        jobs.run(self, count, lambda counts: self._show(counts, focus=focus), jobs.only_bugs(self))

    def _show(self, counts: dict[int, int], *, focus: bool) -> None:
        self._counts = counts
        self.setVisible(counts[_ALL] > 0)
        if not counts[_ALL]:
            return
        asked = translate(
            "Outbox", "{count} answers were given without a message. Are their petitioners told now?"
        )
        self.words.setText(fill(asked, count=counts[_ALL]))
        spans = [(_NONE, translate("Outbox", "None of them"))]
        last = translate("Outbox", "Those of the last {days} days: {count}")
        spans += [(days, fill(last, days=days, count=counts[days])) for days in _SPANS if counts[days]]
        spans.append((_ALL, fill(translate("Outbox", "All of them: {count}"), count=counts[_ALL])))
        self.span.offer(spans, _NONE)
        if focus:
            self.span.setFocus(Qt.FocusReason.OtherFocusReason)

    def decide(self) -> None:
        """Records the decision that is chosen."""
        service, actor, days = self._service, self._workplace.actor, self.span.code()
        self.decide_button.setEnabled(False)

        def done(_result: None) -> None:
            self.decide_button.setEnabled(True)
            self.hide()
            words = translate("Outbox", "{count} earlier answers go out with the next round.")
            if days == _NONE:
                words = translate("Outbox", "Earlier answers stay as they are.")
            self.decided.emit(fill(words, count=self._counts.get(days, 0)))

        def refused(error: Exception) -> None:
            self.decide_button.setEnabled(True)
            jobs.show_error(self, error)

        jobs.run(self, lambda: service.decide(actor, None if days == _ALL else days), done, refused)
