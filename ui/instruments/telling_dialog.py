"""Tells the commenters of a finished draft what became of their comments: first a preview, then the messages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.instruments.drafting.service import InstrumentRow
from desktop_app.office.message_templates import DeliveryMethod
from desktop_app.persian.digits import isolated
from desktop_app.progress import Progress
from desktop_app.reports.outcome.planning import NotTold
from desktop_app.reports.outcome.service import OutcomePreview
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label
from ui import jobs
from ui.actions import make_action
from ui.errors import sentence
from ui.widgets.button import Button
from ui.widgets.plain import PlainLabel, PlainText
from ui.window_place import resize_within
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.reports.outcome.service import CommentOutcomes
    from desktop_app.services import InstrumentsServices

_SIZE: Final = (600, 560)
_EXAMPLE: Final = 150


class TellingDialog(QDialog):
    """`told` is emitted with a sentence about what was written; a run that is stopped can be continued."""

    told = Signal(str)

    def __init__(
        self, workplace: Workplace[InstrumentsServices], row: InstrumentRow, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workplace, self._row = workplace, row
        self.preview: OutcomePreview | None = None
        self.at = 0
        self._job: jobs.Job | None = None
        self.setWindowTitle(translate("Telling", "Tell the commenters"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        resize_within(self, *_SIZE)
        self.title = PlainLabel(row.title, "heading", bold=True, wrap=True)
        self.count = PlainLabel(translate("Telling", "Counting…"), "interface", bold=True, wrap=True)
        self.others = PlainLabel("", "secondary", "text2", wrap=True)
        self.before = PlainLabel("", "secondary", "text2", wrap=True)
        self.hint = PlainLabel("", "secondary", "text2", wrap=True)
        self.example_of = PlainLabel("", "secondary", "text2", wrap=True)
        self.example = PlainText()
        self.example.setAccessibleName(translate("Telling", "Example"))
        self.example.setMinimumHeight(_EXAMPLE)
        self.trouble = PlainLabel("", "secondary", "danger", wrap=True)
        self._earlier = make_action(
            self, translate("Telling", "Earlier example"), lambda: self.step(-1), key="Alt+Up"
        )
        self._later = make_action(
            self, translate("Telling", "Next example"), lambda: self.step(1), key="Alt+Down"
        )
        tell = make_action(
            self, translate("Telling", "Write the messages"), self.tell, key="Ctrl+Return", writes=True
        )
        self.earlier_button = Button.of(self._earlier, "ghost", size="small")
        self.later_button = Button.of(self._later, "ghost", size="small")
        self.tell_button = Button.of(tell, "primary", writes=True)
        self.stop_button = Button(translate("Telling", "Stop"), "ghost")
        self.stop_button.clicked.connect(self.stop)
        self.close_button = Button(translate("Telling", "Close"), "ghost", key="Esc")
        self.close_button.clicked.connect(self.reject)
        self._lay_out()
        self._show()
        self.read()

    def read(self) -> None:
        """Counts again."""
        outcomes, actor, number = self._outcomes, self._workplace.actor, self._row.id
        jobs.run(self, lambda: outcomes.preview(actor, number), self._on_read, self._on_trouble)

    def step(self, by: int) -> None:
        """Shows another example."""
        last = len(self.preview.examples) - 1 if self.preview is not None else 0
        self.at = min(max(0, self.at + by), max(0, last))
        self._show()

    def tell(self) -> None:
        """Writes the messages."""
        if self._job is not None or self.preview is None or not self.preview.count:
            return
        outcomes, actor, number = self._outcomes, self._workplace.actor, self._row.id

        def work(progress: Progress) -> Mapping[DeliveryMethod, int]:
            return outcomes.tell(actor, number, progress)

        self.trouble.hide()
        self._job = jobs.run(self, work, self._on_told, self._on_trouble, progress=self._on_progress)
        self._show()

    def stop(self) -> None:
        """Stops after the messages being written; what was written stays."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
            self.read()

    @property
    def _outcomes(self) -> CommentOutcomes:
        return self._workplace.services.comment_outcomes

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.example_of, 1)
        head.addWidget(self.earlier_button)
        head.addWidget(self.later_button)
        foot = QHBoxLayout()
        foot.addWidget(self.tell_button)
        foot.addWidget(self.stop_button)
        foot.addStretch()
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        for part in (self.title, self.count, self.others, self.before):
            column.addWidget(part)
        column.addLayout(head)
        column.addWidget(self.example, 1)
        column.addWidget(self.hint)
        column.addWidget(self.trouble)
        # Takes the height that the example leaves where there is none.
        column.addStretch()
        column.addLayout(foot)
        self.trouble.hide()

    def _show(self) -> None:
        found, busy = self.preview, self._job is not None
        examples = found.examples if found is not None else ()
        self.tell_button.setEnabled(found is not None and found.count > 0 and not busy)
        self.stop_button.setVisible(busy)
        for part, words in (
            (self.others, others_words(found) if found is not None else ""),
            (self.before, before_words(found) if found is not None else ""),
            (self.hint, hint_words(found) if found is not None and examples else ""),
        ):
            part.setText(words)
            part.setVisible(bool(words))
        for action, more in ((self._earlier, self.at > 0), (self._later, self.at + 1 < len(examples))):
            action.setEnabled(more)
        for button in (self.earlier_button, self.later_button):
            button.setVisible(len(examples) > 1)
        for shown in (self.example_of, self.example):
            shown.setVisible(bool(examples))
        if examples:
            one = examples[self.at]
            address = digits(one.address) if one.way is DeliveryMethod.SMS else one.address
            words = translate("Telling", "Example {at} of {n}: {way} to {address}")
            self.example_of.setText(
                fill(
                    words,
                    at=self.at + 1,
                    n=len(examples),
                    way=label("way", one.way.value),
                    address=isolated(address),
                )
            )
            self.example.setPlainText("\n\n".join(part for part in (one.subject, one.text) if part))

    def _on_read(self, found: OutcomePreview) -> None:
        self.preview, self.at = found, 0
        self.count.setText(count_words(found))
        self._show()
        if self.tell_button.isEnabled():
            self.tell_button.setFocus()
        else:
            self.close_button.setFocus()

    def _on_progress(self, done: int, total: int | None) -> None:
        words = translate("Telling", "{done} of {total} are written…")
        self.count.setText(fill(words, done=done, total=total or 0))

    def _on_told(self, told: Mapping[DeliveryMethod, int]) -> None:
        self._job = None
        words = translate("Telling", "{n} messages to commenters wait in the outbox.")
        self.told.emit(fill(words, n=sum(told.values())))
        self.accept()

    def _on_trouble(self, error: Exception) -> None:
        self._job = None
        self.trouble.setText(sentence(error))
        self.trouble.show()
        if self.preview is None:
            self.count.setText("")
        self._show()


