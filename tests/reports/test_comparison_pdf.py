"""A comparison on paper, read back as a person does who prints, copies and searches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import pypdfium2
import pytest

from desktop_app.comparison.digest import Showing
from desktop_app.comparison.engine import compare_texts
from desktop_app.comparison.marking import MarkedPiece, MarkKind, pieces
from desktop_app.comparison.provenance import Provenance
from desktop_app.comparison.result import Comparison, ProvisionStatus
from desktop_app.errors import CancelledError
from desktop_app.reports.comparison_pdf import Layout, comparison_pdf
from desktop_app.reports.comparison_pdf.beside import beside
from desktop_app.reports.comparison_pdf.head import figure_columns
from desktop_app.reports.comparison_pdf.marks import runs
from desktop_app.reports.pdf.decoration import Stroke
from desktop_app.reports.pdf.lines import TextStyle, wrapped
from desktop_app.reports.pdf.table import TableStyle, column_edges
from desktop_app.wording import use_language
from tests.reports.pdf.reading import by_pdfium, by_poppler, characters, has_poppler, ink_columns
from tests.reports.pdf.tree import tree

PROVENANCE = Provenance(
    "آیین‌نامه نگارخانه‌ها",
    datetime(2026, 11, 25, 7, 2, tzinfo=UTC),
    "الهام رضایی",
    "۱۴۰۵/۰۶/۰۱ · حسین مرادی",
    "۱۴۰۵/۰۸/۲۰ · الهام رضایی",
)
OLD = (
    "فصل اول ـ کلیات\n"
    "ماده ۱ـ درخواست به دبیرخانه خوارزمی سپرده می‌شود.\n"
    "ماده ۲ـ مهلت پاسخ سی روز است و تمدید نمی‌شود.\n"
    "ماده ۳ـ هزینه بر عهده متقاضی است و رسید آن نگه داشته می‌شود.\n"
    "ماده ۴ـ پرداخت موضوع ماده ۳ نقدی است.\n"
)
NEW = (
    "فصل اول ـ کلیات\n"
    "ماده ۱ـ درخواست به دبیرخانه بیرونی سپرده می‌شود.\n"
    "ماده ۲ـ مهلت پاسخ ده روز است و تمدید نمی‌شود.\n"
    "ماده ۳ـ بازدید کارگروه پیش از صدور پروانه انجام می‌گیرد.\n"
    "ماده ۴ـ هزینه بر عهده متقاضی است و رسيد آن نگه داشته می‌شود.\n"
    "ماده ۵ـ پرداخت موضوع ماده ۳ نقدی است.\n"
)


@pytest.fixture(autouse=True)
def _persian() -> Iterator[None]:
    use_language("fa")
    yield
    use_language("fa")


@pytest.fixture(scope="module")
def compared() -> Comparison:
    return compare_texts(OLD, NEW, old_name="نسخهٔ ۲", new_name="نسخهٔ ۳", not_compared=("footnotes",))


def pages(content: bytes) -> list[tuple[float, float]]:
    pdf = pypdfium2.PdfDocument(content)
    try:
        return [(round(page.get_width()), round(page.get_height())) for page in pdf]
    finally:
        pdf.close()


def said(content: bytes) -> str:
    """All words of the document, white space made one."""
    return " ".join(" ".join(by_pdfium(content)).split())


def place(content: bytes, word: str, page: int = 0) -> float:
    """The left edge of a word on a page, in points."""
    seen = characters(content, page)
    text = "".join(one.text for one in seen)
    letters = word.replace("\u200c", "")
    for wanted in (letters, letters[::-1]):
        at = text.find(wanted)
        if at >= 0:
            return min(one.left for one in seen[at : at + len(letters)])
    raise AssertionError(f"{word} is not on the page")


def test_the_same_comparison_gives_the_same_bytes(compared: Comparison) -> None:
    assert comparison_pdf(compared, PROVENANCE) == comparison_pdf(compared, PROVENANCE)


@pytest.mark.parametrize(
    ("layout", "sheets"),
    [("list", {(595, 842)}), ("side_by_side", {(842, 595)}), ("both", {(595, 842), (842, 595)})],
)
def test_the_list_stands_and_the_texts_lie(
    compared: Comparison, layout: Layout, sheets: set[tuple[int, int]]
) -> None:
    found = pages(comparison_pdf(compared, PROVENANCE, layout=layout))
    assert set(found) == sheets
    assert found == sorted(found)


def test_the_older_text_stands_at_the_right(compared: Comparison) -> None:
    content = comparison_pdf(compared, PROVENANCE, layout="side_by_side")
    assert place(content, "خوارزمی") > place(content, "بیرونی")


def test_nothing_is_drawn_beyond_the_margins(compared: Comparison) -> None:
    left, right = ink_columns(comparison_pdf(compared, PROVENANCE, layout="side_by_side"))
    assert left >= 38
    assert right <= 842 - 38


def test_the_head_says_which_texts_when_by_whom_and_what_is_missing(compared: Comparison) -> None:
    told = Provenance(
        PROVENANCE.title,
        PROVENANCE.made_at,
        "الهام رضایی",
        "۱۴۰۵/۰۶/۰۱ · حسین مرادی",
        hidden=("نگارشی",),
    )
    words = said(comparison_pdf(compared, told, layout="list"))
    for expected in (
        "آیین‌نامه نگارخانه‌ها",
        "نسخهٔ ۲",
        "حسین مرادی",
        "نسخهٔ ۳",
        "چهارشنبه ۴ آذر ۱۴۰۵",
        "۱۰:۳۲",
        "الهام رضایی",
        "پانوشت‌ها",
        "پنهان در اینجا: نگارشی",
        "صفحهٔ ۱ از ۲",
    ):
        assert expected in words


def test_words_can_be_found_by_poppler_too(compared: Comparison) -> None:
    if not has_poppler():
        pytest.skip("pdftotext is not installed")
    words = by_poppler(comparison_pdf(compared, PROVENANCE, layout="side_by_side")).split()
    for expected in ("خوارزمی", "بیرونی", "دبیرخانه", "بازدید", "نمی‌شود.", "تغییر"):
        assert any(word.startswith(expected) for word in words)


def test_weighty_changes_come_first_in_the_list(compared: Comparison) -> None:
    words = said(comparison_pdf(compared, PROVENANCE, layout="list"))
    assert words.index("تغییرهای پراهمیت") < words.index("۲. ماده ۲") < words.index("دیگر تغییرها")
    assert words.index("دیگر تغییرها") < words.index("۱. ماده ۱")
    assert "سی !" in words
    assert "ده !" in words


def test_a_stale_reference_stands_with_what_it_should_say(compared: Comparison) -> None:
    assert [one.now for one in compared.stale_references] == ["ماده ۴"]
    listed = said(comparison_pdf(compared, PROVENANCE, layout="list"))
    assert listed.index("ارجاع‌های کهنه") < listed.index("ماده ۵ ماده ۳ ماده ۴")
    beside = said(comparison_pdf(compared, PROVENANCE, layout="side_by_side"))
    assert "«ماده ۳» باید «ماده ۴» شود" in beside


def test_what_only_got_another_number_is_told_briefly(compared: Comparison) -> None:
    words = said(comparison_pdf(compared, PROVENANCE, layout="list"))
    assert "فقط شماره تغییر کرد" in words
    assert "رسید آن نگه داشته" not in words


def test_spelling_is_counted_in_the_list(compared: Comparison) -> None:
    words = said(comparison_pdf(compared, PROVENANCE, layout="list"))
    assert words.index("تفاوت‌های نگارشی") < words.index("شکل حرف ۱")


def test_an_unchanged_stretch_is_one_line_unless_the_whole_text_is_wanted() -> None:
    old = "".join(f"ماده {n}ـ متن شماره {n} این آیین‌نامه است.\n" for n in range(1, 30))
    found = compare_texts(old, old.replace("شماره 15 این", "شماره 15 همین"))
    brief = said(comparison_pdf(found, PROVENANCE, layout="side_by_side"))
    assert "۱۴ ماده بدون تغییر ماده ۱ تا ۱۴" in brief
    assert "شماره 3 این" not in brief
    whole = said(comparison_pdf(found, PROVENANCE, layout="side_by_side", whole_text=True))
    assert whole.count("شماره 3 این") == 2
    assert "ماده ۱ تا ۱۴" not in whole


def test_a_long_provision_goes_on_over_pages_on_both_sides() -> None:
    words = " ".join(f"واژه{n}" for n in range(2500))
    old = f"ماده ۱ـ {words} پایانی.\nماده ۲ـ این متن می‌ماند.\n"
    found = compare_texts(old, old.replace("پایانی.", "فرجامین."), old_name="نسخهٔ ۲", new_name="نسخهٔ ۳")
    content = comparison_pdf(found, PROVENANCE, layout="side_by_side")
    texts = by_pdfium(content)
    assert len(texts) > 3
    for page, text in enumerate(texts[1:-1], start=1):
        assert "نسخهٔ ۲" in text
        assert "(ادامه) ۱. ماده ۱" in " ".join(text.split())
        seen = characters(content, page)
        # Both columns are full of words: the middle of the sheet parts them.
        assert sum(one.left > 400 for one in seen) > 500
        assert sum(one.left < 380 for one in seen) > 500
    every = " ".join(texts)
    assert every.count("واژه1234 ") + every.count("واژه1234\n") == 2
    assert "پایانی" in every
    assert "فرجامین" in every


def test_a_side_waits_where_the_other_has_much_more() -> None:
    kept = [f"جمله شماره {n} این ماده درباره صدور پروانه نگارخانه است." for n in range(12)]
    more = [f"افزوده شماره {n} درباره دیدن مهمانان از محل است." for n in range(30)]
    old = f"ماده ۱ـ {' '.join(kept)} انجام.\n"
    new = f"ماده ۱ـ {' '.join([*kept[:4], *more, *kept[4:]])} انجام.\n"
    found = compare_texts(old, new)
    entry = found.entries[0]
    texts = found.old.text, found.new.text
    before, after = beside(
        entry, pieces(entry, "old", texts[0]), pieces(entry, "new", texts[1]), texts[0], TextStyle(), 300.0
    )
    assert abs(len(before) - len(after)) <= 1
    assert [line.text for line in before if line.text][-1] == [line.text for line in after if line.text][-1]
    for lines, text in ((before, texts[0]), (after, texts[1])):
        assert "".join("".join(line.text for line in lines).split()) == "".join(text.split())


def test_sides_that_hardly_differ_flow_as_they_were_written() -> None:
    words = " ".join(f"جمله شماره {n} درباره پروانه است." for n in range(80))
    old = f"ماده ۱ـ {words}\n"
    found = compare_texts(old, old.replace("شماره 40 درباره", "شماره 40 برای"))
    entry = found.entries[0]
    texts = found.old.text, found.new.text
    before, after = beside(
        entry, pieces(entry, "old", texts[0]), pieces(entry, "new", texts[1]), texts[0], TextStyle(), 300.0
    )
    assert all(line.text for line in (*before, *after))


def test_a_chapter_that_moved_is_one_row_of_the_list() -> None:
    chapters = [
        f"فصل {name} ـ {name}\n"
        + "".join(f"ماده {n}ـ حکم {name} شماره {n} در این فصل می‌آید.\n" for n in numbers)
        for name, numbers in (("اول", (1, 2, 3)), ("دوم", (4, 5, 6)), ("سوم", (7, 8, 9)))
    ]
    found = compare_texts("".join(chapters), chapters[1] + chapters[0] + chapters[2])
    words = said(comparison_pdf(found, PROVENANCE, layout="list"))
    assert "۴ ماده/بند با هم جابه‌جا شد" in words
    assert "حکم اول شماره 2" not in words


def test_a_moved_provision_says_where_it_stood() -> None:
    articles = [
        f"حکم {word} درباره {word} در این آیین‌نامه می‌آید و اجرا می‌شود"
        for word in ("نمایش", "فروش", "صدور", "لغو", "بازرسی", "تعرفه")
    ]
    old = "".join(f"ماده {n}ـ {text}.\n" for n, text in enumerate(articles, 1))
    new = "".join(
        f"ماده {n}ـ {text}.\n" for n, text in enumerate([*articles[:1], *articles[2:], articles[1]], 1)
    )
    found = compare_texts(old, new)
    assert found.counts["moved"] == 1
    words = said(comparison_pdf(found, PROVENANCE, layout="side_by_side"))
    assert "ماده ۶ (پیش‌تر ماده ۲)" in words
    assert "پیش‌تر پس از ماده ۱ بود" in words


def test_equal_texts_say_that_nothing_substantive_changed() -> None:
    words = said(comparison_pdf(compare_texts(OLD, OLD), PROVENANCE))
    assert "هیچ تغییر محتوایی نیست" in words
    assert "تغییرهای پراهمیت" not in words


@pytest.mark.parametrize(("old", "new"), [("", NEW), (OLD, ""), ("", "")])
def test_an_empty_side_is_a_document_too(old: str, new: str) -> None:
    content = comparison_pdf(compare_texts(old, new), PROVENANCE)
    text = said(content)
    assert ("در این نسخه نیست" in text) == bool(old or new)


def test_marks_never_rest_on_colour() -> None:
    looks = {
        kind: runs([MarkedPiece("واژه", kind, 0)], block=False)[0].decoration
        for kind in (MarkKind.DELETED, MarkKind.INSERTED, MarkKind.SPELLED)
    }
    strokes = [look.stroke for look in looks.values() if look is not None]
    assert strokes == [Stroke.STRIKE, Stroke.UNDERLINE, Stroke.DOTTED]


def test_a_sign_never_parts_a_number() -> None:
    pieces = [
        MarkedPiece("از ۱۴۰۵/", MarkKind.PLAIN, 0),
        MarkedPiece("۱۰", MarkKind.INSERTED, 8, weighty=True),
        MarkedPiece("/۰۱ لازم", MarkKind.PLAIN, 10),
    ]
    assert "".join(run.text for run in runs(pieces, block=False)) == "از ۱۴۰۵/۱۰/۰۱\u00a0! لازم"


def test_the_filter_hides_and_says_so(compared: Comparison) -> None:
    edited = frozenset(
        index for index, entry in enumerate(compared.entries) if entry.status is ProvisionStatus.EDITED
    )
    words = said(
        comparison_pdf(compared, PROVENANCE, layout="side_by_side", showing=Showing(edited, spelling=False))
    )
    assert "بیرونی" in words
    assert "بازدید کارگروه" not in words
    assert "تغییر خارج از شرط‌ها" in words


def test_mark_up_and_control_characters_are_shown_and_not_obeyed() -> None:
    hostile = 'ماده ۱ـ <img src="/etc/passwd"> <b>متن</b> \u202eوارونه\x07 و {name} %s است.\n'
    content = comparison_pdf(compare_texts(hostile, hostile.replace("متن", "واژه")), PROVENANCE)
    words = said(content)
    assert "passwd" in words
    assert "\u202e" not in words


@dataclass
class Watch:
    """Somebody who waits, and may have enough after so many reports."""

    patience: int = 10_000
    told: list[tuple[int, int | None]] = field(default_factory=list)

    def report(self, done: int, total: int | None = None) -> None:
        self.told.append((done, total))

    def cancelled(self) -> bool:
        return len(self.told) >= self.patience


def test_a_name_with_half_a_surrogate_pair_makes_a_pdf_all_the_same() -> None:
    """As a file name does that was written on another system."""
    compared = compare_texts("متن یکم", "متن دوم", old_name="a\udcff.txt", new_name="b\ud83d.txt")
    named = replace(PROVENANCE, title="a\udcff \U0001f600 b")
    document = pypdfium2.PdfDocument(comparison_pdf(compared, named))
    assert "a\ufffd" in "".join(item.get_title() for item in document.get_toc())
    document.close()


def test_progress_counts_rows_and_ends_at_its_total(compared: Comparison) -> None:
    watch = Watch()
    comparison_pdf(compared, PROVENANCE, progress=watch)
    assert [done for done, _ in watch.told] == list(range(1, len(watch.told) + 1))
    assert {total for _, total in watch.told} == {len(watch.told)}


def test_it_stops_when_it_is_told_to(compared: Comparison) -> None:
    watch = Watch(patience=3)
    with pytest.raises(CancelledError):
        comparison_pdf(compared, PROVENANCE, progress=watch)
    assert len(watch.told) == 3


def test_in_english_the_program_speaks_english(compared: Comparison) -> None:
    use_language("en")
    words = said(comparison_pdf(compared, PROVENANCE))
    for expected in (
        "Weighty changes",
        "Both texts, one beside the other",
        "Stale references",
        "Not compared",
    ):
        assert expected in words
    assert "تغییرها" not in words


def test_no_name_of_a_figure_is_torn_however_many_there_are() -> None:
    names = ["همهٔ تغییرها", "! پراهمیت", "اصلاح‌شده", "الحاقی", "حذف‌شده", "جابه‌جا", "تغییر شماره"]
    names += ["تفکیک", "ادغام", "ارجاع‌های کهنه", "نگارشی", "بدون تغییر"]
    for count in range(3, 11):
        columns = figure_columns([(name, 1) for name in names[:count]])
        for (start, end), column in zip(column_edges(columns, 499.0), columns, strict=True):
            assert len(wrapped(column.title, TableStyle().header, end - start)) == 1, column.title


@pytest.mark.parametrize("layout", ["list", "side_by_side"])
def test_texts_beside_one_another_are_read_as_rows_of_a_table(compared: Comparison, layout: Layout) -> None:
    found = tree(comparison_pdf(compared, PROVENANCE, layout=layout))
    tables = [table for table in found.all("Table") if table.children and len(table.children[0].kinds) == 3]
    assert tables
    for table in tables:
        assert table.children[0].kinds == ["TH"] * 3
        assert {cell.kind for row in table.children[1:] for cell in row.children} <= {"TD"}
    cells = [cell.text for table in tables for cell in table.all("TD")]
    assert any("مهلت پاسخ ده" in words for words in cells)


def test_a_table_is_printed_row_by_row_with_every_value_in_its_column() -> None:
    old = "ماده ۷ـ درجه‌بندی:\nدرجه\tفضا\tنمایشگاه\nیک\t120\t10\nدو\t80\t8\nپس از جدول.\nماده ۸ـ پایان.\n"
    new = old.replace("\t10\n", "\t12\n").replace("دو\t80\t8\n", "دو\t80\t8\nسه\t60\t6\n")
    made = comparison_pdf(compare_texts(old, new), PROVENANCE, layout="side_by_side")
    text = "\n".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(made))
    assert "|" not in text
    lines = [" ".join(line.split()) for line in text.splitlines()]
    assert sum("120" in line for line in lines) >= 1
    places: dict[str, list[float]] = {}
    for page in pypdfium2.PdfDocument(made):
        reader = page.get_textpage()
        for words in ("نمایشگاه", "12", "6"):
            finder = reader.search(words)
            while (hit := finder.get_next()) is not None:
                left, _bottom, right, _top = reader.get_charbox(hit[0])
                places.setdefault(words, []).append((left + right) / 2)
    # The new value and the inserted row stand in the column of their heading.
    heading = min(places["نمایشگاه"])
    assert any(abs(at - heading) < 40 for at in places["12"])
