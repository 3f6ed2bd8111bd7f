from __future__ import annotations

import io
import random
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from desktop_app.comparison.engine import compare_texts
from desktop_app.comparison.provenance import Provenance
from desktop_app.documents.holdable import holdable
from desktop_app.documents.reading import read_document
from desktop_app.reports.comparison_docx import comparison_docx
from desktop_app.wording import use_language
from tests.comparison.drafts import Article, articles, noisy, written
from tests.comparison.test_properties import anything, drafts, pieces, seeds
from tests.reports.conftest import Resolve
from tests.reports.tracked_changes import W, accepted, check_structure, moved, part, rejected, signed

PROVENANCE = Provenance(
    "مقایسه آیین‌نامه نمونه", datetime(2026, 11, 24, 8, 0, tzinfo=UTC), "کارشناس نمونه",
    "ثبت ۱ آذر", "ثبت ۲ آذر", ("نگارشی",),
)  # fmt: skip
OLD = "ماده ۱ـ مهلت پاسخ سی روز است.\nماده ۲ـ هزینه بر عهده متقاضی است.\nماده ۳ـ این متن می‌ماند.\n"
NEW = "ماده ۱ـ مهلت پاسخ ده روز است.\nماده ۲ـ اين متن می‌ماند.\n"


def made(old: str, new: str, provenance: Provenance = PROVENANCE) -> bytes:
    return comparison_docx(compare_texts(old, new, old_name="نسخهٔ ۱", new_name="نسخهٔ ۲"), provenance)


def exact(old: str, new: str) -> bytes:
    """The document of both, once it was seen that it gives both back."""
    document = made(old, new)
    check_structure(document)
    assert accepted(document) == holdable(new)
    assert rejected(document) == holdable(old)
    return document


def moved_chapter() -> tuple[str, str]:
    chapters = [articles(random.Random(7), 4) for _ in range(3)]
    chapters = [articles(random.Random(seed), 4) for seed in (3, 4, 5)]
    later = [chapters[1], chapters[2], [Article(item.body + " سررسید.", item.notes) for item in chapters[0]]]
    return written(chapters), written(later)


PAIRS: dict[str, tuple[str, str]] = {
    "bylaw": drafts(11),
    "another_bylaw": drafts(12),
    "three_changes": (OLD, NEW),
    "spelling_only": (drafts(13)[0], noisy(drafts(13)[0])),
    "edited_and_spelled": (drafts(14)[0], noisy(drafts(14)[1])),
    "moved_chapter": moved_chapter(),
    "split": (
        "ماده ۱ـ هزینه صدور پروانه بر عهده متقاضی است و تعرفه آن هر سال اعلام می‌شود. مدیر واحد گزارش فصلی را به "
        "شورا می‌دهد و نتیجه آن را در سامانه منتشر می‌کند.\nماده ۲ـ پایان.",
        "ماده ۱ـ هزینه صدور پروانه بر عهده متقاضی است و تعرفه آن هر سال اعلام می‌شود.\nماده ۲ـ مدیر واحد گزارش "
        "فصلی را به شورا می‌دهد و نتیجه آن را در سامانه منتشر می‌کند.\nماده ۳ـ پایان.",
    ),
    "nothing_before": ("", "ماده ۱ـ متن.\nماده ۲ـ متن دیگر.\n"),
    "nothing_after": ("ماده ۱ـ متن.\n\nماده ۲ـ متن دیگر.", ""),
    "nothing_at_all": ("", ""),
    "table": (
        "ماده ۱ـ تعرفه:\nردیف\tخدمت\tمبلغ\n۱\tصدور پروانه\t۱۰۰٬۰۰۰\n۲\tتمدید\t۵۰٬۰۰۰\n\t\tجمع\n",
        "ماده ۱ـ تعرفه:\nردیف\tخدمت\tمبلغ\tتوضیح\n۱\tصدور پروانه\t۱۲۰٬۰۰۰\t\n۳\tابطال\t۱۰٬۰۰۰\t\n\t\tجمع\t",
    ),
    "rewritten": (written([articles(random.Random(1), 6)]), "نامه‌ای کوتاه.\nبی هیچ شباهتی.\n\n  پایان  "),
    "blank_lines": ("\n\nماده ۱ـ الف.\n\n\nماده ۲ـ ب.\n ", "ماده ۱ـ الف.\n \nماده ۲ـ ب.\n\n\n"),
    "last_is_gone": ("ماده ۱ـ الف ب پ ت.\nماده ۲ـ ث ج چ ح.", "ماده ۱ـ الف ب پ ت."),
    "one_paragraph": ("ماده ۱ـ الف ب. ماده ۲ـ پ ت. ماده ۳ـ ث ج.", "ماده ۱ـ الف ب. ماده ۲ـ ث ج. ماده ۳ـ چ ح."),
    "ends_and_begins": ("فصل یک\nمتن دو", "فصل یک افزوده\nتازه متن دو"),
    "line_ends_between": ("الف\nب", "الف افزوده\nسطر تازه\nب"),
    "signs": (
        "متن \u200e\u202eوارون\u202c <b>&amp;</b>\x00\x07\ufffe",
        "متن \u00ad\u200f\U0001f642 <i>'\"]]>\x0b\ud800\r",
    ),
}


