"""The choice between a final reply and an interim one, and what each does to the petition and its deadline."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.wording import translate
from ui.theme_tokens import FIELD_SMALL
from ui.widgets.plain import PlainLabel
from ui.widgets.segmented import Segmented

_FINAL: Final = "final"
_INTERIM: Final = "interim"


class ReplyKind(QWidget):
    """Shown where an interim reply is possible; where nothing else is, the choice is made already.

    `changed` is emitted when the person chose the other kind.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._offered = self._forced = False
        #: What each kind does to the deadline.
        self._interim_rule = self._final_rule = ""
        self.choice = Segmented(
            [
                (_FINAL, translate("Inbox", "Final reply")),
                (_INTERIM, translate("Inbox", "Interim reply")),
            ],
            _FINAL,
        )
        self.choice.setFixedHeight(FIELD_SMALL)
        self.choice.setAccessibleName(translate("Inbox", "Kind of reply"))
        self.rule = PlainLabel("", "header", "text2", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.choice)
        row.addWidget(self.rule, 1)
        self.choice.changed.connect(lambda _code: self._on_changed())

    @property
    def interim(self) -> bool:
        """Whether the reply leaves the petition open."""
        return self._offered and (self._forced or self.choice.value() == _INTERIM)

    def offer(self, *, interim: bool, final: bool, submits: bool, paused: bool) -> None:
        """Sets which kinds are possible: `submits` a final reply to the manager, `paused` is the deadline clock."""
        self._offered, self._forced = interim, interim and not final
        self._interim_rule = _interim_rule(paused=paused)
        self._final_rule = _final_rule(submits=submits)
        self.choice.setVisible(not self._forced)
        self._show_rule()

    def choose(self, *, interim: bool) -> None:
        """Restores a choice without emitting `changed`."""
        self.choice.blockSignals(True)
        self.choice.choose(_INTERIM if interim else _FINAL)
        self.choice.blockSignals(False)
        self._show_rule()

    def _on_changed(self) -> None:
        self._show_rule()
        self.changed.emit()

    def _show_rule(self) -> None:
        words = self._interim_rule if self.interim else self._final_rule
        self.rule.setText(words)
        self.choice.setAccessibleDescription(words)


def _interim_rule(*, paused: bool) -> str:
    if paused:
        return translate("Inbox", "It stays open and goes on waiting; the clock stands still.")
    return translate("Inbox", "It stays open, and the deadline runs on.")


def _final_rule(*, submits: bool) -> str:
    if submits:
        return translate("Inbox", "It goes to the manager; the deadline runs until it is approved.")
    return translate("Inbox", "It ends the work, and the deadline clock stops.")
