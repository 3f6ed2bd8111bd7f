from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.comparison.engine import PAGE_FURNITURE, compare_texts
from desktop_app.comparison.folding import flat
from desktop_app.comparison.furniture import blanked, furniture_of
from desktop_app.comparison.structure import parse

_SENTENCE = (
    "اداره کل درخواست‌های رسیده را به ترتیب تاریخ ثبت بررسی می‌کند و آن را ظرف ده روز به آگاهی متقاضی می‌رساند"
)
_HEAD = "آیین‌نامه نگارخانه‌های استان نمونه"


def page(number: int, lines: int = 10) -> list[str]:
    """A page whose last sentence goes on overleaf."""
    return [f"{_SENTENCE} در نوبت {number * lines + line}" for line in range(lines)]


def taken(text: str) -> list[str]:
    """What stands on the lines that are taken for furniture."""
    return [
        line.strip()
        for start, end in furniture_of(text, flat(text))
        for line in text[start:end].splitlines()
        if line.strip()
    ]


def book(form: str, pages: int = 4, first: int = 1, lines: int = 10) -> str:
    made: list[str] = []
    for number in range(first, first + pages):
        made += [*page(number, lines), form.format(number=number)]
    return "\n".join(made) + "\n"


@pytest.mark.parametrize(
    ("form", "last"),
    [
        ("{number}", "4"),
        ("- {number} -", "- 4 -"),
        ("ـ {number} ـ", "ـ 4 ـ"),
        ("صفحه {number}", "صفحه 4"),
        ("صفحه {number} از ۱۲", "صفحه 4 از ۱۲"),
        ("{number} / 12", "4 / 12"),
        ("آیین‌نامه نمونه ـ صفحه {number}", "آیین‌نامه نمونه ـ صفحه 4"),
        ("صفحه {number} - آیین‌نامه نمونه", "صفحه 4 - آیین‌نامه نمونه"),
    ],
)
def test_page_numbers_that_count_up_are_furniture(form: str, last: str) -> None:
    found = taken(book(form))
    assert len(found) == 4
    assert found[-1] == last


def test_persian_digits_count_as_well() -> None:
    text = book("{number}", first=7)
    for latin, persian in zip("0123456789", "۰۱۲۳۴۵۶۷۸۹", strict=True):
        text = text.replace(f"\n{latin}", f"\n{persian}")
    assert taken(text)[0] in {"۷", "7"}


def test_two_numbers_are_no_evidence() -> None:
    assert taken(book("{number}", pages=2)) == []


def test_two_numbers_between_dashes_with_a_page_between_them_are_enough() -> None:
    assert taken(book("- {number} -", pages=2, first=2)) == ["- 2 -", "- 3 -"]
    assert taken(book("ـ {number} ـ", pages=2, first=2)) == ["ـ 2 ـ", "ـ 3 ـ"]
    assert taken(book("- {number} -", pages=2, lines=2)) == []
    assert taken(book("- {number} -", pages=1)) == []


def test_one_number_between_dashes_on_every_page_is_furniture() -> None:
    assert taken(book("- ۲ -", pages=4)) == ["- ۲ -"] * 4
    assert taken(book("- ۲ -", pages=2)) == []
    assert taken(book("۲", pages=4)) == []
    assert taken("\n".join(["- ۲ -", _SENTENCE] * 5)) == []


def test_page_numbers_that_came_are_no_change() -> None:
    lines = ["ماده ۱ـ موارد زیر رعایت می‌شود و هر نوبت جدا رسیدگی می‌شود", *page(1), *page(2), *page(3)]
    after = "\n".join([*lines[:10], "- 2 -", *lines[10:20], "- 3 -", *lines[20:]])
    found = compare_texts("\n".join(lines), after)
    assert found.counts["changes"] == 0
    assert found.not_compared == (PAGE_FURNITURE,)


def test_a_number_that_is_missing_does_not_end_the_count() -> None:
    text = book("- {number} -", pages=6).replace("- 3 -\n", "")
    assert taken(text) == ["- 1 -", "- 2 -", "- 4 -", "- 5 -", "- 6 -"]


