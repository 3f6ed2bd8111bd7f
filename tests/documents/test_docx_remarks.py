"""Comments and changes of a DOCX are data of other people: limited, plain, and proof of nothing."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from desktop_app.documents import docx_remarks
from desktop_app.documents.docx_remarks import read_remarks
from desktop_app.documents.faults import FileFault
from desktop_app.documents.remarks import FileRemarks
from desktop_app.documents.remarks_reading import packed_remarks, read_remarks_of, told_remarks
from desktop_app.documents.word_names import LONGEST_AUTHOR, LONGEST_COMMENT
from desktop_app.errors import BadFileError
from desktop_app.foreign.faults import ReaderFault
from tests.documents.packages import R, paragraph, relationships, write_docx
from tests.foreign.corpus import DRAFTS, Case

_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
_OWN = 'xmlns="urn:mosharekat:annotations:1"'


def comment(number: int, text: str = "نظر", author: str = "نگار", more: str = "") -> str:
    return (
        f'<w:comment w:id="{number}" w:author="{author}" {more}><w:p {_W14} w14:paraId="{number + 1:08X}">'
        f"<w:r><w:t>{text}</w:t></w:r></w:p></w:comment>"
    )


def marked(words: str, number: int) -> str:
    return (
        f'<w:p><w:commentRangeStart w:id="{number}"/><w:r><w:t>{words}</w:t></w:r>'
        f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r></w:p>'
    )


def read(folder: Path, body: str, comments: str, extra: dict[str, bytes] | None = None) -> FileRemarks:
    path = write_docx(folder / "a.docx", body, comments=comments, extra=extra)
    found = read_remarks("a.docx", path.read_bytes())
    assert told_remarks("a.docx", packed_remarks(found)) == found
    return found


def extended(*entries: str) -> dict[str, bytes]:
    kind = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
    return {
        "word/commentsExtended.xml": f"<w15:commentsEx {_W15}>{''.join(entries)}</w15:commentsEx>".encode(),
        "word/_rels/document.xml.rels": relationships(
            f'<Relationship Id="rId1" Type="{R}/comments" Target="comments.xml"/>'
            f'<Relationship Id="rId2" Type="{kind}" Target="commentsExtended.xml"/>'
        ),
    }


def entry(number: int, parent: int | None = None, done: str = "0") -> str:
    above = "" if parent is None else f'w15:paraIdParent="{parent + 1:08X}"'
    return f'<w15:commentEx w15:paraId="{number + 1:08X}" {above} w15:done="{done}"/>'


@pytest.mark.parametrize(
    "case",
    [case for case in DRAFTS if case.name.endswith(".docx") and not set(case.reasons) & {*ReaderFault}],
)
def test_files_that_mean_harm_are_refused_or_read(case: Case, tmp_path: Path) -> None:
    case.write(tmp_path)
    path = tmp_path / case.name
    # What is broken in a part that has no comments is none of its business.
    with suppress(BadFileError):
        read_remarks(path.name, path.read_bytes())


def test_entities_and_counts_beyond_all_reason_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(make: Callable[[], object]) -> object:
        with pytest.raises(BadFileError) as error:
            make()
        return error.value.parameters["reason"]

    evil = b'<!DOCTYPE c [<!ENTITY a SYSTEM "file:///etc/passwd">]><c>&a;</c>'
    assert (
        refused(lambda: read(tmp_path, marked("متن", 0), "", {"word/comments.xml": evil}))
        == FileFault.UNSAFE_MARKUP
    )
    assert (
        refused(lambda: read(tmp_path, marked("متن", 0), "", {"customXml/item1.xml": evil}))
        == FileFault.UNSAFE_MARKUP
    )
    monkeypatch.setattr(docx_remarks, "MOST_COMMENTS", 3)
    many = "".join(comment(number) for number in range(4))
    assert refused(lambda: read(tmp_path, marked("متن", 0), many)) == FileFault.TOO_MANY_REMARKS
    marks = "".join(marked("متن", number) for number in range(4))
    assert refused(lambda: read(tmp_path, marks, comment(0))) == FileFault.TOO_MANY_REMARKS
    ids = f"<annotations {_OWN}>" + "".join(f'<comment id="{n:08X}"/>' for n in range(4)) + "</annotations>"
    own = {"customXml/item1.xml": ids.encode()}
    assert refused(lambda: read(tmp_path, marked("متن", 0), comment(0), own)) == FileFault.TOO_MANY_REMARKS
    monkeypatch.setattr(docx_remarks, "MOST_CHANGES", 1)
    change = '<w:p><w:ins w:id="1"><w:r><w:t>نو</w:t></w:r></w:ins></w:p>'
    assert refused(lambda: read(tmp_path, change + change, comment(0))) == FileFault.TOO_MANY_REMARKS


def test_odd_ids_dates_and_circles_do_no_harm(tmp_path: Path) -> None:
    comments = (
        comment(0, more='w:date="2026-13-99"')
        + comment(1, more='w:date="0001-01-01T00:00:00-23:59"')
        + comment(2)
        + comment(0, "همان شماره")
        + '<w:comment w:id="x"><w:p/></w:comment><w:comment/>'
    )
    found = read(
        tmp_path, marked("متن", 0) + paragraph("بی‌نظر"), comments,
        extended(entry(0, 1), entry(1, 0), entry(2, 2), entry(9, 8), '<w15:commentEx w15:paraId="zz"/>'),
    )  # fmt: skip
    assert len(found.comments) == 6
    assert [one.written_at for one in found.comments[:2]] == [None, None]
    assert all(one.parent is None for one in found.comments[:3])
    assert found.comments[0].base == (0, 3)
    assert found.comments[1].base is None
    own = (
        f'<annotations {_OWN} draft="{"x" * 999}" revision="-4" since="1e9" >'
        '<comment id="1" thread="99999999999999999999999" message="؟"/></annotations>'
    )
    read_own = read(tmp_path, marked("متن", 0), comment(0), {"customXml/item1.xml": own.encode()}).own
    assert read_own is not None
    assert (len(read_own.draft), read_own.revision, read_own.since) == (LONGEST_AUTHOR, 0, None)
    assert read_own.comments == {1: (0, 0)}


def test_names_are_one_plain_line_and_long_texts_are_cut(tmp_path: Path) -> None:
    name = "مدیر\u202eکل\u200f\u2066\ufeff " + "ا" * 500
    found = read(tmp_path, marked("متن", 0), comment(0, "ب" * (LONGEST_COMMENT + 50), name)).comments[0]
    assert found.author.startswith("مدیر کل ا")
    assert len(found.author) <= LONGEST_AUTHOR
    assert len(found.text) == LONGEST_COMMENT + 1


def test_the_process_for_foreign_files_reads_and_its_answer_is_checked(tmp_path: Path) -> None:
    path = write_docx(tmp_path / "a.docx", marked("متن", 0), comments=comment(0))
    found, digest = read_remarks_of(path)
    assert [one.text for one in found.comments] == ["نظر"]
    assert len(digest) == 64
    good = packed_remarks(found)
    for bad in (
        b"[]", b"{}", b"nonsense", good.replace(b'"parent": null', b'"parent": 5'),
        good.replace(b'"base": [0, 3]', b'"base": [0, 30]'), good.replace(b'"author": "', b'"author": 1, "x": "'),
    ):  # fmt: skip
        with pytest.raises(BadFileError):
            told_remarks("a.docx", bad)
    text = tmp_path / "a.odt"
    text.write_bytes(b"x")
    with pytest.raises(BadFileError):
        read_remarks_of(text)
