from __future__ import annotations

import json
import random
import textwrap

import pytest

from desktop_app.comparison.engine import compare_texts, to_json
from desktop_app.comparison.pins import Pin
from desktop_app.comparison.result import ENGINE, Comparison, Entry, Flag, Op, ProvisionStatus, SpellingKind
from desktop_app.errors import CancelledError
from tests.comparison.drafts import articles, edited, noisy, sentence, written
from tests.comparison.invariants import check

BYLAW = """آیین‌نامه نگارخانه‌ها
فصل اول ـ کلیات
ماده ۱ـ متقاضی درخواست خود را به همراه سند مالکیت به اداره تحویل می‌دهد. اداره موظف است ظرف سی روز درخواست را بررسی کند
تبصره ـ هزینه بررسی درخواست بر عهده متقاضی است و بازگردانده نمی‌شود.
ماده ۲ـ مدیر نگارخانه پاسخ‌گوی اصالت آثار ارائه‌شده است و فهرست آن‌ها را نگه می‌دارد.
ماده ۳ـ نمایش و فروش آثار در فضای مجازی تابع همین آیین‌نامه است و به پروانه جداگانه نیاز ندارد.
فصل دوم ـ تخلفات
ماده ۴ـ نگارخانه متخلف بار نخست اخطار کتبی می‌گیرد و بار دوم پنج میلیون ریال می‌پردازد.
ماده ۵ـ مرجع رسیدگی به اعتراض، کارگروه استانی است که با سه عضو تشکیل می‌شود.
"""


def compared(old: str, new: str) -> Comparison:
    result = compare_texts(old, new)
    check(result)
    return result


def at(result: Comparison, label: str) -> Entry:
    """The entry whose label in NEW (or, deleted, in OLD) is `label`."""
    (only,) = [
        entry
        for entry in result.entries
        if (entry.new or entry.old) is not None and (entry.new or entry.old).label == label  # type: ignore[union-attr]
    ]
    return only


def changes(result: Comparison, entry: Entry) -> list[tuple[Op, str, str]]:
    old, new = result.old.text, result.new.text
    return [
        (span.op, old[slice(*span.old)], new[slice(*span.new)])
        for span in entry.spans
        if span.op is not Op.EQUAL
    ]


def kinds(old: str, new: str) -> set[SpellingKind | None]:
    """The kinds of spelling differences of one sentence; fails if there is any other difference."""
    result = compared(f"ماده ۱ـ {old}\n", f"ماده ۱ـ {new}\n")
    assert result.counts["orthographic"] == 1, result.entries
    assert result.counts["changes"] == 0
    return {span.kind for span in result.entries[0].spans if span.op is Op.ORTHOGRAPHIC}


def test_a_text_compared_with_itself_is_unchanged() -> None:
    result = compared(BYLAW, BYLAW)
    assert {entry.status for entry in result.entries} == {ProvisionStatus.UNCHANGED}
    assert result.counts["changes"] == 0


def test_replaced_words_are_marked_whole_and_alone() -> None:
    result = compared(BYLAW, BYLAW.replace("به اداره تحویل می‌دهد", "در پنجره واحد بارگذاری می‌کند"))
    entry = at(result, "ماده ۱")
    assert entry.status is ProvisionStatus.EDITED
    assert changes(result, entry) == [
        (Op.REPLACE, "به اداره تحویل می‌دهد", "در پنجره واحد بارگذاری می‌کند"),
    ]


def test_an_inserted_word_takes_one_space_along() -> None:
    result = compared(BYLAW, BYLAW.replace("سی روز درخواست", "سی روز کاری درخواست"))
    assert changes(result, at(result, "ماده ۱")) == [(Op.INSERT, "", "کاری ")]