def test_a_number_alone_in_a_table_between_two_pages_stays() -> None:
    text = book("{number}").replace(page(2)[4], f"{page(2)[4]}\n750\n{_SENTENCE}")
    assert taken(text) == ["1", "2", "3", "4"]


@pytest.mark.parametrize(
    "rows",
    [
        "۱\n۵۰۰\n۲\n۶۰۰\n۳\n۷۰۰\n۴\n۸۰۰\n",
        "".join(f"{n}\nپروانه نگارخانه\nمدیرکل\nده روز\n" for n in range(1, 9)),
        "".join(f"{n}\n{_SENTENCE}\nاداره کل فرهنگ استان\n" for n in range(1, 9)),
        "".join(f"ماده {n}\n{_SENTENCE}.\n" for n in range(1, 9)),
        "".join(f"({n})\n{_SENTENCE}.\n" for n in range(1, 9)),
        "".join(f"{n}-\n{_SENTENCE}.\n" for n in range(1, 9)),
        "".join(f"۱۳۹{n}\n{_SENTENCE}.\n" for n in range(1, 9)),
        "".join(f"{n}\n{(_SENTENCE + '. ') * 12}\n" for n in range(1, 9)),
    ],
    ids=[
        "amounts",
        "rows",
        "long rows",
        "articles",
        "clauses",
        "numbers with dashes",
        "years",
        "long clauses",
    ],
)
def test_numbers_of_the_text_itself_are_never_furniture(rows: str) -> None:
    assert taken("جدول تعرفه\n" + rows) == []


def test_a_head_that_is_repeated_beside_page_numbers_is_furniture_but_not_the_title() -> None:
    made = [_HEAD]
    for number in range(1, 5):
        made += [*page(number), f"- {number} -", _HEAD]
    text = "\n".join([*made, *page(9)])
    assert taken(text) == [line for number in range(1, 5) for line in (f"- {number} -", _HEAD)]
    assert parse(text)[0].end == len(_HEAD)


def test_a_head_is_known_by_form_feeds_without_any_number() -> None:
    text = "\f".join("\n".join([_HEAD, *page(number)]) + "\n" for number in range(5))
    assert taken(text) == [_HEAD] * 4


def test_a_line_that_is_repeated_elsewhere_too_is_text() -> None:
    made = []
    for number in range(1, 5):
        made += ["حذف شد.", *page(number)[:5], "حذف شد.", *page(number)[5:], f"- {number} -"]
    assert "حذف شد." not in taken("\n".join(made))


def test_the_chapter_that_is_a_running_head_keeps_its_first_line() -> None:
    made = ["آیین‌نامه", *page(0), "- 1 -"]
    for number in range(2, 6):
        made += ["فصل دوم ـ نظارت", *page(number), f"- {number} -"]
    text = "\n".join(made)
    assert [provision.label for provision in parse(text)].count("فصل دوم") == 1


def test_the_lines_of_a_page_follow_those_of_the_page_before() -> None:
    text = "متن نخست\n\n- 1 -\n\n" + "\n".join(page(1)) + "\n- 2 -\n" + "\n".join(page(2)) + "\n- 3 -\nپایان"
    ranges = furniture_of(text, flat(text))
    assert ranges[0] == (len("متن نخست\n"), text.index(page(1)[0]))
    folded = blanked(flat(text), ranges)
    assert len(folded) == len(text)
    assert folded[ranges[0][0] : ranges[0][1]].isspace()
    assert "\n" not in folded[ranges[0][0] : ranges[0][1]]


_LINES = st.lists(
    st.sampled_from(
        ["1", "2", "3", "- 4 -", "صفحه ۵", "\f", "", _HEAD, _SENTENCE, "ماده ۱ـ متن", "فصل دوم", "3 / 9"]
    ),
    max_size=60,
)


@settings(max_examples=200, deadline=None)
@given(_LINES)
def test_furniture_is_ascending_whole_lines_inside_the_text(lines: list[str]) -> None:
    text = "\n".join(lines)
    line_starts = {0, *(place + 1 for place, letter in enumerate(text) if letter == "\n")}
    at = 0
    for start, end in furniture_of(text, flat(text)):
        assert at <= start < end <= len(text)
        assert start in line_starts
        assert end in line_starts | {len(text)}
        assert text[start:end].strip()
        at = end
