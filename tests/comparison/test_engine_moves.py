"""Provisions that moved, were renumbered, split, merged or rewritten in their place."""

from __future__ import annotations

import random

import pytest

from desktop_app.comparison.result import Flag, Op, ProvisionStatus
from tests.comparison.compared import BYLAW, at, changes, compared
from tests.comparison.drafts import articles, edited, sentence, written


def test_an_inserted_article_renumbers_those_behind_it() -> None:
    new = BYLAW.replace("ماده ۵ـ", "ماده ۶ـ").replace("ماده ۴ـ", "ماده ۵ـ")
    new = new.replace("فصل دوم", "ماده ۴ـ بازدید سالانه از نگارخانه‌ها بر عهده واحد نظارت است.\nفصل دوم")
    result = compared(BYLAW, new)
    assert at(result, "ماده ۴").status is ProvisionStatus.INSERTED
    fifth = at(result, "ماده ۵")
    assert (fifth.status, fifth.flags) == (ProvisionStatus.UNCHANGED, frozenset({Flag.RENUMBERED}))
    assert changes(result, fifth) == [(Op.LABEL, "ماده ۴ـ", "ماده ۵ـ")]
    assert result.counts["changes"] == 3


def test_a_deleted_note_stands_behind_its_article() -> None:
    lines = BYLAW.splitlines(keepends=True)
    result = compared(BYLAW, "".join(lines[:3] + lines[4:]))
    order = [(entry.new or entry.old) for entry in result.entries]
    found = [place.label for place in order if place is not None]
    assert found[2:5] == ["ماده ۱", "تبصره", "ماده ۲"]
    assert result.counts["deleted"] == result.counts["changes"] == 1


def test_moved_renumbered_and_edited_is_one_change() -> None:
    lines = BYLAW.splitlines()
    moved = lines[5].replace("ماده ۳ـ", "ماده ۱ـ").replace("همین آیین‌نامه", "ضوابط ابلاغی")
    new = [
        *lines[:2],
        moved,
        lines[2].replace("ماده ۱ـ", "ماده ۲ـ"),
        lines[3],
        lines[4].replace("ماده ۲ـ", "ماده ۳ـ"),
    ]
    result = compared(BYLAW, "\n".join([*new, *lines[6:]]) + "\n")
    first = at(result, "ماده ۱")
    assert (first.status, first.flags) == (ProvisionStatus.EDITED, frozenset({Flag.MOVED, Flag.RENUMBERED}))
    assert first.old is not None
    assert first.old.label == "ماده ۳"
    assert result.counts["inserted"] == result.counts["deleted"] == 0
    assert result.counts["moved"] == 1
    assert result.counts["changes"] == 3


def test_of_two_that_changed_places_the_one_with_fewer_words_moved() -> None:
    old = "ماده ۱ـ یک جمله کوتاه در این ماده است.\nماده ۲ـ جمله‌ای بلندتر که واژه‌های بیشتری از آن دیگری در خود دارد.\n"
    new = "ماده ۱ـ جمله‌ای بلندتر که واژه‌های بیشتری از آن دیگری در خود دارد.\nماده ۲ـ یک جمله کوتاه در این ماده است.\n"
    result = compared(old, new)
    assert Flag.MOVED not in at(result, "ماده ۱").flags
    assert Flag.MOVED in at(result, "ماده ۲").flags


def test_on_a_tie_the_earlier_in_new_moved() -> None:
    result = compared(
        "ماده ۱ـ سیب سرخ شیرین است.\nماده ۲ـ انار دانه ترش دارد.\n",
        "ماده ۱ـ انار دانه ترش دارد.\nماده ۲ـ سیب سرخ شیرین است.\n",
    )
    assert Flag.MOVED in at(result, "ماده ۱").flags
    assert Flag.MOVED not in at(result, "ماده ۲").flags


def test_a_chapter_that_moved_as_a_whole_is_one_change() -> None:
    chance = random.Random(5)
    chapters = [articles(chance, 6), articles(chance, 3), articles(chance, 6)]
    old = written(chapters)
    first, second, third = (old.index(f"فصل {number}") for number in (1, 2, 3))
    new = old[:first] + old[second:third] + old[first:second] + old[third:]
    result = compared(old, new)
    moved = [entry for entry in result.entries if Flag.MOVED in entry.flags]
    assert len(moved) >= 4
    assert {entry.group for entry in moved} == {1}
    assert result.counts["changes"] == 1


def test_an_article_moves_together_with_its_notes() -> None:
    lines = BYLAW.splitlines(keepends=True)
    new = "".join([*lines[:2], lines[4], lines[2], lines[3], *lines[5:]])
    result = compared(BYLAW, new)
    assert result.counts["moved"] == 1
    mirrored = compared(new, BYLAW)
    assert mirrored.counts["moved"] == 1


