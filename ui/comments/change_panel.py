"""Shows how the newer revision changes the provision, with removed and inserted words in one text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.comparison.labelling import flag_name, status_name
from desktop_app.comparison.result import Flag, ProvisionStatus
from desktop_app.instruments.comments.review import CommentedProvision
from desktop_app.instruments.consultation.provision_changes import ProvisionChange, ProvisionChanges
from desktop_app.persian.text import fold, visible_controls
from desktop_app.wording import fill, translate
from ui.comments.words import part_name
from ui.guard import guarded
from ui.theme import theme
from ui.widgets.change_text import ChangeText
from ui.widgets.emptying import empty
from ui.widgets.painting import fill_rounded, hairline
from ui.widgets.plain import LinkLabel, PlainLabel

#: The maximum number of changes shown for one provision; the comparison screen shows all.
_MOST: Final = 6


class ChangePanel(QWidget):
    """Shows the changes of the selected provision and of the provision that carries the comment."""

    compare_wanted = Signal()
    #: The comparison is there, or is not known any more.
    compared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.changes: ProvisionChanges | None = None
        self._waiting = False
        self._part: CommentedProvision | None = None
        self._carrier = ""
        self.shown: tuple[ProvisionChange, ...] = ()
        self.texts: list[ChangeText] = []
        self.heading = PlainLabel(translate("Comments", "The change"), "interface", bold=True)
        self.link = LinkLabel(translate("Comments", "Compare"), self.compare_wanted.emit, "header")
        self.told = PlainLabel("", "secondary", "text2", wrap=True)
        self._boxes = QVBoxLayout()
        self._boxes.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.link)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.told)
        column.addLayout(self._boxes)
        self._show()

    def wait(self) -> None:
        """Shows that the comparison is running."""
        self.changes, self._waiting = None, True
        self._show()
        self.compared.emit()

    def show_changes(self, changes: ProvisionChanges | None) -> None:
        """Sets the comparison; None if no revision is newer than the exposed one."""
        self.changes, self._waiting = changes, False
        self._show()
        self.compared.emit()

    def show_part(self, part: CommentedProvision | None) -> None:
        """Sets the selected provision."""
        self._part = part
        self._show()

    def show_carrier(self, provision: str) -> None:
        """Sets the provision that carries the accepted comment."""
        if fold(provision) != fold(self._carrier):
            self._carrier = provision
            self._show()

    def _show(self) -> None:
        changes, part = self.changes, self._part
        self.link.setVisible(changes is not None)
        self.heading.setText(
            fill(translate("Comments", "The change in revision {n}"), n=changes.newer)
            if changes is not None
            else translate("Comments", "The change")
        )
        found: list[ProvisionChange] = []
        if changes is not None:
            found = list(changes.of(part.place)) if part is not None and part.place is not None else []
            carried = changes.named(self._carrier) if self._carrier else None
            if carried is not None and carried not in found:
                found.insert(0, carried)
        self.told.setText(self._sentence(found))
        self.told.setVisible(bool(self.told.text()))
        if tuple(found) != self.shown:
            self._put(found)

    def _sentence(self, found: Sequence[ProvisionChange]) -> str:
        changes, part = self.changes, self._part
        if self._waiting:
            return translate("Comments", "The two revisions are being compared…")
        if changes is None:
            return translate("Comments", "No revision has come after the one before the public yet.")
        if part is not None and part.place is None:
            return translate(
                "Comments", "These comments are about no single provision; “Compare” shows all changes."
            )
        if len(found) > _MOST:
            return fill(translate("Comments", "The first {n} of {m} changes."), n=_MOST, m=len(found))
        if part is not None and not found:
            words = translate("Comments", "{name} is the same in revision {n}.")
            return fill(words, name=part_name(part), n=changes.newer)
        return ""

    def _put(self, found: Sequence[ProvisionChange]) -> None:
        self.shown = tuple(found)
        empty(self._boxes)
        self.texts = []
        for change in found[:_MOST]:
            box = _ChangeBox(change)
            self.texts.append(box.text)
            self._boxes.addWidget(box)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        hairline(QPainter(self), QRectF(self.rect()))


class _ChangeBox(QWidget):
    """One change: its provision, its status and its text."""

    def __init__(self, change: ProvisionChange) -> None:
        super().__init__()
        self.text = ChangeText(change.pieces)
        name = PlainLabel(visible_controls(change.name), "header", bold=True, elide=True)
        head = QHBoxLayout()
        head.addWidget(name, 1)
        head.addWidget(PlainLabel(change_words(change), "header", "text2"))
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 8)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.text)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        fill_rounded(QPainter(self), QRectF(self.rect()), theme().base, 6, theme().line2)


def change_words(change: ProvisionChange) -> str:
    """Returns for example «اصلاح‌شده، جابه‌جا»."""
    flags = [flag_name(flag) for flag in Flag if flag in change.flags]
    said = [] if change.status is ProvisionStatus.UNCHANGED and flags else [status_name(change.status)]
    return translate("Comments", ", ").join([*said, *flags])
