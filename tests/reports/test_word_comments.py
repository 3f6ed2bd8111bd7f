"""Threads as comments of Word: on their words whatever the document is, also after LibreOffice wrote it again."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop_app.comparison.engine import compare_texts
from desktop_app.comparison.provenance import Provenance
from desktop_app.documents.docx import docx_main
from desktop_app.documents.docx_remarks import read_remarks
from desktop_app.documents.docx_sides import SideText, accepted_side, rejected_side
from desktop_app.documents.faults import open_package
from desktop_app.documents.markup import Parts
from desktop_app.documents.reading import read_here
from desktop_app.documents.word_order import CommentOrder
from desktop_app.reports.redline import tracked_texts
from desktop_app.reports.revision_docx import revision_docx
from desktop_app.reports.word_comments.writing import commented
from tests.documents.packages import paragraph, write_docx
from tests.libreoffice import written_again
from tests.reports.commented_documents import (
    HEAD,
    NOW,
    changed_text,
    must_be_on_their_words,
    order_of,
    random_text,
    revision,
    threads_on,
)
from tests.reports.redline_documents import (
    ARTICLES,
    BOXES,
    NOTES,
    PAIRS,
    STYLES,
    Pair,
)
from tests.reports.redline_drafts import changed, drafted, written
from tests.reports.redlines import accepted, check, rejected, text_of
from tests.reports.redlining import made

PROVENANCE = Provenance("مقایسه", NOW, "کارشناس نمونه")


def sides(data: bytes) -> tuple[SideText, SideText]:
    """The accepted and the rejected text of a document."""
    with open_package("a.docx", data, kind="docx") as package:
        main = docx_main(Parts(package, name="a.docx"))
        return accepted_side(main), rejected_side(main)


def plain(chance: Random) -> tuple[bytes, CommentOrder]:
    """A revision with threads on random words."""
    text = random_text(chance)
    made_plain = revision_docx(revision(text), HEAD)
    order = order_of(threads_on(chance, [("new", sides(made_plain)[0])]), text)
    return revision_docx(revision(text), HEAD, order), order


def tracked(chance: Random) -> tuple[bytes, CommentOrder]:
    """A comparison with threads on random words of both texts."""
    old = random_text(chance)
    new = changed_text(chance, old)
    document = tracked_texts(compare_texts(old, new), PROVENANCE)
    accepted_text, rejected_text = sides(document)
    order = order_of(threads_on(chance, [("new", accepted_text), ("old", rejected_text)]), new, old)
    return commented(document, order), order


def in_the_original(chance: Random, old: Path, new: Path) -> tuple[bytes, CommentOrder, bytes]:
    """A redline in the file of the older text, with threads on random words of both; and without them."""
    document = made(old, new).data
    accepted_text, rejected_text = sides(document)
    threads = threads_on(chance, [("new", accepted_text), ("old", rejected_text)])
    order = order_of(threads, accepted_text.text, rejected_text.text)
    return commented(document, order), order, document


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 1 << 32))
def test_threads_on_any_words_of_a_revision_come_back_on_them(seed: int) -> None:
    data, order = plain(Random(seed))
    read = read_remarks("a.docx", data)
    assert read.base.removesuffix("\n") == order.new.removesuffix("\n")
    assert not read.changes
    must_be_on_their_words(order, read)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 1 << 32))
def test_threads_on_any_words_of_a_comparison_come_back_on_them(seed: int) -> None:
    data, order = tracked(Random(seed))
    read = read_remarks("a.docx", data)
    # No document can end with a table.
    assert read.base.removesuffix("\n") == order.new.removesuffix("\n")
    assert (read.rejected or "").removesuffix("\n") == (order.old or "").removesuffix("\n")
    assert not read.changes
    must_be_on_their_words(order, read)


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 1 << 32))
# An inserted paragraph without words, before a table, at which a comment ends.
@example(seed=229955091)
def test_threads_on_any_words_of_a_redline_come_back_on_them(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    chance, folder = Random(seed), tmp_path_factory.getbasetemp()
    before = drafted(chance)
    parts = {"styles": STYLES, "numbering": ARTICLES, "footnotes": NOTES}
    pair = Pair(written(before), written(changed(chance, before)), parts)
    old, new = pair.written(folder, "commented")
    if read_here(old).text.strip() and read_here(new).text.strip():
        must_stay(*in_the_original(chance, old, new))


def must_stay(data: bytes, order: CommentOrder, before: bytes) -> None:
    """The comments stand on their words, and the changes are those that they were."""
    must_be_on_their_words(order, read_remarks("a.docx", data), tables=True)
    check(data)
    assert text_of(accepted(data)) == text_of(accepted(before))
    assert text_of(rejected(data)) == text_of(rejected(before))


@pytest.mark.parametrize("name", PAIRS)
def test_a_redline_keeps_what_it_is_when_threads_are_written_into_it(name: str, tmp_path: Path) -> None:
    must_stay(*in_the_original(Random(name), *PAIRS[name].written(tmp_path, name)))


def test_a_thread_in_a_text_box_stands_around_the_box(tmp_path: Path) -> None:
    old, new = BOXES.written(tmp_path, "boxes")
    document = made(old, new).data
    text = sides(document)[0].text
    start = text.index("کادر هشت")
    thread = threads_on(Random(1), [("new", sides(document)[0])])[0]
    order = order_of((type(thread)(1, "new", start, start + 4, False, thread.comments[:1]),), text, None)
    data = commented(document, order)
    check(data)
    [comment] = read_remarks("a.docx", data).comments
    assert comment.accepted is not None
    assert text[slice(*comment.accepted)].startswith("درون")


def test_comments_that_a_document_has_stay(tmp_path: Path) -> None:
    body = (
        '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>متن کهنه</w:t></w:r><w:commentRangeEnd w:id="0"/>'
        '<w:r><w:commentReference w:id="0"/></w:r></w:p>' + paragraph("پایان کار")
    )
    comment = '<w:comment w:id="0" w:author="دیگری"><w:p><w:r><w:t>نظر پیشین</w:t></w:r></w:p></w:comment>'
    path = write_docx(tmp_path / "old.docx", body, comments=comment)
    text = read_here(path).text
    thread = threads_on(Random(2), [("new", sides(path.read_bytes())[0])])[0]
    order = order_of((type(thread)(1, "new", 0, 3, False, thread.comments[:1]),), text)
    read = read_remarks("a.docx", commented(path.read_bytes(), order))
    assert [(one.author, one.text) for one in read.comments] == [
        ("دیگری", "نظر پیشین"),
        (thread.comments[0].author, thread.comments[0].paragraphs[0]),
    ]
    assert [text[slice(*one.accepted)] for one in read.comments if one.accepted] == ["متن کهنه", "متن"]


def test_the_same_order_gives_the_same_bytes() -> None:
    assert plain(Random(3)) == plain(Random(3))


# LibreOffice


def test_comments_stay_on_their_words_when_libreoffice_writes_the_file(tmp_path: Path) -> None:
    cases = {f"plain{seed}": plain(Random(seed)) for seed in range(40)}
    cases |= {f"tracked{seed}": tracked(Random(seed)) for seed in range(40)}
    back = written_again({name: data for name, (data, _) in cases.items()}, tmp_path)
    for name, (_, order) in cases.items():
        must_be_on_their_words(order, read_remarks(name, back[name]), by_libreoffice=True)
