"""Builds entries from matched provisions: spans, flags, groups, and the order in which a reviewer reads them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from typing import Final, NamedTuple

from desktop_app.comparison.draft import SegmentedText
from desktop_app.comparison.folding import bare
from desktop_app.comparison.pairing import Alignment
from desktop_app.comparison.parts import Division, merges, splits
from desktop_app.comparison.result import (
    Entry,
    Flag,
    LazySpans,
    Op,
    ProvisionPlace,
    ProvisionStatus,
    Range,
    Span,
    SpellingKind,
    made_entry,
    made_place,
    made_span,
)
from desktop_app.comparison.sequences import common_ends, heaviest_increasing
from desktop_app.comparison.spelling import spelling_kind
from desktop_app.comparison.tables import is_row_number, table_pieces
from desktop_app.comparison.weight import alone_is_weighty
from desktop_app.comparison.words import SpanWriter, write_spelling, write_words
from desktop_app.persian.text import ZWNJ

_EDITS: Final = frozenset({Op.DELETE, Op.INSERT, Op.REPLACE})
#: The flag set of a match, by whether it is moved, whether it is renumbered, and its part flag.
_FLAGS: Final = {
    (moved, renumbered, part): frozenset(
        flag
        for flag, holds in ((Flag.MOVED, moved), (Flag.RENUMBERED, renumbered), (part, part is not None))
        if flag is not None and holds
    )
    for moved in (False, True)
    for renumbered in (False, True)
    for part in (None, Flag.SPLIT, Flag.MERGED)
}
_SENTENCE_ENDS: Final = (".", "؛", ":", "؟", "!")
_NO_FLAGS: Final[frozenset[Flag]] = frozenset()


class _Match(NamedTuple):
    """A pair of provisions, or of a provision and a slice of the other; `part` says which kind of slice."""

    old: int
    new: int
    old_range: Range
    new_range: Range
    part: Flag | None = None
    whole: tuple[Flag, int] | None = None
    #: Only a line break moved. This is not a split, although the match covers a slice of the other side.
    broken: bool = False


#: Creates a `_Match` from a tuple of all fields, in half the time of the constructor.
_made_match: Final[
    Callable[[tuple[int, int, Range, Range, Flag | None, tuple[Flag, int] | None, bool]], _Match]
] = partial(tuple.__new__, _Match)


def entries_of(found: Alignment) -> tuple[Entry, ...]:
    """Returns all entries in the order of NEW. A deleted provision follows the one that preceded it in OLD."""
    matches = _matches(found)
    moved = _moved(found, matches)
    groups = _groups(found, matches, moved)
    deleted = _deleted(found, matches)
    # A split provision extends to its last slice; any other match has only itself.
    last_slice: dict[int, Range] = {}
    for match in matches:
        if match.part is not None:
            last_slice[match.old] = max(last_slice.get(match.old, match.old_range), match.old_range)
    ordered: list[Entry] = [
        _one_sided(found.old, index, ProvisionStatus.DELETED) for index in deleted.get(-1, ())
    ]
    reached = 0
    for position, match in enumerate(matches):
        if reached < match.new:
            ordered.extend(
                _one_sided(found.new, index, ProvisionStatus.INSERTED) for index in range(reached, match.new)
            )
        reached = match.new + 1
        ordered.append(_entry(found, match, position in moved, groups.get(position)))
        if match.old in deleted and match.old_range == last_slice.get(match.old, match.old_range):
            ordered.extend(
                _one_sided(found.old, index, ProvisionStatus.DELETED) for index in deleted[match.old]
            )
    ordered.extend(
        _one_sided(found.new, index, ProvisionStatus.INSERTED) for index in range(reached, len(found.new))
    )
    return _numbered(ordered)


def _matches(found: Alignment) -> list[_Match]:
    """Returns all matches in the order of NEW, with split and merged provisions cut into slices."""
    divided = splits(found)
    joined = merges(found, divided)
    for division in divided:
        for part in division.parts:
            found.old_of[part] = -2
        found.new_of[division.whole] = division.parts[0]
        found.old_of[division.parts[0]] = division.whole
    for division in joined:
        for part in division.parts:
            found.new_of[part] = -2
        found.old_of[division.whole] = division.parts[0]
        found.new_of[division.parts[0]] = division.whole
    matches = [*_pieces(found, divided, Flag.SPLIT), *_pieces(found, joined, Flag.MERGED)]
    in_parts = {(match.old, match.new) for match in matches}
    for old, new in found.pairs():
        if (old, new) not in in_parts:
            ranges = _range(found.old, old), _range(found.new, new)
            matches.append(_made_match((old, new, *ranges, None, None, False)))
    # Slices of a split provision are sorted by their place in NEW.
    matches.sort(key=lambda match: match.new_range)
    return matches


def _moved(found: Alignment, matches: Sequence[_Match]) -> set[int]:
    """Returns the indices of moved matches: those outside the order that keeps the most words in place."""
    ranges = [match.old_range for match in matches]
    places = sorted(range(len(matches)), key=ranges.__getitem__)
    order = [0] * len(matches)
    for place, position in enumerate(places):
        order[position] = place

    def weigh(position: int) -> int:
        match = matches[position]
        if match.part is None:
            return found.kept_words(match.old, match.new)
        if match.part is Flag.SPLIT:
            return found.new.about_words(match.new)
        return found.old.about_words(match.old)

    staying = set(heaviest_increasing(order, weigh))
    return {position for position in range(len(matches)) if position not in staying}


def _only_broken(whole: SegmentedText, parts: SegmentedText, division: Division) -> bool:
    """Returns whether a division is only a line break inside a sentence.

    Its parts are adjacent, only the first has a label, and together they have exactly the words of the whole.
    """
    if any(following != part + 1 for part, following in pairwise(division.parts)):
        return False
    if any(parts.provisions[part].label is not None for part in division.parts[1:]):
        return False
    if any(parts.bodies[part].endswith(_SENTENCE_ENDS) for part in division.parts[:-1]):
        return False
    return whole.key(division.whole) == "".join(map(parts.key, division.parts))


def _pieces(found: Alignment, divisions: list[Division], flag: Flag) -> list[_Match]:
    made = []
    split = flag is Flag.SPLIT
    wholes, parts = (found.old, found.new) if split else (found.new, found.old)
    for division in divisions:
        broken = _only_broken(wholes, parts, division)
        for part, piece in zip(division.parts, division.slices, strict=True):
            whole, own = (flag, division.whole), _range(parts, part)
            if split:
                made.append(_Match(division.whole, part, piece, own, flag, whole, broken))
            else:
                made.append(_Match(part, division.whole, own, piece, flag, whole, broken))
    return made


def _range(draft: SegmentedText, index: int) -> Range:
    provision = draft.provisions[index]
    return provision.start, provision.end


def _deleted(found: Alignment, matches: list[_Match]) -> dict[int, list[int]]:
    """Maps each surviving provision of OLD (-1 for the start) to the deleted ones that followed it."""
    living = {match.old for match in matches}
    behind: dict[int, list[int]] = {}
    last = -1
    for old in range(len(found.old)):
        if old in living:
            last = old
        else:
            behind.setdefault(last, []).append(old)
    return behind


def _one_sided(draft: SegmentedText, index: int, status: ProvisionStatus) -> Entry:
    provision = draft.provisions[index]
    place = ProvisionPlace(provision.label, provision.path, provision.start, provision.end)
    heavy = not provision.kind.heading and alone_is_weighty(
        draft.tokens_between(provision.body, provision.end).keys
    )
    if status is ProvisionStatus.INSERTED:
        return Entry(status, _NO_FLAGS, None, None, place, heavy=heavy)
    return Entry(status, _NO_FLAGS, None, place, None, heavy=heavy)


def _entry(found: Alignment, match: _Match, moved: bool, group: int | None) -> Entry:
    old_at, new_at, (old_start, old_end), (new_start, new_end), part, _whole, broken = match
    old, new = found.old.provisions[old_at], found.new.provisions[new_at]
    renumbered = found.old.labels[old_at] != found.new.labels[new_at]
    if renumbered and part is not None:
        # Only the slice that starts with the label has it.
        renumbered = old_start == old.start and new_start == new.start
    status, spans = _status_and_spans(found, match, renumbered)
    return made_entry(
        (
            status,
            _FLAGS[moved, renumbered, None if broken else part],
            group,
            made_place((old.label, old.path, old_start, old_end, None)),
            made_place((new.label, new.path, new_start, new_end, None)),
            spans,
            False,
        )
    )


def _status_and_spans(
    found: Alignment, match: _Match, renumbered: bool
) -> tuple[ProvisionStatus, Sequence[Span]]:
    old_text, new_text = found.old.text, found.new.text
    old_at, new_at, (old_start, old_end), (new_start, new_end), part, _whole, _broken = match
    same_length = new_end - new_start == old_end - old_start
    if same_length and new_text.startswith(old_text[old_start:old_end], new_start):
        return ProvisionStatus.UNCHANGED, (
            made_span((Op.EQUAL, match.old_range, match.new_range, None, False)),
        )
    if part is not None:
        spans = _spans(found, match)
        return _status(spans), spans
    old_body, new_body = found.old.provisions[old_at].body, found.new.provisions[new_at].body
    removed, added = old_text[old_body:old_end], new_text[new_body:new_end]
    if removed == added and old_start < old_body < old_end and new_start < new_body:
        # The most common difference is only the number: nothing else needs to be compared.
        if renumbered:
            label = made_span((Op.LABEL, (old_start, old_body), (new_start, new_body), None, False))
            body = made_span((Op.EQUAL, (old_body, old_end), (new_body, new_end), None, False))
            return ProvisionStatus.UNCHANGED, (label, body)
    # White space before a body belongs to the label if only one side has a label.
    elif removed.lstrip(" ") != added.lstrip(" ") and found.same_words(old_at, new_at):
        return ProvisionStatus.ORTHOGRAPHIC, LazySpans(
            partial(_spelling_spans, found, match), partial(_boundaries_differ, found, match)
        )
    spans = _spans(found, match)
    return _status(spans), spans


def _status(spans: tuple[Span, ...]) -> ProvisionStatus:
    operations = {span.op for span in spans}
    if operations & _EDITS:
        return ProvisionStatus.EDITED
    return ProvisionStatus.ORTHOGRAPHIC if Op.ORTHOGRAPHIC in operations else ProvisionStatus.UNCHANGED


def _boundaries_differ(found: Alignment, match: _Match) -> bool:
    """Returns whether two bodies with equal spelling have their word boundaries in different places."""
    old, new = (
        body.replace(ZWNJ, " ").split() for body in (found.old.bodies[match.old], found.new.bodies[match.new])
    )
    return old != new and [*map(bare, old)] != [*map(bare, new)]


def _spelling_spans(found: Alignment, match: _Match) -> tuple[Span, ...]:
    writer = _writer_after_labels(found, match)
    write_spelling(writer, found.old.spelled_tokens(match.old), found.new.spelled_tokens(match.new))
    return writer.spans()


def _spans(found: Alignment, match: _Match) -> tuple[Span, ...]:
    old_text, new_text = found.old.text, found.new.text
    old_end, new_end = match.old_range[1], match.new_range[1]
    writer = _writer_after_labels(found, match)
    old_body, new_body = writer.place
    removed, added = old_text[old_body:old_end], new_text[new_body:new_end]
    if removed == added:
        writer.equal(old_end, new_end)
        return writer.spans()
    head = tail = 0
    tabs = "\t" in removed and "\t" in added
    if not tabs:
        head, tail = common_ends(removed, added)
        writer.equal(old_body + head, new_body + head)
    old = found.old.tokens_between(old_body + head, old_end - tail)
    new = found.new.tokens_between(new_body + head, new_end - tail)
    pieces = table_pieces(old_text, new_text, old, new) if tabs else [(0, len(old), 0, len(new))]
    write_words(writer, old, new, pieces)
    writer.equal(old_end, new_end)
    if writer.rough:
        found.rough.append(match.new_range)
    spans = writer.spans()
    if not tabs:
        return spans
    return tuple(
        span._replace(weighty=False)
        if span.weighty and is_row_number(old_text, span.old) and is_row_number(new_text, span.new)
        else span
        for span in spans
    )


def _writer_after_labels(found: Alignment, match: _Match) -> SpanWriter:
    """Returns a writer that has already written the labels of a match."""
    old, new = found.old.provisions[match.old], found.new.provisions[match.new]
    old_start, new_start = match.old_range[0], match.new_range[0]
    writer = SpanWriter(found.old.text, found.new.text, old_start, new_start)
    old_body = old.body if old_start == old.start else old_start
    new_body = new.body if new_start == new.start else new_start
    _write_label(writer, found, match, (old_start, old_body), (new_start, new_body))
    return writer


def _write_label(writer: SpanWriter, found: Alignment, match: _Match, old: Range, new: Range) -> None:
    old_label, new_label = found.old.text[slice(*old)], found.new.text[slice(*new)]
    if old_label == new_label:
        writer.equal(old[1], new[1])
    elif old_label and new_label and found.old.labels[match.old] == found.new.labels[match.new]:
        writer.write(Op.ORTHOGRAPHIC, old[1], new[1], _label_kind(old_label, new_label))
    else:
        # A label on one side only includes the space after it.
        old_end = old[1] if new_label else _to_word(found.old.text, old[1], match.old_range[1])
        new_end = new[1] if old_label else _to_word(found.new.text, new[1], match.new_range[1])
        writer.write(Op.LABEL, old_end, new_end)


def _to_word(text: str, start: int, end: int) -> int:
    while start < end and text[start] == " ":
        start += 1
    return start


def _label_kind(old: str, new: str) -> SpellingKind:
    """Classifies a difference between labels: number words against digits, or other dashes and brackets."""
    kind = spelling_kind(old, new)
    if kind is SpellingKind.INVISIBLE:
        return kind
    old_word, new_word = ("".join(c for c in label if c.isalnum() and c != "ـ") for label in (old, new))
    if old_word == new_word:
        return SpellingKind.PUNCTUATION if old.split() != new.split() else SpellingKind.SPACING
    if any(c.isdigit() for c in old_word) != any(c.isdigit() for c in new_word):
        return SpellingKind.DIGITS
    return spelling_kind(old_word, new_word)


def _groups(found: Alignment, matches: list[_Match], moved: set[int]) -> dict[int, int]:
    """Maps match positions to group numbers: parts of one provision, or provisions moved under one heading."""
    groups: dict[int, int] = {}
    wholes: dict[tuple[Flag, int], int] = {}
    count = 0
    for position, match in enumerate(matches):
        if match.whole is not None and not match.broken:
            count += match.whole not in wholes
            groups[position] = wholes.setdefault(match.whole, count)
    root = -1
    for position in sorted(moved):
        match, before = matches[position], matches[position - 1] if position else None
        if position - 1 not in moved:
            root = -1
        if match.whole is not None:
            # Parts form a group of their own; provisions moved together with them continue after them.
            continue
        follows = (
            root >= 0 and before is not None and match.old == before.old + 1 and match.new == before.new + 1
        )
        if follows and _under(found, matches[root], match):
            if root not in groups:
                count += 1
                groups[root] = count
            groups[position] = groups[root]
        else:
            root = position
    return groups


def _under(found: Alignment, root: _Match, match: _Match) -> bool:
    above_old, above_new = found.old.provisions[root.old].path, found.new.provisions[root.new].path
    old, new = found.old.provisions[match.old].path, found.new.provisions[match.new].path
    return bool(above_old) and old[: len(above_old)] == above_old and new[: len(above_new)] == above_new


def _numbered(entries: list[Entry]) -> tuple[Entry, ...]:
    """Renumbers groups from 1 in the order of their first entry."""
    numbers: dict[int, int] = {}
    return tuple(
        entry
        if entry.group is None
        else entry._replace(group=numbers.setdefault(entry.group, len(numbers) + 1))
        for entry in entries
    )
