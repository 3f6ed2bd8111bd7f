"""Compares a pair of provisions word by word, and writes spans that tile both sides.

Words are never divided, and punctuation marks are separate tokens. White space belongs to the inserted or deleted
words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, pairwise, zip_longest
from typing import Final

from desktop_app.comparison.punctuation import MARKS, are_marks
from desktop_app.comparison.result import Op, Range, Span, SpellingKind, made_span
from desktop_app.comparison.sequences import Run, equal_runs
from desktop_app.comparison.spelling import gap_kind, makes_another_word, spelling_kind
from desktop_app.comparison.tokens import SpelledTokens, Tokens
from desktop_app.comparison.weight import alone_is_weighty, replaced_is_weighty

#: Maximum number of tokens of one side that may be one word on the other («نمی توانسته اند»).
_LONGEST_JOINT: Final = 4


class SpanWriter:
    """Collects spans from left to right. Adjacent equal spans are merged."""

    def __init__(self, old_text: str, new_text: str, old_at: int, new_at: int) -> None:
        self._old_text, self._new_text = old_text, new_text
        self._old_at, self._new_at = old_at, new_at
        self._spans: list[Span] = []
        #: Whether a bound of work was reached, so that more words may be marked than were changed.
        self.rough = False

    @property
    def place(self) -> tuple[int, int]:
        """The offsets up to which both sides have been written."""
        return self._old_at, self._new_at

    @property
    def texts(self) -> tuple[str, str]:
        """Both texts, as they are written."""
        return self._old_text, self._new_text

    def equal(self, old_end: int, new_end: int) -> None:
        """Writes a span of identical text up to these offsets."""
        old_at, new_at = self._old_at, self._new_at
        if old_end == old_at and new_end == new_at:
            return
        if self._spans and self._spans[-1].op is Op.EQUAL:
            last = self._spans.pop()
            old_at, new_at = last.old[0], last.new[0]
        self._append(Op.EQUAL, (old_at, old_end), (new_at, new_end), None, False)

    def write(
        self, op: Op, old_end: int, new_end: int, kind: SpellingKind | None = None, weighty: bool = False
    ) -> None:
        """Writes one span of the given kind up to these offsets, or nothing if both sides are empty."""
        if old_end > self._old_at or new_end > self._new_at:
            self._append(op, (self._old_at, old_end), (self._new_at, new_end), kind, weighty)

    def spelled(self, old_end: int, new_end: int) -> None:
        """Writes a word or mark that differs at most in spelling."""
        old, new = self._pending(old_end, new_end)
        if old == new:
            self.equal(old_end, new_end)
            return
        kind = spelling_kind(old, new)
        self.write(
            Op.ORTHOGRAPHIC,
            old_end,
            new_end,
            kind,
            kind is SpellingKind.JOINING and makes_another_word(old, new),
        )

    def gap(self, old_end: int, new_end: int) -> None:
        """Writes a separator of words that differs at most in white space and invisible characters."""
        old, new = self._pending(old_end, new_end)
        if old == new:
            self.equal(old_end, new_end)
        else:
            self.write(Op.ORTHOGRAPHIC, old_end, new_end, gap_kind(old, new))

    def changed(self, old_end: int, new_end: int, weighty: bool) -> None:
        """Writes inserted, deleted or replaced words, without the white space common to both sides."""
        old_stop, new_stop = self._without_common_space(old_end, new_end)
        old, new = self._pending(old_stop, new_stop)
        if old and new and not (old.strip() and new.strip()):
            # Only one side has words: differing white space is a separate span.
            lead = len(new) - len(new.lstrip()) if new.strip() else len(new)
            lead_old = len(old) - len(old.lstrip()) if old.strip() else len(old)
            self.write(Op.ORTHOGRAPHIC, self._old_at + lead_old, self._new_at + lead, SpellingKind.SPACING)
        if old_stop == self._old_at:
            op = Op.INSERT
        elif new_stop == self._new_at:
            op = Op.DELETE
        else:
            op = Op.REPLACE
        self.write(op, old_stop, new_stop, None, weighty)
        self.equal(old_end, new_end)

    def punctuated(self, old_end: int, new_end: int) -> None:
        """Writes punctuation that was added, dropped or exchanged, without the common white space."""
        self.write(Op.ORTHOGRAPHIC, *self._without_common_space(old_end, new_end), SpellingKind.PUNCTUATION)
        self.equal(old_end, new_end)

    def bound_reached(self) -> None:
        """Notes that the words between were not aligned exactly."""
        self.rough = True

    def same(self, old_end: int, new_end: int) -> bool:
        """Returns whether both sides are identical and not empty up to these offsets."""
        old, new = self._pending(old_end, new_end)
        return bool(old) and old == new

    def is_only_punctuation(self, old: Tokens, new: Tokens, change: Run) -> bool:
        """Returns whether both sides of a change are marks that tell nothing but how a sentence is read."""
        a0, a1, b0, b1 = change
        return are_marks(self._old_text, old, (a0, a1)) and are_marks(self._new_text, new, (b0, b1))

    def spans(self) -> tuple[Span, ...]:
        return tuple(self._spans)

    def _pending(self, old_end: int, new_end: int) -> tuple[str, str]:
        return self._old_text[self._old_at : old_end], self._new_text[self._new_at : new_end]

    def _without_common_space(self, old_end: int, new_end: int) -> tuple[int, int]:
        """Writes the white space that both sides start with, and returns the ends without that at the end."""
        lead = _common_lead(*self._pending(old_end, new_end))
        self.equal(self._old_at + lead, self._new_at + lead)
        old, new = self._pending(old_end, new_end)
        tail = _common_lead(old[::-1], new[::-1])
        return old_end - tail, new_end - tail

    def _append(self, op: Op, old: Range, new: Range, kind: SpellingKind | None, weighty: bool) -> None:
        self._spans.append(made_span((op, old, new, kind, weighty)))
        self._old_at, self._new_at = old[1], new[1]


def write_words(writer: SpanWriter, old: Tokens, new: Tokens, pieces: Sequence[Run]) -> None:
    """Writes the spans of two token sequences, from their first to their last code point.

    `pieces` tile both sequences. No span crosses the boundary of a piece.
    """
    a = b = 0
    for a0, a1, b0, b1 in _runs_in(writer, old, new, pieces):
        if a0 > a or b0 > b:
            # Up to the next equal word: surrounding white space belongs to the change.
            _write_change(writer, old, new, (a, a0, b, b0))
        else:
            writer.gap(_start(old, a), _start(new, b))
        old_end, new_end = old.ends[a1 - 1] if a1 > a0 else 0, new.ends[b1 - 1] if a1 > a0 else 0
        if writer.same(old_end, new_end):
            writer.equal(old_end, new_end)
            a, b = a1, b1
            continue
        for step in range(a1 - a0):
            if step:
                writer.gap(old.starts[a0 + step], new.starts[b0 + step])
            writer.spelled(old.ends[a0 + step], new.ends[b0 + step])
        a, b = a1, b1


def _runs_in(writer: SpanWriter, old: Tokens, new: Tokens, pieces: Sequence[Run]) -> Iterator[Run]:
    """Yields the equal runs of each piece, followed by an empty run at its end."""
    for a0, a1, b0, b1 in pieces:
        aligned = _aligned(
            old.ids[a0:a1], old.keys[a0:a1], new.ids[b0:b1], new.keys[b0:b1], writer.bound_reached
        )
        for run in _runs(aligned, old.ids[a0:a1], old.keys[a0:a1], new.ids[b0:b1], new.keys[b0:b1]):
            yield a0 + run[0], a0 + run[1], b0 + run[2], b0 + run[3]
        yield a1, a1, b1, b1


def write_spelling(writer: SpanWriter, old: SpelledTokens, new: SpelledTokens) -> None:
    """Writes the spans of two sequences with the same letters: all of them equal or orthographic.

    If the numbers of letters do not match in total, a single span covers everything.
    """
    if sum(old.letters) != sum(new.letters):
        writer.spelled(old.last, new.last)
        return
    old_starts, new_starts = old.starts, new.starts
    old_ends, new_ends = old.ends, new.ends
    old_text, new_text = writer.texts
    old_at, new_at = writer.place
    for a0, a1, b0, b1 in _letter_by_letter(old.letters, new.letters):
        old_end, new_end = old_ends[a1 - 1], new_ends[b1 - 1]
        # Most words are identical, with the separator before them: they are only written with the next difference.
        if old_text[old_at:old_end] != new_text[new_at:new_end]:
            writer.equal(old_at, new_at)
            writer.gap(old_starts[a0], new_starts[b0])
            writer.spelled(old_end, new_end)
        old_at, new_at = old_end, new_end
    writer.equal(old_at, new_at)
    writer.gap(old.last, new.last)


def _letter_by_letter(old: Sequence[int], new: Sequence[int]) -> Iterator[Run]:
    """Yields the shortest runs of both sides with the same number of letters, given the letters of each token.

    Tokens without letters are between runs.
    """
    olds = [index for index, letters in enumerate(old) if letters]
    news = [index for index, letters in enumerate(new) if letters]
    a = b = 0
    while a < len(olds) and b < len(news):
        start_a, start_b = olds[a], news[b]
        removed, added = old[start_a], new[start_b]
        while removed != added:
            if removed < added:
                a += 1
                removed += old[olds[a]]
            else:
                b += 1
                added += new[news[b]]
        yield start_a, olds[a] + 1, start_b, news[b] + 1
        a, b = a + 1, b + 1


def _runs(
    aligned: list[Run], old_ids: str, old_keys: Sequence[str], new_ids: str, new_keys: Sequence[str]
) -> list[Run]:
    """Returns the equal runs, without tiny ones that would fragment a rewritten passage."""
    runs = _shifted(aligned, old_ids, new_ids)
    if len(runs) < 2:
        return runs
    letters_old = [0, *accumulate(map(len, old_keys))]
    letters_new = [0, *accumulate(map(len, new_keys))]

    def edited(left: Run, right: Run) -> int:
        removed = letters_old[right[0]] - letters_old[left[1]]
        added = letters_new[right[2]] - letters_new[left[3]]
        return max(removed, added)

    end = (len(old_ids), len(old_ids), len(new_ids), len(new_ids))
    # Words that are only joined or separated do not count as edited.
    joints = {
        joint
        for left, right in pairwise([(0, 0, 0, 0), *runs, end])
        for joint in _joints(old_keys, new_keys, (left[1], right[0], left[3], right[2]))
    }
    kept: list[Run] = []
    ordered = sorted([*runs, *joints, end])
    before: Run = (0, 0, 0, 0)
    for run, following in pairwise(ordered):
        if run in joints:
            before = run
        elif not _is_fragment(old_keys[run[0] : run[1]], min(edited(before, run), edited(run, following))):
            kept.append(run)
            before = run
    return kept


def _aligned(
    old_ids: str,
    old_keys: Sequence[str],
    new_ids: str,
    new_keys: Sequence[str],
    bound_reached: Callable[[], None],
) -> list[Run]:
    """Returns equal runs in which no mark takes the place of a word: «الف، ب» and «الف ب،» share both words."""
    runs = equal_runs(old_ids, new_ids, bound_reached)
    olds = _words_outside(old_keys, [run[:2] for run in runs])
    if not olds or olds.isdisjoint(_words_outside(new_keys, [run[2:] for run in runs])):
        return runs
    old_words = [index for index, key in enumerate(old_keys) if key not in MARKS]
    new_words = [index for index, key in enumerate(new_keys) if key not in MARKS]
    by_words = equal_runs(
        "".join(map(old_ids.__getitem__, old_words)), "".join(map(new_ids.__getitem__, new_words))
    )
    pairs = [
        (old_words[a0 + step], new_words[b0 + step])
        for a0, a1, b0, _b1 in by_words
        for step in range(a1 - a0)
    ]
    found: list[Run] = []
    a = b = 0
    for one, other in [*pairs, (len(old_ids), len(new_ids))]:
        if a < one and b < other:
            for a0, a1, b0, b1 in equal_runs(old_ids[a:one], new_ids[b:other]):
                _extend(found, (a + a0, a + a1, b + b0, b + b1))
        a, b = one + 1, other + 1
        if one < len(old_ids):
            _extend(found, (one, a, other, b))
    return found


def _words_outside(keys: Sequence[str], runs: Sequence[Range]) -> set[str]:
    """Returns the keys outside of the runs, without marks."""
    edges = [0, *(edge for run in runs for edge in run), len(keys)]
    return {key for at in range(0, len(edges), 2) for key in keys[edges[at] : edges[at + 1]]} - MARKS


def _extend(runs: list[Run], run: Run) -> None:
    """Appends a run, merged with the last one if that ends where it begins."""
    if runs and (runs[-1][1], runs[-1][3]) == (run[0], run[2]):
        last = runs.pop()
        run = last[0], run[1], last[2], run[3]
    runs.append(run)


def _shifted(runs: list[Run], old_ids: str, new_ids: str) -> list[Run]:
    """Shifts runs between an insertion and a deletion to an equal position after the next change, if there is
    one.

    «به تدریج به» for «به‌تدریج به» is then one word written as two, not an insertion and a deletion.
    """
    shifted: list[Run] = []
    a = b = 0
    for run, following in zip_longest(runs, runs[1:], fillvalue=(len(old_ids), 0, len(new_ids), 0)):
        a0, a1, b0, b1 = run
        removed, added = following[0] - a1, following[2] - b1
        if (
            a0 == a
            and b0 > b
            and removed
            and not added
            and old_ids[a0 + removed : a1 + removed] == new_ids[b0:b1]
        ):
            a0, a1 = a0 + removed, a1 + removed
        elif (
            b0 == b
            and a0 > a
            and added
            and not removed
            and new_ids[b0 + added : b1 + added] == old_ids[a0:a1]
        ):
            b0, b1 = b0 + added, b1 + added
        shifted.append((a0, a1, b0, b1))
        a, b = a1, b1
    return shifted


def _is_fragment(keys: Sequence[str], edited: int) -> bool:
    if edited < 8 or len(keys) > 6:
        return False
    words = [key for key in keys if key[0].isalnum()]
    letters = sum(map(len, words))
    if any(key[0].isdigit() for key in words):
        return False
    if letters <= 3:
        return True
    return len(words) <= 2 and letters * 4 <= edited


def _start(tokens: Tokens, index: int) -> int:
    return tokens.starts[index] if index < len(tokens) else tokens.last


def _write_change(writer: SpanWriter, old: Tokens, new: Tokens, change: Run) -> None:
    """Writes a change and the white space around it, and detects joined or separated words inside it."""
    a0, a1, b0, b1 = change
    a, b = a0, b0
    written = False
    for j0, j1, k0, k1 in _joints(old.keys, new.keys, change):
        if j0 > a or k0 > b:
            _write_plain(writer, old, new, (a, j0, b, k0))
        else:
            writer.gap(old.starts[j0], new.starts[k0])
        writer.spelled(old.ends[j1 - 1], new.ends[k1 - 1])
        a, b, written = j1, k1, True
    if a < a1 or b < b1:
        _write_plain(writer, old, new, (a, a1, b, b1))
    elif written:
        writer.gap(_start(old, a1), _start(new, b1))


def _write_plain(writer: SpanWriter, old: Tokens, new: Tokens, change: Run) -> None:
    a0, a1, b0, b1 = change
    removed, added = old.keys[a0:a1], new.keys[b0:b1]
    if writer.is_only_punctuation(old, new, change):
        writer.punctuated(_start(old, a1), _start(new, b1))
        return
    weighty = replaced_is_weighty(removed, added) if removed and added else alone_is_weighty(removed or added)
    writer.changed(_start(old, a1), _start(new, b1), weighty)


def _joints(old: Sequence[str], new: Sequence[str], change: Run) -> Iterator[Run]:
    """Yields the places in a change where one side joins what the other separates: «می شود» and «می‌شود»."""
    a0, a1, b0, b1 = change
    if a0 == a1 or b0 == b1 or (a1 - a0 == 1 == b1 - b0 and old[a0] != new[b0]):
        return
    whole = list(_same_letters(old, new, change))
    if whole:
        yield from whole
        return
    joined = {new[b]: b for b in range(b1 - 1, b0 - 1, -1)}
    separated = _concatenations(new, b0, b1)
    a, b = a0, b0
    while a < a1:
        found = _joint_at(old, joined, separated, (a, a1, b))
        if found is None:
            a += 1
            continue
        yield found
        a, b = found[1], found[3]


def _joint_at(
    old: Sequence[str], joined: dict[str, int], separated: dict[str, Range], at: Run | tuple[int, int, int]
) -> Run | None:
    a, a1, b = at[0], at[1], at[2]
    place = separated.get(old[a])
    if place is not None and place[0] >= b:
        return a, a + 1, place[0], place[1]
    letters = old[a]
    for end in range(a + 2, min(a + _LONGEST_JOINT, a1) + 1):
        letters += old[end - 1]
        single = joined.get(letters)
        if single is not None and single >= b:
            return a, end, single, single + 1
    return None


def _concatenations(keys: Sequence[str], start: int, end: int) -> dict[str, Range]:
    made: dict[str, Range] = {}
    for at in range(start, end):
        letters = keys[at]
        for stop in range(at + 2, min(at + _LONGEST_JOINT, end) + 1):
            letters += keys[stop - 1]
            made.setdefault(letters, (at, stop))
    return made


def _same_letters(old: Sequence[str], new: Sequence[str], change: Run) -> Iterator[Run]:
    """Divides a change where both sides have the same letters so far. Yields nothing if they never have."""
    a0, a1, b0, b1 = change
    if "".join(old[a0:a1]) == "".join(new[b0:b1]):
        for a, a_end, b, b_end in _letter_by_letter([*map(len, old[a0:a1])], [*map(len, new[b0:b1])]):
            yield a0 + a, a0 + a_end, b0 + b, b0 + b_end


def _common_lead(old: str, new: str) -> int:
    length = 0
    for one, other in zip(old, new, strict=False):
        if one != other or not one.isspace():
            break
        length += 1
    return length