def test_a_split_article_is_one_group_with_a_slice_for_each_part() -> None:
    old = "ماده ۱ـ نگارخانه متخلف بار نخست اخطار کتبی می‌گیرد. مرجع رسیدگی به اعتراض، کارگروه استانی با سه عضو است.\n"
    new = "ماده ۱ـ نگارخانه متخلف بار نخست اخطار کتبی می‌گیرد.\n"
    new += "ماده ۲ـ مرجع رسیدگی به اعتراض، کارگروه استانی با سه عضو است.\n"
    result = compared(old, new)
    assert [entry.flags for entry in result.entries] == [{Flag.SPLIT}, {Flag.SPLIT}]
    assert [entry.group for entry in result.entries] == [1, 1]
    assert (result.counts["split"], result.counts["changes"]) == (2, 1)
    assert [old[entry.old.start : entry.old.end] for entry in result.entries if entry.old] == [
        "ماده ۱ـ نگارخانه متخلف بار نخست اخطار کتبی می‌گیرد.",
        "مرجع رسیدگی به اعتراض، کارگروه استانی با سه عضو است.",
    ]
    merged = compared(new, old)
    assert [entry.flags for entry in merged.entries] == [{Flag.MERGED}, {Flag.MERGED}]
    assert (merged.counts["merged"], merged.counts["changes"]) == (2, 1)


def test_moved_articles_are_found_in_a_long_bylaw() -> None:
    chance = random.Random(11)
    items = articles(chance, 120)
    old = written([items])
    taken = sorted(chance.sample(range(10, 110), 4), reverse=True)
    moved = [items.pop(place) for place in taken]
    moved[0].body = edited(moved[0].body, chance, 3)
    for item in moved:
        items.insert(chance.randrange(5), item)
    result = compared(old, written([items]))
    bodies = {item.body for item in moved}
    flagged = {
        result.new.text[entry.new.start : entry.new.end].partition("ـ ")[2]
        for entry in result.entries
        if Flag.MOVED in entry.flags and entry.new is not None and (entry.new.label or "").startswith("ماده")
    }
    assert flagged == bodies
    assert result.counts["inserted"] == result.counts["deleted"] == 0


@pytest.mark.parametrize("title", ["", " ـ مقررات"])
def test_a_moved_chapter_without_a_title_of_its_own_is_one_move(title: str) -> None:
    chapters = [[sentence(random.Random(number * 10 + place)) for place in range(4)] for number in range(4)]

    def text(order: list[int]) -> str:
        lines, article = [], 0
        for position, number in enumerate(order, 1):
            lines.append(f"فصل {position}{title}")
            for body in chapters[number]:
                article += 1
                lines.append(f"ماده {article}ـ {body}")
        return "\n".join(lines)

    result = compared(text([0, 1, 2, 3]), text([0, 2, 3, 1]))
    moved = [entry for entry in result.entries if Flag.MOVED in entry.flags]
    assert len(moved) == 5
    assert len({entry.group for entry in moved}) == 1
    assert moved[0].group is not None
    assert moved[0].old is not None
    assert moved[0].old.label == "فصل 2"
    assert result.counts["edited"] == result.counts["inserted"] == result.counts["deleted"] == 0


def test_provisions_of_the_same_words_stay_in_their_order_whatever_their_numbers() -> None:
    chance = random.Random(21)
    bodies = [sentence(chance) for _ in range(8)]

    def text(order: list[str]) -> str:
        return "\n".join(f"ماده {number}ـ {body}" for number, body in enumerate(order, 1))

    gone = "این ماده حذف شد."
    old = text([bodies[0], bodies[1], gone, bodies[2], bodies[3], gone, bodies[4]])
    new = text([bodies[5], bodies[6], bodies[0], bodies[7], gone, bodies[2], bodies[3], gone, bodies[4]])
    result = compared(old, new)
    assert result.counts["moved"] == 0
    assert result.counts["renumbered"] == 6


def test_a_part_that_was_put_elsewhere_is_still_a_part() -> None:
    chance = random.Random(5)
    first, second, *others = [sentence(chance) for _ in range(6)]
    old = "\n".join([f"ماده ۱ـ {first} {second}", *(f"ماده {n}ـ {body}" for n, body in enumerate(others, 2))])
    moved = [first, others[0], others[1], second, *others[2:]]
    new = "\n".join(f"ماده {n}ـ {body}" for n, body in enumerate(moved, 1))
    result = compared(old, new)
    parts = [entry for entry in result.entries if Flag.SPLIT in entry.flags]
    assert [entry.new.label for entry in parts if entry.new] == ["ماده 1", "ماده 4"]
    assert Flag.MOVED in parts[1].flags
    assert Flag.MOVED not in parts[0].flags
    assert result.counts["inserted"] == result.counts["deleted"] == 0


def test_a_line_end_in_another_place_is_no_split() -> None:
    preamble = (
        "در اجرای قانون مدیریت خدمات و به پیشنهاد اداره کل، آیین‌نامه اجرایی آن را به شرح زیر تصویب کرد:"
    )
    broken = preamble.replace("به پیشنهاد", "به\nپیشنهاد").replace("تصویب کرد:", "تصویب\nکرد:")
    rest = "\nماده ۱ـ متقاضی مدارک را ثبت می‌کند."
    for old, new in ((preamble, broken), (broken, preamble)):
        result = compared(old + rest, new + rest)
        assert result.counts["changes"] == 0
        assert result.counts["split"] == result.counts["merged"] == 0
        assert result.counts["inserted"] == result.counts["deleted"] == 0


