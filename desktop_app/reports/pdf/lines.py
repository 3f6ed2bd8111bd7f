"""Breaks logical text into lines: splits it into words, wraps them, and then reorders each line.

Reordering a paragraph before wrapping would put its last line first. So the bidi levels are computed for the
whole paragraph, and lines are filled in reading order. Only then is each line put into page order. Widths are
in points.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import groupby
from operator import is_not, ne, or_
from typing import Final, NamedTuple

from desktop_app.persian.direction import levels, visual_order
from desktop_app.persian.unbroken import unbroken
from desktop_app.reports.pdf.shaping import EM, raised, shape
from desktop_app.reports.pdf.spans import GlyphSpan, Look, Segment, TextLine, segment_of, spans_of
from desktop_app.reports.pdf.words import (
    SPACES,
    Alignment,
    TextRun,
    TextStyle,
    Words,
    plain,
    printable,
    shown,
    styled,
)

__all__ = [
    "Alignment",
    "GlyphSpan",
    "TextLine",
    "TextRun",
    "TextStyle",
    "Words",
    "natural_width",
    "plain",
    "styled",
    "wrapped",
]

_HARD_BREAK: Final = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
#: Possible line breaks; NO-BREAK SPACE and NARROW NO-BREAK SPACE are excluded.
_TOKEN: Final = re.compile(
    "[ \t\u1680\u2000-\u2006\u2008-\u200b\u205f\u3000]|[^ \t\u1680\u2000-\u2006\u2008-\u200b\u205f\u3000]+"
)
#: Words that are a space.
_ALONE: Final = SPACES | {"\u200b"}
#: Bidi levels of longer paragraphs are computed in parts, because brackets take quadratic time.
_LEVELLED: Final = 4096
#: Number of neighbouring characters that can affect how letters join.
_CONTEXT: Final = 4
_SHORT: Final = 200
_WORD: Final = 40
#: Longer words are never shaped in one piece: shaping a megabyte takes a gigabyte of memory.
_LONGEST: Final = 400
#: Maximum length of a letter with its marks and joiners; longer ones may be split, too wide ones even sooner.
_TOGETHER: Final = 24
_CLUSTER: Final = 8
#: Invisible characters take no width, so a line also needs a maximum number of characters.
_MOST_IN_LINE: Final = 4000


class _Token(NamedTuple):
    """A word, or one space."""

    start: int
    end: int
    segments: tuple[Segment, ...]
    width: float
    space: bool


#: Creates a `_Token` from a tuple of its fields, in half the time of the constructor.
_made_token: Final[Callable[[tuple[int, int, tuple[Segment, ...], float, bool]], _Token]] = partial(
    tuple.__new__, _Token
)


class _Word(NamedTuple):
    """A word, or one space, with its width in thousandths of the font size."""

    segments: tuple[Segment, ...]
    width: float
    space: bool


def wrapped(words: Words, style: TextStyle, width: float) -> tuple[TextLine, ...]:
    """Wraps a paragraph into lines of at most `width` points, with at least one character each."""
    width = max(width, 0.0)
    runs = (TextRun(words),) if isinstance(words, str) else tuple(words)
    if sum(len(run.text) for run in runs) > _SHORT:
        return _wrapped(runs, style, width)
    return _remembered(runs, style, width)


def natural_width(words: Words, style: TextStyle) -> float:
    """The width of the longest line without wrapping."""
    return max(line.width for line in wrapped(words, style, float("inf")))


@lru_cache(maxsize=4096)
def _remembered(runs: tuple[TextRun, ...], style: TextStyle, width: float) -> tuple[TextLine, ...]:
    return _wrapped(runs, style, width)


def _wrapped(runs: tuple[TextRun, ...], style: TextStyle, width: float) -> tuple[TextLine, ...]:
    runs = tuple([run._replace(text=printable(run.text)) for run in runs])
    text = "".join(run.text for run in runs)
    looks: list[Look] = []
    for run in runs:
        looks += [
            Look(run.weight or style.weight, run.colour or style.colour, run.decoration, run.note)
        ] * len(run.text)
    lines: list[TextLine] = []
    start = 0
    for part in [*_HARD_BREAK.finditer(text), None]:
        end = part.start() if part else len(text)
        lines.extend(_Paragraph(text[start:end], looks[start:end], style).lines(width))
        start = part.end() if part else end
    return tuple(lines)


class _Paragraph:
    """One paragraph between hard line breaks."""

    def __init__(self, text: str, looks: list[Look], style: TextStyle) -> None:
        self._levels = _levels(text)
        self._looks = looks
        self._breaking = text
        self._text = unbroken(text)
        self._scale = style.size / EM
        #: Where the level or the look changes.
        self._changes = [
            place
            for place, changes in enumerate(
                map(or_, map(ne, self._levels[1:], self._levels), map(is_not, looks[1:], looks)), 1
            )
            if changes
        ]

    def lines(self, width: float) -> Iterator[TextLine]:
        """Yields the lines in reading order; an empty paragraph has one empty line."""
        filled: list[_Token] = []
        used = 0.0
        for token in self._fitting_tokens(width):
            if not token.space and filled and self._full(filled, used, token, width):
                yield self._line(filled, final=False)
                filled, used = [], 0.0
            if token.space and not filled and token.start:
                # Drop the space at a line break.
                continue
            filled.append(token)
            used += token.width
        yield self._line(filled, final=True)

    @staticmethod
    def _full(filled: list[_Token], used: float, token: _Token, width: float) -> bool:
        return used + token.width > width + 0.001 or token.end - filled[0].start > _MOST_IN_LINE

    def _fitting_tokens(self, width: float) -> Iterator[_Token]:
        levels, looks, scale = self._levels, self._looks, self._scale
        changes = iter([*self._changes, len(self._text)])
        change = 0
        for match in _TOKEN.finditer(self._text):
            start, end = match.span()
            while change <= start:
                change = next(changes)
            if end <= change and end - start <= _WORD:
                word = _word(match.group(), levels[start], looks[start])
                token: _Token | None = _made_token(
                    (start, end, word.segments, word.width * scale, word.space)
                )
            else:
                token = self._token(start, end) if end - start <= _LONGEST else None
            if token is not None and (token.width <= width or token.space):
                yield token
            else:
                yield from self._parts(start, end, width)

    def _parts(self, start: int, end: int, width: float) -> Iterator[_Token]:
        """Breaks words that belong together but are wider than a line at their spaces, and then within words."""
        for match in _TOKEN.finditer(self._breaking, start, end):
            token = self._token(*match.span()) if len(match.group()) <= _LONGEST else None
            if token is not None and (token.width <= width or token.space):
                yield token
            else:
                yield from self._broken(*match.span(), width)

    def _broken(self, start: int, limit: int, width: float) -> Iterator[_Token]:
        """Breaks a word that is wider than a line wherever the line is full.

        Never breaks between a letter and its mark.
        """
        probe = self._token(start, min(limit, start + _SHORT))
        filling = width * (probe.end - probe.start) / probe.width if probe.width else _LONGEST
        count = max(1, int(min(filling, _LONGEST)))
        while start < limit:
            piece = self._token(start, self._whole(min(limit, start + count), start, limit))
            while piece.width > width and piece.end - start > 1:
                shorter = start + max(
                    1, min(piece.end - start - 1, int((piece.end - start) * width / piece.width))
                )
                kept = self._whole(shorter, start, limit)
                if kept >= piece.end:
                    if piece.end - start <= _CLUSTER:
                        break
                    kept = shorter
                piece = self._token(start, kept)
            yield piece
            start = piece.end

    def _whole(self, end: int, start: int, limit: int) -> int:
        """Moves `end`, so that no mark or joiner is separated from its letter."""
        place = end
        while start + 1 < place < limit and end - place < _TOGETHER and _belongs_before(self._text[place]):
            place -= 1
        if end - place == _TOGETHER:
            return end
        if place == start + 1:
            while place < limit and place - start < _TOGETHER and _belongs_before(self._text[place]):
                place += 1
        return place

    def _token(self, start: int, end: int) -> _Token:
        """Returns a token that may have several directions and looks."""
        segments: list[Segment] = []
        for (level, look), places in groupby(
            range(start, end), key=lambda place: (self._levels[place], self._looks[place])
        ):
            members = list(places)
            segment = self._segment(members[0], members[-1] + 1, start, end, level, look)
            if segment is not None:
                segments.append(segment)
        space = self._breaking[start:end] in _ALONE
        return _Token(start, end, tuple(segments), _width_of(segments) * self._scale, space)

    def _segment(
        self, start: int, end: int, word_start: int, word_end: int, level: int, look: Look
    ) -> Segment | None:
        text = shown(self._text[start:end])
        if not text:
            return None
        before = shown(self._text[max(word_start, start - _CONTEXT) : start])
        after = shown(self._text[end : min(word_end, end + _CONTEXT)])
        shaped = shape(look.weight, text, bool(level % 2), before, after)
        return segment_of(text, level, look, raised(look.weight, shaped) if look.note else shaped)

    def _line(self, tokens: list[_Token], *, final: bool) -> TextLine:
        while tokens and tokens[-1].space:
            tokens.pop()
        segments = [segment for token in tokens for segment in token.segments]
        ordered = visual_order(segments, [segment.level for segment in segments])
        spans = spans_of(ordered)
        return TextLine(
            spans,
            sum(span.width for span in spans) * self._scale,
            "".join(segment.text for segment in segments),
            sum([span.spaces for span in spans]),
            final,
            tuple(dict.fromkeys(segment.look.note for segment in segments if segment.look.note)),
        )


@lru_cache(maxsize=16384)
def _word(text: str, level: int, look: Look) -> _Word:
    """Shapes a word with one direction and one look, with a cache, because most words are like that and recur."""
    visible = shown(text)
    segments: list[Segment] = []
    if visible:
        shaped = shape(look.weight, visible, bool(level % 2))
        segments = [segment_of(visible, level, look, raised(look.weight, shaped) if look.note else shaped)]
    return _Word(tuple(segments), _width_of(segments), text in _ALONE)


def _width_of(segments: Iterable[Segment]) -> float:
    return sum([segment.shaped.width for segment in segments])


def _levels(text: str) -> Sequence[int]:
    """Returns the bidi levels of a paragraph; a very long one is split, preferably at spaces."""
    if len(text) <= _LEVELLED:
        return levels(text)
    found: list[int] = []
    while len(found) < len(text):
        start = len(found)
        end = start + _LEVELLED
        if end < len(text):
            end = text.rfind(" ", start + _LEVELLED // 2, end) + 1 or end
        found.extend(levels(text[start:end]))
    return found


def _belongs_before(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Me", "Mc", "Cf")
