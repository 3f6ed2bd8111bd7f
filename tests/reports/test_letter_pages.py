"""Where things stand on the pages of a letter: addressee, number, signature, copies, letterhead."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from reportlab.lib.units import mm

from desktop_app.office.letter_choices import CopyLine, PaperSize
from desktop_app.office.letter_templates import LetterKind
from desktop_app.office.settings import OfficeSettings
from desktop_app.persian.digits import isolated, persian_digits
from desktop_app.reports.letters.of_petitions import OF_PETITIONS
from desktop_app.reports.letters.page import LAYOUT, letter_pdf, window_of
from desktop_app.reports.letters.sheet import LetterSheet
from tests.department import TestOffice
from tests.reports.letters import resolved, words_of
from tests.reports.pdf.reading import by_pdfium, by_poppler, characters, has_poppler


def sheet(**changed: Any) -> LetterSheet:
    whole = LetterSheet(
        kind=LetterKind.REPLY,
        number="1405/7",
        made_at=datetime(2026, 11, 24, 8, 0, tzinfo=UTC),
        addressee=("جناب آقای علی کریمی", "تهران، خیابان بهار"),
        subject="پاسخ درخواست",
        paragraphs=("با سلام و احترام؛", "پاسخ شما."),
        enclosure="یک برگ",
        signer="دکتر یزدی",
        signer_title="مدیرکل",
        copies=(CopyLine("دبیرخانه", "جهت اطلاع"),),
        settings=OfficeSettings(),
    )
    return replace(whole, **changed)


def boxes(content: bytes, wanted: str) -> tuple[float, float, float, float]:
    """Where words are drawn on the first page: left, bottom, right, top in points from the lower left."""
    seen = [one for one in characters(content, 0) if not one.text.isspace()]
    read = "".join(one.text for one in seen)
    at = read.find(wanted.replace(" ", ""))
    assert at >= 0, read
    found = seen[at : at + len(wanted.replace(" ", ""))]
    return (
        min(one.left for one in found),
        min(one.bottom for one in found),
        max(one.right for one in found),
        max(one.top for one in found),
    )


@pytest.mark.parametrize(
    "window",
    [
        {},
        {"window_right": 15, "window_top": 45, "window_width": 100, "window_height": 35},
        {"window_right": 100, "window_top": 60},
        # It has no room for the label.
        {"window_width": 60},
    ],
)
@pytest.mark.parametrize("lines", [2, 6])
def test_the_addressee_is_drawn_inside_the_window(window: dict[str, Any], lines: int) -> None:
    settings = replace(OfficeSettings(), **window)
    address = ("جناب آقای علی کریمی", *["تهران، خیابان بهار"] * (lines - 1))
    content = letter_pdf(sheet(settings=settings, addressee=address))
    left, bottom, right, top = window_of(settings)
    assert right == pytest.approx(LAYOUT.width - settings.window_right * mm)
    assert top == pytest.approx(LAYOUT.height - settings.window_top * mm)
    for words in set(address):
        box = boxes(content, words)
        assert left <= box[0] <= box[2] <= right
        assert bottom <= box[1] <= box[3] <= top
    # Nothing else is seen through it.
    seen = {
        one.text
        for one in characters(content, 0)
        if left < (one.left + one.right) / 2 < right and bottom < (one.bottom + one.top) / 2 < top
    }
    label = "گیرنده:" if settings.window_width >= 70 else ""
    assert {letter for letter in seen if letter.strip()} == set(label + "".join(address)) - {" "}


def test_number_date_and_enclosure_are_at_the_left_and_the_signature_too() -> None:
    content = letter_pdf(sheet())
    for words in ("شماره", "تاریخ", "پیوست", "طبقه‌بندی"):
        _, bottom, right, _ = boxes(content, words)
        assert right < LAYOUT.width / 2
        assert bottom > LAYOUT.height - 45 * mm
    assert boxes(content, "دکتر یزدی")[2] < LAYOUT.width / 2
    assert boxes(content, "رونوشت")[0] > LAYOUT.width / 2
    assert boxes(content, "دکتر یزدی")[1] > boxes(content, "رونوشت")[3]
    # The seal is set beside the signature, and not over it.
    assert boxes(content, "دکتر یزدی")[2] < boxes(content, "محل مُهر")[0]


def test_on_small_paper_a_few_copies_stand_beside_signature_and_seal() -> None:
    few = (CopyLine("دبیرخانه", "جهت اطلاع"), CopyLine("بایگانی", "جهت ثبت در پرونده"))
    content = letter_pdf(sheet(copies=few, paper_size=PaperSize.A5))
    title, seal = boxes(content, "مدیرکل"), boxes(content, "محل مُهر")
    for words in ("رونوشت", "دبیرخانه", "بایگانی"):
        assert boxes(content, words)[0] > seal[2]
        assert boxes(content, words)[1] > title[1] - 4


LONG = ("با سلام و احترام؛", *(f"بند شمارهٔ {n} از پاسخ، که چند سطر است. " * 6 for n in range(9)))
OFFICE = replace(OfficeSettings(), office_address="تهران، خیابان نمونه، شمارهٔ ۱۲", phone="021-42991")


@pytest.mark.parametrize("size", list(PaperSize))
def test_a_second_page_has_number_and_date_and_every_foot_the_office(size: PaperSize) -> None:
    pages = by_pdfium(
        letter_pdf(sheet(paragraphs=LONG, settings=OFFICE, paper_size=size, code=isolated("۴۰۷۲-۹۱۸۳-۵۵۹۲")))
    )
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        words = " ".join(page.split())
        assert "۱۴۰۵/۷" in words
        assert "۱۴۰۵/۰۹/۰۳" in words
        assert "خیابان نمونه" in words
        assert "۰۲۱-۴۲۹۹۱" in words
        assert "۴۰۷۲-۹۱۸۳-۵۵۹۲" in words
        assert f"صفحهٔ {persian_digits(str(number))} از" in words
        assert ("بسمه تعالی" in words) is (number == 1)
        assert "میز مشارکت" not in words


@pytest.mark.parametrize("size", list(PaperSize))
def test_signature_and_copies_stand_under_the_last_lines_of_the_text(size: PaperSize) -> None:
    copies = (CopyLine("دبیرخانه", "جهت اطلاع"), CopyLine("بایگانی", "جهت ثبت"))
    turned = set()
    for more in range(26):
        text = (*LONG[:3], *("سطر",) * more, "سطر پایانی.")
        pages = by_pdfium(letter_pdf(sheet(paragraphs=text, copies=copies, paper_size=size)))
        [signed] = [page for page in pages if "دکتر یزدی" in page]
        assert all(words in signed for words in ("سطر پایانی", "رونوشت", "دبیرخانه", "بایگانی"))
        turned.add(len(pages))
    assert len(turned) > 1


def test_on_paper_that_has_a_letterhead_none_is_printed() -> None:
    settings = replace(OFFICE, prints_letterhead=False)
    content = letter_pdf(sheet(settings=settings))
    shown = words_of(content)
    assert not any(words in shown for words in ("وزارت", "بسمه تعالی", "خیابان نمونه"))
    assert "صفحهٔ ۱ از ۱" in shown
    printed = letter_pdf(sheet(settings=OFFICE))
    # Numbers are stamped at the same place.
    assert boxes(content, "شماره") == boxes(printed, "شماره")


def test_the_office_says_what_stands_above_the_emblem_and_whether_a_seal_has_its_place() -> None:
    plain = replace(OFFICE, invocation="به نام خدا", seal_place=False)
    shown = words_of(letter_pdf(sheet(settings=plain)))
    assert "به نام خدا" in shown
    assert "محل مُهر" not in shown


@pytest.mark.parametrize("size", list(PaperSize))
def test_a_long_address_of_the_office_stands_in_the_foot_as_a_whole(size: PaperSize) -> None:
    address = " ".join(f"خیابان نمونهٔ {one}،" for one in "ابپتثجچحخدذر") + " پلاک پایانی"
    invocation = "بسم الله الرحمن الرحیم و به نستعین"
    settings = replace(OFFICE, office_address=address, office_name="اداره کل " * 9, invocation=invocation)
    content = letter_pdf(sheet(settings=settings, paper_size=size, paragraphs=LONG[:2]))
    assert "پلاک پایانی" in words_of(content)
    # What stands above the emblem parts the office from the number.
    left, bottom, right, _ = boxes(content, invocation)
    # Nothing of the office or of the number is drawn below it.
    between = [
        one.text for one in characters(content, 0) if left < one.left < right and one.bottom > bottom - 40
    ]
    assert "".join(between).count("ا") == invocation.count("ا")


@pytest.mark.parametrize("size", list(PaperSize))
def test_many_copies_with_long_purposes_all_stand_below_a_heading(size: PaperSize) -> None:
    lines = tuple(CopyLine(f"ادارهٔ نمونهٔ {one}", "جهت اطلاع و اقدام لازم " * 5) for one in "ابپتثجچحخدذر")
    pages = by_pdfium(letter_pdf(sheet(paragraphs=LONG[:5], copies=lines, paper_size=size)))
    words = [" ".join(page.split()) for page in pages]
    assert all(any(line.recipient in page for page in words) for line in lines)
    assert all("رونوشت:" in page for page in words if "ادارهٔ نمونهٔ" in page)


def test_an_enclosure_that_is_too_long_for_the_letterhead_stands_below() -> None:
    long = "نسخهٔ اصلاح‌شدهٔ آیین‌نامه در دوازده برگ و یک لوح فشرده"
    shown = words_of(letter_pdf(sheet(enclosure=long)))
    assert "پیوست: دارد" in shown
    assert long in shown
    assert words_of(letter_pdf(sheet())).count("یک برگ") == 1


def test_without_a_postal_address_no_room_is_left_for_a_window() -> None:
    name, address = "جناب آقای علی کریمی", ("جناب آقای علی کریمی", "تهران، خیابان بهار")
    by_hand, by_post = (letter_pdf(sheet(addressee=lines)) for lines in ((name,), address))
    assert boxes(by_hand, "پاسخ درخواست")[1] > boxes(by_post, "پاسخ درخواست")[3] + 20 * mm
    assert boxes(by_hand, "گیرنده")[2] == pytest.approx(boxes(by_hand, "موضوع")[2], abs=2)


def test_the_office_s_logo_stands_on_every_letter_and_one_that_cannot_be_drawn_on_none(
    office: TestOffice,
) -> None:
    detail, letters = resolved(office), office.services.petition_letters
    before = {kind: len(letters.paper(office.clerk, detail.id, kind).pdf) for kind in OF_PETITIONS}
    picture = BytesIO()
    Image.effect_noise((80, 80), 60).save(picture, "PNG")
    office.services.office.change_logo(office.administrator, picture.getvalue())
    for kind in OF_PETITIONS:
        assert len(letters.paper(office.clerk, detail.id, kind).pdf) > before[kind] + 2000
    assert letter_pdf(sheet(logo=b"no picture")) == letter_pdf(sheet())


def test_an_address_that_is_too_long_for_the_window_says_so() -> None:
    content = letter_pdf(sheet(addressee=("نام", *["نشانی بسیار بلند " * 12] * 7)))
    _, bottom, _, _ = window_of(OfficeSettings())
    assert boxes(content, "...")[1] >= bottom


def test_a_label_is_copied_with_its_colon_by_both_readers() -> None:
    content = letter_pdf(sheet(subject="پاسخ شکایت شما"))
    copied = [words_of(content), *([by_poppler(content)] if has_poppler() else [])]
    for found in copied:
        plain = re.sub("[\u200e\u200f\u202a-\u202e]", "", found)
        assert "موضوع: پاسخ شکایت شما" in " ".join(plain.split())


def test_the_title_of_the_signer_has_no_line_of_a_single_word() -> None:
    title = "مدیر کل فرهنگ و ارشاد اسلامی استان تهران"
    pages = by_pdfium(letter_pdf(sheet(signer_title=title)))
    [first, second] = [line for line in pages[0].splitlines() if line.strip() and line.strip() in title]
    assert (first.strip(), second.strip()) == ("مدیر کل فرهنگ و ارشاد اسلامی", "استان تهران")
