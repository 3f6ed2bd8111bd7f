"""Pairs that a reviewer pinned, together or apart."""

from __future__ import annotations

from desktop_app.comparison.engine import compare_texts
from desktop_app.comparison.pins import Pin
from tests.comparison.invariants import check


def test_a_pair_that_was_pinned_together_is_one_provision_whatever_its_words() -> None:
    old = "ماده ۱ـ متقاضی مدارک را ثبت می‌کند.\nماده ۲ـ مهلت رسیدگی سی روز است."
    new = "ماده ۱ـ مهلت رسیدگی سی روز است.\nماده ۲ـ هیچ‌یک از این واژه‌ها نبود."
    before = compare_texts(old, new)
    assert (before.counts["inserted"], before.counts["deleted"]) == (1, 1)
    pinned = compare_texts(old, new, pins=[Pin(old.index("متقاضی"), new.index("هیچ‌یک"), same=True)])
    check(pinned)
    assert (pinned.counts["inserted"], pinned.counts["deleted"], pinned.counts["edited"]) == (0, 0, 1)


def test_a_pair_that_was_pinned_apart_is_two_provisions_though_they_are_equal() -> None:
    old = "ماده ۱ـ متقاضی مدارک را ثبت می‌کند.\nماده ۲ـ مهلت رسیدگی سی روز است."
    result = compare_texts(old, old, pins=[Pin(old.index("مهلت"), old.index("مهلت"), same=False)])
    check(result)
    assert (result.counts["unchanged"], result.counts["inserted"], result.counts["deleted"]) == (1, 1, 1)


def test_of_two_pins_that_contradict_each_other_the_earlier_holds() -> None:
    text = "ماده ۱ـ متقاضی مدارک را ثبت می‌کند."
    same, apart = Pin(3, 3, same=True), Pin(3, 3, same=False)
    assert compare_texts(text, text, pins=[same, apart]).counts["unchanged"] == 1
    assert compare_texts(text, text, pins=[apart, same]).counts["inserted"] == 1


def test_of_two_pins_of_one_provision_the_earlier_holds() -> None:
    old = "ماده ۱ـ متقاضی مدارک هویتی را ثبت می‌کند."
    new = "ماده ۱ـ هزینه داوری تقسیط نمی‌شود.\nماده ۲ـ نشانی بر تابلو نوشته می‌شود."
    first, second = Pin(3, 3, same=True), Pin(3, new.index("ماده ۲") + 3, same=True)
    for pins, label in (([first, second], "ماده ۱"), ([second, first], "ماده ۲")):
        (paired,) = (one for one in compare_texts(old, new, pins=pins).entries if one.old and one.new)
        assert paired.new is not None
        assert paired.new.label == label


def test_a_pin_outside_the_texts_is_passed_over() -> None:
    text = "ماده ۱ـ متقاضی مدارک را ثبت می‌کند."
    assert (
        compare_texts(text, text, pins=[Pin(10_000, 3, same=False), Pin(-5, 3, same=True)]).counts[
            "unchanged"
        ]
        == 1
    )
