"""The search of the user guide."""

from __future__ import annotations

import pytest

from desktop_app.guide.finding import find
from desktop_app.guide.pages import GLOSSARY, GuidePlace, guide


def places(typed: str) -> list[GuidePlace]:
    return [passage.target for passage in find(guide(), typed)]


def test_a_term_is_found_first_where_it_is_explained() -> None:
    assert places("هامش")[0] == GuidePlace(GLOSSARY, "هامش")


@pytest.mark.parametrize("typed", ["هم‌متن", "هم متن", "هم‌مت"])
def test_spelling_and_the_end_of_the_word_do_not_matter(typed: str) -> None:
    assert GuidePlace(GLOSSARY, "هم‌متن") in places(typed)


def test_another_name_of_a_term_finds_it() -> None:
    assert places("ساعت ایستاده") == [GuidePlace(GLOSSARY, "مهلت متوقف")]


def test_all_typed_words_are_wanted() -> None:
    assert len(places("ارجاع")) > len(places("ارجاع گروهی"))
    # Where no part has all of them, those with most.
    assert set(places("ارجاع زرافه")) == set(places("ارجاع"))
    assert places("زرافه") == []
    assert places("پاسخ اشتباه")[0] == GuidePlace("petition", "اگر پاسخ اشتباه رفت")


def test_an_excluded_word_leaves_passages_out() -> None:
    without = places("ارجاع -هامش")
    assert without
    assert GuidePlace(GLOSSARY, "ارجاع") not in without


def test_nothing_is_found_for_nothing() -> None:
    assert places(" ") == []


def test_every_page_is_found_by_its_title() -> None:
    lost = [
        page.name
        for page in guide().pages.values()
        if page.name not in [place.page for place in places(page.title)]
    ]
    assert set(lost) <= {GLOSSARY}
