from __future__ import annotations

import pytest

from desktop_app.comparison.engine import compare_texts
from desktop_app.comparison.result import Comparison, Op
from tests.comparison.invariants import check

_CHANGES = {Op.DELETE, Op.INSERT, Op.REPLACE}


def changes(result: Comparison) -> list[tuple[str, str]]:
    """What was taken and what was put in its place, one pair for each change."""
    check(result)
    return [
        (result.old.text[slice(*span.old)], result.new.text[slice(*span.new)])
        for entry in result.entries
        for span in entry.spans
        if span.op in _CHANGES
    ]


def table(*rows: str) -> str:
    return (
        "ماده ۱ـ تعرفه‌ها به شرح جدول زیر است:\n"
        + "\n".join(rows)
        + "\nماده ۲ـ این جدول هر سال بازبینی می‌شود.\n"
    )


FEES = ("ردیف\tخدمت\tمبلغ", "۱\tصدور پروانه نگارخانه\t۵۰۰", "۲\tتمدید پروانه نگارخانه\t۳۰۰", "۳\tالمثنی\t۱۰۰")


def test_a_changed_cell_is_the_only_change() -> None:
    revised = (*FEES[:2], "۲\tتمدید پروانه نگارخانه\t۳۵۰", FEES[3])
    assert changes(compare_texts(table(*FEES), table(*revised))) == [("۳۰۰", "۳۵۰")]


def test_no_change_reaches_from_one_cell_or_row_into_the_next() -> None:
    revised = (FEES[0], "۱\tصدور پروانه نگارخانه\t۹۰۰", "۴\tتمدید پروانه نگارخانه\t۳۰۰", FEES[3])
    found = changes(compare_texts(table(*FEES), table(*revised)))
    assert found == [("۵۰۰", "۹۰۰"), ("۲", "۴")]


def test_a_row_put_in_leaves_its_neighbours_alone() -> None:
    revised = (*FEES[:2], "۵\tصدور مجوز نمایشگاه\t۲۵۰", *FEES[2:])
    (change,) = changes(compare_texts(table(*FEES), table(*revised)))
    assert change[0] == ""
    assert change[1].strip() == "۵\tصدور مجوز نمایشگاه\t۲۵۰"


def test_a_row_taken_out_leaves_its_neighbours_alone() -> None:
    (change,) = changes(compare_texts(table(*FEES), table(*FEES[:2], FEES[3])))
    assert change[0].strip() == FEES[2]
    assert change[1] == ""


def test_a_number_changed_in_every_row_marks_nothing_else() -> None:
    revised = tuple(row.replace("۰۰", "۵۰") for row in FEES)
    assert changes(compare_texts(table(*FEES), table(*revised))) == [
        ("۵۰۰", "۵۵۰"),
        ("۳۰۰", "۳۵۰"),
        ("۱۰۰", "۱۵۰"),
    ]


@pytest.mark.parametrize("rows", [150, 400])
def test_a_long_table_is_compared_row_by_row(rows: int) -> None:
    lines = [f"{number}\tخدمت گونه {number * 7}\t{number * 1000}" for number in range(1, rows)]
    revised = list(lines)
    revised[rows // 2] = revised[rows // 2].replace("خدمت", "کار")
    del revised[10]
    found = changes(compare_texts(table(*lines), table(*revised)))
    assert [(old.strip(), new.strip()) for old, new in found] == [(lines[10], ""), ("خدمت", "کار")]


def test_a_cell_more_in_a_row_is_still_one_row() -> None:
    revised = (*FEES[:2], "۲\tتمدید پروانه نگارخانه\tیک‌ساله\t۳۰۰", FEES[3])
    ((taken, put),) = changes(compare_texts(table(*FEES), table(*revised)))
    assert taken == ""
    assert put.strip() == "یک‌ساله"


def test_rows_that_changed_their_number_and_their_words_are_still_known() -> None:
    old = "شرح\tتعداد\n۳\tالمثنی پروانه\t۱۰۰"
    new = "شرح\tتعداد\n۴\tالمثنی پروانه و گواهی\t۱۰۰"
    assert [entry.status for entry in compare_texts(old, new).entries] == ["unchanged", "edited"]


def test_rows_that_have_nothing_in_common_are_taken_out_and_put_in() -> None:
    revised = (*FEES[:2], "۲\tبازدید از محل\t۹۰", "۴\tثبت نام\t۱۰", FEES[3])
    found = changes(compare_texts(table(*FEES), table(*revised)))
    assert [(old.strip(), new.strip()) for old, new in found] == [
        (FEES[2], ""),
        ("", revised[2]),
        ("", revised[3]),
    ]


def test_a_running_number_weighs_nothing_and_an_amount_does() -> None:
    revised = (FEES[0], FEES[1].replace("۵۰۰", "۹۰۰"), "۴" + FEES[2][1:], FEES[3])
    spans = [
        span
        for entry in compare_texts(table(*FEES), table(*revised)).entries
        for span in entry.spans
        if span.op in _CHANGES
    ]
    assert [span.weighty for span in spans] == [True, False]