def test_a_word_taken_from_before_the_full_stop_leaves_no_spacing_noise() -> None:
    result = compared(BYLAW, BYLAW.replace("سه عضو تشکیل می‌شود.", "سه عضو تشکیل."))
    assert changes(result, at(result, "ماده ۵")) == [(Op.DELETE, " می‌شود", "")]


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


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("هيئت رسيدگي كننده", "هیئت رسیدگی کننده", SpellingKind.LETTER_FORM),
        ("خانهٔ هنرمندان", "خانۀ هنرمندان", SpellingKind.LETTER_FORM),
        ("خانه\u200cٔ هنرمندان", "خانهٔ هنرمندان", SpellingKind.LETTER_FORM),
        ("ظرف ۳۰ روز", "ظرف 30 روز", SpellingKind.DIGITS),
        ("ظرف ٣٠ روز", "ظرف ۳۰ روز", SpellingKind.DIGITS),
        ("مبلغ ۱٬۰۰۰٬۰۰۰ ریال", "مبلغ 1,000,000 ریال", SpellingKind.DIGITS),
        ("رسماً اعلام", "رسما اعلام", SpellingKind.MARKS),
        ("سـلام دوستان", "سلام دوستان", SpellingKind.MARKS),
        ("اعلام می‌کند", "اعلام می کند", SpellingKind.JOINING),
        ("اعلام می‌کند", "اعلام میکند", SpellingKind.JOINING),
        ("کتاب ها را", "کتاب‌ها را", SpellingKind.JOINING),
        ("آیین‌نامه اجرایی", "آیین نامه اجرایی", SpellingKind.JOINING),
        ("گفت: «باید»", 'گفت: "باید"', SpellingKind.PUNCTUATION),
        ("سال ۱۴۰۴–۱۴۰۵", "سال ۱۴۰۴-۱۴۰۵", SpellingKind.PUNCTUATION),
        ("هنر ، فرهنگ", "هنر، فرهنگ", SpellingKind.SPACING),
        ("هنر و  فرهنگ", "هنر و فرهنگ", SpellingKind.SPACING),
        ("می\u200fکند کار", "می\u200cکند کار", SpellingKind.INVISIBLE),
        ("هنر\u00adمند خوب", "هنرمند خوب", SpellingKind.INVISIBLE),
        ("هنر \u200eو فرهنگ", "هنر و فرهنگ", SpellingKind.INVISIBLE),
    ],
)
def test_a_difference_in_spelling_has_its_kind(old: str, new: str, kind: SpellingKind) -> None:
    assert kinds(old, new) == {kind}
    assert kinds(new, old) == {kind}


def test_joining_that_makes_another_word_is_weighty() -> None:
    result = compared("ماده ۱ـ او در آمد و رفت.\n", "ماده ۱ـ او درآمد و رفت.\n")
    (span,) = [span for span in result.entries[0].spans if span.op is Op.ORTHOGRAPHIC]
    assert (span.kind, span.weighty) == (SpellingKind.JOINING, True)
    taste = compared("ماده ۱ـ کتاب‌ها را می‌برد.\n", "ماده ۱ـ کتابها را می برد.\n")
    assert not any(span.weighty for span in taste.entries[0].spans)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("اصل دوم ـ متن اصل", "اصل ۲ ـ متن اصل"),
        ("ماده ۵ـ متن ماده", "ماده 5- متن ماده"),
        ("مادهٔ ۵: متن ماده", "ماده (۵) ـ متن ماده"),
        ("الف) متن بند", "الف- متن بند"),
        ("(۱) متن بند", "۱- متن بند"),
    ],
)
def test_the_same_number_spelled_otherwise_is_no_renumbering(old: str, new: str) -> None:
    result = compared(f"{old}\n", f"{new}\n")
    assert result.entries[0].status is ProvisionStatus.ORTHOGRAPHIC
    assert result.entries[0].flags == frozenset()
    assert result.counts["changes"] == 0


def test_a_number_word_in_a_label_counts_as_digits() -> None:
    result = compared("اصل دوم ـ متن\n", "اصل ۳ ـ متن\n")
    assert result.entries[0].flags == {Flag.RENUMBERED}
    spelled = compared("اصل دوم ـ متن\n", "اصل ۲ ـ متن\n")
    assert spelled.entries[0].spans[0].kind is SpellingKind.DIGITS


