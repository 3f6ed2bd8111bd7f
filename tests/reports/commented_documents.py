"""Documents with threads on random words, and what a reader finds on the way back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from random import Random
from typing import Final

from desktop_app.documents.docx_sides import SideText
from desktop_app.documents.remarks import FileComment, FileRemarks
from desktop_app.documents.word_order import CommentOrder, TextSide, WordComment, WordThread
from desktop_app.instruments.annotations.word_form import squeezed
from desktop_app.instruments.drafting.revisions import RevisionText
from desktop_app.reports.revision_docx import RevisionHead

NOW: Final = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
HEAD: Final = RevisionHead("1405-001", "آیین‌نامهٔ نمونه", NOW, "کارشناس نمونه")
_WORDS: Final = (
    "شورا", "می‌تواند", "ماده ۱-", "تبصره", "۱۴۰۵", "Word", "(الف)", "«نقل»", "مهلت", "سی", "روز", "و", "دههٔ", "،",
)  # fmt: skip


def revision(text: str, number: int = 2) -> RevisionText:
    return RevisionText(number, 1, number, text, "نویسنده", NOW, ())


def random_text(chance: Random) -> str:
    """Lines of words, rows of tables, odd spaces and empty lines; the first has words."""
    lines = ["آیین‌نامهٔ نمونه"]
    for _ in range(chance.randint(1, 8)):
        kind = chance.random()
        if kind < 0.2:
            columns = chance.randint(2, 3)
            for _ in range(chance.randint(1, 3)):
                lines.append("\t".join(_words(chance, chance.randint(0, 2)) for _ in range(columns)))
        elif kind < 0.3:
            lines.append("")
        else:
            gap = "  " if kind < 0.4 else " "
            lines.append(_words(chance, chance.randint(1, 9), gap))
    return "\n".join([*lines, _words(chance, 3)])


def _words(chance: Random, count: int, gap: str = " ") -> str:
    return gap.join(chance.choice(_WORDS) for _ in range(count))


def changed_text(chance: Random, text: str) -> str:
    """Another revision of a text: words and lines are gone, new, or others."""
    lines = []
    for line in text.split("\n"):
        if chance.random() < 0.1:
            continue
        words = [chance.choice(_WORDS) if chance.random() < 0.15 else word for word in line.split(" ")]
        lines.append(" ".join(words))
        if chance.random() < 0.1:
            lines.append(_words(chance, 4))
    return "\n".join(lines) if "".join(lines).strip() else "متن"


def threads_on(
    chance: Random, texts: Sequence[tuple[TextSide, SideText]], most: int = 6
) -> tuple[WordThread, ...]:
    """Threads on random words; neither end of a range is white space or in an automatic number."""
    found = []
    for key in range(1, chance.randint(2, most) + 1):
        side, text = chance.choice(texts)
        places = [
            at
            for source in text.sources
            if not source.element.tag.endswith("}p")
            for at in range(source.start, source.end)
            if not text.text[at].isspace()
        ]
        if not places:
            continue
        start = chance.choice(places)
        near = [at for at in places if start <= at < start + chance.choice((3, 20, 200))]
        end = chance.choice(near) + 1
        comments = tuple(
            WordComment(
                key * 10 + answer, f"نویسندهٔ {answer}", "2026-11-24T08:00:00Z", (f"یادداشت {key}-{answer}",)
            )
            for answer in range(chance.randint(1, 3))
        )
        found.append(WordThread(key, side, start, end, chance.random() < 0.3, comments))
    return tuple(found)


def order_of(threads: tuple[WordThread, ...], new: str, old: str | None = None) -> CommentOrder:
    return CommentOrder(HEAD.code, 2, new, threads, old, None if old is None else 1)


def by_text(read: FileRemarks) -> dict[str, FileComment]:
    """The comments by their texts; none may be there twice."""
    found = {one.text: one for one in read.comments}
    assert len(found) == len(read.comments)
    return found


def must_be_on_their_words(
    order: CommentOrder, read: FileRemarks, *, by_libreoffice: bool = False, tables: bool = False
) -> None:
    """Each comment stands on its words and answers its thread, with author, time and state.

    LibreOffice gives ids of its own, keeps some white space of deleted paragraphs, and keeps only the end of a range
    over several paragraphs that another one crosses. With `tables` each line may be a row.
    """
    found = by_text(read)
    assert len(found) == sum(len(thread.comments) for thread in order.threads)
    for thread in order.threads:
        first = read.comments.index(found[thread.comments[0].paragraphs[0]])
        for place, comment in enumerate(thread.comments):
            back = found[comment.paragraphs[0]]
            assert back.author == comment.author
            assert back.written_at == NOW
            assert back.parent == (first if place else None)
            if place == 0:
                assert back.done == thread.done
            assert read.own is not None
            if not by_libreoffice:
                assert read.own.comments[back.paragraph_id] == (thread.key, comment.key)
                _must_be_on_words(thread, order, back, read, tables=tables)
            elif not (_crosses(thread, order) and _is_point(thread, back)):
                wanted, words = _words_of(thread, order, back, read)
                assert squeezed(words) == squeezed(wanted) or _is_in_cells(thread, order), (thread, words)


def _must_be_on_words(
    thread: WordThread, order: CommentOrder, back: FileComment, read: FileRemarks, *, tables: bool
) -> None:
    """A comment stands on the words of its thread; one that crosses cells of a table on those in one of them."""
    wanted, words = _words_of(thread, order, back, read)
    got = back.rejected if thread.side == "old" else back.accepted
    assert got is not None
    assert thread.start is not None
    assert thread.end is not None
    if _is_in_cells(thread, order) or (tables and _crosses(thread, order)):
        assert words.strip()
        assert words in wanted
        assert thread.start <= got[0] < got[1] <= thread.end
    else:
        assert got == (thread.start, thread.end), (thread, words)


def _words_of(
    thread: WordThread, order: CommentOrder, back: FileComment, read: FileRemarks
) -> tuple[str, str]:
    """The words of the thread, and those on which the comment stands."""
    text, found = (order.old, read.rejected) if thread.side == "old" else (order.new, read.accepted)
    got = back.rejected if thread.side == "old" else back.accepted
    assert text is not None
    assert got is not None
    return text[thread.start : thread.end], found[slice(*got)]


def _is_in_cells(thread: WordThread, order: CommentOrder) -> bool:
    """Whether a range may cross the border of a cell."""
    text = order.old if thread.side == "old" else order.new
    assert text is not None
    words = text[thread.start : thread.end]
    return "\t" in words or ("\n" in words and "\t" in text)


def _crosses(thread: WordThread, order: CommentOrder) -> bool:
    """Whether a range covers several paragraphs."""
    text = order.old if thread.side == "old" else order.new
    assert text is not None
    return "\n" in text[thread.start : thread.end]


def _is_point(thread: WordThread, back: FileComment) -> bool:
    got = back.rejected if thread.side == "old" else back.accepted
    return got is not None and got[0] == got[1]
