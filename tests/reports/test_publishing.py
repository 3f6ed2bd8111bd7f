"""The package for the portal: the frozen text as page, PDF and JSON, a form and a table for comments, the notice."""

from __future__ import annotations

import hashlib
import io
import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desktop_app.clock import FixedClock
from desktop_app.errors import FolderInUseError, NotPermittedError, NotWrittenError, RuleError
from desktop_app.instruments.consultation.gate import Publishing
from desktop_app.instruments.consultation.publication import Publication, published_provisions
from desktop_app.instruments.vocabulary import InstrumentKind, InstrumentStatus
from desktop_app.intake.formats.columns import COMMENT_FIELDS, match
from desktop_app.reports.publishing import manifest_digest, package_files, write_package
from desktop_app.reports.publishing.paper import publication_pdf
from tests.department import TestOffice, only_administrator
from tests.instruments.consulting import FIRST_TEXT, NEXT_TEXT, Consultation
from tests.reports.pdf.reading import by_pdfium

LAYERED = """فصل اول کلیات
ماده ۱- <script>alert(1)</script> مهلت پاسخ سی روز است.
تبصره ۱- روزهای تعطیل به حساب نمی‌آید.
الف) مورد نخست
ب) مورد دوم
ماده ۲- هزینه صدور مجوز صد هزار ریال است.
تبصره- استثنا ندارد."""


@pytest.fixture
def consultation(office: TestOffice, clock: FixedClock) -> Consultation:
    return Consultation(office, clock)


def files_of(consultation: Consultation) -> tuple[Publication, dict[str, bytes]]:
    services = consultation.services
    publication = services.publications.of(consultation.id)
    return publication, package_files(publication, services.office.settings())


