"""Searching the desk: phrases, -words, beginnings, other spellings; past thousands of matches; within one's reach."""

from __future__ import annotations

import pytest
from sqlalchemy import text as sql

from desktop_app.database.search import matching_ids
from desktop_app.petitions.lists import searching
from desktop_app.petitions.lists.filters import ListFilter, Order, Scope
from desktop_app.petitions.lists.inbox import COUNTED
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind
from tests.department import TestOffice
from tests.guarded import Department


def found(office: TestOffice, query: str, **known: object) -> list[str]:
    """The texts that answer, the newest first."""
    wanted = ListFilter(scope=Scope.ANY, order=Order.NEWEST, query=query, **known)  # type: ignore[arg-type]
    _, rows = office.services.inbox.find(office.clerk, wanted, 20)
    return [office.services.desk.peek(office.clerk, row.id).text for row in rows]


def test_phrases_stand_word_for_word_in_any_spelling(office: TestOffice) -> None:
    asked = office.petition("درخواست مجوز نشر کتاب‌های کودک دارم", name="").text
    office.registered("کتاب کودک و مجوز نشر", name="", subject="دیگر")
    assert found(office, '"مجوز نشر"') == ["کتاب کودک و مجوز نشر", asked]
    assert found(office, "«نشر كتابهای کودک»") == [asked]
    assert found(office, '"نشر مجوز"') == []


def test_a_word_with_a_minus_is_not_there_and_a_star_is_a_beginning(office: TestOffice) -> None:
    film = office.petition("مجوز نمایش فیلم", name="", subject="").text
    music = office.petition("مجوز کنسرت", name="", subject="").text
    assert found(office, "مجوز -كنسرت") == [film]
    assert found(office, "مجوز −نمایش") == [music]
    assert found(office, "نما* مجوز") == [film]
    assert found(office, "نما مجوز") == []
    # Nothing wanted is no search at all.
    assert found(office, "-نمایش") == []


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("مسأله", "مسئله"),
        ("کتاب خانه", "کتابخانه"),
        ("گفت‌وگو", "گفتگو"),
        ("به عنوان", "بعنوان"),
        ("خانهٔ", "خانه‌ی"),
    ],
)
def test_spellings_that_a_rule_allows_are_one_word_on_both_engines(
    office: TestOffice, written: str, typed: str
) -> None:
    text = office.petition(f"درباره {written} هنرمندان", name="", subject="").text
    office.registered("چیز دیگر", name="", subject="دیگر")
    assert found(office, f"{typed} هنرمندان") == [text]


def test_a_narrow_list_is_searched_behind_thousands_of_other_matches(
    sqlite_office: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The index hands out few at a time here, so that a few petitions are thousands.
    monkeypatch.setattr(searching, "MOST_MATCHES", 5)
    office = sqlite_office
    wanted = office.petition("مجوز نخست", unit=office.music, name="", subject="").text
    for number in range(12):
        office.registered(f"مجوز {number}", unit=office.books, name="", subject="")
    wanted_list = ListFilter(scope=Scope.ANY, order=Order.NEWEST, query="مجوز", unit_id=office.music.id)
    outline, rows = office.services.inbox.find(office.manager, wanted_list, 20)
    assert (outline.total, outline.capped) == (1, False)
    assert [office.services.desk.peek(office.manager, row.id).text for row in rows] == [wanted]


def test_a_search_that_found_a_thousand_goes_on_where_it_is_asked_to(office: TestOffice) -> None:
    count = COUNTED + 30
    many = [
        NewPetition(Kind.OPINION, Channel.PORTAL, f"نظر درباره سینما {n}", external_id=f"c-{n}")
        for n in range(count)
    ]
    office.services.register.register_many(office.pc, many)
    wanted = ListFilter(scope=Scope.ANY, order=Order.NEWEST, query="سینما")
    first = office.services.inbox.outline(office.clerk, wanted)
    assert (first.total, first.capped) == (COUNTED, True)
    more = office.services.inbox.outline(
        office.clerk, ListFilter(scope=Scope.ANY, order=Order.NEWEST, query="سینما", depth=2)
    )
    assert (more.total, more.capped) == (count, False)


def test_a_search_of_words_that_are_everywhere_stops_when_its_time_is_up(
    office: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "LONGEST", -1.0)
    monkeypatch.setattr(searching, "READ_AT_ONCE", 2)
    for number in range(5):
        office.registered(f"مجوز نشر {number}", name="", subject="")
    outline, rows = office.services.inbox.find(
        office.clerk, ListFilter(scope=Scope.ANY, order=Order.NEWEST, query='"مجوز نشر"'), 20
    )
    assert outline.capped
    assert len(rows) == 2


def test_what_lies_far_behind_is_found_by_whoever_sees_it_and_in_one_order(department: Department) -> None:
    office = department.office
    words = ["گلایه ارغنون یک", "گلایه ارغنون دو", "گلایه ارغنون سه"]
    numbers = [office.registered(text, name="", subject="", unit=office.books) for text in words]
    music = office.registered("گلایه ارغنون موسیقی", name="", subject="", unit=office.music)
    with department.owner.database.writing() as session:
        # As many came since as the first look goes through, and more.
        session.execute(sql("SELECT setval(pg_get_serial_sequence('petition', 'id'), 50000)"))
    numbers.append(office.registered("گلایه ارغنون چهار", name="", subject="", unit=office.books))
    assert numbers[-1] - numbers[0] > 20_000
    newest_first = [numbers[3], music, *numbers[2::-1]]
    # Who sent them all, and a clerk who sees one of them.
    sender, _ = department.signed_in("rezaei")
    with sender.database.reading() as session:
        assert matching_ids(session, "گلایه ارغنون") == newest_first
        assert matching_ids(session, "گلایه ارغنون", most=2) == newest_first[:2]
        assert matching_ids(session, "گلایه ارغنون", before=music) == newest_first[2:]
    musician, _ = department.signed_in("amini")
    with musician.database.reading() as session:
        assert matching_ids(session, "گلایه ارغنون") == [music]