def test_letters_that_only_search_confuses_are_an_edit() -> None:
    assert compared("ماده ۱ـ آن مرد آمد اینجا.\n", "ماده ۱ـ آن مرد امد اینجا.\n").counts["edited"] == 1


@pytest.mark.parametrize(
    ("old", "new", "weighty"),
    [
        ("ظرف ۳۰ روز پاسخ می‌دهد", "ظرف ۶۰ روز پاسخ می‌دهد", True),
        ("ظرف سی روز پاسخ می‌دهد", "ظرف پانزده روز پاسخ می‌دهد", True),
        ("ظرف ۳۰ روز پاسخ می‌دهد", "ظرف ۳۰ ماه پاسخ می‌دهد", True),
        ("ظرف ۳۰ روز پاسخ می‌دهد", "ظرف سی روز پاسخ می‌دهد", False),
        ("تا پایان ۱۴۰۵/۰۶/۳۱ مهلت دارد", "تا پایان ۱۴۰۵/۰۷/۳۰ مهلت دارد", True),
        ("متقاضی می‌تواند اعتراض کند", "متقاضی نمی‌تواند اعتراض کند", True),
        ("متقاضی باید اعتراض کند", "متقاضی می‌تواند اعتراض کند", True),
        ("این کار مجاز است", "این کار غیرمجاز است", True),
        ("پروانه معتبر است", "پروانه معتبر نیست", True),
        ("پروانه صادر می‌شود", "پروانه صادر نمی‌شود", True),
        ("هیئت رسیدگی تصمیم می‌گیرد", "کارگروه رسیدگی تصمیم می‌گیرد", True),
        ("متن روشن و کوتاه است", "متن روشن و بلند است", False),
    ],
)
def test_a_replaced_amount_date_or_negation_is_weighty(old: str, new: str, weighty: bool) -> None:
    result = compared(f"ماده ۱ـ {old} و بس.\n", f"ماده ۱ـ {new} و بس.\n")
    assert any(span.weighty for span in result.entries[0].spans) is weighty


@pytest.mark.parametrize(
    ("taken", "put"),
    [
        ("2/500/000", "3/500/000"),
        ("۲/۵۰۰/۰۰۰", "۲/۶۰۰/۰۰۰"),
        ("۲٬۵۰۰٬۰۰۰", "۳٬۵۰۰٬۰۰۰"),
        ("۲,۵۰۰,۰۰۰", "۲,۵۰۰,۰۰۱"),
        ("۲.۵۰۰.۰۰۰", "۳.۵۰۰.۰۰۰"),
        ("۲٬۵۰۰٬۰۰۰ریال", "۳٬۵۰۰٬۰۰۰ریال"),
        ("۲/۵", "۳/۵"),
        ("۱۴۰۵/۰۶/۳۱", "۱۴۰۵/۰۷/۳۰"),
    ],
)
def test_an_amount_or_a_date_that_was_replaced_is_weighty_as_a_whole(taken: str, put: str) -> None:
    old, new = (f"ماده ۱ـ مبلغ {one} مبنای کار است.\n" for one in (taken, put))
    spans = [span for span in compared(old, new).entries[0].spans if span.weighty]
    assert [(old[slice(*span.old)], new[slice(*span.new)]) for span in spans] == [
        (taken.removesuffix("ریال"), put.removesuffix("ریال"))
    ]


@pytest.mark.parametrize("written", ["2/500/000", "۲٬۵۰۰٬۰۰۰", "۲۵۰۰۰۰۰"])
def test_an_amount_whose_thousands_are_parted_otherwise_is_the_same(written: str) -> None:
    same = compared("ماده ۱ـ مبلغ ۲/۵۰۰/۰۰۰ ریال است.\n", f"ماده ۱ـ مبلغ {written} ریال است.\n")
    assert same.entries[0].status is ProvisionStatus.ORTHOGRAPHIC


