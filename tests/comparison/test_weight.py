from __future__ import annotations

import json

import pytest

from desktop_app.comparison.engine import compare_texts, to_json
from desktop_app.comparison.result import ProvisionStatus
from tools.benchmarks.quality import is_weighty
from tools.benchmarks.truth.weighing import HELD_OUT, TUNED, WeighedPart, weighed

_RULE = "ماده ۱- آثار برگزیده در تالار بزرگ نگهداری و معرفی می‌شود.\n"
_OTHER = "ماده {n}- کاتالوگ نمایشگاه به دو زبان چاپ می‌شود.\n"


@pytest.mark.parametrize("part", [TUNED, HELD_OUT], ids=["tuned", "held out"])
def test_of_the_made_changes_nine_of_ten_are_judged_rightly(part: WeighedPart) -> None:
    changes = [*part.changes()]
    assert len(changes) == 200
    assert sum(change.weighty for change in changes) == 100
    judged = weighed(part, is_weighty)
    assert judged.precision >= 0.9
    assert judged.recall >= 0.9


def test_the_two_parts_share_no_template_and_no_word_of_a_slot() -> None:
    assert not {*TUNED.weighty, *TUNED.light} & {*HELD_OUT.weighty, *HELD_OUT.light}
    one, other = ({word for words in part.words.values() for word in words} for part in (TUNED, HELD_OUT))
    assert not one & other


@pytest.mark.parametrize(
    ("body", "weighty"),
    [
        ("زنان سرپرست خانوار از عوارض معاف هستند.", True),
        ("متقاضی رونوشت سند را پیوست می‌کند.", True),
        ("مبلغ آن دو میلیون ریال است.", True),
        ("موضوع بند ۳ ماده ۴ در پیوست ۲ آمده است.", False),
        ("هنر میراث مشترک مردم است.", False),
        ("هدف از این مقررات ساماندهی نگارخانه‌ها می‌باشد.", False),
    ],
)
def test_a_provision_on_one_side_only_is_judged_too(body: str, weighty: bool) -> None:
    shorter = _RULE + _OTHER.format(n="۲")
    longer = _RULE + f"ماده ۲- {body}\n" + _OTHER.format(n="۳")
    for old, new, status in (
        (shorter, longer, ProvisionStatus.INSERTED),
        (longer, shorter, ProvisionStatus.DELETED),
    ):
        compared = compare_texts(old, new)
        [entry] = [one for one in compared.entries if one.status is status]
        assert entry.weighty is weighty
        assert compared.weighty == weighty
        assert (
            sum(provision["weighty"] for provision in json.loads(to_json(compared))["provisions"]) == weighty
        )


@pytest.mark.parametrize(
    ("old", "new", "weighty"),
    [
        ("اثر را ثبت كرد یا برگرداند", "اثر را ثبت كردیا برگرداند", False),
        ("سهم او در آمد دارد", "سهم او درآمد دارد", True),
        ("سهم او در‌آمد دارد", "سهم او درآمد دارد", False),
        ("کار او باز خواست دارد", "کار او بازخواست دارد", True),
        ("شورا موظف است پاسخ دهد", "شورا مکلف است پاسخ دهد", False),
        ("شورای شهر پاسخ دهد", "شوراهای شهر پاسخ دهد", False),
        ("هیأت شهر پاسخ دهد", "هیئت شهر پاسخ دهد", False),
        ("شورا پاسخ دهد", "وزیر پاسخ دهد", True),
        ("مالک پاسخ دهد", "مستأجر پاسخ دهد", True),
        ("مالک پاسخ دهد", "او پاسخ دهد", False),
        ("ابزار در دسترس شورا است", "ابزار در اختیار شورا است", False),
        ("پرداخت با او است", "پرداخت حق بیمه با او است", False),
        ("این کار با او است", "این کار حق او است", True),
        ("سند و گواهی او", "سند یا گواهی او", True),
        ("پس از ثبت پاسخ دهد", "پیش از ثبت پاسخ دهد", True),
        ("همه کتاب‌ها را ببیند", "کتاب‌ها را ببیند", False),
        ("قانون کار را ببیند", "قانون کار مصوب ۱۳۶۹ و ماده ۳ آن را ببیند", False),
    ],
)
def test_words_of_one_meaning_weigh_nothing(old: str, new: str, weighty: bool) -> None:
    for one, other in ((old, new), (new, old)):
        compared = compare_texts(f"ماده ۱- {one} و بس.\n", f"ماده ۱- {other} و بس.\n")
        assert compared.entries[0].weighty is weighty


def test_headings_and_equal_texts_weigh_nothing() -> None:
    chapter = "فصل اول - شورا و وظایف آن\n"
    text = _RULE + _OTHER.format(n="۲")
    assert compare_texts(text, text).weighty == 0
    compared = compare_texts(text, chapter + text)
    assert [entry.weighty for entry in compared.entries if entry.status is ProvisionStatus.INSERTED] == [
        False
    ]
