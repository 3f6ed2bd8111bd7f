"""A petition is found by the words that its petitioner wrote to it since, until they are taken out."""

from __future__ import annotations

from sqlalchemy import Connection
from sqlalchemy import text as sql

from desktop_app.database.search import matching_ids
from desktop_app.people.petitioners import Contact
from desktop_app.petitions.lists.filters import ListFilter, Scope
from desktop_app.petitions.lists.indexing import reindex
from desktop_app.petitions.registration.correction import Correction
from desktop_app.petitions.vocabulary import Outcome
from tests.department import TestOffice
from tests.petitions.test_auto_intake import came, first, text


def found(office: TestOffice, query: str) -> list[int]:
    """What the desk finds, by the index and by the texts themselves."""
    rows = office.services.inbox.find(office.clerk, ListFilter(scope=Scope.ANY, query=query), 20)[1]
    return sorted(row.id for row in rows)


def indexed(office: TestOffice, *queries: str) -> list[list[int]]:
    with office.services.database.reading() as session:
        return [sorted(matching_ids(session, query)) for query in queries]


def test_words_of_both_texts_are_found_together_in_any_spelling(office: TestOffice) -> None:
    number, code = first(office, "درخواست مجوز نگارخانه")
    other, _ = first(office, "درخواست مجوز سینما")
    assert found(office, "ارغنون") == []
    again = text(f"{code} درباره كتاب‌هاي ارغنون مدرك فرستادم")
    came(office, again, text(f"{code} و ارغنون دوم"))
    came(office, again)
    for query in (
        "ارغنون",
        "کتابهای ارغنون نگارخانه",
        "نگارخانه مدرک -سینما",
        "ارغ*",
        '"کتاب‌های ارغنون"',
        '"ارغنون دوم"',
    ):
        assert found(office, query) == [number], query
    # A phrase stands in one text, and what is not wanted is not wanted in any.
    assert found(office, '"نگارخانه ارغنون"') == []
    assert found(office, '"ارغنون مدرک" "نگارخانه مجوز"') == []
    assert found(office, "مجوز -ارغنون") == [other]
    assert found(office, '"درخواست مجوز"') == [number, other]


def test_a_corrected_name_takes_no_word_that_was_written(office: TestOffice) -> None:
    [made] = came(office, text("متن", Contact("مریم کاظمی", mobile="09121234567"), unit_id=office.books.id))
    assert made.registered is not None
    came(office, text(f"{made.registered.tracking_code} من مریم ارغنون هستم"))
    right = Correction("به درخواست خودش", "سارا ناظمی")
    assert office.services.corrections.correct(office.manager, office.made_id(1), right) == 1
    number = made.registered.id
    assert indexed(office, "کاظمی", "مریم", "ارغنون", "سارا") == [[], [number], [number], [number]]


def test_after_a_merge_each_is_found_by_what_was_written_to_it(office: TestOffice) -> None:
    number, code = first(office, "متن نگارخانه")
    other, other_code = first(office, "متن سینما")
    desk = office.services.desk
    came(office, text(f"{other_code} پیش ارغنون"))
    version = desk.peek(office.clerk, other).version
    desk.resolve(office.clerk, other, version, Outcome.DUPLICATE, "همان", duplicate_of=code)
    came(office, text(f"{other_code} پس اقاقیا"))
    assert indexed(office, "ارغنون سینما", "اقاقیا نگارخانه", "اقاقیا") == [[other], [number], [number]]
    desk.unmerge(office.clerk, other, desk.peek(office.clerk, other).version, "دو موضوع است")
    came(office, text(f"{other_code} سپس بنفشه"))
    assert indexed(office, "ارغنون", "اقاقیا", "بنفشه") == [[other], [number], [other]]


def test_an_index_that_is_made_anew_has_them_too(office: TestOffice) -> None:
    number, code = first(office, "متن نگارخانه")
    came(office, *(text(f"{code} ارغنون {n}") for n in range(3)))
    database = office.services.database
    with database.engine.execution_options(writes=database.is_sqlite).begin() as connection:
        _forget(connection, number, "ارغنون", sqlite=database.is_sqlite)
    assert indexed(office, "ارغنون", "نگارخانه") == [[], [number]]
    with database.writing() as session:
        assert reindex(session) == 1
    assert indexed(office, "ارغنون نگارخانه", "نگارخانه") == [[number]] * 2


def _forget(connection: Connection, number: int, word: str, *, sqlite: bool) -> None:
    statement = (
        "INSERT INTO petition_fts (petition_fts, rowid, terms) VALUES ('delete', :id, :word)"
        if sqlite
        else "UPDATE petition_search SET document = ts_delete(document, :word) WHERE petition_id = :id"
    )
    connection.execute(sql(statement), {"id": number, "word": word})
    if sqlite:
        connection.execute(sql("INSERT INTO petition_fts (rowid, terms) VALUES (:id, '')"), {"id": number})