@pytest.mark.parametrize("name", PAIRS)
def test_accepting_gives_the_newer_text_and_rejecting_the_older(name: str) -> None:
    exact(*PAIRS[name])
    exact(*reversed(PAIRS[name]))


@settings(max_examples=200, deadline=None)
@given(anything, anything)
def test_both_texts_come_back_whatever_they_are(old: str, new: str) -> None:
    exact(old, new)


@settings(max_examples=120, deadline=None)
@given(pieces, st.randoms(use_true_random=False))
def test_a_text_and_its_mutilation_come_back(parts: list[str], chance: random.Random) -> None:
    kept = [part for part in parts if chance.random() > 0.2]
    exact("".join(parts), "".join(kept))
    chance.shuffle(kept)
    exact("".join(parts), "".join(kept))


@settings(max_examples=25, deadline=None)
@given(seeds)
def test_both_revisions_of_a_draft_come_back_and_moves_carry_the_same_words(seed: int) -> None:
    old, new = drafts(seed)
    for document in (exact(old, new), exact(new, old), exact(old, noisy(new))):
        assert moved(document, "moveFrom") == moved(document, "moveTo")


def test_the_same_comparison_gives_the_same_bytes() -> None:
    assert made(OLD, NEW) == made(OLD, NEW)


def test_a_chapter_that_moved_is_one_move_with_its_new_words_inside() -> None:
    old, new = PAIRS["moved_chapter"]
    document = exact(old, new)
    away, arrived = moved(document, "moveFrom"), moved(document, "moveTo")
    assert away == arrived
    assert len(away) == 1
    assert "عنوانفصل" in away["move1"]
    inserted = "".join(words for _, words in signed(document, "ins"))
    assert inserted.count("سررسید") == 4
    assert "سررسید" not in arrived["move1"]


def test_only_the_number_of_a_renumbered_provision_is_replaced() -> None:
    document = exact("ماده ۵ـ متن یکم است.\nماده ۶ـ متن دوم.", "ماده ۶ـ متن یکم است.\nماده ۷ـ متن دوم.")
    assert [words for _, words in signed(document, "del")] == [" ۵", " ۶"]
    assert [words for _, words in signed(document, "ins")] == [" ۶", " ۷"]


def test_spelling_and_weighty_changes_are_signed_apart() -> None:
    document = made(OLD, NEW)
    deleted = {words.strip(): author for author, words in signed(document, "del")}
    assert deleted["این"] == "کارشناس نمونه (نگارشی)"
    assert deleted["سی"] == "کارشناس نمونه (مهم)"
    assert deleted["ماده ۲ـ هزینه بر عهده متقاضی است."] == "کارشناس نمونه"


def test_changes_carry_the_moment_in_utc_and_without_a_person_the_program_s_name() -> None:
    nobody = Provenance("", datetime.fromisoformat("2026-11-24T11:30:00+03:30"))
    changes = list(part(made(OLD, NEW, nobody)).iter(f"{W}ins", f"{W}del"))
    assert {one.get(f"{W}date") for one in changes} == {"2026-11-24T08:00:00Z"}
    assert {one.get(f"{W}author") for one in changes} == {
        "میز مشارکت", "میز مشارکت (نگارشی)", "میز مشارکت (مهم)",
    }  # fmt: skip


