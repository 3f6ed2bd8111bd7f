"""The provisions of a Persian legal text: its own words each, with the labels above it.

A provision reaches from its label to the next label; notes and clauses below it are provisions of their own,
so that provisions tile the text (white space between them aside). Offsets are code points of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from desktop_app.comparison.folding import flat
from desktop_app.comparison.labels import Kind, Label, labels_of
from desktop_app.persian.text import INVISIBLE, ZWNJ


@dataclass(frozen=True, slots=True)
class Provision:
    """A provision's own text `[start, end)` from its label on.

    `label` is as written, without its separator; None for a preamble, a signature, a bare paragraph.
    `body` is the offset behind the label and its separator. `address` names it by kinds and numbers, headings
    left out, as references do («تبصره ۲ ماده ۵»); `number` is the key of its own label.
    """

    label: str | None
    path: tuple[str, ...]
    start: int
    end: int
    body: int
    kind: Kind
    number: str
    address: tuple[tuple[Kind, str], ...]


_UNSEEN: Final = f" \t\n{ZWNJ}{INVISIBLE}"
#: Deeper than any law; a hostile text of endless nesting stays cheap.
_DEEPEST: Final = 14
_LINE: Final = re.compile(r"[^\n]+")
_TITLE_LENGTH: Final = 90
_SIGNATORY: Final = re.compile(
    "(?<![^\\W_])(?:رئیس|رییس|وزیر|مدیرکل|مدیر کل|معاون|دبیر|استاندار|سرپرست|امضا)(?![^\\W_])"
)
_CLOSING: Final = re.compile("(?:مشتمل بر|به تصویب رسید|تصویب شد)")


def parse(text: str) -> tuple[Provision, ...]:
    """The provisions of `text`, in its order. A text without labels gives one for each paragraph (line)."""
    return provisions_of(text, flat(text))


def provisions_of(text: str, flat_text: str) -> tuple[Provision, ...]:
    """As `parse`, for a caller that has the flat form of `text` already."""
    labels = labels_of(flat_text)
    if not labels:
        return tuple(_paragraphs(text, 0, len(text), ()))
    listing = all(label.kind >= Kind.LETTER or label.kind.heading for label in labels)
    made = [*_paragraphs(text, 0, labels[0].start, ())]
    stack: list[tuple[Label, str]] = []
    for position, label in enumerate(labels):
        end = labels[position + 1].start if position + 1 < len(labels) else len(text)
        last = position + 1 == len(labels)
        _nest(stack, label)
        stack.append((label, text[label.start : label.core_end].strip(_UNSEEN)))
        made.extend(_provision(text, stack, end, split=listing or label.kind.heading, last=last))
    return tuple(made)


def _nest(stack: list[tuple[Label, str]], label: Label) -> None:
    """Leaves on `stack` the labels under which `label` stands."""
    if label.kind <= Kind.NOTE:
        while stack and stack[-1][0].kind >= label.kind:
            stack.pop()
        return
    # Whether «۱-» stands under «الف)» or above it is each text's own custom: a kind that is open goes on.
    open_at = next((i for i, (above, _) in enumerate(stack) if above.kind is label.kind), None)
    if open_at is not None:
        del stack[open_at:]
    while len(stack) >= _DEEPEST:
        stack.pop()


def _provision(
    text: str, stack: list[tuple[Label, str]], end: int, *, split: bool, last: bool
) -> Iterator[Provision]:
    label, written = stack[-1]
    path = tuple(name for _label, name in stack)
    own_end = _first_lines(text, label, end) if split else end
    if last and not split:
        own_end = _before_signature(text, label.end, end)
    stripped = _strip(text, label.start, own_end)
    yield Provision(
        written,
        path,
        label.start,
        stripped[1],
        min(label.end, stripped[1]),
        label.kind,
        label.number,
        _address(stack),
    )
    yield from _paragraphs(text, own_end, end, path if split else ())


def _address(stack: list[tuple[Label, str]]) -> tuple[tuple[Kind, str], ...]:
    labels = [label for label, _written in stack]
    if labels[-1].kind.heading:
        return ((labels[-1].kind, labels[-1].number),)
    return tuple((label.kind, label.number) for label in labels if not label.kind.heading)


def _first_lines(text: str, label: Label, end: int) -> int:
    """Where a heading or a list item ends: behind its line, or behind the title on the line below it."""
    line_end = text.find("\n", label.end, end)
    if line_end == -1:
        return end
    if not label.kind.heading or text[label.end : line_end].strip():
        return line_end
    title = next(_lines(text, line_end, end), None)
    if title is None or title.end() - title.start() > _TITLE_LENGTH:
        return line_end
    return title.end()


def _before_signature(text: str, start: int, end: int) -> int:
    """Where the last provision ends when names and titles of signatories stand below it."""
    lines = list(_lines(text, start, end))[1:]
    cut, signed = end, False
    for line in reversed(lines[-6:]):
        words = line.group().strip()
        ended = words.endswith((".", "؛", ":", "،"))
        signs = _CLOSING.search(words) is not None if ended else _SIGNATORY.search(words) is not None
        if len(words) > 300 or (not signs and (len(words) > 60 or ended)):
            break
        cut, signed = line.start(), signed or signs
    return cut if signed else end


def _paragraphs(text: str, start: int, end: int, path: tuple[str, ...]) -> Iterator[Provision]:
    for line in _lines(text, start, end):
        first, last = _strip(text, line.start(), line.end())
        yield Provision(None, path, first, last, first, Kind.PARAGRAPH, "", ())


def _lines(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    return (line for line in _LINE.finditer(text, start, end) if not line.group().isspace())


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end