class _Page(HTMLParser):
    """What a screen reader and a browser make of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.anchors: list[str] = []
        self.links: list[str] = []
        self.contents: list[str] = []
        self.labels: list[str] = []
        self.fields: list[str] = []
        self.lang = self.direction = ""
        self._in_contents = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.tags.append(tag)
        if known.get("id"):
            self.anchors.append(known["id"] or "")
        if tag == "a" and (known.get("href") or "").startswith("#"):
            self.links.append((known["href"] or "")[1:])
            if self._in_contents:
                self.contents.append(self.links[-1])
        if tag == "nav":
            self._in_contents = True
        if tag == "label":
            self.labels.append(known.get("for") or "")
        if tag in {"input", "select", "textarea"} and known.get("type") != "hidden":
            self.fields.append(known.get("name") or "")
        if tag == "html":
            self.lang, self.direction = known.get("lang") or "", known.get("dir") or ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "nav":
            self._in_contents = False


def page(content: bytes) -> _Page:
    made = _Page()
    made.feed(content.decode())
    return made


def test_the_text_before_the_public_is_packed_and_the_history_says_so(consultation: Consultation) -> None:
    consultation.opened()
    # A working draft is welcome, and no part of what the public reads.
    consultation.write(NEXT_TEXT)
    publication, files = files_of(consultation)
    assert publication.is_open
    assert publication.text == FIRST_TEXT
    consultation.services.publications.note_package(
        consultation.office.reviewer, consultation.id, manifest_digest(files)
    )
    event = consultation.now.history[-1]
    assert event.action == "package_made"
    assert event.after["sha256"] == manifest_digest(files)
    for name in ("index.html", "draft.json"):
        assert "سی روز" in files[name].decode()
        assert "بیست روز" not in files[name].decode()
    paper = " ".join(by_pdfium(files["draft.pdf"]))
    assert "سی روز" in paper


def test_nothing_is_packed_before_a_window_opens(consultation: Consultation) -> None:
    consultation.register().ask()
    with pytest.raises(RuleError) as error:
        consultation.services.publications.of(consultation.id)
    assert error.value.parameters["rule"] == "nothing_is_published"


def test_an_administrator_alone_packs_nothing(consultation: Consultation) -> None:
    consultation.opened()
    administrator = only_administrator(consultation.office)
    before = consultation.now
    with pytest.raises(NotPermittedError):
        consultation.services.publications.note_package(administrator, consultation.id, "0" * 64)
    assert consultation.now == before


def test_a_package_made_again_after_the_end_says_that_it_is_over(consultation: Consultation) -> None:
    consultation.closed()
    publication, files = files_of(consultation)
    assert not publication.is_open
    assert "پایان یافته است" in files["index.html"].decode()
    described = json.loads(files["draft.json"])
    assert (described["open"], described["comment"]) == (False, None)
    assert {"feedback.html", "comments.xlsx", "outcome.html"}.isdisjoint(files)
    for name in ("index.html", "notice.txt"):
        assert "پیامک" not in files[name].decode()
        assert "feedback" not in files[name].decode()
    assert "script" not in page(files["index.html"]).tags


def test_every_provision_has_an_anchor_of_its_own_and_every_link_a_goal() -> None:
    provisions = published_provisions(LAYERED)
    anchors = [one.anchor for one in provisions]
    assert len(set(anchors)) == len(anchors)
    assert {"m1", "m1-t1", "m2"} <= set(anchors)
    assert [one.name for one in provisions if one.anchor == "m1-t1"] == ["تبصره ۱ ماده ۱"]
    for one in provisions:
        if one.label:
            assert LAYERED[one.start : one.end].rstrip() == one.label + one.behind


def test_pages_are_read_aloud_as_they_are_meant_and_obey_nothing(
    sqlite_office: TestOffice, clock: FixedClock
) -> None:
    consultation = Consultation(sqlite_office, clock).register()
    consultation.write(LAYERED)
    consultation.ask()
    consultation.open()
    _, files = files_of(consultation)
    text, form = page(files["index.html"]), page(files["feedback.html"])
    for one in (text, form):
        assert (one.lang, one.direction) == ("fa", "rtl")
        assert one.tags.count("script") == 1
        assert "main" in one.tags
    assert set(text.links) <= set(text.anchors)
    assert "m1-t1" in text.anchors
    # Divisions and rules, but no notes and items of rules.
    assert text.contents == ["p1", "m1", "m2"]
    assert set(form.fields) <= set(COMMENT_FIELDS)
    assert form.labels == form.fields
    assert "تبصره ۱ ماده ۱" in files["feedback.html"].decode()


def test_a_table_of_the_draft_is_a_table_in_the_page_and_on_paper(
    sqlite_office: TestOffice, clock: FixedClock
) -> None:
    consultation = Consultation(sqlite_office, clock).register()
    consultation.write("ماده ۱ـ درجه‌ها:\nدرجه\tفضا\tنمایشگاه\nیک\t۱۲۰\t۱۰\nدو\t۸۰\nماده ۲ـ پایان.\n")
    consultation.ask()
    consultation.open()
    publication, files = files_of(consultation)
    text = files["index.html"].decode()
    assert '<th scope="col">نمایشگاه</th></tr><tr><td>یک</td>' in text
    assert "\t" not in text.partition("<main")[2]
    assert page(files["index.html"]).tags.count("table") == 1
    assert publication_pdf(publication, sqlite_office.services.office.settings()).startswith(b"%PDF")


def test_mark_up_in_title_and_notice_is_words_in_every_file_of_the_package(
    sqlite_office: TestOffice, clock: FixedClock
) -> None:
    office, services = sqlite_office, sqlite_office.services
    hostile = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
    made = services.drafting.register(office.clerk, InstrumentKind.CIRCULAR, f"بخشنامه {hostile}")
    one = Consultation(office, clock, made.row.id)
    one.set_day()
    one.write(LAYERED)
    services.drafting.move(office.clerk, one.id, one.version, InstrumentStatus.LEGAL_REVIEW)
    services.life.ask_to_open(
        office.reviewer, one.id, one.version, revision=1, place=Publishing.SINGLE_WINDOW, notice=hostile
    )
    one.open()
    _, files = files_of(one)
    for name in ("index.html", "feedback.html"):
        tags = page(files[name]).tags
        assert ("img" in tags, tags.count("script")) == (False, 1)
        assert "alert(1)" in files[name].decode()
    described = json.loads(files["draft.json"])
    assert described["place"] == "single_window"
    assert hostile in described["title"]
    assert hostile in files["notice.txt"].decode()
    book = load_workbook(io.BytesIO(files["comments.xlsx"]))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in cells}


def test_the_table_for_comments_has_the_columns_of_an_import(
    sqlite_office: TestOffice, clock: FixedClock, tmp_path: Path
) -> None:
    consultation = Consultation(sqlite_office, clock).opened()
    _, files = files_of(consultation)
    (tmp_path / "comments.xlsx").write_bytes(files["comments.xlsx"])
    book = load_workbook(tmp_path / "comments.xlsx")
    columns = [str(cell.value) for cell in next(book.worksheets[0].iter_rows())]
    found = match(columns, COMMENT_FIELDS)
    # The file is about one draft, and it need not ask how somebody can be reached.
    assert set(found) == set(COMMENT_FIELDS) - {"instrument", "mobile", "email"}
    assert [row[0].value for row in book.worksheets[1].iter_rows(min_row=3)] == ["ماده ۱", "ماده ۲"]


def test_a_folder_is_written_whole_replaced_and_never_emptied(
    sqlite_office: TestOffice, clock: FixedClock, tmp_path: Path
) -> None:
    _, files = files_of(Consultation(sqlite_office, clock).opened())
    target = tmp_path / "portal" / "package"
    write_package(files, target)
    for line in (target / "SHA256SUMS").read_text("utf-8").splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256((target / name).read_bytes()).hexdigest() == digest
    write_package(files | {"notice.txt": b"new"}, target)
    assert (target / "notice.txt").read_bytes() == b"new"
    assert [path.name for path in target.parent.iterdir()] == ["package"]
    (target / "letter.docx").write_bytes(b"somebody's")
    with pytest.raises(FolderInUseError):
        write_package(files, target)
    assert (target / "letter.docx").read_bytes() == b"somebody's"
    assert (target / "notice.txt").read_bytes() == b"new"
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FolderInUseError):
        write_package(files, tmp_path / "file")
    with pytest.raises(NotWrittenError):
        write_package(files, tmp_path / "file" / "package")