def test_an_inserted_provision_is_a_paragraph_of_its_own_with_its_mark() -> None:
    document = made(
        "ماده ۱ـ الف ب پ.\nماده ۲ـ ت ث ج.\n", "ماده ۱ـ الف ب پ.\nماده ۲ـ چیزی تازه.\nماده ۳ـ ت ث ج.\n"
    )
    inserted = [one for one in part(document).iter(f"{W}p") if one.find(f"{W}pPr/{W}rPr/{W}ins") is not None]
    assert ["".join(one.itertext()) for one in inserted] == ["ماده ۲ـ چیزی تازه."]
    assert [child.tag for child in inserted[0]] == [f"{W}pPr", f"{W}ins"]


def test_a_replaced_word_stands_apart_from_the_one_that_replaces_it() -> None:
    document = exact("ماده ۱ـ مهلت آن ۳۰ روز است.", "ماده ۱ـ مهلت آن ۶۰ روز است.")
    assert [words for _, words in signed(document, "del")] == [" ۳۰"]
    assert [words for _, words in signed(document, "ins")] == [" ۶۰"]


def test_white_space_between_provisions_is_replaced_only_where_it_differs() -> None:
    document = exact("ماده ۱ـ الف ب پ.\n\nماده ۲ـ ت ث ج.", "ماده ۱ـ الف ب پ. \n\nماده ۲ـ ت ث ج.")
    assert signed(document, "ins") == [("کارشناس نمونه (نگارشی)", " ")]
    assert signed(document, "del") == []
    assert all(
        not one.findall(f"{W}pPr/{W}rPr/{W}{tag}")
        for one in part(document).iter(f"{W}p")
        for tag in ("ins", "del")
    )


def test_every_paragraph_and_every_run_of_persian_is_right_to_left() -> None:
    root = part(made(*PAIRS["bylaw"]))
    assert all(one.find(f"{W}pPr/{W}bidi") is not None for one in root.iter(f"{W}p"))
    assert all(one.find(f"{W}rPr/{W}rtl") is not None for one in root.iter(f"{W}r"))


def test_header_and_footer_say_what_is_compared_and_the_body_says_nothing_of_it() -> None:
    result = compare_texts(OLD, NEW, old_name="نسخهٔ ۱", new_name="نسخهٔ ۲", not_compared=("footnotes",))
    document = comparison_docx(result, PROVENANCE)
    header = ["".join(one.itertext()) for one in part(document, "word/header1.xml")]
    assert header[0] == "مقایسه آیین‌نامه نمونه"
    assert header[1:4] == [
        "نسخهٔ پیشین: نسخهٔ ۱ · ثبت ۱ آذر",
        "نسخهٔ جدید: نسخهٔ ۲ · ثبت ۲ آذر",
        "زمان مقایسه: ۳ آذر ۱۴۰۵، ساعت ۱۱:۳۰ · کارشناس نمونه",
    ]
    assert any("حذف‌شده: ۱" in line for line in header)
    assert header[-2].endswith("نگارشی")
    assert header[-1] == "مقایسه نشد: پانوشت‌ها"
    footer = part(document, "word/footer1.xml")
    assert [field.get(f"{W}instr") for field in footer.iter(f"{W}fldSimple")] == [
        r" PAGE \* HINDIARABIC ", r" NUMPAGES \* HINDIARABIC ",
    ]  # fmt: skip
    assert part(document).find(f".//{W}pgNumType").get(f"{W}fmt") == "hindiNumbers"
    assert "".join(footer.itertext()) == "صفحهٔ ۱ از ۱"


def test_headings_have_the_styles_of_headings_also_where_they_are_new_or_gone() -> None:
    old = "باب اول ـ کلیات\nفصل اول ـ هدف\nماده ۱ـ متن یکم.\nفصل دوم ـ زائد\nماده ۲ـ متن دوم."
    new = "باب اول ـ کلیات و هدف\nفصل اول ـ هدف\nماده ۱ـ متن یکم.\nماده ۲ـ متن دوم.\n"
    new += "فصل دوم ـ پایان سخن\nماده ۳ـ بند."
    document = exact(old, new)
    styles = {
        "".join(one.itertext()): style.get(f"{W}val")
        for one in part(document).iter(f"{W}p")
        if (style := one.find(f"{W}pPr/{W}pStyle")) is not None
    }
    assert styles == {
        "باب اول ـ کلیات و هدف": "Heading1", "فصل اول ـ هدف": "Heading2", "فصل دوم ـ زائد": "Heading2",
        "فصل دوم ـ پایان سخن": "Heading2",
    }  # fmt: skip
    names = [one.get(f"{W}val") for one in part(document, "word/styles.xml").iter(f"{W}name")]
    assert {"heading 1", "heading 2", "heading 3"} <= set(names)


