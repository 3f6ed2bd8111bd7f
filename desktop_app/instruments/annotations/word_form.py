"""Annotations in the form of comments of Word, the same on the way out and on the way back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Final

from desktop_app.documents.holdable import clean_name, holdable
from desktop_app.documents.word_order import CommentOrder, WordComment, WordThread
from desktop_app.instruments.annotations.threads import Message, ThreadRow
from desktop_app.instruments.drafting.revisions import RevisionText
from desktop_app.instruments.vocabulary import ThreadKind, ThreadStatus
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label

#: A resolved thread whose words are gone is history: it does not go out.
_OPEN: Final = ThreadStatus.OPEN


def comment_order(
    draft: str,
    newer: RevisionText,
    threads: Iterable[ThreadRow],
    older: RevisionText | None = None,
    on_older: Iterable[ThreadRow] = (),
) -> CommentOrder:
    """Returns what goes into the document of a revision, or of two revisions that are compared.

    `threads` and `on_older` have their places on these revisions. What lost its place since the older one stands on
    the deleted words there; an open thread without a place stands on the title, with its quote.
    """
    places = {row.id: row for row in on_older}
    found = []
    known = set()
    for row in threads:
        known.add(row.id)
        before = places.get(row.id)
        if row.start is not None:
            found.append(_thread(row, "new", row.start, row.end))
        elif before is not None and before.start is not None:
            found.append(_thread(row, "old", before.start, before.end))
        elif row.status is _OPEN:
            found.append(_thread(row, "new", None, None))
    found += [
        _thread(row, "old", row.start, row.end)
        for row in places.values()
        if row.id not in known and row.start is not None
    ]
    old = older.text if older is not None else None
    number = older.number if older is not None else None
    return CommentOrder(draft, newer.number, newer.text, tuple(found), old, number)


def _thread(row: ThreadRow, side: str, start: int | None, end: int | None) -> WordThread:
    comments = tuple(
        WordComment(
            message.id,
            author_in_word(message),
            moment_in_word(message.word_at or message.at),
            paragraphs_in_word(row, message, first=not place, placed=start is not None),
        )
        for place, message in enumerate(row.messages)
    )
    done = row.status is ThreadStatus.RESOLVED
    return WordThread(row.id, "old" if side == "old" else "new", start, end, done, comments)


def author_words(message: Message) -> str:
    """Returns who wrote a message; for one that came in from a file also the name that the file gives."""
    if not message.word_author:
        return message.author_name
    said = translate("Word", "{name} (from Word: {author})")
    return fill(said, name=message.author_name, author=message.word_author)


def author_in_word(message: Message) -> str:
    """Returns the author that a file of Word shows."""
    return clean_name(message.word_author or message.author_name)


def moment_in_word(moment: datetime) -> str:
    """Returns a time as it stands in a file."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def paragraphs_in_word(row: ThreadRow, message: Message, *, first: bool, placed: bool) -> tuple[str, ...]:
    """Returns the text of a message: the first one after the kind of the thread, and its quote if that is lost."""
    head = []
    if first and row.kind is not ThreadKind.NOTE:
        head.append(fill(translate("Word", "{kind}:"), kind=label("thread_kind", row.kind.value)))
    if first and not placed:
        head.append(fill(translate("Word", "The words that were meant: “{quote}”"), quote=row.quote))
    return (*head, message.text)


def texts_in_word(row: ThreadRow, place: int) -> set[str]:
    """Returns the texts that the message at a position may have in a file, in the language in use, without spaces."""
    message: Message = row.messages[place]
    forms = [
        paragraphs_in_word(row, message, first=first, placed=placed)
        for first, placed in ((not place, True), (not place, False), (False, True))
    ]
    return {squeezed("\n".join(form)) for form in forms}


def squeezed(text: str) -> str:
    """Returns a text without what programs change when they write a file: white space and odd characters."""
    return "".join(holdable(text).split())


def is_text_of(found: str, text: str) -> bool:
    """Returns whether the text of a file is that of a revision; after a table a document has an empty line more."""
    shown = holdable(text)
    return found in (shown, f"{shown}\n")


def has_lines_of(found: str, text: str) -> bool:
    """Returns whether a file has the lines of a revision, apart from empty ones: office programs add some around a
    table when they save it.
    """
    lines, others = ([line for line in one.split("\n") if line.strip()] for one in (found, holdable(text)))
    return lines == others


def row_words(row: ThreadRow, texts: Sequence[str]) -> set[str]:
    """Returns the words on which a thread may stand in a file, without spaces."""
    found = {squeezed(row.quote)}
    if row.start is not None and row.end is not None:
        found |= {squeezed(text[row.start : row.end]) for text in texts}
    return found
