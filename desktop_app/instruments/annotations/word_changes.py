"""Tracked changes as suggestions of whole words: neither side is empty, and none begins or ends with white space."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop_app.documents.remarks import FileChange, Range


def together(base: str, changes: Sequence[FileChange]) -> Iterator[FileChange]:
    """Yields changes of one author with at most a space between them as one."""
    waiting: FileChange | None = None
    for change in changes:
        if waiting is not None:
            between = base[waiting.end : change.start]
            if change.author == waiting.author and between.strip(" ") == "" and len(between) <= 1:
                waiting = replace(waiting, end=change.end, words=waiting.words + between + change.words)
                continue
            yield waiting
        waiting = change
    if waiting is not None:
        yield waiting


def whole_words(base: str, change: FileChange) -> FileChange:
    """Returns a change whose both sides are whole words, so that neither is empty unless the text is."""
    start, end = change.start, change.end
    while _joined(base, start):
        start -= 1
    while _joined(base, end):
        end += 1
    words = base[start : change.start] + change.words + base[change.end : end]
    if not words.strip() or not base[start:end].strip():
        first, last = word_beside(base, start)
        if last <= start:
            words, start = base[first:start] + words, first
        elif first >= end:
            words, end = words + base[end:last], last
    return _without_edges(base, replace(change, start=start, end=end, words=words))


def _without_edges(base: str, change: FileChange) -> FileChange:
    """Returns a change that neither begins nor ends with white space: a message loses that."""
    start, end, words = change.start, change.end, change.words
    while start < end and words[-1:].isspace() and base[end - 1] == words[-1]:
        end, words = end - 1, words[:-1]
    while start < end and words[:1].isspace() and base[start] == words[0]:
        start, words = start + 1, words[1:]
    if words[-1:].isspace() or base[start:end][-1:].isspace():
        until = end
        while until < len(base) and base[until].isspace():
            until += 1
        while until < len(base) and not base[until].isspace():
            until += 1
        words, end = words + base[end:until], until
    if words[:1].isspace() or base[start:end][:1].isspace():
        first = start
        while first > 0 and base[first - 1].isspace():
            first -= 1
        while first > 0 and not base[first - 1].isspace():
            first -= 1
        words, start = base[first:start] + words, first
    return replace(change, start=start, end=end, words=words)


def word_beside(text: str, at: int) -> Range:
    """Returns the word at a place, else the one before it on its line, else the next one; empty if there is none."""
    line = text.rfind("\n", 0, at) + 1
    end = at
    while end > line and text[end - 1].isspace():
        end -= 1
    if end == line:
        start = at
        while start < len(text) and text[start].isspace():
            start += 1
        end = start
    else:
        start = end
        while start > line and not text[start - 1].isspace():
            start -= 1
    while end < len(text) and not text[end].isspace() and (end > at or end == start or _joined(text, end)):
        end += 1
    return start, end


def _joined(text: str, at: int) -> bool:
    """Returns whether a place is inside a word."""
    return 0 < at < len(text) and _is_letter(text[at - 1]) and _is_letter(text[at])


def _is_letter(letter: str) -> bool:
    return letter.isalnum() or letter in "\u200c\u0640" or "\u064b" <= letter <= "\u0655"


def trimmed_range(text: str, start: int, end: int) -> Range:
    """Returns a range without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
