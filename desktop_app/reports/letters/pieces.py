"""The blocks of a letter: lines with a label, its closing, the signature with the place of the seal, its copies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from desktop_app.office.letter_choices import CopyLine
from desktop_app.reports.letters.forms import LetterForm
from desktop_app.reports.letters.slab import Slab
from desktop_app.reports.pdf.decoration import INK, QUIET_INK
from desktop_app.reports.pdf.flow import PagePiece
from desktop_app.reports.pdf.lines import TextLine, TextRun, Words, plain, wrapped
from desktop_app.reports.pdf.paper import Paper, colour_of
from desktop_app.reports.pdf.paragraph import LinePiece, Paragraph, draw_line
from desktop_app.reports.pdf.shaping import Weight
from desktop_app.reports.pdf.spans import closed
from desktop_app.reports.pdf.structure import Element
from desktop_app.reports.pdf.words import TextStyle
from desktop_app.wording import fill, translate

#: Space for a handwritten signature.
_BY_HAND: Final = 46.0
#: Share of the text width for the name of who signs, from the left, and where the middle of the seal is.
_SIGNED_SHARE: Final = 0.42
_SEAL_AT: Final = 0.56
#: Share of the longest line of a title that its last line has at least.
_LAST_LINE: Final = 1 / 3
#: Between the seal and what stands beside it.
_AROUND_SEAL: Final = 12.0


@dataclass(frozen=True, slots=True)
class Room(Slab):
    """White space that stays at the top of a page."""

    height: float

    def draw(self, paper: Paper, top: float) -> None:
        """Draws nothing."""


@dataclass(frozen=True, slots=True)
class _LabelledLine(LinePiece):
    """A line beside the column of labels; the first one has the label."""

    label: str = ""
    indent: float = 0.0

    def draw(self, paper: Paper, top: float) -> None:
        paper.mark(self.element or Element("P"))
        if self.label:
            quiet = replace(self.style, colour=QUIET_INK)
            name = closed(wrapped(self.label, quiet, self.indent)[0])
            draw_line(paper, name, quiet, top, paper.right - self.indent, paper.right)
        draw_line(paper, self.line, self.style, top, paper.left, paper.right - self.indent)


@dataclass(frozen=True, slots=True)
class Labelled:
    """Lines with a label at their right. With an `entry` in the outline it is the heading of the letter."""

    label: str
    words: Sequence[Words]
    form: LetterForm
    style: TextStyle
    gap: float
    entry: str = ""

    def pieces(self, width: float) -> Iterator[PagePiece]:
        indent = self.form.indent
        text = " ".join((self.label, *map(plain, self.words)))
        element = Element("H1" if self.entry else "P", text=text)
        lines = [line for one in self.words for line in wrapped(one, self.style, width - indent)]
        for number, line in enumerate(lines):
            yield _LabelledLine(
                line,
                self.style,
                0.0 if number else self.gap,
                True,
                None if number or not self.entry else (self.entry, 0),
                element,
                "" if number else self.label,
                indent,
            )

    def repeated(self, width: float) -> PagePiece | None:
        del width
        return None


@dataclass(frozen=True, slots=True)
class Closing:
    """The last paragraph: its end stays on one page with the signature, which never stands alone."""

    paragraph: Paragraph

    def pieces(self, width: float) -> Iterator[PagePiece]:
        *before, last = self.paragraph.pieces(width)
        yield from before
        assert isinstance(last, LinePiece)
        yield replace(last, keep_with_next=True)

    def repeated(self, width: float) -> PagePiece | None:
        del width
        return None


@dataclass(frozen=True, slots=True)
class SignatureBlock(Slab):
    """Name and title of the signer at the left, below space for a signature; the place of the seal beside it.

    `copies` stand at the right of both, to save height on small paper.
    """

    form: LetterForm
    signer: str
    title: str
    seal: bool
    gap: float = 18.0
    keep_with_next: bool = False
    copies: Sequence[CopyLine] = ()

    @property
    def height(self) -> float:
        return max(self._signed_height, len(self._copy_lines()) * self.form.copies.leading)

    @property
    def has_room(self) -> bool:
        """Whether the copies make it higher by two lines at most."""
        return self.height <= self._signed_height + 2 * self.form.copies.leading

    @property
    def _signed_height(self) -> float:
        signed = _BY_HAND + len(self._lines()) * self.form.signed.leading
        return max(signed, self.form.seal) if self.seal else signed

    def draw(self, paper: Paper, top: float) -> None:
        wide, y = paper.width * _SIGNED_SHARE, top - _BY_HAND
        paper.mark(Element("P", text="\n".join(part for part in (self.signer, self.title) if part)))
        for line in self._lines():
            draw_line(paper, line, self.form.signed, y, paper.left, paper.left + wide)
            y -= self.form.signed.leading
        if self.seal:
            self._draw_seal(paper, top)
        self._draw_copies(paper, top)

    def _draw_copies(self, paper: Paper, top: float) -> None:
        """Draws the copies down to the lower edge."""
        style, lines = self.form.copies, self._copy_lines()
        y, beside = top - self.height + len(lines) * style.leading, self._beside
        paper.mark(Element("P", text="\n".join(line.text for line in lines)) if lines else None)
        for line in lines:
            draw_line(paper, line, style, y, paper.right - beside, paper.right)
            y -= style.leading

    @property
    def _beside(self) -> float:
        """The width at the right of signature and seal."""
        width = self.form.layout.text_width
        taken = width * _SEAL_AT + self.form.seal / 2 if self.seal else width * _SIGNED_SHARE
        return width - taken - _AROUND_SEAL

    def _copy_lines(self) -> list[TextLine]:
        words = [_copies_heading(), *map(_copy_words, self.copies)] if self.copies else []
        return [line for one in words for line in wrapped(one, self.form.copies, self._beside)]

    def _draw_seal(self, paper: Paper, top: float) -> None:
        """Draws a dashed circle, in which the seal is set by hand. No part of the text: screen readers skip it."""
        radius, x = self.form.seal / 2, paper.left + paper.width * _SEAL_AT
        style = self.form.seal_words
        paper.mark(None)
        canvas = paper.canvas
        canvas.saveState()
        canvas.setDash(2, 2)
        canvas.setStrokeColor(colour_of(QUIET_INK))
        canvas.setLineWidth(0.5)
        canvas.circle(x, top - radius, radius, stroke=1, fill=0)
        canvas.restoreState()
        words = wrapped(translate("Letter", "Place of the seal"), style, 2 * radius)[0]
        draw_line(paper, words, style, top - radius + style.leading / 2, x - radius, x + radius)

    def _lines(self) -> list[TextLine]:
        words: list[Words] = []
        if self.signer:
            words.append((TextRun(self.signer, weight=Weight.SEMIBOLD),))
        if self.title:
            words.append(self.title)
        wide = self.form.layout.text_width * _SIGNED_SHARE
        return [line for one in words for line in _balanced(one, self.form.signed, wide)]


def _balanced(words: Words, style: TextStyle, width: float) -> Sequence[TextLine]:
    """Wraps words into as few lines as `width` allows, so that the last one has more than a word left over."""
    lines = wrapped(words, style, width)
    while len(lines) > 1 and lines[-1].width < max(line.width for line in lines) * _LAST_LINE:
        width -= style.size / 2
        closer = wrapped(words, style, width)
        if len(closer) > len(lines) or width < style.size:
            break
        lines = closer
    return lines


@dataclass(frozen=True, slots=True)
class Copies:
    """The recipients of copies (رونوشت), each with its purpose, on one page.

    Where they do not fit on one, the heading stands again on the next.
    """

    lines: Sequence[CopyLine]
    style: TextStyle
    gap: float

    def pieces(self, width: float) -> Iterator[PagePiece]:
        yield self._heading(width, self.gap)
        for number, line in enumerate(self.lines, start=1):
            whole = Paragraph(_copy_words(line), self.style, gap=0.0, keep_with_next=number < len(self.lines))
            yield from whole.pieces(width)

    def repeated(self, width: float) -> PagePiece | None:
        return self._heading(width, 0.0)

    def _heading(self, width: float, gap: float) -> LinePiece:
        words = _copies_heading()
        line = wrapped(words, self.style, width)[0]
        return LinePiece(line, self.style, gap, True, None, Element("P", text=plain(words)))


def _copies_heading() -> Words:
    return (TextRun(translate("Letter", "Copies to:"), weight=Weight.SEMIBOLD, colour=INK),)


def _copy_words(line: CopyLine) -> Words:
    runs = [TextRun(fill(translate("Letter", "- {copy}"), copy=line.recipient), colour=INK)]
    if line.purpose:
        runs.append(TextRun(translate("Window", ", ") + line.purpose))
    return tuple(runs)
