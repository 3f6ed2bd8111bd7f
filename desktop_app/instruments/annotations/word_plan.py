"""What a file of Word would bring in: each comment and change with its place, its thread and its identity."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from desktop_app.documents.faults import FileFault, refusal
from desktop_app.documents.remarks import FileComment, FileRemarks, Range
from desktop_app.documents.word_names import LONGEST_COMMENT
from desktop_app.instruments.annotations.acts import LONGEST_QUOTE
from desktop_app.instruments.annotations.threads import AnnotationSubject, ThreadRow
from desktop_app.instruments.annotations.word_changes import (
    together,
    trimmed_range,
    whole_words,
    word_beside,
)
from desktop_app.instruments.annotations.word_form import (
    author_in_word,
    has_lines_of,
    is_text_of,
    row_words,
    squeezed,
    texts_in_word,
)
from desktop_app.instruments.annotations.word_rows import (
    DraftState,
    IncomingFault,
    IncomingKind,
    IncomingPlan,
    IncomingRow,
)
from desktop_app.instruments.drafting.revisions import RevisionText
from desktop_app.instruments.vocabulary import ThreadStatus
from desktop_app.wording import translate

if TYPE_CHECKING:
    from desktop_app.comparison.anchors import AnchorFinder
    from desktop_app.comparison.structure import Provision

#: Programs write times in zones of their own; zones differ by quarters of an hour.
_QUARTER: Final = 15


def on_revisions(remarks: FileRemarks, revisions: Mapping[int, RevisionText]) -> FileRemarks:
    """Returns the remarks without changes that lead to a revision: an export whose own ids were lost has them."""
    leads = any(is_text_of(remarks.accepted, one.text) for one in revisions.values())
    return remarks.settled() if remarks.own is None and remarks.changes and leads else remarks


def wanted_revision(remarks: FileRemarks, revisions: Mapping[int, RevisionText]) -> int:
    """Returns the number of the revision on which the file was written: by its text, then by what it says."""
    named = remarks.own.revision if remarks.own is not None else 0
    for number in sorted(revisions, key=lambda number: (number != named, -number)):
        if is_text_of(remarks.base, revisions[number].text):
            return number
    return named if named in revisions else max(revisions)


def incoming_plan(name: str, sha256: str, remarks: FileRemarks, draft: DraftState) -> IncomingPlan:
    """Returns what the file brings. Raises `BadFileError` for ids of another draft, and for ids that nobody gave."""
    _check_ids(name, remarks, draft)
    planner = _Planner(remarks, draft)
    comments = list(planner.comments())
    changes = list(planner.changes())
    rows = sorted(
        [*comments, *changes],
        key=lambda row: (row.kind is IncomingKind.REPLY, row.number, row.start, row.end),
    )
    return IncomingPlan(
        name, sha256, draft.number, planner.complete, tuple(_under_threads(rows)), planner.known,
        len(remarks.changes),
    )  # fmt: skip


def _under_threads(rows: Sequence[IncomingRow]) -> Iterator[IncomingRow]:
    """Yields the rows with each reply after the row that it answers."""
    replies: dict[str | None, list[IncomingRow]] = {}
    for row in rows:
        if row.kind is IncomingKind.REPLY and row.parent is not None:
            replies.setdefault(row.parent, []).append(row)
    for row in rows:
        if row.parent is None:
            yield row
            yield from replies.get(row.key, ())


def _check_ids(name: str, remarks: FileRemarks, draft: DraftState) -> None:
    own = remarks.own
    if own is None:
        return
    if own.draft != draft.code:
        raise refusal(name, FileFault.OF_ANOTHER_DRAFT)
    if any(draft.messages.get(message) != thread for thread, message in own.comments.values()):
        raise refusal(name, FileFault.FOREIGN_IDS)


@dataclass(frozen=True, slots=True)
class _Place:
    number: int
    start: int
    end: int
    placed: bool
    about: AnnotationSubject = AnnotationSubject.PHRASE


class _Planner:
    def __init__(self, remarks: FileRemarks, draft: DraftState) -> None:
        self._remarks, self._draft = remarks, draft
        self._text = draft.revisions[draft.number].text
        self.exact = is_text_of(remarks.base, self._text)
        self.complete = self.exact or has_lines_of(remarks.base, self._text)
        self.known = 0
        self._counted: Counter[str] = Counter()
        self._threads = {row.id: row for row in draft.threads}
        self._finder: tuple[AnchorFinder, Sequence[Provision]] | None = None
        #: The older of two revisions whose comparison was exported.
        self._older = next(
            (
                one
                for one in draft.revisions.values()
                if one.number < draft.number and is_text_of(remarks.rejected, one.text)
            ),
            None,
        )

    # Comments

    def comments(self) -> Iterator[IncomingRow]:
        """Yields the comments that are new, and the proposals to resolve."""
        waiting = self._forms()
        thread_of: dict[int, int] = {}
        row_of: dict[int, str] = {}
        found = self._remarks.comments
        order = sorted(range(len(found)), key=lambda at: found[at].parent is not None)
        done: dict[int, FileComment] = {}
        for at in order:
            comment = found[at]
            key = self._key(comment)
            thread = self._known_thread(comment, key, waiting)
            if thread is not None:
                thread_of[at] = thread
                self.known += 1
                if comment.done and comment.parent is None:
                    done.setdefault(thread, comment)
                continue
            named = self._named_thread(comment)
            answered = (
                named
                if named is not None
                else thread_of.get(-1 if comment.parent is None else comment.parent)
            )
            parent = None if answered is not None or comment.parent is None else row_of.get(comment.parent)
            row_of[at] = parent or key
            if answered is not None:
                thread_of[at] = answered
            yield self._row(comment, key, answered, parent)
        for thread, comment in done.items():
            yield from self._resolution(thread, comment)

    def _forms(self) -> dict[tuple[str, int], list[tuple[int, set[str], set[str]]]]:
        """Returns the messages of the draft as they may stand in a file: by author and minute."""
        texts = [revision.text for revision in self._draft.revisions.values()]
        found: dict[tuple[str, int], list[tuple[int, set[str], set[str]]]] = {}
        for row in self._draft.threads:
            words = row_words(row, texts)
            for place, message in enumerate(row.messages):
                minute = _minute(message.word_at or message.at)
                forms = found.setdefault((squeezed(author_in_word(message)), minute), [])
                forms.append((row.id, texts_in_word(row, place), words))
        return found

    def _known_thread(
        self,
        comment: FileComment,
        key: str,
        waiting: dict[tuple[str, int], list[tuple[int, set[str], set[str]]]],
    ) -> int | None:
        """Returns the thread of a comment that the draft has already: by id and words, or by what it says where."""
        forms = waiting.get((squeezed(comment.author), _minute(comment.written_at)), [])
        own = self._remarks.own
        named = own.comments.get(comment.paragraph_id) if own is not None else None
        words = {squeezed(text) for text in self._words_of(comment)} - {""}
        for at, (thread, texts, places) in enumerate(forms):
            same_place = (
                (named is not None and named[0] == thread)
                or bool(words & places)
                or self._on_title(comment)
                or self._meets(comment, self._threads[thread])
            )
            if squeezed(comment.text) in texts and same_place:
                del forms[at]
                return thread
        return self._draft.keys.get(key)

    def _meets(self, comment: FileComment, row: ThreadRow) -> bool:
        """Returns whether a comment stands on words of a thread, some of which were changed in the file."""
        place = self._place(comment)
        if row.start is None or row.end is None or not place.placed or place.number != self._draft.number:
            return False
        return row.start < place.end and place.start < row.end

    def _named_thread(self, comment: FileComment) -> int | None:
        """Returns the thread that the id of a comment names: its words were changed in Word, so they answer it."""
        own = self._remarks.own
        named = own.comments.get(comment.paragraph_id) if own is not None else None
        return named[0] if named is not None and named[0] in self._threads else None

    def _on_title(self, comment: FileComment) -> bool:
        """Returns whether a comment stands on the first line, where threads without a place go."""
        if comment.base is None:
            return True
        start = len(self._remarks.base) - len(self._remarks.base.lstrip())
        return comment.base[0] <= start

    def _row(self, comment: FileComment, key: str, thread: int | None, parent: str | None) -> IncomingRow:
        place = self._place(comment)
        kind = IncomingKind.THREAD if thread is None and parent is None else IncomingKind.REPLY
        text = comment.text
        quote = self._quote((place.number, place.start, place.end))
        if not place.placed and comment.base is not None:
            quote = self._remarks.base[slice(*comment.base)].strip() or quote
        return IncomingRow(
            key, kind, comment.author or translate("Word", "Unknown author"), comment.written_at, text, quote,
            place.number, place.start, place.end, place.placed, place.about, thread, parent, comment.done,
            _fault(text),
        )  # fmt: skip

    def _resolution(self, thread: int, comment: FileComment) -> Iterator[IncomingRow]:
        row = self._threads.get(thread)
        if row is None or row.status is not ThreadStatus.OPEN:
            return
        yield IncomingRow(
            _digest("resolution", str(thread), self._remarks_key()), IncomingKind.RESOLUTION, comment.author,
            comment.written_at, "", row.quote, self._draft.number, row.start or 0, row.end or 0,
            row.start is not None, row.about, thread, None, True,
        )  # fmt: skip

    def _remarks_key(self) -> str:
        return hashlib.sha256(self._remarks.accepted.encode("utf-8", "surrogatepass")).hexdigest()

    def _key(self, comment: FileComment) -> str:
        """Returns the identity of a comment: author, time, text and place; equal ones are counted."""
        place = "" if comment.base is None else self._remarks.base[slice(*comment.base)]
        one = _digest(
            str(self._draft.instrument_id), squeezed(comment.author), str(_minute(comment.written_at)),
            squeezed(comment.text), squeezed(place),
        )  # fmt: skip
        self._counted[one] += 1
        return one if self._counted[one] == 1 else _digest(one, str(self._counted[one]))

    # Places

    def _quote(self, place: tuple[int, int, int]) -> str:
        number, start, end = place
        return self._draft.revisions[number].text[start:end]

    def _words_of(self, comment: FileComment) -> Iterator[str]:
        """Yields the words on which a comment stands: in the revision, in the file, and under deleted ones."""
        place = self._place(comment)
        yield self._quote((place.number, place.start, place.end))
        if comment.base is not None:
            yield self._remarks.base[slice(*comment.base)]
        if comment.rejected is not None:
            yield self._remarks.rejected[slice(*comment.rejected)]

    def _place(self, comment: FileComment) -> _Place:
        base, rejected = comment.base, comment.rejected
        if base is None:
            return self._title()
        on_deletion = base[0] == base[1] and rejected is not None and rejected[0] < rejected[1]
        if on_deletion and self._older is not None and rejected is not None:
            start, end = trimmed_range(self._older.text, *rejected)
            if start < end:
                return _Place(self._older.number, start, end, True, AnnotationSubject.DELETION)
        start, end = trimmed_range(self._remarks.base, *base)
        if start == end:
            start, end = word_beside(self._remarks.base, start)
        end = min(end, start + LONGEST_QUOTE)
        if start == end:
            return self._title()
        found = self._mapped(start, end)
        return self._title() if found is None else _Place(self._draft.number, *found, True)

    def _title(self) -> _Place:
        start = len(self._text) - len(self._text.lstrip())
        end = self._text.find("\n", start)
        end = end if end > start else len(self._text)
        return _Place(self._draft.number, start, min(end, start + LONGEST_QUOTE), False)

    def _mapped(self, start: int, end: int) -> Range | None:
        """Returns where words of the file are in the revision; None where they are not, or in several places."""
        if self.exact:
            return start, end
        if self._finder is None:
            from desktop_app.comparison.anchors import AnchorFinder  # noqa: PLC0415 - rapidfuzz and numpy, 100 ms
            from desktop_app.comparison.engine import compare_texts  # noqa: PLC0415
            from desktop_app.comparison.structure import parse  # noqa: PLC0415

            base = self._remarks.base
            self._finder = AnchorFinder(compare_texts(base, self._text)), parse(base)
        from desktop_app.comparison.anchors import make_anchor  # noqa: PLC0415 - see above

        finder, provisions = self._finder
        found = finder.find(make_anchor(self._remarks.base, provisions, start, end))
        return None if found.start is None or found.end is None else (found.start, found.end)

    # Changes

    def changes(self) -> Iterator[IncomingRow]:
        """Yields the tracked changes as suggested wordings of whole words."""
        for change in together(self._remarks.base, self._remarks.changes):
            whole = whole_words(self._remarks.base, change)
            place = self._mapped(whole.start, whole.end) if whole.start < whole.end else None
            old = self._remarks.base[whole.start : whole.end]
            if place is not None and not self.exact and self._text[slice(*place)] != old:
                place = None
            key = _digest(
                str(self._draft.instrument_id), "change", squeezed(whole.author), str(_minute(whole.written_at)),
                old, whole.words, self._remarks.base[max(0, whole.start - 20) : whole.start],
            )  # fmt: skip
            self._counted[key] += 1
            key = key if self._counted[key] == 1 else _digest(key, str(self._counted[key]))
            if key in self._draft.keys:
                self.known += 1
                continue
            title = self._title()
            start, end = place or (title.start, title.end)
            author = whole.author or translate("Word", "Unknown author")
            yield IncomingRow(
                key, IncomingKind.SUGGESTION, author, whole.written_at, whole.words, old, self._draft.number,
                start, end, place is not None, fault=_fault(whole.words),
            )  # fmt: skip


def _minute(moment: datetime | None) -> int:
    """Returns the minute of a time within a quarter of an hour, which no time zone changes; -1 for none."""
    return -1 if moment is None else moment.minute % _QUARTER


def _fault(text: str) -> IncomingFault | None:
    if not text.strip():
        return IncomingFault.EMPTY
    return IncomingFault.TOO_LONG if len(text) > LONGEST_COMMENT else None


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