def test_what_may_be_a_fraction_is_not_taken_for_thousands() -> None:
    assert compared("ماده ۱ـ نسبت ۲/۵۰۰ است.\n", "ماده ۱ـ نسبت ۲۵۰۰ است.\n").entries[0].weighty


def test_a_rewritten_sentence_is_no_confetti() -> None:
    old = "ماده ۱ـ کارگروه در پایان هر فصل و پیش از نشست بعدی گزارش خود را به دبیرخانه می‌فرستد و نسخه‌ای نگه می‌دارد.\n"
    new = (
        "ماده ۱ـ کارگروه پس از بازدید میدانی و با حضور نماینده ناشران "
        "پیشنهاد خود را به دبیرخانه می‌فرستد و نسخه‌ای نگه می‌دارد.\n"
    )
    result = compared(old, new)
    assert [op for op, _old, _new in changes(result, result.entries[0])] in (
        [Op.REPLACE],
        [Op.REPLACE, Op.REPLACE],
    )


def test_the_same_provision_many_times_is_paired_in_order() -> None:
    line = "ماده ۱ـ این ماده حذف شده است.\n"
    result = compared(line * 40, line * 37)
    assert (result.counts["unchanged"], result.counts["deleted"]) == (37, 3)


def test_repealed_articles_of_one_wording_keep_their_numbers() -> None:
    old = "".join(f"ماده {n}ـ حذف شد.\n" for n in range(1, 9))
    result = compared(old, old.replace("ماده 4ـ حذف شد.", "ماده 4ـ این ماده دوباره برقرار می‌شود."))
    assert result.counts["unchanged"] == 7
    assert result.counts["renumbered"] == 0


def test_only_other_letter_forms_are_only_orthographic() -> None:
    result = compared(BYLAW, noisy(BYLAW))
    assert result.counts["edited"] == result.counts["changes"] == 0
    assert result.counts["orthographic"] > 5


@pytest.mark.parametrize(("old", "new", "status"), [("", BYLAW, "inserted"), (BYLAW, "", "deleted")])
def test_an_empty_side_makes_everything_inserted_or_deleted(old: str, new: str, status: str) -> None:
    result = compared(old, new)
    assert result.counts[status] == len(result.entries) == 9


def test_two_empty_texts_have_nothing_to_compare() -> None:
    assert compared("", " \n").entries == ()


def test_a_text_without_labels_is_compared_by_paragraph() -> None:
    result = compared(
        "بند یکم این متن است.\nبند دوم آن است.\n",
        "بند یکم این متن است.\nبند میانی تازه آمد.\nبند دوم آن است.\n",
    )
    assert [entry.status for entry in result.entries] == [
        ProvisionStatus.UNCHANGED,
        ProvisionStatus.INSERTED,
        ProvisionStatus.UNCHANGED,
    ]


def test_labels_that_run_together_are_compared_one_by_one() -> None:
    old = "ماده ۱- تعرفه خدمات هر سال مشخص می‌شود. ماده ۲- هزینه نقدی پرداخت می‌شود. ماده ۳- مهلت اعتراض یک ماه است.\n"
    result = compared(old, old.replace("نقدی", "الکترونیکی"))
    assert at(result, "ماده ۲").status is ProvisionStatus.EDITED
    assert result.counts["unchanged"] == 2


def test_the_words_of_both_sides_are_counted() -> None:
    result = compared("ماده ۱ـ سه واژه دارد.\n", "ماده ۱ـ چهار واژه دارد اکنون.\n")
    assert (result.old.words, result.new.words) == (5, 6)


