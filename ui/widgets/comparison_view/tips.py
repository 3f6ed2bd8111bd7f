"""The tool tip of the word under the mouse, as plain text. The caller must escape it. Without Qt."""

from __future__ import annotations

from typing import Final

from desktop_app.comparison.labelling import spelling_name, stale_sentence
from desktop_app.comparison.result import Comparison, Entry, Op, SideName, Span
from desktop_app.wording import fill, translate
from ui.widgets.comparison_view.changes import ChangeStop
from ui.widgets.comparison_view.labels import change_summary, change_title
from ui.widgets.comparison_view.marks import stale_references
from ui.widgets.comparison_view.offsets import displayable

#: Maximum number of quoted code points of the other side.
_LONGEST: Final = 160


def word_tip(comparison: Comparison, entry: Entry, side: SideName, offset: int) -> str:
    """Returns the change of the word at code point `offset` of one side, or an empty string."""
    said: list[str] = []
    span = _span_at(entry, side, offset)
    if span is not None and span.op is not Op.EQUAL:
        said.extend(_span_words(comparison, span, side))
    if side == "new":
        for reference in stale_references(comparison, entry):
            if reference.new[0] <= offset < reference.new[1]:
                said.append(stale_sentence(reference))
    return "\n".join(said)


def change_tip(comparison: Comparison, change: ChangeStop, decided: list[str]) -> str:
    """Returns the description of a change for its disc, with the decisions about it."""
    said = [change_title(comparison, change), change_summary(comparison, change)]
    if change.weighty:
        said.append(
            translate("Comparison", "Weighty: a right, a duty, an amount, a term, a condition or who decides")
        )
    return "\n".join([*said, *decided])


def _span_at(entry: Entry, side: SideName, offset: int) -> Span | None:
    for span in entry.spans:
        start, end = span.old if side == "old" else span.new
        if start <= offset < end:
            return span
    return None


def _span_words(comparison: Comparison, span: Span, side: SideName) -> list[str]:
    old, new = comparison.old.text[slice(*span.old)], comparison.new.text[slice(*span.new)]
    other = _quoted(new if side == "old" else old)
    said: list[str] = []
    if span.op is Op.ORTHOGRAPHIC and span.kind is not None:
        said.append(fill(translate("Comparison", "Spelling: {kind}"), kind=spelling_name(span.kind)))
    if span.weighty:
        if span.op is Op.ORTHOGRAPHIC:
            said.append(translate("Comparison", "Weighty: the joining makes another word"))
        else:
            said.append(
                translate(
                    "Comparison", "Weighty: a right, a duty, an amount, a term, a condition or who decides"
                )
            )
    if not other.strip():
        said.append(
            translate("Comparison", "Left out") if side == "old" else translate("Comparison", "Put in")
        )
    elif side == "old":
        said.append(fill(translate("Comparison", "Now: {words}"), words=other))
    else:
        said.append(fill(translate("Comparison", "Before: {words}"), words=other))
    return said


def _quoted(text: str) -> str:
    shown = displayable(text[: _LONGEST + 1])
    return shown if len(text) <= _LONGEST else f"{shown[:_LONGEST]} …"
