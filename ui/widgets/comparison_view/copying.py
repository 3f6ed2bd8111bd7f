"""The text of a comparison for the clipboard, plain or with marks. Without Qt.

The marks are those of `compare --format text`: `[-deleted-]`, `{+inserted+}`, `!` after a weighty change, and
`[~a→b~]` for a spelling difference.
"""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.comparison.result import Comparison, Entry, Op, ProvisionPlace, Range, SideName, Span
from ui.widgets.comparison_view.changes import ChangeStop
from ui.widgets.comparison_view.marks import side_text


def marked_selection(comparison: Comparison, side: SideName, start: int, end: int) -> str:
    """Returns code points `[start, end)` of one side with marks, including the corresponding text of the other
    side."""
    text = side_text(comparison, side)
    pieces: list[str] = []
    at = start
    for entry, place in _placed(comparison, side):
        if place.end <= start or place.start >= end:
            continue
        pieces.append(text[at : max(place.start, at)])
        at = max(at, place.start)
        stop = min(place.end, end)
        pieces.append(_marked_part(comparison, entry, side, (at, stop)))
        at = stop
    return "".join(pieces) + text[at:end]


def marked_change(comparison: Comparison, change: ChangeStop) -> str:
    """Returns all provisions of a change with marks, one per line."""
    return "\n".join(marked_entry(comparison, comparison.entries[index]) for index in change.entries)


def marked_entry(comparison: Comparison, entry: Entry) -> str:
    """Returns the whole provision with marks."""
    if entry.new is not None:
        return _marked_part(comparison, entry, "new", (entry.new.start, entry.new.end))
    assert entry.old is not None
    return _marked_part(comparison, entry, "old", (entry.old.start, entry.old.end))


def _placed(comparison: Comparison, side: SideName) -> Iterator[tuple[Entry, ProvisionPlace]]:
    found = [
        (entry, place)
        for entry in comparison.entries
        if (place := entry.old if side == "old" else entry.new) is not None
    ]
    found.sort(key=lambda pair: pair[1].start)
    yield from found


def _marked_part(comparison: Comparison, entry: Entry, side: SideName, within: Range) -> str:
    text = side_text(comparison, side)[slice(*within)]
    if entry.old is None:
        return _put(text)
    if entry.new is None:
        return _taken(text)
    if not entry.spans:
        return text
    return "".join(_marked_span(comparison, span, side, within) for span in entry.spans)


def _marked_span(comparison: Comparison, span: Span, side: SideName, within: Range) -> str:
    mine = span.old if side == "old" else span.new
    start, end = max(mine[0], within[0]), min(mine[1], within[1])
    if start > end or (start == end and not (mine[0] == mine[1] and within[0] <= mine[0] < within[1])):
        return ""
    if span.op is Op.EQUAL:
        return side_text(comparison, side)[start:end]
    old, new = comparison.old.text[slice(*span.old)], comparison.new.text[slice(*span.new)]
    if span.op is Op.ORTHOGRAPHIC:
        return f"[~{old}→{new}~]" + ("!" if span.weighty else "")
    return _taken(old) + _put(new) + ("!" if span.weighty else "")


def _taken(text: str) -> str:
    return f"[-{text}-]" if text else ""


def _put(text: str) -> str:
    return f"{{+{text}+}}" if text else ""
