"""Follow-up messages of the petitioner: the latest, earlier ones on demand, and an export."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.persian.dates import clock_time, long_date, tehran_day
from desktop_app.persian.digits import isolated
from desktop_app.persian.query import marked, parse_query
from desktop_app.persian.text import visible_controls
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label
from ui import jobs
from ui.guard import guarded
from ui.petitions.desk.citizen_text import CitizenText
from ui.theme import theme
from ui.theme_tokens import RADIUS
from ui.widgets.list_export import ListExport, Write
from ui.widgets.painting import Mirror, fill_rounded, set_margins
from ui.widgets.plain import LinkLabel, PlainLabel

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.petitions.desk.detail import PetitionDetail
    from desktop_app.petitions.follow_ups.service import FollowUpRow
    from desktop_app.progress import Progress
    from desktop_app.services import InboxServices
    from ui.workplace import Workplace

#: Number of messages read with each request for earlier ones.
_MORE: Final = 50
#: Above this number of code points, a text is shown by its beginning.
_LONG: Final = 2000


class FurtherBox(QWidget):
    """Shows the follow-up messages of a petition. Hidden where there are none."""

    def __init__(self, workplace: Workplace[InboxServices]) -> None:
        super().__init__()
        self._workplace = workplace
        self._detail: PetitionDetail | None = None
        self.rows: tuple[FollowUpRow, ...] = ()
        self._query = ""
        self.cards: list[_Card] = []
        self._head = PlainLabel("", "header", "text2")
        #: An earlier message that matches the search, where no shown message matches it.
        self.found: _Card | None = None
        self.earlier = LinkLabel("", self.show_earlier, "secondary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.export = ListExport(self, column, self._name, self._write)
        self.file = LinkLabel(
            translate("Further", "All of it into a file"), self.export.action.trigger, "header"
        )
        head = QHBoxLayout()
        head.addWidget(self._head)
        head.addStretch()
        head.addWidget(self.file)
        column.insertLayout(0, head)
        self._above = QVBoxLayout()
        column.insertLayout(1, self._above)
        column.insertWidget(2, self.earlier)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        column.insertLayout(3, self._column)

    def show_for(self, detail: PetitionDetail) -> None:
        """Shows the latest messages. Earlier ones that were read remain while the petition is the same."""
        same = self._detail is not None and self._detail.id == detail.id
        self._detail = detail
        first = detail.messages[0].id if detail.messages else 0
        kept = tuple(row for row in self.rows if row.id < first) if same else ()
        self.setVisible(bool(detail.further))
        self._show((*kept, *detail.messages))

    def mark(self, query: str) -> None:
        """Marks the matches of a search, in these texts and in those shown later."""
        self._query = query
        for card in self.cards:
            card.mark(query)
        self._look_before()

    def show_earlier(self) -> None:
        """Reads earlier messages."""
        detail = self._detail
        if detail is None or not self.rows:
            return
        number, before, actor = detail.id, self.rows[0].id, self._workplace.actor
        messages = self._workplace.services.further_texts

        def done(rows: tuple[FollowUpRow, ...]) -> None:
            if self._detail is not None and self._detail.id == number and self.rows[0].id == before:
                self._show((*rows, *self.rows))

        jobs.run(self, lambda: messages.page(actor, number, before=before, count=_MORE), done)

    def _show(self, rows: tuple[FollowUpRow, ...]) -> None:
        detail = self._detail
        hidden = max(0, detail.further - len(rows)) if detail is not None else 0
        count = detail.further if detail is not None else 0
        self._head.setText(fill(translate("Further", "The petitioner wrote again: {count}"), count=count))
        self.earlier.setText(fill(translate("Further", "{count} before these"), count=hidden))
        self.earlier.setVisible(bool(hidden))
        if rows == self.rows:
            return
        self.rows = rows
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [_Card(row) for row in rows]
        for card in self.cards:
            card.mark(self._query)
            self._column.addWidget(card)
        self._look_before()

    def _look_before(self) -> None:
        self._show_found(None)
        detail, query = self._detail, self._query
        if not query or detail is None or len(self.rows) >= detail.further or not self.rows:
            return
        if any(card.marked for card in self.cards):
            return
        number, before, actor = detail.id, self.rows[0].id, self._workplace.actor
        messages = self._workplace.services.further_texts

        def done(row: FollowUpRow | None) -> None:
            same = self._detail is not None and self._detail.id == number and self._query == query
            if same and self.rows and self.rows[0].id == before:
                self._show_found(row)

        jobs.run(
            self,
            lambda: messages.found(actor, number, query, before=before),
            done,
            jobs.only_bugs(self),
        )

    def _show_found(self, row: FollowUpRow | None) -> None:
        if self.found is not None:
            self._above.removeWidget(self.found)
            self.found.hide()
            self.found.deleteLater()
        self.found = None if row is None else _Card(row)
        if self.found is not None:
            self.found.mark(self._query)
            self._above.addWidget(self.found)

    def _name(self) -> str:
        code = self._detail.tracking_code if self._detail is not None else ""
        return fill(translate("Further", "Further texts of {code}"), code=code)

    def _write(self) -> Write | None:
        detail = self._detail
        if detail is None or not detail.further:
            return None
        files, actor, number = self._workplace.services.list_files, self._workplace.actor, detail.id

        def write(target: Path, progress: Progress) -> int:
            return files.further_texts(actor, number, target, progress)

        return write


def message_head(row: FollowUpRow) -> str:
    """Returns date, channel, and the sender where it differs from the petition's."""
    day = f"{long_date(tehran_day(row.received_at))}، {clock_time(row.received_at)}"
    words = fill(translate("Further", "{day} · {channel}"), day=day, channel=label("channel", row.channel))
    if not row.other_sender:
        return words
    sender = isolated(digits(visible_controls(row.sender))) if row.sender else ""
    if not sender:
        return fill(translate("Further", "{head} · nobody knows from whom"), head=words)
    template = translate("Further", "{head} · from another sender: {sender}")
    return fill(template, head=words, sender=sender)


class _Card(QWidget):
    def __init__(self, row: FollowUpRow) -> None:
        super().__init__()
        self._other = row.other_sender
        self.text: CitizenText | PlainLabel
        column = QVBoxLayout(self)
        set_margins(column, 14, 8, 12, 8)
        column.setSpacing(4)
        head = PlainLabel(message_head(row), "header", "warn" if row.other_sender else "text2", wrap=True)
        column.addWidget(head)
        if len(row.text) > _LONG:
            self.text = text = CitizenText()
            text.show_text(row.text)
            column.addWidget(text)
        else:
            self.text = words = PlainLabel(visible_controls(row.text), "interface", wrap=True)
            words.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            words.setAccessibleName(f"{message_head(row)}. {row.text[:200]}")
            column.addWidget(words)

    def mark(self, query: str) -> None:
        if isinstance(self.text, CitizenText):
            self.text.mark(query)
        else:
            self.text.mark(marked(parse_query(query), self.text.text()))

    @property
    def marked(self) -> bool:
        """Whether the text has any marked match."""
        return bool(
            self.text.marks if isinstance(self.text, PlainLabel) else self.text.page.extraSelections()
        )

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, box, now = QPainter(self), QRectF(self.rect()), theme()
        fill_rounded(painter, box, now.pane, RADIUS)
        painter.fillRect(Mirror.of(box).at(0, 3), now.warn if self._other else now.line)
