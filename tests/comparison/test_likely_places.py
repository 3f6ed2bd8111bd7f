"""Likely places of lost words, for a person to choose from."""

from __future__ import annotations

from desktop_app.comparison.likely_places import likely_places

TEXT = "\n".join(
    (
        "ماده ۱- اداره ظرف سی روز کاری پاسخ می‌دهد.",
        "ماده ۲- نگارخانه نام دبیر خود را به اداره اعلام می‌کند.",
        "ماده ۳- اداره ظرف بیست روز اداری به درخواست پاسخ می‌دهد.",
    )
)


def test_similar_words_come_first_and_then_the_provision_of_the_same_number() -> None:
    found = likely_places(TEXT, "ظرف سی روز کاری پاسخ می‌دهد", ("ماده ۲",))
    words = [TEXT[start:end] for start, end in found]
    assert words[0] == "ظرف سی روز کاری پاسخ می‌دهد"
    assert words[-1].startswith("ماده ۲-")
    assert all(one[1] <= other[0] or other[1] <= one[0] for one in found for other in found if one != other)


def test_nothing_is_offered_for_words_and_a_number_that_are_not_there() -> None:
    assert likely_places(TEXT, "کتابخانه‌های عمومی شهرستان", ("ماده ۹",)) == ()
    assert likely_places("", "واژه", ("ماده ۱",)) == ()
