"""Submissions taken in, latest first: the raw data, and a link to the petition or comment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.intake.staging.tracing import Handled, ItemOrigin
from desktop_app.persian.dates import clock_time, short_date, tehran_day
from desktop_app.persian.digits import isolated
from desktop_app.persian.text import visible_controls
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label
from ui import jobs
from ui.actions import make_action
from ui.signals import ID
from ui.widgets.button import Button
from ui.widgets.form_panes import side_by_side
from ui.widgets.origin_view import OriginView
from ui.widgets.painting import set_margins
from ui.widgets.plain import LinkLabel
from ui.widgets.roster import Roster, RosterPane, RosterRow

if TYPE_CHECKING:
    from desktop_app.services import AdministrationServices
    from ui.workplace import Workplace

_AT_ONCE: Final = 200
_NARROWEST: Final = 408
_WIDTH: Final = 520


class ArrivedPanel(QWidget):
    """`opened` requests the petition, `comment_opened` the comment (instrument, comment)."""

    done = Signal(str, object)
    opened = Signal(ID)
    comment_opened = Signal(ID, ID)

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._rows: dict[int, Handled] = {}
        self._key: int | None = None
        self.roster = Roster(translate("Tracing", "What was taken in"))
        self.roster.chosen.connect(self._choose)
        nothing = (
            translate("Tracing", "Nothing was taken in yet"),
            translate(
                "Tracing", "What systems and watched folders hand in stands here once it was taken in."
            ),
        )
        self.pane = RosterPane(self.roster, translate("Tracing", "Channel, number or day"), nothing)
        self.further = LinkLabel(translate("Tracing", "Those before these"), self.read_further, "secondary")
        self.view = OriginView()
        words = translate("Tracing", "Open what it became")
        self.open_action = make_action(self, words, self.open, key="Ctrl+Return", icon="ph.arrow-square-out")
        self.open_button = Button.of(self.open_action, "primary")
        self._lay_out()
        self._show(None)

    def _lay_out(self) -> None:
        leading = QWidget()
        column = QVBoxLayout(leading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pane, 1)
        foot = QHBoxLayout()
        set_margins(foot, 16, 6, 16, 10)
        foot.addWidget(self.further)
        foot.addStretch()
        column.addLayout(foot)
        trailing = self._trailing = QWidget()
        trailing.setMinimumWidth(_NARROWEST)
        trailing.setMaximumWidth(_WIDTH)
        beside = QVBoxLayout(trailing)
        set_margins(beside, 24, 20, 24, 20)
        beside.setSpacing(12)
        beside.addWidget(self.view, 1)
        beside.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeading)
        side_by_side(self, leading, trailing)

    def refresh(self) -> None:
        """Reloads the latest submissions, and keeps the current one."""
        tracing, actor = self._workplace.services.tracing, self._workplace.actor
        jobs.run(self, lambda: tracing.handled(actor, count=_AT_ONCE), self._on_read)

    def read_further(self) -> None:
        """Loads more, earlier submissions."""
        tracing, actor = self._workplace.services.tracing, self._workplace.actor
        before = min(self._rows, default=0)
        if before:
            jobs.run(self, lambda: tracing.handled(actor, before=before, count=_AT_ONCE), self._on_further)

    def open(self) -> None:
        """Opens the petition or the comment."""
        row = self._rows.get(self._key or 0)
        if row is None:
            return
        if row.petition_id is not None:
            self.opened.emit(row.petition_id)
        elif row.comment_id is not None and row.instrument_id is not None:
            self.comment_opened.emit(row.instrument_id, row.comment_id)

    def _on_read(self, rows: tuple[Handled, ...]) -> None:
        oldest = min((row.id for row in rows), default=0)
        kept = {number: row for number, row in self._rows.items() if number < oldest}
        self._rows = {row.id: row for row in rows} | kept
        if not kept:
            self.further.setVisible(len(rows) == _AT_ONCE)
        self._show_rows()

    def _on_further(self, rows: tuple[Handled, ...]) -> None:
        self._rows |= {row.id: row for row in rows}
        self.further.setVisible(len(rows) == _AT_ONCE)
        self._show_rows()

    def _show_rows(self) -> None:
        self._trailing.setVisible(bool(self._rows))
        self.pane.show_rows([_roster_row(row) for row in self._rows.values()], self._key)
        if self._key not in self._rows:
            self._choose(self.roster.key() or 0)

    def _choose(self, key: int) -> None:
        row = self._rows.get(key)
        self._show(row)
        if row is None:
            return
        tracing, actor = self._workplace.services.tracing, self._workplace.actor

        def done(origin: ItemOrigin) -> None:
            if self._key == key:
                self.view.show_origin(origin)
                self.view.show()

        jobs.run(self, lambda: tracing.one(actor, key), done)

    def _show(self, row: Handled | None) -> None:
        self._key = row.id if row is not None else None
        leads = row is not None and (row.petition_id is not None or row.comment_id is not None)
        self.view.setVisible(row is not None and self.view.origin is not None)
        self.open_button.setVisible(leads)
        self.open_action.setEnabled(leads)


def _roster_row(row: Handled) -> RosterRow:
    way = visible_controls(label("channel", row.channel))
    number = isolated(visible_controls(row.external_id) if row.external_id else f"#{digits(row.id)}")
    if row.comment_id is not None:
        became = translate("Tracing", "comment")
    elif row.answer:
        became = translate("Tracing", "answer about satisfaction")
    elif row.further:
        became = translate("Tracing", "further text of a petition")
    else:
        became = translate("Tracing", "petition")
    if row.was_there:
        became = fill(translate("Tracing", "{what}, there already"), what=became)
    when = f"{short_date(tehran_day(row.handled_at))} {clock_time(row.handled_at)}"
    return RosterRow(row.id, f"{way} {number}", f"{when} · {became}", True)
