"""The suggested wordings beside the text, the open ones before those that are decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desktop_app.instruments.drafting.suggestions import SuggestedWording, SuggestionState
from desktop_app.wording import digits, fill, translate
from ui.comparison.pane_rows import PaneRows
from ui.icons import paint_icon
from ui.theme import font, theme
from ui.theme_tokens import GROUP_HEADER, ROW_TWO_LINES
from ui.widgets.painting import Mirror, draw_text
from ui.widgets.rows import LONGEST, RowsModel

GLYPHS = {
    SuggestionState.OPEN: ("ph.pencil-line", "viol"),
    SuggestionState.ACCEPTED: ("ph.check-circle", "ok"),
    SuggestionState.APPLIED: ("ph.check-circle", "ok"),
    SuggestionState.REFUSED: ("ph.x-circle", "text2"),
}
CONFLICT_GLYPH = ("ph.arrows-left-right", "warn")


@dataclass(frozen=True, slots=True)
class SuggestionRow:
    """A suggestion, or several for the same words; a heading has none."""

    title: str
    summary: str = ""
    one: SuggestedWording | None = None
    people: int = 1

    @property
    def glyph(self) -> tuple[str, str]:
        if self.one is None:
            return "", "text2"
        return CONFLICT_GLYPH if self.people > 1 else GLYPHS[self.one.state]


class SuggestionList(PaneRows[SuggestionRow]):
    """The list."""

    def __init__(self) -> None:
        super().__init__(
            translate("Comparison", "Suggested wordings"),
            RowsModel(
                lambda row: f"{row.title}، {row.summary}"[:LONGEST] if row.summary else row.title,
                tip=lambda row: f"{row.title}\n{row.summary}".strip(),
                heading=lambda row: row.one is None,
            ),
            draw_row,
            height=lambda row: GROUP_HEADER if row.one is None else ROW_TWO_LINES,
            key=lambda row: row.title if row.one is None else row.one.thread_id,
        )


def rows_of(waiting: Sequence[SuggestionRow], decided: Sequence[SuggestionRow]) -> list[SuggestionRow]:
    """Returns the rows with their headings."""
    made: list[SuggestionRow] = []
    for name, rows in (
        (translate("Comparison", "Open"), waiting),
        (translate("Comparison", "Already decided"), decided),
    ):
        if rows:
            made += [SuggestionRow(f"{name}  {digits(len(rows))}"), *rows]
    return made


def summary_of(one: SuggestedWording, people: int) -> str:
    """Returns what a suggestion changes, in a few words."""
    if people > 1:
        return fill(translate("Comparison", "{n} suggestions for the same words"), n=digits(people))
    words = translate("Comparison", "“{old}” ← “{new}”")
    return fill(words, old=" ".join(one.quote.split())[:60], new=" ".join(one.words.split())[:60])


def draw_row(painter: QPainter, rect: QRectF, row: SuggestionRow) -> None:
    """Draws a heading, or a suggestion with its author."""
    mirror, now, middle = Mirror.of(rect), theme(), rect.center().y()
    strong = font("secondary", bold=True)
    if row.one is None:
        draw_text(painter, mirror.at(16, rect.width() - 28), row.title, font("header", bold=True), now.text2)
        return
    name, ink = row.glyph
    paint_icon(painter, mirror.at(12, 18, top=middle - 9, height=18), name, now.colour(ink))
    room = rect.width() - 38 - 12
    draw_text(painter, mirror.at(38, room, top=middle - 21, height=22), row.title, strong, now.text)
    draw_text(painter, mirror.at(38, room, top=middle - 1, height=20), row.summary, font("header"), now.text2)
