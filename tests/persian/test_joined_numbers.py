"""Which numbers of free text are one number of several parts, and which are two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.languages import in_language
from desktop_app.persian.digits import ARABIC_DIGITS, LATIN_DIGITS, persian_digits
from desktop_app.persian.joined_numbers import (
    for_display,
    isolated_numbers,
    isolated_with,
    joined_numbers,
    shown_digits,
    without_isolates,
)

#: Texts in which the piece in brackets is one number.
_ONE = (
    # Numbers of letters.
    "شمارهٔ [1404/01-10001]",
    "نامهٔ [1404/01-10001] مورخ 1404/02/03",
    "نامهٔ [12/345-6]",
    "نامهٔ [99/1/12-345]",
    "ص/[1404/01-10001]",
    "شمارهٔ [1404-12345]",
    "شمارهٔ [1404-123]",
    "([1404-12345])",
    "شمارهٔ [1404/12-3]،",
    "شمارهٔ [5-1404-877]",
    # Telephone numbers.
    "تلفن [021-88776655]",
    "تلفن [021-8877-6655].",
    "تلفن [021 8877 6655]",
    "تلفن [021 88776655]",
    "تلفن [0311-2233445]",
    "همراه [0912-345-6789]",
    "همراه [0912 345 6789]",
    "همراه [0912 345 67 89]",
    "همراه [0912 3456789]",
    "همراه [+989123456789]",
    "همراه [+98 912 345 6789]",
    "تلفن [+98-21-88776655]",
    "تلفن [0098-21-88776655]",
    "داخلی [021-88776655-7]",
    "تلفن‌های [021-88776655] و [021-88776656]",
    "[0912-345-6789] و 8-14",
    # Codes.
    "کد رهگیری [1234 5678 9012]",
    "کد رهگیری [1234-5678-9012]",
    "کارت [6037-9911-1234-5678]",
    "کارت [6037 9911 1234 5678]",
    "کد ملی [049-937089-9]",
    "کد پستی [13467-89135]",
    "تاریخ [2026-11-29]",
    "تاریخ [1405-09-08]",
)
#: Texts without such a number: ranges, dates, decimals, times, lists and single numbers.
_NONE = (
    "",
    "متن بی‌عدد",
    "عدد 12",
    "ساعت 8-14",
    "ساعت 8:30-12:00",
    "ساعت 8:30-12",
    "سال‌های 1400-1405",
    "از 1400/01/01-1400/02/01",
    "ماه‌های 1404/01-1404/05",
    "صفحه‌های 100-200",
    "بین 10000-20000 ریال",
    "بین 2/5-3/5 درصد",
    "بین 2.5-3.5 درصد",
    "بین 1/2-3",
    "بند 1-2-3",
    "بند 1404-2",
    "تاریخ 1405/09/08",
    "تاریخ 8/9/1405",
    "مبلغ 1,000-2,000",
    "مبلغ 1,234,567",
    "سال 1404 12 ماه",
    "10 - 20",
    "ماده 8 - 14",
    "50-هزار",
    "12/345-الف",
    "همراه 09123456789",
    "نمره 0-5",
    "روزهای 02-05",
    "دو بخش 1234 5678",
    "0.5-1.5",
    "1-",
    "-5",
    "5–14",
)


def spelled(text: str, digits: str) -> str:
    return text.translate(str.maketrans(LATIN_DIGITS, digits))


@pytest.mark.parametrize("digits", [LATIN_DIGITS, persian_digits(LATIN_DIGITS), ARABIC_DIGITS])
@pytest.mark.parametrize("case", [*_ONE, *_NONE])
def test_what_is_one_number(case: str, digits: str) -> None:
    text = spelled(case, digits)
    bare = text.replace("[", "").replace("]", "")
    found, done = "", 0
    for start, end in joined_numbers(bare):
        found += f"{bare[done:start]}[{bare[start:end]}]"
        done = end
    assert found + bare[done:] == text


_TEXTS = st.text(alphabet="01245689۰۱۴٠٩ -/+.:,،آب", max_size=40)


@given(_TEXTS, st.data())
def test_a_text_for_display_has_marks_alone_added_and_ranges_keep_their_words(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    shown, ((first, last),) = isolated_with(text, [(start, end)])
    assert without_isolates(shown) == text
    assert without_isolates(shown[first:last]) == text[start:end]
    assert isolated_numbers(text) == shown


def test_digits_that_a_hyphen_turns_round_everywhere_are_held_by_an_override() -> None:
    assert isolated_numbers("٠٢١-٨٨٧٧٦٦٥٥") == "\u2066\u202d٠٢١-٨٨٧٧٦٦٥٥\u202c\u2069"
    assert isolated_numbers("۰۲۱-۸۸۷۷۶۶۵۵") == "\u2066۰۲۱-۸۸۷۷۶۶۵۵\u2069"


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("نامهٔ 12/345-الف، 3 برگ", "نامهٔ ۱۲/۳۴۵-الف، ۳ برگ"),
        ("ساعت 9:30 روز ٣ آذر", "ساعت ۹:۳۰ روز ٣ آذر"),
        ("تلفن 42991", "تلفن ۴۲۹۹۱"),
        ("(12)", "(۱۲)"),
        # Names and addresses in Latin letters, and addresses that consist of numbers.
        ("report 2026.exe", "report 2026.exe"),
        ("8 Azar 1405", "8 Azar 1405"),
        ("روی Windows 10 و 11، 3 رایانه", "روی Windows 10 و ۱۱، ۳ رایانه"),
        ("به ali12@example.ir، 12 روز", "به ali12@example.ir، ۱۲ روز"),
        ("کاغذ A4", "کاغذ A4"),
        ("10.0.0.5", "10.0.0.5"),
        ("C:\\1405\\2", "C:\\1405\\2"),
        ("بدون رقم", "بدون رقم"),
    ],
)
def test_stored_digits_are_shown_as_those_of_the_language(stored: str, shown: str) -> None:
    assert shown_digits(stored) == shown
    assert in_language("en", lambda: shown_digits(stored)) == stored


@given(st.text(st.sampled_from("012۳٤ ابAz@.-/\n")))
def test_digits_for_display_keep_their_places(text: str) -> None:
    shown = shown_digits(text)
    assert len(shown) == len(text)
    assert persian_digits(shown) == persian_digits(text)
    assert without_isolates(for_display(text)[0]) == without_isolates(shown)
