from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

import pytest

from desktop_app.comparison.engine import compare_texts
from desktop_app.comparison.outputs import as_html, as_text
from desktop_app.wording import use_language

OLD = "ماده ۱ـ مهلت پاسخ سی روز است و تمدید نمی‌شود.\nماده ۲ـ هزینه بر عهده متقاضی است.\nماده ۳ـ این متن می‌ماند.\n"
NEW = "ماده ۱ـ مهلت پاسخ ده روز است و تمدید نمي‌شود.\nماده ۲ـ این متن می‌ماند.\n"


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
        self.root: dict[str, str | None] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "html":
            self.root = dict(attrs)
        self.links += [
            value or "" for name, value in attrs if name in {"href", "src", "style"} and tag != "col"
        ]


def test_the_text_names_both_sides_and_marks_words_without_colour() -> None:
    made = as_text(compare_texts(OLD, NEW, old_name="نسخه ۱", new_name="نسخه ۲", not_compared=("پانوشت‌ها",)))
    assert "نسخه ۱ ← نسخه ۲" in made
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
    assert page.links == []
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