def test_an_empty_provenance_leaves_no_empty_line_in_the_header() -> None:
    use_language("en")
    nobody = Provenance(" \n", datetime(2026, 11, 24, 8, 0, tzinfo=UTC))
    header = ["".join(one.itertext()) for one in part(made(OLD, NEW, nobody), "word/header1.xml")]
    assert header[0] == "نسخهٔ ۱ ← نسخهٔ ۲"
    assert all(header)
    assert not any("Hidden" in line for line in header)


def test_the_package_opens_in_another_library_with_its_title() -> None:
    opened = docx.Document(io.BytesIO(made(OLD, NEW)))
    assert opened.core_properties.title == "مقایسه آیین‌نامه نمونه"
    assert opened.core_properties.author == "کارشناس نمونه"
    assert opened.sections[0].different_first_page_header_footer
    with zipfile.ZipFile(io.BytesIO(made(OLD, NEW))) as package:
        assert package.testzip() is None
        assert "word/comments.xml" not in package.namelist()


@pytest.mark.parametrize("name", [name for name, (_, new) in PAIRS.items() if new.strip()])
def test_our_own_reader_reads_the_newer_text(name: str, tmp_path: Path) -> None:
    old, new = PAIRS[name]
    path = tmp_path / "comparison.docx"
    path.write_bytes(made(old, new))
    read = read_document(path)
    assert read.text == holdable(new)
    assert set(read.not_compared) <= {"header", "footer", "tracked_changes"}


def test_what_a_document_cannot_hold_is_made_visible() -> None:
    assert holdable("a\x00b\x1f\x7f\ud800\ufffe\ufff9") == "a\u2400b\u241f\u2421\ufffd\ufffd\ufffd"
    assert holdable("\t\n\u200c\u202e\u0085\U0001f642") == "\t\n\u200c\u202e\u0085\U0001f642"


# In LibreOffice itself.


def _check_in_libreoffice(resolve: Resolve, pairs: dict[str, tuple[str, str]]) -> None:
    found = resolve({name: made(old, new) for name, (old, new) in pairs.items()})
    assert found.keys() == pairs.keys()
    for name, (old, new) in pairs.items():
        assert found[name]["accepted"] == holdable(new), name
        # As LibreOffice writes it to a text file, where the last paragraph too ends its line.
        assert found[name]["exported"] == holdable(new) + "\n", name
        assert found[name]["rejected"] == holdable(old), name
        assert found[name]["left"] == 0, name


def test_libreoffice_accepts_to_the_newer_and_rejects_to_the_older_text(in_libreoffice: Resolve) -> None:
    pairs = dict(PAIRS)
    pairs |= {f"{name}_back": (new, old) for name, (old, new) in PAIRS.items()}
    pairs |= {f"draft_{seed}": drafts(seed) for seed in range(20, 28)}
    pairs |= {f"spelled_{seed}": (drafts(seed)[0], noisy(drafts(seed)[1])) for seed in range(30, 36)}
    _check_in_libreoffice(in_libreoffice, pairs)


def test_libreoffice_gives_back_hostile_texts_too(in_libreoffice: Resolve) -> None:
    texts: list[tuple[str, str]] = []

    @settings(max_examples=30, deadline=None, phases=[Phase.generate], database=None)
    @given(anything, anything)
    def gather(old: str, new: str) -> None:
        texts.append((old, new))

    # One LibreOffice for all of them: it takes longer to start than to read fifty documents.
    gather()
    pairs = {f"{number:02}": pair for number, pair in enumerate(texts)}
    pairs |= {
        f"{number:02}_shuffled": (old + "\n" + new, new + "\n" + old)
        for number, (old, new) in enumerate(texts)
    }
    assert len(set(pairs.values())) > 40
    _check_in_libreoffice(in_libreoffice, pairs)
