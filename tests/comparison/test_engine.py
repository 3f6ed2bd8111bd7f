from __future__ import annotations

import json
import random
import textwrap

import pytest

from desktop_app.comparison.engine import compare_texts, to_json
from desktop_app.comparison.result import ENGINE, Op, ProvisionStatus, SpellingKind
from desktop_app.errors import CancelledError
from tests.comparison.compared import BYLAW, at, changes, compared
from tests.comparison.drafts import sentence
from tests.comparison.invariants import check


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
