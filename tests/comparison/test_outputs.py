from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.comparison.digest import ChangeDigest, Showing
from desktop_app.comparison.engine import compare_texts
from desktop_app.comparison.marking import MarkKind, pieces, shortened
from desktop_app.comparison.outputs import as_html, as_text
from desktop_app.comparison.provenance import Provenance
from desktop_app.comparison.result import (
    Comparison,
    Entry,
    Flag,
    Op,
    ProvisionPlace,
    ProvisionStatus,
    Side,
    Span,
)
from desktop_app.wording import use_language

OLD = "ماده ۱ـ مهلت پاسخ سی روز است و تمدید نمی‌شود.\nماده ۲ـ هزینه بر عهده متقاضی است.\nماده ۳ـ این متن می‌ماند.\n"
NEW = "ماده ۱ـ مهلت پاسخ ده روز است و تمدید نمي‌شود.\nماده ۲ـ این متن می‌ماند.\n"

PROVENANCE = Provenance(
    "آیین‌نامه نگارخانه‌ها",
    datetime(2026, 11, 25, 7, 2, tzinfo=UTC),
    "الهام رضایی",
    "۱۴۰۵/۰۶/۰۱ · حسین مرادی",
    hidden=("نگارشی",),
)


@pytest.fixture(autouse=True)
def _persian() -> Iterator[None]:
    use_language("fa")
    yield
    use_language("fa")


