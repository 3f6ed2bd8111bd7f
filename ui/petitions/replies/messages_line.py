"""Automatic messages to the petitioner and their delivery state, below the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.persian.text import visible_controls
from desktop_app.wording import translate
from desktop_app.wording.messages import became_words, message_words, reason_words
from ui import jobs
from ui.widgets.plain import LinkLabel, PlainLabel

if TYPE_CHECKING:
    from desktop_app.petitions.outbox.service import OutboxRow
    from desktop_app.services import InboxServices
    from ui.workplace import Workplace


class MessagesLine(QWidget):
    """Shows one line per message; a click opens its text. Hidden where there are no messages."""

    def __init__(self, workplace: Workplace[InboxServices]) -> None:
        super().__init__()
        self._workplace = workplace
        self._petition: int | None = None
        self.rows: tuple[OutboxRow, ...] = ()
        self.lines: list[_MessageLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(
            PlainLabel(translate("Outbox", "Messages to the petitioner"), "header", "text2")
        )
        self.hide()

    @property
    def waits(self) -> bool:
        """Whether a message will be handed on, which leaves the version of the petition as it is."""
        return any(row.state == "waiting" for row in self.rows)

    def show_for(self, petition_id: int) -> None:
        """Reads the messages of this petition. Messages already shown for it remain until then."""
        if self._petition != petition_id:
            self._show(())
        self._petition = petition_id
        outbox, actor = self._workplace.services.outbox, self._workplace.actor
        jobs.run(
            self,
            lambda: outbox.of(actor, petition_id),
            lambda rows: self._on_read(petition_id, rows),
            jobs.only_bugs(self),
        )

    def _on_read(self, petition_id: int, rows: tuple[OutboxRow, ...]) -> None:
        # An opened text remains open while nothing changed.
        if self._petition == petition_id and rows != self.rows:
            self._show(rows)

    def _show(self, rows: tuple[OutboxRow, ...]) -> None:
        self.rows = rows
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [_MessageLine(row) for row in rows]
        for line in self.lines:
            self._column.addWidget(line)
        self.setVisible(bool(rows))


class _MessageLine(QWidget):
    def __init__(self, row: OutboxRow) -> None:
        super().__init__()
        self.title = LinkLabel(message_words(row.kind, row.way), self.toggle, "secondary")
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        colour = "danger" if row.state == "failed" else "text2"
        self.state = PlainLabel(became_words(row.state, row.told_at or row.sent_at, ""), "header", colour)
        # The reason given by a gateway may have any length.
        self.reason = PlainLabel(reason_words(row.reason), "header", colour, wrap=True)
        if not row.reason:
            self.reason.hide()
        self.text = PlainLabel(visible_controls(row.text), "secondary", "text2", wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setContentsMargins(0, 2, 0, 8)
        self.text.hide()
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.reason)
        column.addWidget(self.text)

    def toggle(self) -> None:
        """Opens or closes the text."""
        self.text.setVisible(self.text.isHidden())
