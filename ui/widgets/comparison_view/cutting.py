"""Cuts long text at positions common to both sides: unchanged text is collapsed into gaps, very long text into
pieces.

Without Qt. Offsets are code points of their side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.comparison.result import Op, Range, Span

#: Number of code points kept visible at each end of a gap: about two lines.
KEPT: Final = 110
#: Minimum number of code points to hide.
LEAST_HIDDEN: Final = 180
#: Approximate size of pieces of longer text, so that an endless provision does not block the window.
HUGE: Final = 4_000

_SPACE: Final = re.compile(r"\s")
#: Maximum distance to search for the end of a word.
_LONGEST_WORD: Final = 60


@dataclass(frozen=True, slots=True)
class AlignedText:
    """Corresponding text of both sides. With `words` it is unchanged and collapsed into a gap."""

    old: Range
    new: Range
    words: int = 0


def split_alike(
    new_text: str, old: Range, new: Range, spans: Sequence[Span], *, spelling: bool
) -> Iterator[AlignedText]:
    """Yields the parts of `old` and `new` from start to end.

    Spelling differences count as unchanged unless `spelling`, but weighty ones never do.
    """
    at = old[0], new[0]
    for run in _alike_runs(clipped(spans, old, new), spelling=spelling):
        first, last = _cut_behind(new_text, run, KEPT), _cut_before(new_text, run, KEPT)
        if last[1] - first[1] < LEAST_HIDDEN or last[0] < first[0]:
            continue
        if first != at:
            yield AlignedText((at[0], first[0]), (at[1], first[1]))
        yield AlignedText(
            (first[0], last[0]), (first[1], last[1]), words=max(len(new_text[first[1] : last[1]].split()), 1)
        )
        at = last
    yield AlignedText((at[0], old[1]), (at[1], new[1]))


def set_apart(spans: Sequence[Span], places: Sequence[Range]) -> Sequence[Span]:
    """Returns `spans` with `places` of NEW (stale references) separated from unchanged text, so that no gap hides
    them."""
    found = list(spans)
    for start, end in places:
        for index, span in enumerate(found):
            if span.op is Op.EQUAL and span.new[0] <= start < span.new[1]:
                shift, stop = span.old[0] - span.new[0], min(end, span.new[1])
                found[index : index + 1] = [
                    Span(Op.EQUAL, (span.old[0], start + shift), (span.new[0], start)),
                    Span(Op.REPLACE, (start + shift, stop + shift), (start, stop)),
                    Span(Op.EQUAL, (stop + shift, span.old[1]), (stop, span.new[1])),
                ]
                break
    return found


def cut_long(
    old_text: str, new_text: str, old: Range | None, new: Range | None, spans: Sequence[Span]
) -> Iterator[tuple[Range | None, Range | None]]:
    """Yields corresponding parts of `old` and `new` that are not much longer than `HUGE` on either side."""
    if max(_length(old), _length(new)) <= HUGE:
        yield old, new
        return
    held_old, held_new = old or (0, 0), new or (0, 0)
    own = clipped(spans, held_old, held_new) or [Span(Op.REPLACE, held_old, held_new)]
    start = held_old[0], held_new[0]
    end = start
    for atom in _atoms(old_text, new_text, own):
        if end != start and max(atom[0] - start[0], atom[1] - start[1]) > HUGE:
            yield _sides(start, end)
            start = end
        end = atom
    if end != (held_old[1], held_new[1]):
        end = held_old[1], held_new[1]
    yield _sides(start, end)


def clipped(spans: Sequence[Span], old: Range, new: Range) -> list[Span]:
    """Returns the spans clipped to both ranges. An equal span becomes a replacement if its sides are clipped
    differently."""
    found: list[Span] = []
    for span in spans:
        if span.old[1] < old[0] or span.new[1] < new[0] or span.old[0] > old[1] or span.new[0] > new[1]:
            continue
        cut_old, cut_new = _within(span.old, old), _within(span.new, new)
        if cut_old[0] == cut_old[1] and cut_new[0] == cut_new[1]:
            continue
        op = span.op
        if op is Op.EQUAL and cut_old[1] - cut_old[0] != cut_new[1] - cut_new[0]:
            op = Op.REPLACE
        found.append(Span(op, cut_old, cut_new, span.kind, span.weighty))
    return found


def _within(range_: Range, limits: Range) -> Range:
    start = min(max(range_[0], limits[0]), limits[1])
    return start, max(min(range_[1], limits[1]), start)


def _alike_runs(spans: Sequence[Span], *, spelling: bool) -> Iterator[list[Span]]:
    run: list[Span] = []
    for span in spans:
        if span.op is Op.EQUAL or (span.op is Op.ORTHOGRAPHIC and not spelling and not span.weighty):
            run.append(span)
            continue
        if run:
            yield run
        run = []
    if run:
        yield run


def _cut_behind(text: str, run: Sequence[Span], kept: int) -> tuple[int, int]:
    """Returns the end of the word at distance `kept` after the start of a run, on both sides."""
    wanted = run[0].new[0] + kept
    for span in run:
        if wanted < span.new[1]:
            if span.op is not Op.EQUAL:
                return span.old[1], span.new[1]
            found = _SPACE.search(text, wanted, min(span.new[1], wanted + _LONGEST_WORD))
            at = found.start() if found else min(wanted, span.new[1])
            return span.old[0] + at - span.new[0], at
    return run[-1].old[1], run[-1].new[1]


def _cut_before(text: str, run: Sequence[Span], kept: int) -> tuple[int, int]:
    """Returns the start of the word at distance `kept` before the end of a run, on both sides."""
    wanted = run[-1].new[1] - kept
    for span in reversed(run):
        if wanted >= span.new[0]:
            if span.op is not Op.EQUAL:
                return span.old[0], span.new[0]
            space = max(
                text.rfind(" ", max(span.new[0], wanted - _LONGEST_WORD), wanted),
                text.rfind("\n", max(span.new[0], wanted - _LONGEST_WORD), wanted),
            )
            at = space + 1 if space >= 0 else wanted
            return span.old[0] + at - span.new[0], at
    return run[0].old[0], run[0].new[0]


def _atoms(old_text: str, new_text: str, spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Yields the positions where both sides may be cut: at ends of spans, and at ends of words inside long spans."""
    for span in spans:
        count = -(-max(_length(span.old), _length(span.new)) // HUGE)
        for number in range(1, count):
            at_new = _word_end(new_text, span.new, number, count)
            if span.op is Op.EQUAL:
                yield span.old[0] + at_new - span.new[0], at_new
            else:
                yield _word_end(old_text, span.old, number, count), at_new
        yield span.old[1], span.new[1]


def _word_end(text: str, part: Range, number: int, count: int) -> int:
    at = part[0] + (part[1] - part[0]) * number // count
    found = _SPACE.search(text, at, min(part[1], at + _LONGEST_WORD))
    return found.start() if found else at


def _sides(start: tuple[int, int], end: tuple[int, int]) -> tuple[Range | None, Range | None]:
    return _range(start[0], end[0]), _range(start[1], end[1])


def _range(start: int, end: int) -> Range | None:
    return (start, end) if end > start else None


def _length(part: Range | None) -> int:
    return 0 if part is None else part[1] - part[0]
