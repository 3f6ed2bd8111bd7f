"""Documents with threads on random words, and what a reader finds on the way back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from random import Random
from typing import Final

from desktop_app.documents.docx_sides import SideText
from desktop_app.documents.remarks import FileComment, FileRemarks
from desktop_app.documents.word_order import CommentOrder, TextSide, WordComment, WordThread
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


def must_be_on_their_words(order: CommentOrder, read: FileRemarks, *, ids: bool = True) -> None:
    """Each comment stands on its words and answers its thread, with author, time, state and id."""
    found = by_text(read)
    assert len(found) == sum(len(thread.comments) for thread in order.threads)
    for thread in order.threads:
        first = read.comments.index(found[thread.comments[0].paragraphs[0]])
        for place, comment in enumerate(thread.comments):
            back = found[comment.paragraphs[0]]
            must_be_on_words_of(thread, order, back, read)
            assert back.author == comment.author
            assert back.written_at == NOW
            assert back.parent == (first if place else None)
            if place == 0:
                assert back.done == thread.done
            if ids:
                assert read.own is not None
                assert read.own.comments[back.paragraph_id] == (thread.key, comment.key)


def must_be_on_words_of(
    thread: WordThread, order: CommentOrder, back: FileComment, read: FileRemarks
) -> None:
    """A comment stands on the words of its thread; one that crosses cells of a table on those in one of them."""
    text, found = (order.old, read.rejected) if thread.side == "old" else (order.new, read.accepted)
    got = back.rejected if thread.side == "old" else back.accepted
    assert text is not None
    assert got is not None
    wanted, words = text[thread.start : thread.end], found[slice(*got)]
    if "\t" in wanted or ("\n" in wanted and "\t" in text):
        assert words.strip()
        assert words in wanted
    else:
        assert words == wanted, (thread, got)
    if text == found:
        assert thread.start is not None
        assert thread.end is not None
        assert thread.start <= got[0] < got[1] <= thread.end
