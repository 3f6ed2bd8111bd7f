"""The changes beside the coming text, with three states: taken, taken in part, refused."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter

from desktop_app.instruments.drafting.coming_text import ComingBlock, PlaceState
from desktop_app.wording import digits, fill, translate
from ui.comparison.pane_rows import PaneRows
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import font, theme
from ui.widgets.comparison_view.changes import ChangeKind
from ui.widgets.comparison_view.row_painting import KIND_ICONS
from ui.widgets.painting import Mirror, draw_text, fill_rounded
from ui.widgets.rows import LONGEST, RowsModel


@dataclass(frozen=True, slots=True)
class BuildRow:
    """A change of the list."""

    block: ComingBlock

    @property
    def title(self) -> str:
        return self.block.title or self.block.result[:40]

    @property
    def summary(self) -> str:
        block = self.block
        if block.state is PlaceState.REFUSED:
            return translate("Comparison", "refused, the older words stay")
        if block.places:
            taken = sum(one.state is not PlaceState.REFUSED for one in block.places)
            if block.state is PlaceState.PARTLY:
                words = translate("Comparison", "{n} of {total} places taken")
                return fill(words, n=digits(taken), total=digits(len(block.places)))
            if len(block.places) == 1:
                one = block.places[0]
                words = translate("Comparison", "“{old}” ← “{new}”")
                return fill(words, old=one.old.strip() or "…", new=(one.written or one.new).strip() or "…")
            return fill(translate("Comparison", "{n} places"), n=digits(len(block.places)))
        if block.moved_from:
            return fill(translate("Comparison", "moved, was {title}"), title=block.moved_from)
        return {
            ChangeKind.INSERTED: translate("Comparison", "Inserted"),
            ChangeKind.DELETED: translate("Comparison", "Deleted"),
        }.get(kind_of(block), translate("Comparison", "Edited"))


def kind_of(block: ComingBlock) -> ChangeKind:
    """Returns the kind of change by which a block is told apart in the list."""
    if block.moved_from:
        return ChangeKind.MOVED
    return {
        "inserted": ChangeKind.INSERTED, "deleted": ChangeKind.DELETED, "edited": ChangeKind.EDITED,
    }.get(block.status.value, ChangeKind.EDITED)  # fmt: skip


def state_name(state: PlaceState) -> str:
    """Returns the name of a state, for a screen reader."""
    return {
        PlaceState.TAKEN: translate("Comparison", "taken"),
        PlaceState.PARTLY: translate("Comparison", "taken in part"),
        PlaceState.REFUSED: translate("Comparison", "refused"),
        PlaceState.EDITED: translate("Comparison", "written anew"),
    }[state]


class BuildList(PaneRows[BuildRow]):
    """Emits `toggled` for Space or a click on the box of a row."""

    toggled = Signal(int)

    def __init__(self) -> None:
        super().__init__(
            translate("Comparison", "Changes"),
            RowsModel(
                lambda row: f"{row.title}، {row.summary}"[:LONGEST],
                spoken=lambda row: f"{row.title}، {row.summary}، {state_name(row.block.state)}",
                tip=lambda row: f"{row.title}\n{row.summary}",
            ),
            draw_row,
            key=lambda row: row.block.entry,
            steady=True,
        )

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current()
        if event.key() == Qt.Key.Key_Space and row is not None:
            self.toggled.emit(row.block.entry)
        else:
            super().keyPressEvent(event)


def draw_tick(painter: QPainter, box: QRectF, state: PlaceState) -> None:
    """Draws a check box of 16 pixels: ticked, with a bar, or empty."""
    now = theme()
    if state is PlaceState.REFUSED:
        fill_rounded(painter, box, now.base, 3, now.edge)
        return
    fill_rounded(painter, box, now.accent, 3)
    if state is PlaceState.TAKEN:
        paint_icon(painter, box.adjusted(2, 2, -2, -2), "ph.check-bold", now.onacc)
        return
    painter.fillRect(QRectF(box.left() + 4, box.center().y() - 1, box.width() - 8, 2), now.onacc)


def draw_row(painter: QPainter, rect: QRectF, row: BuildRow) -> None:
    """Draws the state, the title and the summary of a change, and the mark of its kind."""
    mirror, now, middle = Mirror.of(rect), theme(), rect.center().y()
    draw_tick(painter, mirror.at(12, 16, top=middle - 8, height=16), row.block.state)
    room = rect.width() - 38 - 34
    strong = font("secondary", bold=True)
    draw_text(painter, mirror.at(38, room, top=middle - 21, height=22), row.title, strong, now.text)
    draw_text(painter, mirror.at(38, room, top=middle - 1, height=20), row.summary, font("header"), now.text2)
    icon, ink = KIND_ICONS[kind_of(row.block)]
    paint_icon(painter, mirror.at(rect.width() - 28, 16, top=middle - 8, height=16), icon, now.colour(ink))