def test_an_article_that_was_rewritten_in_its_place_is_edited() -> None:
    chance = random.Random(9)
    lines = [sentence(chance) for _ in range(4)]
    old = "متقاضی باید حداقل ۲۵ سال سن داشته و دارای مدرک کارشناسی باشد."
    new = "داشتن بیست و پنج سال تمام و مدرک تحصیلی کارشناسی برای متقاضی الزامی است."
    before = [*lines[:2], old, *lines[2:]]
    after = [*lines[:2], new, *lines[2:]]
    result = compared(
        "\n".join(f"ماده {n}ـ {body}" for n, body in enumerate(before, 1)),
        "\n".join(f"ماده {n}ـ {body}" for n, body in enumerate(after, 1)),
    )
    assert [entry.status for entry in result.entries].count(ProvisionStatus.EDITED) == 1
    assert result.counts["inserted"] == result.counts["deleted"] == 0


def test_what_is_divided_is_no_part_of_another() -> None:
    compared(
        "او صادر نماید.\nماده ۹۷۶- تابعیت آنها اعتراض دولت شده باشند.\nسوم ایران متولد",
        "باشند.\nسوم ایران متولد باشند.\nماده او صادر اعتراض دولت ایران",
    )


def test_an_item_struck_out_of_a_list_in_a_paragraph_leaves_the_others() -> None:
    items = ["حضور ناظر", "ثبت درخواست", "تأیید شورا", "پرداخت هزینه", "اعلام نشانی", "معرفی مدیر"]
    old = "ماده ۴ـ شرایط صدور پروانه: " + " ".join(f"{n}- {item}." for n, item in enumerate(items, 1))
    rest = "\nماده ۵ـ این آیین‌نامه از تاریخ ابلاغ لازم‌الاجرا است."
    new = old.replace("3- تأیید شورا. ", "")
    result = compared(old + rest, new + rest)
    kept = sum(
        len(result.new.text[slice(*span.new)].split())
        for entry in result.entries
        for span in entry.spans
        if span.op is Op.EQUAL
    )
    assert kept >= len(new.split()) - 4


def test_an_article_that_became_a_list_is_a_split() -> None:
    chance = random.Random(3)
    before, behind = sentence(chance), sentence(chance)
    old = (
        f"ماده ۶ـ {before}\nماده ۷ـ متقاضی باید مدرک کارشناسی، سه سال سابقه کار و گواهی سلامت داشته باشد.\n"
        f"ماده ۸ـ {behind}"
    )
    new = (
        f"ماده ۶ـ {before}\nماده ۷ـ متقاضی باید شرایط زیر را داشته باشد:\nالف ـ مدرک کارشناسی\nب ـ سه سال سابقه کار\n"
        f"پ ـ گواهی سلامت\nماده ۸ـ {behind}"
    )
    result = compared(old, new)
    pairs = {(entry.old.label, entry.new.label) for entry in result.entries if entry.old and entry.new}
    assert ("ماده ۷", "ماده ۷") in pairs
    assert result.counts["inserted"] == result.counts["deleted"] == 0


def test_the_first_word_of_a_part_goes_with_it_though_it_is_spelled_otherwise() -> None:
    first = "کارشناس پرونده گزارش سالانه خود را تا پایان هر سال به دبیرخانه می‌دهد."
    rest = "سالانه متقاضی در پنجره واحد نگهداری و به بازرس تحویل می‌شود."
    old = f"ماده ۱ـ {first} رضایت‌نامه {rest}"
    new = f"ماده ۱ـ {first}\nماده ۲ـ رضایت نامه {rest}"
    for result in (compared(old, new), compared(new, old)):
        assert [entry.status for entry in result.entries] == [
            ProvisionStatus.UNCHANGED,
            ProvisionStatus.ORTHOGRAPHIC,
        ]


def test_an_article_that_was_rewritten_and_renumbered_is_known_by_its_list() -> None:
    below = "الف ـ گزارش سالانه دبیرخانه؛\nب ـ نشانی کامل متقاضی؛\nماده {} ـ مهلت اعتراض سی روز است.\n"
    old = (
        "ماده ۵ ـ دبیر جلسه را می‌گشاید.\nماده ۶ ـ در درخواست صدور پروانه باید این‌ها نوشته شود:\n"
        + below.format("۷")
    )
    new = (
        "ماده ۵ ـ دبیر جلسه را می‌گشاید.\nماده ۸ ـ هر متقاضی تمدید ناچار است در درخواست خود بی‌کاست این‌ها نوشته باشد:\n"
        + below.format("۹")
    )
    result = compared(old, new)
    pairs = {(entry.old.label, entry.new.label) for entry in result.entries if entry.old and entry.new}
    assert ("ماده ۶", "ماده ۸") in pairs
    assert result.counts["inserted"] == result.counts["deleted"] == 0