def test_json_has_the_fields_of_the_contract() -> None:
    result = compare_texts(
        BYLAW, BYLAW.replace("سی روز", "ده روز"), old_name="الف", not_compared=["footnotes"]
    )
    made = json.loads(to_json(result))
    assert list(made) == [
        *("engine", "old", "new", "counts", "provisions", "stale_references", "terms", "not_compared"),
        "rewritten_pairs",
    ]
    assert made["engine"] == ENGINE
    assert made["old"] == {"name": "الف", "characters": len(BYLAW), "words": result.old.words, "text": BYLAW}
    assert made["not_compared"] == ["footnotes"]
    entry = made["provisions"][2]
    assert entry["status"] == "edited"
    assert entry["flags"] == []
    assert entry["weighty"] is True
    assert entry["old"]["label"] == "ماده ۱"
    assert entry["old"]["path"] == ["فصل اول", "ماده ۱"]
    replaced = [span for span in entry["spans"] if span["op"] == "replace"]
    assert len(replaced) == 1
    assert (replaced[0]["weighty"], replaced[0]["kind"]) == (True, None)
    assert set(made["counts"]) == {
        *("unchanged", "orthographic", "edited", "inserted", "deleted"),
        *("moved", "renumbered", "split", "merged", "changes"),
    }


def test_control_characters_neither_raise_nor_vanish() -> None:
    old = "ماده ۱ـ متن\x00 با \x1b[31m نویسه\u202e وارونه.\n"
    result = compared(old, old.replace("\u202e", "").replace("\x00", ""))
    assert result.entries[0].status is ProvisionStatus.ORTHOGRAPHIC
    assert {span.kind for span in result.entries[0].spans if span.kind} == {SpellingKind.INVISIBLE}


def test_a_paragraph_of_a_megabyte_is_compared_word_by_word() -> None:
    chance = random.Random(2)
    words = [f"واژه{chance.randrange(4000)}" for _ in range(90_000)]
    old = " ".join(words)
    for at_word in (100, 40_000, 89_000):
        words[at_word] = "دگرگون"
    result = compared(old, " ".join(words))
    assert [new for _op, _old, new in changes(result, result.entries[0])] == ["دگرگون"] * 3


def test_everything_rewritten_ends_all_the_same() -> None:
    old = "\n".join(f"الف{n}" for n in range(20_000))
    result = compare_texts(old, old.replace("الف", "ب"))
    assert (result.counts["inserted"], result.counts["deleted"]) == (20_000, 20_000)


def test_blanks_and_dashes_without_end_cost_no_quadratic_search() -> None:
    for filler in (" ", "\u200c", "-", "ـ", "(", "۱", "۱.", "یک و "):
        check(compare_texts("ماده " + filler * 60_000, "ماده ۱" + filler * 50_000))


def test_a_comparison_can_be_stopped() -> None:
    class Stopped:
        def report(self, done: int, total: int | None = None) -> None:
            del done, total

        def cancelled(self) -> bool:
            return True

    with pytest.raises(CancelledError):
        compare_texts(BYLAW, BYLAW, progress=Stopped())


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


def test_spelling_that_makes_another_word_is_known_without_its_spans() -> None:
    result = compare_texts("ماده ۱ـ در آمد شهرداری", "ماده ۱ـ درآمد شهرداري")
    assert result.entries[0].weighty
    assert not compare_texts("ماده ۱ـ می شود", "ماده ۱ـ مي‌شود").entries[0].weighty
    assert not compare_texts("ماده ۱ـ کتاب ها", "ماده ۱ـ کتاب‌ها").entries[0].weighty
    assert compare_texts("ماده ۱ـ ۳۰ روز", "ماده ۱ـ ۶۰ روز").entries[0].weighty


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