class Page(HTMLParser):
    """What a page is made of."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.anchors: list[str] = []
        self.root: dict[str, str | None] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.anchors += [value or "" for name, value in attrs if name == "id"]
        if tag == "html":
            self.root = dict(attrs)
        self.links += [
            value or "" for name, value in attrs if name in {"href", "src", "style"} and tag != "col"
        ]


def test_the_text_names_both_sides_and_marks_words_without_colour() -> None:
    made = as_text(compare_texts(OLD, NEW, old_name="نسخهٔ ۱", new_name="نسخهٔ ۲", not_compared=("پانوشت‌ها",)))
    assert "نسخهٔ ۱ ← نسخهٔ ۲" in made
    assert "پانوشت‌ها" in made
    assert "[-سی-]{+ده+}!" in made
    assert "[-ماده ۲ـ هزینه بر عهده متقاضی است.-]" in made
    assert "\x1b" not in made


def test_the_text_says_when_nothing_substantive_changed() -> None:
    assert "هیچ تغییر محتوایی نیست" in as_text(compare_texts(OLD, OLD))
    use_language("en")
    assert "Nothing substantive changed." in as_text(compare_texts(OLD, OLD.replace("ی", "ي")))


def test_the_page_is_right_to_left_and_fetches_nothing() -> None:
    page = Page(as_html(compare_texts(OLD, NEW)))
    assert page.root == {"lang": "fa", "dir": "rtl"}
    assert all(link.startswith("#") for link in page.links)
    assert not {"script", "img", "iframe", "link", "object"} & set(page.tags)
    assert {"ins", "del", "table"} <= set(page.tags)


def test_the_page_shows_mark_up_of_the_texts_and_does_not_obey_it() -> None:
    hostile = 'ماده ۱ـ <img src="x" onerror="alert(1)"> & <script>alert(2)</script> متن\u202e وارونه.\n'
    made = as_html(compare_texts(hostile, hostile.replace("متن", "واژه"), old_name="<b>نام</b>"))
    page = Page(made)
    assert not {"script", "img", "b"} & set(page.tags)
    assert "\u202e" not in made
    assert "&lt;script&gt;" in made


def test_the_page_folds_a_stretch_without_changes_into_one_row() -> None:
    old = "".join(f"ماده {n}ـ متن شماره {n} این آیین‌نامه است.\n" for n in range(1, 30))
    made = as_html(compare_texts(old, old.replace("شماره 15 این", "شماره 15 همین")))
    assert made.count('class="same"') == 2
    assert "متن شماره 3 " not in made


def test_a_stale_reference_is_named_in_both() -> None:
    old = "ماده ۱ـ متن نخست این آیین‌نامه است.\nماده ۲ـ هزینه بر عهده متقاضی است.\n"
    old += "ماده ۳ـ پرداخت موضوع ماده ۲ نقدی است.\n"
    new = old.replace("ماده ۳ـ", "ماده ۴ـ").replace(
        "ماده ۲ـ", "ماده ۲ـ حکمی تازه درباره بازدید می‌آید.\nماده ۳ـ"
    )
    result = compare_texts(old, new)
    assert "«ماده ۲» باید «ماده ۳» شود" in as_text(result)
    assert "«ماده ۲» باید «ماده ۳» شود" in as_html(result)


def renumbered() -> Comparison:
    """Five articles: one edited, one put in, so that the ones behind it got other numbers; one spelled otherwise."""
    kept = [f"ماده {n}ـ حکم شماره {n} درباره بازدید و صدور پروانه نگارخانه است.\n" for n in range(1, 6)]
    newer = [kept[0].replace("صدور", "لغو"), kept[1], "ماده 3ـ تعرفه خدمات هر سال منتشر می‌شود.\n"]
    newer += [kept[n].replace(f"ماده {n + 1}ـ", f"ماده {n + 2}ـ") for n in (2, 3, 4)]
    newer[1] = newer[1].replace("درباره", "در باره")
    return compare_texts("".join(kept), "".join(newer), old_name="نسخهٔ ۱", new_name="نسخهٔ ۲")


@pytest.mark.parametrize("write", [as_text, as_html])
def test_an_output_says_which_texts_when_by_whom_and_what_is_hidden(write: object) -> None:
    assert callable(write)
    comparison = compare_texts(OLD, NEW, old_name="نسخهٔ ۱", new_name="نسخهٔ ۲", not_compared=("footnotes",))
    made = write(comparison, PROVENANCE)
    for expected in (
        "آیین‌نامه نگارخانه‌ها",
        "نسخهٔ ۱ · ۱۴۰۵/۰۶/۰۱ · حسین مرادی",
        "نسخهٔ ۲",
        "چهارشنبه ۴ آذر ۱۴۰۵، ساعت ۱۰:۳۲ · الهام رضایی",
        "نگارشی",
        "پانوشت‌ها",
    ):
        assert expected in made


def test_every_link_of_the_page_leads_to_a_change_and_every_provision_has_an_anchor() -> None:
    comparison = renumbered()
    page = Page(as_html(comparison))
    links = {link.removeprefix("#") for link in page.links}
    assert {f"c{number}" for number in range(1, comparison.counts["changes"] + 1)} <= links
    assert len(page.anchors) == len(set(page.anchors))
    assert {f"p{index}" for index in range(len(comparison.entries))} <= set(page.anchors)
    assert links <= set(page.anchors)


def test_the_index_names_weighty_changes_first() -> None:
    made = as_html(compare_texts("ماده ۱ـ متن نخست است.\n" + OLD, "ماده ۱ـ متن دیگر است.\n" + NEW))
    index = made[made.index("<nav>") : made.index("</nav>")]
    assert index.index("تغییرهای پراهمیت") < index.index("دیگر تغییرها")


def test_numbers_in_text_and_page_are_those_of_the_counts() -> None:
    comparison = renumbered()
    numbers = ChangeDigest(comparison).numbers
    assert sorted(set(numbers.values())) == list(range(1, comparison.counts["changes"] + 1))
    for write in (as_text, as_html):
        assert "۱. ماده ۱" in write(comparison)


def test_parts_of_one_change_carry_one_number() -> None:
    chapters = [
        f"فصل {name} ـ {name}\n"
        + "".join(f"ماده {n}ـ حکم {name} شماره {n} در این فصل می‌آید.\n" for n in numbers)
        for name, numbers in (("اول", (1, 2, 3)), ("دوم", (4, 5, 6)), ("سوم", (7, 8, 9)))
    ]
    moved = compare_texts("".join(chapters), chapters[1] + chapters[0] + chapters[2])
    numbers = ChangeDigest(moved).numbers
    assert len(set(numbers.values())) == moved.counts["changes"]
    assert len(numbers) > moved.counts["changes"]


def test_what_the_filter_hides_is_folded_and_named() -> None:
    comparison = renumbered()
    edited = frozenset(index for index, entry in enumerate(comparison.entries) if entry.status == "edited")
    made = as_html(comparison, showing=Showing(edited, spelling=False))
    assert "تعرفه خدمات" not in made
    assert "تغییر خارج از شرط‌ها" in made
    assert "ماده/بند تنها با تغییر نگارشی" in made
    assert "لغو" in made
    text = as_text(comparison, showing=Showing(edited, spelling=False))
    assert "تعرفه خدمات" not in text
    assert "در باره" not in text


def test_without_spelling_its_marks_fall_away_and_the_words_stay() -> None:
    comparison = compare_texts(OLD, NEW)
    text = as_text(comparison, showing=Showing(spelling=False))
    assert "[~" not in text
    assert "نمي‌شود" in text


def test_unchanged_entries_are_counted_in_words() -> None:
    old = "".join(f"ماده {n}ـ متن شماره {n} این آیین‌نامه است.\n" for n in range(1, 14))
    made = as_html(compare_texts(old, old.replace("شماره 13 این", "شماره 13 همین")))
    assert "۱۲ ماده بدون تغییر" in made
    assert "ماده ۱ تا ۱۲" in made


@given(st.lists(st.sampled_from(OLD.split() + NEW.split() + ["\n", "ماده ۷ـ", "(", "۵"]), max_size=40))
def test_pieces_say_all_of_each_side(words: list[str]) -> None:
    comparison = compare_texts(OLD, " ".join(words))
    for index, entry in enumerate(comparison.entries):
        stale = ChangeDigest(comparison).stale.get(index, ())
        for side, text, place in (
            ("old", comparison.old.text, entry.old),
            ("new", comparison.new.text, entry.new),
        ):
            found = pieces(entry, "old" if side == "old" else "new", text, stale=stale)
            assert "".join(piece.text for piece in found) == (
                "" if place is None else text[place.start : place.end]
            )
            if place is not None:
                starts = [piece.start for piece in found]
                assert starts == sorted(starts)
                assert all(text.startswith(piece.text, piece.start) for piece in found)


def test_neighbouring_words_are_one_mark_and_white_space_is_in_none() -> None:
    comparison = compare_texts("ماده ۱ـ مهلت پاسخ سی روز کاری است.\n", "ماده ۱ـ مهلت پاسخ دو ماه است.\n")
    marked = [
        piece.text
        for piece in pieces(comparison.entries[0], "old", comparison.old.text)
        if piece.kind is MarkKind.DELETED
    ]
    assert marked == ["سی روز کاری"]


def test_shortening_leaves_whole_words_and_every_mark() -> None:
    long = " ".join(f"واژه{n}" for n in range(60))
    old = f"ماده ۱ـ {long} سی روز {long}.\n"
    comparison = compare_texts(old, old.replace("سی روز", "ده روز"))
    found = shortened(pieces(comparison.entries[0], "new", comparison.new.text))
    said = "".join(piece.text for piece in found)
    assert "ده" in [piece.text for piece in found if piece.kind is MarkKind.INSERTED]
    assert len(said) < 200
    known = set(comparison.new.text.split()) | {"…"}
    assert set(said.split()) <= known


def test_an_unmarked_text_is_shortened_to_its_beginning() -> None:
    long = " ".join(f"واژه{n}" for n in range(60))
    comparison = compare_texts(long, long)
    found = shortened(pieces(comparison.entries[0], "new", comparison.new.text))
    assert "".join(piece.text for piece in found).startswith("واژه0 واژه1 ")
    assert "".join(piece.text for piece in found).endswith(" …")


def by_hand(old: str, new: str, *entries: Entry) -> Comparison:
    return Comparison(Side("", old), Side("", new), entries, (), ())


def test_a_group_keeps_its_number_where_another_change_stands_between_its_parts() -> None:
    text = "الف ب پ ت"
    places = [ProvisionPlace(None, (), start, start + 1) for start in (0, 4, 6, 8)]
    kinds = ((frozenset({Flag.SPLIT}), 1), (frozenset({Flag.MOVED}), None), (frozenset({Flag.SPLIT}), 1))
    entries = [
        Entry(ProvisionStatus.UNCHANGED, flags, group, place, place)
        for (flags, group), place in zip([*kinds, (frozenset({Flag.MOVED}), None)], places, strict=True)
    ]
    digest = ChangeDigest(by_hand(text, text, *entries))
    assert list(digest.numbers.values()) == [1, 2, 1, 3]
    assert [change.entries for change in digest.changes()] == [(0, 2), (1,), (3,)]


def test_marks_are_joined_over_white_space_and_not_over_a_word() -> None:
    old, new = "سی روز است ماه", "ده ماه است روز"
    spans = (
        Span(Op.REPLACE, (0, 2), (0, 2), weighty=True),
        Span(Op.EQUAL, (2, 3), (2, 3)),
        Span(Op.REPLACE, (3, 6), (3, 6)),
        Span(Op.EQUAL, (6, 11), (6, 11)),
        Span(Op.REPLACE, (11, 14), (11, 14)),
    )
    entry = Entry(
        ProvisionStatus.EDITED,
        frozenset(),
        None,
        ProvisionPlace(None, (), 0, 14),
        ProvisionPlace(None, (), 0, 14),
        spans,
    )
    marked = [
        (piece.text, piece.weighty) for piece in pieces(entry, "old", old) if piece.kind is MarkKind.DELETED
    ]
    assert marked == [("سی روز", True), ("ماه", False)]
    assert new[0:6] in as_html(by_hand(old, new, entry))


@pytest.mark.parametrize("write", [as_text, as_html])
def test_in_persian_the_program_says_no_latin_word(write: object) -> None:
    assert callable(write)
    text = f"{OLD}ماده ۴ـ پرداخت موضوع ماده ۲ نقدی است.\n"
    comparison = compare_texts(text, f"{NEW}ماده ۳ـ پرداخت موضوع ماده ۲ نقدي است.\n")
    assert any(entry.weighty for entry in comparison.entries)
    made = write(comparison, PROVENANCE)
    body = made[made.index("<body>") :] if "<body>" in made else made
    said = re.sub("<[^>]*>", " ", body)
    assert re.findall("[A-Za-z]{2,}", said) == []


def test_the_text_names_clauses_with_their_article_and_says_at_a_stale_reference_that_it_is_one() -> None:
    old = "ماده۱ـ هیئت موضوع ماده ۳ است و این‌ها را دارد:\nالف) رئیس\nب) دبیر\n"
    old += "ماده ۲ـ درآمد آزاد است.\nماده ۳ـ هیئت پنج عضو دارد.\n"
    new = (
        old.replace("ب) دبیر", "ب) دبیر اول")
        .replace("ماده ۳ـ", "ماده ۴ـ")
        .replace("ماده ۲ـ", "ماده ۲ـ نشانی دبیرخانه در سامانه درج می‌شود.\nماده ۳ـ")
    )
    written = as_text(compare_texts(old, new))
    assert "ب ماده ۱ — اصلاح‌شده" in written
    assert "ماده ۴ (پیش‌تر ماده ۳)" in written
    paragraphs = written.split("\n\n")
    stale = next(part for part in paragraphs if "⚠" in part)
    assert stale.startswith("■ ۱. ماده ۱ — ارجاع کهنه: ۱\n")
    assert "«ماده ۳» باید «ماده ۴» شود" in stale


def test_a_row_that_was_put_into_a_table_begins_on_a_line_of_its_own_in_the_text() -> None:
    old = "ماده ۱ـ تعرفه‌ها:\nردیف\tخدمت\tمبلغ\n۱\tصدور\t۳۵۰"
    written = as_text(compare_texts(old, old + "\n۲\tتمدید\t۲۱۰"))
    assert "فاصله" not in written
    assert "۳۵۰\n  {+۲ | تمدید | ۲۱۰+}" in written


def test_a_table_is_a_table_in_the_page_and_has_borders_in_the_text() -> None:
    old = "ماده ۷ـ درجه‌بندی:\nدرجه\tفضا\nیک\t120\nدو\t80\nپایان.\n"
    comparison = compare_texts(old, old.replace("120", "150"))
    page = as_html(comparison)
    assert page.count('<table class="cells">') == 2
    assert '<tr><th scope="col">درجه</th><th scope="col">فضا</th></tr>' in page
    assert "<tr><td>دو</td><td>80</td></tr></table>پایان." in page
    row = page.split("<tr><td>یک</td><td>")[2]
    assert row.startswith("<ins") and ">150</ins></td></tr>" in row  # noqa: PT018 - one cell
    text = as_text(comparison)
    assert "یک | [-120-]{+150+}" in text
    assert "\t" not in text
