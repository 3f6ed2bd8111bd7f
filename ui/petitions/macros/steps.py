"""Editor for the steps of a macro: the list in execution order, and the fields of the selected step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QMenu, QVBoxLayout, QWidget

from desktop_app.persian.text import visible_controls
from desktop_app.petitions.bulk.acts import Archive, PutLabel, Refer, Resolve, Take
from desktop_app.petitions.history.side_referrals import place_words
from desktop_app.petitions.macros.steps import MOST_STEPS, NoteStep, Step
from desktop_app.petitions.referrals.side import SidePlace
from desktop_app.petitions.vocabulary import CLOSING_WITHOUT_ANSWER, Move, Outcome
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label
from desktop_app.wording.moves import face_of
from ui.actions import make_action
from ui.guard import guarded
from ui.widgets.button import Button, IconButton
from ui.widgets.choice import CodeComboBox
from ui.widgets.plain import PlainLabel, PlainText, tip_text
from ui.widgets.recipients import Recipients
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop_app.petitions.labels.service import LabelRow

#: The first requires another petition; the second results from a conversion only.
_NOT_CHOSEN: Final = (Outcome.DUPLICATE, Outcome.COMMENTED)
#: Number of visible rows of the list, and of those in a low window.
_ROWS: Final = 6
_LEAST_ROWS: Final = 4
_ROW: Final = 30


def step_words(step: Step, name: str, text: str = "") -> str:
    """Returns the text of a step. `name` is the name of its label or unit, `text` the text it would write."""
    if isinstance(step, NoteStep):
        return fill(translate("Macros", "Note: {text}"), text=step.text)
    if isinstance(step, PutLabel):
        words = translate("Macros", "Label: {name}") if step.on else translate("Macros", "Take off: {name}")
        return fill(words, name=name)
    if isinstance(step, Refer):
        return fill(translate("Macros", "Refer to {unit}: {text}"), unit=name, text=step.text)
    if isinstance(step, Resolve):
        words = translate("Macros", "End as “{outcome}”: {text}")
        return fill(words, outcome=label("outcome", step.outcome.value), text=text or step.text)
    return face_of(step.move).title


class MacroSteps(QWidget):
    """Edits a list of steps. `changed` is emitted when a step was added, edited, moved or removed."""

    changed = Signal()

    def __init__(
        self, steps: Sequence[Step], labels: Sequence[LabelRow], places: Sequence[SidePlace]
    ) -> None:
        super().__init__()
        self._steps = list(steps)
        self._labels = [(row.id, row.name) for row in labels]
        self._places = list(places)
        self._filling = False
        self.list = QListWidget()
        self.list.setAccessibleName(translate("Macros", "Steps, the first one first"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setProperty("variant", "field")
        self.list.setMinimumHeight(_LEAST_ROWS * _ROW + 10)
        self.list.setMaximumHeight(_ROWS * _ROW + 10)
        self.empty = PlainLabel(
            translate("Macros", "Nothing is done yet; add the first step."), "secondary", "text2", wrap=True
        )
        self.add_button = Button(translate("Macros", "Add a step"), icon="ph.plus", key="Insert")
        up_words, down_words = (
            translate("Macros", "Move the step up"),
            translate("Macros", "Move the step down"),
        )
        self.up_button = IconButton("ph.arrow-up", up_words, key="Alt+Up")
        self.down_button = IconButton("ph.arrow-down", down_words, key="Alt+Down")
        drop_words = translate("Macros", "Remove the step")
        self.drop_button = IconButton("ph.trash", drop_words, key="Delete")
        self.recipient = Recipients()
        self.recipient.offer(places)
        self.label = CodeComboBox(translate("Macros", "Label"))
        self.outcome = CodeComboBox(translate("Inbox", "Outcome"))
        self.outcome.offer([(one, label("outcome", one.value)) for one in Outcome if one not in _NOT_CHOSEN])
        self.text = PlainText(editable=True)
        self.text.keep_height(96)
        self.reason = TextField(translate("Macros", "Reason beside the answer"), size="form")
        self.reason.setPlaceholderText(translate("Macros", "Reason beside the answer"))
        self._lay_out()
        self.add_button.clicked.connect(lambda _checked=False: self.offer())
        self.up_button.clicked.connect(lambda _checked=False: self.move_step(-1))
        self.down_button.clicked.connect(lambda _checked=False: self.move_step(1))
        self.drop_button.clicked.connect(lambda _checked=False: self.drop())
        # Only on the list: in a field, Delete deletes text, and Alt+Down opens the choices.
        for words, key, done in (
            (up_words, "Alt+Up", lambda: self.move_step(-1)),
            (down_words, "Alt+Down", lambda: self.move_step(1)),
            (drop_words, "Delete", self.drop),
        ):
            make_action(self.list, words, done, key=key, everywhere=False, in_palette=False)
        make_action(
            self, self.add_button.text(), self.offer, key="Insert", everywhere=False, in_palette=False
        )
        self.recipient.changed.connect(self._take_in)
        for choice in (self.label, self.outcome):
            choice.currentIndexChanged.connect(lambda _index: self._take_in())
        self.text.textChanged.connect(self._take_in)
        self.reason.textChanged.connect(lambda _text: self._take_in())
        self.list.currentRowChanged.connect(lambda _row: self._show_step())
        self._show_list(0)

    def _lay_out(self) -> None:
        beside = QVBoxLayout()
        beside.setSpacing(2)
        for button in (self.up_button, self.down_button, self.drop_button):
            beside.addWidget(button)
        beside.addStretch()
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.list, 1)
        row.addLayout(beside)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.add_button)
        foot.addWidget(self.empty, 1)
        foot.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addLayout(foot)
        for field in (self.recipient, self.label, self.outcome, self.text, self.reason):
            column.addWidget(field)
        column.addStretch(1)

    def steps(self) -> tuple[Step, ...]:
        """Returns the steps as edited."""
        return tuple(self._steps)

    def point_at(self, place: int) -> None:
        """Selects a step and focuses its first field, so that it can be completed."""
        self.list.setCurrentRow(place)
        fields = (self.text, self.recipient.field, self.label, self.outcome)
        next((one for one in fields if one.isVisibleTo(self)), self.list).setFocus()

    # Adding, moving, removing

    def offer(self) -> QMenu:
        """Opens the menu of steps to insert after the selected one."""
        menu = QMenu(self)
        kinds: list[tuple[str, Step]] = [
            (translate("Macros", "Note for colleagues"), NoteStep("")),
            (face_of(Move.TAKE).title, Take()),
            (face_of(Move.RESOLVE).title, Resolve(Outcome.ANSWERED, "")),
            (face_of(Move.ARCHIVE).title, Archive()),
        ]
        if self._places:
            kinds.insert(2, (face_of(Move.REFER).title, Refer(self._places[0].unit_id)))
        if self._labels:
            first = self._labels[0][0]
            kinds.insert(0, (translate("Macros", "Put a label on"), PutLabel(first)))
            kinds.insert(1, (translate("Macros", "Take a label off"), PutLabel(first, on=False)))
        for words, step in kinds:
            menu.addAction(words).triggered.connect(lambda _checked=False, step=step: self.add(step))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.add_button.mapToGlobal(self.add_button.rect().bottomLeft()))
        menu.setActiveAction(menu.actions()[0])
        return menu

    def add(self, step: Step) -> None:
        """Inserts a step after the selected one, up to `MOST_STEPS`."""
        if len(self._steps) >= MOST_STEPS:
            return
        place = self.list.currentRow() + 1
        self._steps.insert(place, step)
        self._show_list(place)
        self.point_at(place)
        self.changed.emit()

    def move_step(self, by: int) -> None:
        """Moves the selected step up (-1) or down (1)."""
        place = self.list.currentRow()
        target = place + by
        if place < 0 or not 0 <= target < len(self._steps):
            return
        self._steps.insert(target, self._steps.pop(place))
        self._show_list(target)
        self.changed.emit()

    def drop(self) -> None:
        """Removes the selected step."""
        place = self.list.currentRow()
        if place < 0:
            return
        del self._steps[place]
        self._show_list(min(place, len(self._steps) - 1))
        self.list.setFocus()
        self.changed.emit()

    # Showing

    def _show_list(self, place: int) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for _ in self._steps:
            item = QListWidgetItem()
            item.setSizeHint(QSize(0, _ROW))
            self.list.addItem(item)
        self._show_words()
        self.list.setCurrentRow(place)
        self.list.blockSignals(False)
        self.empty.setVisible(not self._steps)
        self.add_button.setEnabled(len(self._steps) < MOST_STEPS)
        self._show_step()

    def _show_words(self) -> None:
        room = self.list.viewport().width() - 32
        metrics = QFontMetrics(self.list.font())
        for place, step in enumerate(self._steps):
            item = self.list.item(place)
            whole = visible_controls(" ".join(self._words(step).split()))
            numbered = f"{digits(place + 1)}. {whole}"
            item.setText(metrics.elidedText(numbered[:400], Qt.TextElideMode.ElideRight, max(80, room)))
            item.setToolTip(tip_text(whole[:1000]))

    def _words(self, step: Step) -> str:
        name = ""
        if isinstance(step, Refer):
            place = self._place(step)
            name = place_words(place.unit, place.person)
        elif isinstance(step, PutLabel):
            name = dict(self._labels).get(step.label_id, _gone())
        return step_words(step, name)

    def _place(self, step: Refer) -> SidePlace:
        wanted = SidePlace(step.unit_id, step.person_id, _gone(), "")
        return next((place for place in self._places if place == wanted), wanted)

    def _show_step(self) -> None:
        place = self.list.currentRow()
        step = self._steps[place] if 0 <= place < len(self._steps) else None
        self._filling = True
        self.recipient.setVisible(isinstance(step, Refer))
        self.label.setVisible(isinstance(step, PutLabel))
        self.outcome.setVisible(isinstance(step, Resolve))
        self.text.setVisible(isinstance(step, NoteStep | Refer | Resolve))
        words = self._text_words(step)
        self.text.setPlaceholderText(words)
        self.text.setAccessibleName(words)
        self.text.setPlainText(step.text if isinstance(step, NoteStep | Refer | Resolve) else "")
        if isinstance(step, Refer):
            self.recipient.choose([self._place(step)])
        elif isinstance(step, PutLabel):
            self.label.offer(_with(self._labels, step.label_id), step.label_id)
        elif isinstance(step, Resolve):
            self.outcome.choose(step.outcome)
            self.reason.setText(step.reason)
        self._show_reason(step)
        self.up_button.setEnabled(place > 0)
        self.down_button.setEnabled(0 <= place < len(self._steps) - 1)
        self.drop_button.setEnabled(step is not None)
        self._filling = False

    def _show_reason(self, step: Step | None) -> None:
        self.reason.setVisible(isinstance(step, Resolve) and step.outcome not in CLOSING_WITHOUT_ANSWER)

    @staticmethod
    def _text_words(step: Step | None) -> str:
        if isinstance(step, Refer):
            return translate("Inbox", "What the unit should do (order note)")
        if isinstance(step, Resolve):
            return translate("Macros", "Answer or reason; {name}, {code}, {unit} and {clerk} are filled")
        return translate("Macros", "Note for colleagues")

    def _take_in(self) -> None:
        """Writes the contents of the fields to the selected step."""
        place = self.list.currentRow()
        if self._filling or not 0 <= place < len(self._steps):
            return
        step, text = self._steps[place], self.text.toPlainText()
        if isinstance(step, NoteStep):
            step = NoteStep(text)
        elif isinstance(step, Refer):
            chosen = self.recipient.places
            if not chosen:
                # A referral has a recipient: another one replaces it.
                self.recipient.choose([self._place(step)])
                return
            step = Refer(chosen[0].unit_id, text, person_id=chosen[0].person_id)
        elif isinstance(step, PutLabel):
            step = replace(step, label_id=self.label.code())
        elif isinstance(step, Resolve):
            step = Resolve(self.outcome.code(), text, self.reason.text())
        self._steps[place] = step
        self._show_reason(step)
        self._show_words()
        self.changed.emit()

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_words()


def _gone() -> str:
    return translate("Macros", "not there any more")


def _with(known: Sequence[tuple[int, str]], number: int) -> list[tuple[object, str]]:
    """Returns the choices, with the value of a step added even if it is no longer offered.

    Otherwise the field would show another value in its place.
    """
    there = any(number == one for one, _ in known)
    return [*known, *([] if there else [(number, _gone())])]