def count_words(found: OutcomePreview) -> str:
    """Returns how many are told, by way."""
    if not found.count:
        return translate("Telling", "Nobody is to be told now.")
    ways = translate("Telling", ", ").join(
        f"{label('way', way.value)}: {digits(count)}" for way, count in sorted(found.ways.items())
    )
    words = translate("Telling", "{n} commenters are told, from summing-up no. {number} ({ways}).")
    return fill(words, n=found.count, number=found.number, ways=ways)


def others_words(found: OutcomePreview) -> str:
    """Returns who is not told, and why; empty if everybody is."""
    lines = [
        f"{label('not_told', reason.value)}: {digits(found.not_told[reason])}"
        for reason in NotTold
        if found.not_told.get(reason)
    ]
    return "\n".join([translate("Telling", "Not told:"), *lines]) if lines else ""


def hint_words(found: OutcomePreview) -> str:
    """Returns what happens to the messages, and whether they link to the outcome page."""
    if found.linked:
        return translate(
            "Telling",
            "The messages wait in the outbox until they are handed on. They link to the outcome page: publish"
            " the package of this draft first.",
        )
    return translate(
        "Telling",
        "The messages wait in the outbox until they are handed on. They have no link to the outcome page until an"
        " administrator sets the address of the portal.",
    )


def before_words(found: OutcomePreview) -> str:
    """Returns the states of messages that exist already; empty if there are none."""
    if not found.made:
        return ""
    states = translate("Telling", ", ").join(
        f"{label('message_state', state.value)}: {digits(count)}"
        for state, count in sorted(found.made.items())
    )
    return fill(translate("Telling", "Told before: {states}"), states=states)
