"""Question before a petition is closed as a duplicate, where that may be a mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.persian.text import visible_controls
from desktop_app.petitions.registration.codes import shown_code
from desktop_app.petitions.vocabulary import OPEN
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label
from ui.widgets.button import Button
from ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from desktop_app.petitions.duplicates.likes import MergeTarget


def doubts(target: MergeTarget, colleague: str = "") -> tuple[str, ...]:
    """Returns what speaks against closing a petition as a duplicate of `target`.

    `colleague` is the name of another person who has the petition in hand.
    """
    code, found = shown_code(target.tracking_code), []
    if not target.same_sender:
        name = visible_controls(target.petitioner_name).strip()
        words = translate("Likeness", "{code} is not known to be of the same person.")
        if name:
            words = translate(
                "Likeness", "{code} is not known to be of the same person; its sender is {name}."
            )
        found.append(fill(words, code=code, name=name))
    if target.status not in OPEN:
        words = translate("Likeness", "{code} is closed already: {state}.")
        found.append(fill(words, code=code, state=label("status", target.status.value)))
    if colleague:
        words = translate("Likeness", "This petition is in the hands of {name}.")
        found.append(fill(words, name=visible_controls(colleague)))
    return tuple(found)


def linked_words(other: MergeTarget) -> str:
    """Returns the message after a link was made."""
    return fill(translate("Likeness", "Linked with {code}."), code=shown_code(other.tracking_code))


class DuplicateQuestion(QDialog):
    """Asks whether to close as a duplicate or to link only. Escape does neither."""

    merged = Signal()
    linked = Signal()

    def __init__(self, found: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Likeness", "Duplicate of"))
        self.setMinimumWidth(480)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        title = translate("Likeness", "Close it as a duplicate?")
        column.addWidget(PlainLabel(title, "heading", bold=True))
        for words in found:
            column.addWidget(PlainLabel(f"• {words}", "interface", wrap=True))
        told = translate(
            "Likeness",
            "A duplicate is closed without a reply of its own. A link leaves both petitions as they are, and each"
            " gets its reply.",
        )
        column.addWidget(PlainLabel(told, "interface", "text2", wrap=True))
        column.addSpacing(8)
        self.link_button = Button(translate("Likeness", "Only link them"), "primary", writes=True)
        self.merge_button = Button(translate("Likeness", "Close as a duplicate"), "danger", writes=True)
        self.stay_button = Button(translate("Likeness", "Back"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.link_button)
        row.addWidget(self.merge_button)
        row.addStretch()
        row.addWidget(self.stay_button)
        column.addLayout(row)
        self.link_button.clicked.connect(lambda _checked=False: self._choose(self.linked))
        self.merge_button.clicked.connect(lambda _checked=False: self._choose(self.merged))
        self.stay_button.clicked.connect(self.reject)
        self.link_button.setFocus()

    def _choose(self, chosen: SignalInstance) -> None:
        self.accept()
        chosen.emit()
