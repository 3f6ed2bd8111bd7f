"""Several documents in one PDF keep their tags, titles and pages."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import pikepdf

from desktop_app.reports.pdf.document import PersianDocument
from desktop_app.reports.pdf.lines import TextRun
from desktop_app.reports.pdf.merging import joined
from tests.reports.pdf.reading import MADE_AT, by_pdfium
from tests.reports.pdf.tree import tree


def letter(title: str, name: str, *, later: int = 0, pages: int = 1) -> bytes:
    made = PersianDocument(title, made_at=MADE_AT + timedelta(days=later))
    made.heading(title)
    made.paragraph([TextRun(name), made.note("یادداشت")])
    for _ in range((pages - 1) * 40):
        made.paragraph("متن")
    return made.to_bytes()


def test_each_document_is_a_part_of_the_tree_with_its_own_notes() -> None:
    whole = joined([letter("دعوت", "نخست", pages=2), letter("دعوت", "دوم")])
    # `tree` fails unless each mark of each page has one element, which the page names too.
    found = tree(whole)
    assert (found.kind, found.kinds) == ("Document", ["Part", "Part"])
    assert [part.kinds[0] for part in found.children] == ["H2", "H2"]
    assert next(node.text for part in found.children for node in part.all("P")).startswith("نخست")
    with pikepdf.open(BytesIO(whole)) as pdf:
        notes = [one.ID for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/ID" in one]
        assert len(set(map(str, notes))) == 2
    assert [name in page for name, page in zip(("نخست", "متن", "دوم"), by_pdfium(whole), strict=True)] == [
        True
    ] * 3


def test_the_whole_is_titled_dated_and_has_an_outline() -> None:
    whole = joined([letter("دعوت", "نخست", later=2), letter("دعوت", "دوم"), letter("ابلاغ", "سوم")])
    with pikepdf.open(BytesIO(whole)) as pdf:
        assert str(pdf.docinfo.Title) == "دعوت؛ ابلاغ"
        assert str(pdf.docinfo.CreationDate).startswith("D:20261130")
        assert str(pdf.Root.Lang) == "fa-IR"
        assert pdf.Root.ViewerPreferences.Direction == pikepdf.Name.R2L
        with pdf.open_outline() as outline:
            assert [one.title for one in outline.root] == ["دعوت", "دعوت", "ابلاغ"]


def test_the_same_documents_give_the_same_bytes() -> None:
    letters = [letter("دعوت", "نخست"), letter("دعوت", "دوم")]
    assert joined(letters) == joined(letters)
