"""A search where everybody is a role of their own: the newest within reach, in order, whether what is asked for is in
every petition, in one of a hundred or nowhere, and whichever part of them is in reach."""

from __future__ import annotations

import pytest

from desktop_app.database.search import matching_ids
from desktop_app.petitions.lists.filters import ListFilter, Scope
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind
from tests.guarded import Department

_MADE = 1300
#: Word → which petitions have it.
_WORDS = {"گلایه": 1, "ارغنون": 3, "کیمیا": 130, "ارغنون کیمیا": 390, "ژغقض": _MADE + 1}


def test_a_search_finds_the_newest_within_reach_however_many_others_there_are(department: Department) -> None:
    office = department.office
    texts = [
        " ".join(word for word, every in _WORDS.items() if " " not in word and number % every == 0)
        for number in range(1, _MADE + 1)
    ]
    made = office.services.register.register_many(
        office.music_clerk,
        [
            NewPetition(
                Kind.REQUEST, Channel.PORTAL, text, external_id=f"S-{number}",
                unit_id=office.books.id if number % 13 == 0 and number < 900 else office.music.id,
            )
            for number, text in enumerate(texts, 1)
        ],
    )  # fmt: skip
    ids = [one.id for one in made if one is not None]
    assert len(ids) == _MADE
    clerk, rezaei = department.signed_in("rezaei")
    own = set(clerk.inbox.numbers(rezaei, ListFilter(scope=Scope.ANY)))
    assert own == {number for at, number in enumerate(ids, 1) if at % 13 == 0 and at < 900}
    for services, seen in ((clerk, own), (office.services, set(ids))):
        with services.database.reading() as session:
            for words, every in _WORDS.items():
                newest = [number for at, number in enumerate(ids, 1) if at % every == 0 and number in seen][
                    ::-1
                ]
                for most in (1, 60, 5000):
                    for before in (None, ids[700], ids[0]):
                        wanted = [number for number in newest if before is None or number < before][:most]
                        assert matching_ids(session, words, most=most, before=before) == wanted, (words, most)


@pytest.mark.parametrize("most", [0, 1])
def test_a_search_in_nothing_finds_nothing(department: Department, most: int) -> None:
    clerk, _ = department.signed_in("rezaei")
    with clerk.database.reading() as session:
        assert matching_ids(session, "گلایه", most=most) == []
