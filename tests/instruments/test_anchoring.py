"""Where a comment belongs: by a label in any writing, by quoted words, by what its text names; and what is unsure."""

from __future__ import annotations

import random

import pytest

from desktop_app.instruments.comments.anchoring import SURE, Anchored, How, Places
from tests.instruments.anchored_truth import drafts, made_comments, score

TEXT = (
    "فصل اول ـ کلیات\n"
    "ماده ۱- این دستورالعمل برای همه است.\n"
    "ماده ۲- پروانه برای مدت یک سال صادر می‌شود.\n"
    "تبصره ۱- تمدید آن رایگان است.\n"
    "تبصره ۲- تعرفه جداگانه است.\n"
    "ماده ۳- موارد لغو:\n"
    "الف) درخواست صاحب پروانه؛\n"
    "ب) مدرک نادرست؛\n"
    "ماده ۴- اعتراض به رد درخواست ظرف ده روز کاری پذیرفته می‌شود.\n"
    "تبصره ـ نمایشگاه گروهی دو نمایشگاه است.\n"
)
PLACES = Places(TEXT)


def located(label: str = "", quote: str = "", text: str = "مهلت کم است.") -> Anchored:
    return PLACES.locate(label, quote, text)


def name(anchored: Anchored) -> str | None:
    return None if anchored.at is None else PLACES.name(anchored.at)


def offered(anchored: Anchored) -> list[str]:
    return [PLACES.name(at) for at, _ in anchored.candidates]


@pytest.mark.parametrize(
    ("label", "provision"),
    [
        ("ماده ۳", "ماده ۳"),
        ("م3", "ماده ۳"),
        ("م ٣", "ماده ۳"),
        ("ماده3", "ماده ۳"),
        ("مادهٔ سوم:", "ماده ۳"),
        ("ماده‌ی سه", "ماده ۳"),
        ("article 3", "ماده ۳"),
        ("۳", "ماده ۳"),
        ("بند ب ماده ۳", "ب ماده ۳"),
        ("بند «ب» از ماده ۳", "ب ماده ۳"),
        ("ماده ۳، بند ب", "ب ماده ۳"),
        ("تبصره ۱ ماده ۲", "تبصره ۱ ماده ۲"),
        ("تبصره اول از ماده دو", "تبصره ۱ ماده ۲"),
        ("ت1 م2", "تبصره ۱ ماده ۲"),
        ("تبصره ۲", "تبصره ۲ ماده ۲"),
        ("تبصره ماده ۴", "تبصره ماده ۴"),
        ("تبصره ۱ ماده ۴", "تبصره ماده ۴"),
    ],
)
def test_a_label_is_read_however_it_is_written(label: str, provision: str) -> None:
    found = located(label)
    assert (name(found), found.how) == (provision, How.LABEL)
    assert found.confidence >= SURE


@pytest.mark.parametrize(
    ("label", "candidates"),
    [
        ("ماده ۴۰", []),
        ("بند ب ماده ۲", ["ماده ۲"]),
        ("ماده ۱ و ماده ۲", ["ماده ۱", "ماده ۲"]),
        ("تبصره ۱", ["تبصره ۱ ماده ۲", "تبصره ماده ۴"]),
    ],
)
def test_a_label_that_names_none_or_several_waits_for_a_person(label: str, candidates: list[str]) -> None:
    found = located(label)
    assert (found.at, found.how) == (None, How.UNSURE)
    assert found.confidence < SURE
    assert offered(found) == candidates


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("پروانه براي مدت يك سال صادر ميشود", "کم است."),
        ("پروانه برای مدت یک سال صادر می شود", "کم است."),
        ("پروانه بری مدت یک سال صدر می‌شود", "کم است."),
        ("", "این که «پروانه برای مدت یک سال صادر می‌شود» کافی نیست."),
        ("", 'این که "پروانه برای مدت یک سال صادر شود" کافی نیست.'),
    ],
)
def test_quoted_words_lead_to_where_they_stand_with_the_slips_of_a_keyboard(quote: str, text: str) -> None:
    found = located("", quote, text)
    assert (name(found), found.how) == ("ماده ۲", How.QUOTE)


def test_a_label_and_words_of_another_article_are_for_a_person() -> None:
    found = located("ماده ۲", "ظرف ده روز کاری پذیرفته می‌شود")
    assert found.how is How.UNSURE
    assert offered(found) == ["ماده ۲", "ماده ۴"]


def test_a_label_and_words_of_its_own_note_are_no_contradiction() -> None:
    assert name(located("ماده ۲", "تمدید آن رایگان است")) == "ماده ۲"


@pytest.mark.parametrize(
    ("text", "provision"),
    [
        ("در ماده ۳ مهلت روشن نیست.", "ماده ۳"),
        ("م3 مبهم است.", "ماده ۳"),
        ("ماده ۲ خوب است ولی تبصره ۱ آن نه.", "تبصره ۱ ماده ۲"),
        ("بند ب باید برداشته شود.", "ب ماده ۳"),
    ],
)
def test_what_the_words_name_tells_the_place(text: str, provision: str) -> None:
    found = located("", "", text)
    assert (name(found), found.how) == (provision, How.MENTION)


@pytest.mark.parametrize(
    "text",
    [
        "با همه آن موافقم.",
        "طبق ماده ۱۲ قانون مطبوعات همین بود.",
        "آقای م. رضایی سه ماده را خواند.",
        "اصل ۲۴ قانون اساسی را ببینید.",
        "«عجب» کاری است.",
    ],
)
def test_what_points_at_nothing_here_is_about_the_whole(text: str) -> None:
    assert located("", "", text).how is How.WHOLE


def test_several_articles_or_one_that_is_not_there_wait_for_a_person() -> None:
    assert offered(located("", "", "ماده ۱ خوب است و ماده ۳ بد.")) == ["ماده ۱", "ماده ۳"]
    assert located("", "", "ماده ۴۰ بد است.").how is How.UNSURE


def test_twins_are_not_guessed_at_but_words_tell_them_apart() -> None:
    twins = Places("ماده ۱- نخست این است.\nماده ۲- پروانه رایگان است.\nماده ۲- تعرفه هر سال منتشر می‌شود.\n")
    assert len(twins.locate("ماده ۲", "", "x").candidates) == 2
    found = twins.locate("ماده ۲", "تعرفه هر سال منتشر می‌شود", "x")
    assert found.at == 2


def test_words_that_stand_in_two_provisions_are_for_a_person() -> None:
    found = located("", "پروانه")
    assert found.how is How.UNSURE
    assert set(offered(found)) == {"ماده ۲", "الف ماده ۳"}


def test_what_is_sure_is_right_in_99_of_100_and_nothing_is_lost() -> None:
    """The truth set: 400 made comments on each of the sample's drafts."""
    chance = random.Random(1405)
    scores = [score(text, made_comments(chance, text, 400)) for text in drafts()]
    placed, right = sum(one.placed for one in scores), sum(one.right for one in scores)
    assert right / placed >= 0.99, [one.wrong[:3] for one in scores]
    assert sum(one.found for one in scores) / sum(one.pointing for one in scores) >= 0.95
    assert sum(one.offered for one in scores) / sum(one.pointing for one in scores) >= 0.98
    assert sum(one.left for one in scores) / sum(one.for_a_person for one in scores) >= 0.98
