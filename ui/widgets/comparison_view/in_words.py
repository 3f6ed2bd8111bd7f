"""Describes a comparison as text for screen readers: each change is stated in words, not by colour or position."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, Literal

from desktop_app.comparison.inline import runs_of
from desktop_app.comparison.labelling import provision_title, spelling_name, stale_sentence
from desktop_app.comparison.result import Comparison, Entry, Flag, Op, ProvisionStatus, SideName, Span
from desktop_app.wording import fill, translate
from ui.widgets.comparison_view.changes import ChangeStop
from ui.widgets.comparison_view.fold_labels import fold_title
from ui.widgets.comparison_view.labels import change_summary, spoken_title
from ui.widgets.comparison_view.marks import side_text, stale_references
from ui.widgets.comparison_view.offsets import in_pauses
from ui.widgets.comparison_view.reading import ComparisonReading
from ui.widgets.comparison_view.rows import Fold, Row, ShownSides, UnchangedGap
from ui.widgets.words_pane import InWords

#: Inserted words are separated by a space, which may already exist.
_SPACES: Final = re.compile(r" {2,}")
_BEFORE_POINT: Final = re.compile(r" ([.،؛:؟!])")
#: Both texts together with unchanged runs collapsed, or one text from start to end.
Told = Literal["both", "old", "new"]


def in_words(reading: ComparisonReading, told: Told, decided: dict[int, list[str]] | None = None) -> InWords:
    """Returns the description. `decided` has the review decisions of each change."""
    blocks = _both(reading) if told == "both" else _side(reading, told)
    pieces: list[str] = []
    made = InWords()
    length = 0
    for entry, block in blocks:
        change = None if entry is None else reading.change_of(entry)
        if (
            change is not None
            and change not in made.starts
            and reading.filter.admits(reading.changes[change])
        ):
            made.starts[change] = length
            head = _head(reading, change, (decided or {}).get(change, []))
            pieces.append(f"{head}\n{block}")
        else:
            pieces.append(block)
        length += len(pieces[-1]) + 2
    made.text = "\n\n".join(pieces)
    return made


def _head(reading: ComparisonReading, number: int, decided: Sequence[str]) -> str:
    shown = reading.shown_changes
    change: ChangeStop = reading.changes[number]
    place = fill(
        translate("Comparison", "Change {n} of {total}"), n=shown.index(number) + 1, total=len(shown)
    )
    words = [place, spoken_title(reading.comparison, change), change_summary(reading.comparison, change)]
    if change.weighty:
        words.append(translate("Comparison", "weighty"))
    return translate("Comparison", "; ").join([*words, *decided])


def _both(reading: ComparisonReading) -> Iterator[tuple[int | None, str]]:
    comparison = reading.comparison
    for line in reading.lines:
        if isinstance(line, Fold):
            if not line.opened:
                head, tail = fold_title(comparison, line, reading.rows)
                yield None, f"{head}: {tail}" if tail else head
        elif isinstance(line, Row) and line.begins:
            yield line.entry, _entry(reading, line)
        elif isinstance(line, UnchangedGap):
            continue


def _entry(reading: ComparisonReading, row: Row) -> str:
    comparison, entry = reading.comparison, reading.comparison.entries[row.entry]
    spelling = reading.filter.orthographic
    if row.part is ShownSides.DEPARTURE and entry.new is not None:
        gone = fill(translate("Comparison", "Moved to {place}"), place=_name(comparison, entry, "new"))
        return f"{gone}: {_plain(comparison, entry, 'old')}"
    body = _told(comparison, entry, "both", spelling=spelling)
    if row.part is ShownSides.ARRIVAL:
        came = fill(translate("Comparison", "Came from {place}"), place=_name(comparison, entry, "old"))
        return f"{came}: {body}"
    return body


def _side(reading: ComparisonReading, side: SideName) -> Iterator[tuple[int | None, str]]:
    comparison = reading.comparison
    places = [
        (place.start, index)
        for index, entry in enumerate(comparison.entries)
        if (place := entry.old if side == "old" else entry.new) is not None
    ]
    for _, index in sorted(places):
        entry = comparison.entries[index]
        yield index, _told(comparison, entry, side, spelling=reading.filter.orthographic)


def _told(comparison: Comparison, entry: Entry, told: Told, *, spelling: bool) -> str:
    """Returns the text of an entry with its changes; a part beside the body is named before it."""
    place = entry.old if told == "old" or entry.new is None else entry.new
    body = _body(comparison, entry, told, spelling=spelling)
    return body if place is None or place.part is None else f"{provision_title(place)}: {body}"


def _body(comparison: Comparison, entry: Entry, told: Told, *, spelling: bool) -> str:
    side: SideName = "old" if told == "old" or entry.new is None else "new"
    if entry.old is None or entry.new is None:
        return (
            _put(_plain(comparison, entry, side))
            if side == "new"
            else _taken(_plain(comparison, entry, side))
        )
    quiet = entry.status is ProvisionStatus.ORTHOGRAPHIC and not spelling and not entry.weighty
    if quiet or (entry.status is ProvisionStatus.UNCHANGED and Flag.RENUMBERED not in entry.flags):
        body = _plain(comparison, entry, side)
    else:
        runs = runs_of(entry.spans, comparison.old.text)
        body = _joined([_run(comparison, run, told, spelling=spelling) for run in runs])
    notes = [] if told == "old" else _stale(comparison, entry)
    return " ".join([body, *notes])


def _stale(comparison: Comparison, entry: Entry) -> list[str]:
    return [stale_sentence(reference) for reference in stale_references(comparison, entry)]


def _run(comparison: Comparison, run: Sequence[Span], told: Told, *, spelling: bool) -> str:
    old = in_pauses(comparison.old.text[run[0].old[0] : run[-1].old[1]])
    new = in_pauses(comparison.new.text[run[0].new[0] : run[-1].new[1]])
    mine, span = old if told == "old" else new, run[0]
    if span.op is Op.EQUAL:
        return mine
    if span.op is Op.ORTHOGRAPHIC:
        if span.kind is None or not (spelling or span.weighty):
            return mine
        words = translate("Comparison", "{new} (spelling, {kind}; was {old})")
        return fill(words, new=mine, kind=spelling_name(span.kind), old=new if told == "old" else old)
    if span.op is Op.LABEL:
        words = translate("Comparison", "{new} (number; was {old})")
        return fill(words, new=new, old=old.strip()) if told != "old" else old
    named = translate("Comparison", "weighty")
    weight = [f"{named}:"] if any(each.weighty for each in run) else []
    taken = [_taken(old)] if old.strip() and told != "new" else []
    put = [_put(new)] if new.strip() and told != "old" else []
    if not taken and not put:
        return mine
    return f" {' '.join([*weight, *taken, *put])} "


def _joined(parts: Sequence[str]) -> str:
    """Joins parts with single spaces, but without a space before punctuation."""
    made = _SPACES.sub(" ", "".join(parts)).strip(" ")
    return _BEFORE_POINT.sub(r"\1", made)


def _taken(text: str) -> str:
    return fill(translate("Comparison", "left out: {words} end of what was left out"), words=text.strip())


def _put(text: str) -> str:
    return fill(translate("Comparison", "put in: {words} end of what was put in"), words=text.strip())


def _plain(comparison: Comparison, entry: Entry, side: SideName) -> str:
    place = entry.old if side == "old" else entry.new
    return "" if place is None else in_pauses(side_text(comparison, side)[place.start : place.end])


def _name(comparison: Comparison, entry: Entry, side: SideName) -> str:
    place = entry.old if side == "old" else entry.new
    if place is None:
        return ""
    return provision_title(place) or _plain(comparison, entry, side)[:40]