def test_page_numbers_and_running_heads_in_the_text_are_white_space() -> None:
    chance = random.Random(8)
    bodies = [f"{sentence(chance)} {sentence(chance)} {sentence(chance)}" for _ in range(30)]
    words = "\n".join(f"ماده {n}ـ {body}" for n, body in enumerate(bodies, 1))

    def paged(every: int) -> str:
        """The text in lines of about sixty characters, a running head and a number at each page."""
        lines = [line for article in words.split("\n") for line in textwrap.wrap(article, 70)]
        pages = [lines[at : at + every] for at in range(0, len(lines), every)]
        return "\n".join(
            line
            for number, page in enumerate(pages, 1)
            for line in ("آیین‌نامه نمونه صدور پروانه", *page, f"صفحه {number}")
        )

    result = compared(paged(24), paged(31))
    assert result.counts["changes"] == 0
    assert result.counts["edited"] == result.counts["inserted"] == result.counts["deleted"] == 0
    assert "page_furniture" in result.not_compared
    edited_page = paged(31).replace("ماده 12ـ ", "ماده 12ـ استثنائاً ", 1)
    assert compared(paged(24), edited_page).counts["edited"] == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("مأمور تأمین مؤسسه جزئی", "مامور تامین موسسه جزیی"),
        ("امضاء و اجراء آن", "امضا و اجرا آن"),
        ("همه‌ی برنامه‌ها", "همهٔ برنامه‌ها"),
        ("همه ی برنامه‌ها", "همه برنامه‌ها"),
        ("وزارت کشورـ سازمان", "وزارت کشور ـ سازمان"),
        ("آیین‌نامه٬ دستورالعمل و بخشنامه", "آیین‌نامه، دستورالعمل و بخشنامه"),
        ("بنا بر این مقررات", "بنابراین مقررات"),
        ("در این قانون", "دراین قانون"),
        ("اعمال شود و ابلاغ گردد", "اعمال شودو ابلاغ گردد"),
        ("بی‌کار و شصت‌وپنج", "بیکار و شصت و پنج"),
    ],
)
def test_what_is_only_spelled_otherwise_is_no_edit_and_weighs_nothing(one: str, other: str) -> None:
    for old, new in ((one, other), (other, one)):
        result = compared(f"ماده ۱ـ {old} است.", f"ماده ۱ـ {new} است.")
        assert [entry.status for entry in result.entries] == [ProvisionStatus.ORTHOGRAPHIC]
        assert not result.entries[0].weighty


@pytest.mark.parametrize(
    ("one", "other", "status"),
    [
        ("در آمد", "درآمد", ProvisionStatus.ORTHOGRAPHIC),
        ("به نام", "بهنام", ProvisionStatus.ORTHOGRAPHIC),
        ("باز دید", "بازدید", ProvisionStatus.ORTHOGRAPHIC),
        ("آب", "اب", ProvisionStatus.EDITED),
    ],
)
def test_another_word_is_said_to_be_one(one: str, other: str, status: ProvisionStatus) -> None:
    result = compared(f"ماده ۱ـ {one} آنان است.", f"ماده ۱ـ {other} آنان است.")
    # A difference in spelling alone is shown only because it is weighty; an edit is shown anyhow.
    assert (result.entries[0].status, result.entries[0].weighty) == (
        status,
        status is ProvisionStatus.ORTHOGRAPHIC,
    )


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


def test_words_between_compounds_that_are_only_written_apart_are_no_edit() -> None:
    result = compared(
        "ماده ۱ـ سازمان‌های اداری به وضع تصویب‌نامه و آیین‌نامه بپردازد.",
        "ماده ۱ـ وضع تصویب نامه و آیین نامه بپردازد.",
    )
    (entry,) = result.entries
    changed = [span for span in entry.spans if span.op in {Op.DELETE, Op.INSERT, Op.REPLACE}]
    assert [result.old.text[slice(*span.old)].strip() for span in changed] == ["سازمان‌های اداری به"]
    assert {span.op for span in changed} == {Op.DELETE}


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


def test_a_word_written_in_two_is_no_edit_though_its_first_half_stands_behind_it_again() -> None:
    joined = "ماده ۱ـ هیئت داوران به‌تدریج به معنای گروه است."
    parted = "ماده ۱ـ هیئت داوران به تدریج به معنای گروه نیست."
    for old, new in ((joined, parted), (parted, joined)):
        result = compared(old, new)
        (entry,) = result.entries
        changed = [span for span in entry.spans if span.op in {Op.DELETE, Op.INSERT, Op.REPLACE}]
        assert {result.old.text[slice(*span.old)] for span in changed} <= {"است", "نیست"}
        assert Op.ORTHOGRAPHIC in {span.op for span in entry.spans}


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
