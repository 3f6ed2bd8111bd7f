"""The provisions that stay in order, and the text between two of them on either side."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from desktop_app.comparison.beside_body import in_text_order
from desktop_app.comparison.result import Comparison, Entry, Flag, Op, ProvisionPlace, Range, Span
from desktop_app.comparison.sequences import heaviest_increasing

_NOWHERE: Final[Range] = (0, 0)


@dataclass(slots=True)
class GapProvision:
    """A provision between two that stay in order.

    It is `[start, end)` of its side, with following white space up to `tail_end`. Where it is `moved`, it has
    the spans of its pair, and the next `shared_tail` characters are the same on both sides. `move` is the
    number of its moved range, 0 for none.
    """

    start: int
    end: int
    tail_end: int
    entry: Entry
    moved: bool
    gap: int
    spans: Sequence[Span] = ()
    shared_tail: int = 0
    move: int = 0


@dataclass(slots=True)
class ProvisionGap:
    """The text between two provisions that stay in order.

    `prefix` and `suffix` (ranges of NEW) are white space common to both sides. Between them are `old_lead`
    and `new_lead`, the white space before the first item of a side, and the items.
    """

    prefix: Range = _NOWHERE
    suffix: Range = _NOWHERE
    old_lead: Range = _NOWHERE
    new_lead: Range = _NOWHERE
    old_items: list[GapProvision] = field(default_factory=list)
    new_items: list[GapProvision] = field(default_factory=list)


def stretches_of(comparison: Comparison) -> list[tuple[ProvisionGap, Sequence[Span]]]:
    """Splits both texts at the provisions that stay in order.

    Each has the gap before it; the last gap has none after it. A pair that would cross them counts as moved,
    whatever its flags are, because the sequence has a single order.
    """
    old, new = comparison.old.text, comparison.new.text
    entries = in_text_order(comparison.entries)
    staying = _staying(entries)
    staying_ids = {id(entry) for entry in staying}
    olds = _lone(entries, staying_ids, 0)
    news = _lone(entries, staying_ids, 1)
    old_starts, new_starts = [place.start for place, _ in olds], [place.start for place, _ in news]
    stretches: list[tuple[ProvisionGap, Sequence[Span]]] = []
    a0 = b0 = 0
    for entry in (*staying, None):
        a1, b1 = _starts(entry) if entry is not None else (len(old), len(new))
        between_old = olds[bisect_left(old_starts, a0) : bisect_left(old_starts, a1)]
        between_new = news[bisect_left(new_starts, b0) : bisect_left(new_starts, b1)]
        gap = _gap(old, new, (a0, a1), (b0, b1), between_old, between_new, len(stretches))
        if entry is None or entry.old is None or entry.new is None:
            stretches.append((gap, ()))
        else:
            stretches.append((gap, _spans(entry, old, new)))
            a0, b0 = entry.old.end, entry.new.end
    _number_moves([gap for gap, _ in stretches], old, new)
    return stretches


def _starts(entry: Entry) -> Range:
    assert entry.old is not None
    assert entry.new is not None
    return entry.old.start, entry.new.start


def _staying(entries: Sequence[Entry]) -> list[Entry]:
    """Returns the pairs in order in both texts with the greatest total length, excluding pairs flagged as moved."""
    pairs = [entry for entry in entries if entry.old and entry.new and Flag.MOVED not in entry.flags]
    starts = [_starts(entry)[0] for entry in pairs]
    chosen = heaviest_increasing(starts, lambda at: _length(pairs[at]))
    return [pairs[at] for at in chosen]


def _length(entry: Entry) -> int:
    return entry.old.end - entry.old.start if entry.old else 0


def _lone(entries: Sequence[Entry], staying_ids: set[int], side: int) -> list[tuple[ProvisionPlace, Entry]]:
    """Returns the provisions of a side (0 is OLD, 1 is NEW) that do not stay in order, sorted by position."""
    found = [
        (place, entry)
        for entry in entries
        if id(entry) not in staying_ids and (place := entry.new if side else entry.old) is not None
    ]
    found.sort(key=lambda one: one[0].start)
    return found


def _spans(entry: Entry, old: str, new: str) -> Sequence[Span]:
    assert entry.old is not None
    assert entry.new is not None
    before, after = (entry.old.start, entry.old.end), (entry.new.start, entry.new.end)
    # Spans are computed on access: avoid that where the texts are equal.
    return (Span(Op.EQUAL, before, after),) if old[slice(*before)] == new[slice(*after)] else entry.spans


def _gap(
    old: str,
    new: str,
    old_range: Range,
    new_range: Range,
    olds: list[tuple[ProvisionPlace, Entry]],
    news: list[tuple[ProvisionPlace, Entry]],
    number: int,
) -> ProvisionGap:
    (a0, a1), (b0, b1) = old_range, new_range
    old_first = olds[0][0].start if olds else a1
    new_first = news[0][0].start if news else b1
    head = _common_prefix(old[a0:old_first], new[b0:new_first])
    at_line_start = (a0 + head == 0 or old[a0 + head - 1] == "\n") and (
        b0 + head == 0 or new[b0 + head - 1] == "\n"
    )
    old_tail = old[max(olds[-1][0].end if olds else a0, a0 + head) : a1]
    new_tail = new[max(news[-1][0].end if news else b0, b0 + head) : b1]
    if olds and news and at_line_start and "\n" in old_tail and "\n" in new_tail:
        # Paragraphs on both sides: each keeps its own line end, so that none is half deleted and half
        # inserted.
        old_tail = old_tail[old_tail.index("\n") + 1 :]
        new_tail = new_tail[new_tail.index("\n") + 1 :]
    tail = _common_suffix(old_tail, new_tail)
    return ProvisionGap(
        (b0, b0 + head),
        (b1 - tail, b1),
        (a0 + head, old_first if olds else a1 - tail),
        (b0 + head, new_first if news else b1 - tail),
        _items(olds, a1 - tail, number),
        _items(news, b1 - tail, number),
    )


def _items(places: list[tuple[ProvisionPlace, Entry]], end: int, gap: int) -> list[GapProvision]:
    ends = [*(place.start for place, _ in places[1:]), end][: len(places)]
    return [
        GapProvision(
            place.start, place.end, tail_end, entry, entry.old is not None and entry.new is not None, gap
        )
        for (place, entry), tail_end in zip(places, ends, strict=True)
    ]


def _number_moves(gaps: list[ProvisionGap], old: str, new: str) -> None:
    """Numbers both ends of every move; provisions that moved together between two gaps share a number."""
    olds = [item for gap in gaps for item in gap.old_items]
    news = [item for gap in gaps for item in gap.new_items]
    place_in_old = {id(item.entry): place for place, item in enumerate(olds) if item.moved}
    number = 0
    last: tuple[int, int] | None = None
    for here, item in enumerate(news):
        if not item.moved:
            continue
        away = place_in_old[id(item.entry)]
        source = olds[away]
        item.spans = source.spans = _spans(item.entry, old, new)
        white_old, white_new = old[source.end : source.tail_end], new[item.end : item.tail_end]
        item.shared_tail = source.shared_tail = _common_prefix(white_old, white_new)
        if last is None or not _together(olds, news, last, (away, here)):
            number += 1
        else:
            # A provision inserted into or deleted from a moved chapter belongs to the move.
            for inner in (*olds[last[0] + 1 : away], *news[last[1] + 1 : here]):
                inner.move = number
        item.move = source.move = number
        last = away, here


def _together(
    olds: list[GapProvision], news: list[GapProvision], last: tuple[int, int], now: tuple[int, int]
) -> bool:
    """Whether the provisions at `now` (indexes into `olds` and `news`) moved together with those at `last`."""
    if now[0] <= last[0]:
        return False
    if olds[last[0]].gap != olds[now[0]].gap or news[last[1]].gap != news[now[1]].gap:
        return False
    between = (*olds[last[0] + 1 : now[0]], *news[last[1] + 1 : now[1]])
    if not between:
        return True
    group = news[now[1]].entry.group
    one_group = group is not None and news[last[1]].entry.group == group
    return one_group and not any(item.moved for item in between)


def _common_prefix(one: str, other: str) -> int:
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length


def _common_suffix(one: str, other: str) -> int:
    return _common_prefix(one[::-1], other[::-1])
