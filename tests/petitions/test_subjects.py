"""What petitions are about: matched as they come in, said by the desk later, asked for in lists."""

from __future__ import annotations

import pytest

from desktop_app.database.verification import verify
from desktop_app.errors import ConflictError, NotFoundError, NotPermittedError
from desktop_app.office.services import ListTaken, NewSubject, ServiceRow, SubjectKind
from desktop_app.petitions.lists.filters import ListFilter
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind
from tests.department import TestOffice
from tests.guarded import Department

LIST = (
    NewSubject(SubjectKind.SERVICE, "صدور مجوز نشر کتاب", "13021001"),
    NewSubject(SubjectKind.INSTRUMENT, "آیین‌نامه حمایت از نگارخانه‌ها", "1405-A-12"),
    NewSubject(SubjectKind.NEWS, "نمایشگاه عکس تهران گشایش یافت"),
)


def catalogue(office: TestOffice) -> dict[SubjectKind, ServiceRow]:
    office.services.catalogue.take_in(office.administrator, LIST)
    return {row.kind: row for row in office.services.catalogue.all()}


def about(office: TestOffice, words: str, text: str = "متن") -> int:
    petition = NewPetition(Kind.OPINION, Channel.PHONE, f"{text} {words}", about=words)
    return office.services.register.register(office.clerk, petition).id


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("13021001", SubjectKind.SERVICE),
        ("۱۳۰۲۱۰۰۱", SubjectKind.SERVICE),
        ("صدور مجوّز نشر كتاب", SubjectKind.SERVICE),
        ("1405/A/12", SubjectKind.INSTRUMENT),
        ("آیین نامه حمایت از نگارخانه ها", SubjectKind.INSTRUMENT),
        ("نمايشگاه عکس تهران، گشایش یافت", SubjectKind.NEWS),
    ],
)
def test_by_number_or_title_in_any_spelling_it_is_about_the_entry(
    office: TestOffice, words: str, kind: SubjectKind
) -> None:
    rows = catalogue(office)
    detail = office.services.desk.peek(office.clerk, about(office, words))
    assert (detail.about_id, detail.about) == (rows[kind].id, rows[kind].name)


def test_other_words_stay_what_they_are(office: TestOffice) -> None:
    catalogue(office)
    detail = office.services.desk.peek(office.clerk, about(office, "چیز دیگر"))
    assert (detail.about_id, detail.about) == (None, "چیز دیگر")


def test_a_list_that_comes_again_adds_nothing_and_a_new_title_is_told(office: TestOffice) -> None:
    catalogue(office)
    take_in, administrator = office.services.catalogue.take_in, office.administrator
    assert take_in(administrator, LIST) == ListTaken(0, 0, 3)
    renamed = NewSubject(SubjectKind.SERVICE, "صدور پروانه نشر کتاب", "13021001")
    numbered = NewSubject(SubjectKind.NEWS, LIST[2].name, "N-7")
    assert take_in(administrator, (renamed, numbered)) == ListTaken(0, 2, 0)
    assert [(row.code, row.name) for row in office.services.catalogue.all()] == [
        ("13021001", renamed.name), ("1405-A-12", LIST[1].name), ("N-7", LIST[2].name),
    ]  # fmt: skip
    with pytest.raises(ConflictError):
        take_in(administrator, (NewSubject(SubjectKind.SERVICE, renamed.name, "999"),))
    with pytest.raises(NotPermittedError):
        take_in(office.manager, LIST)
    assert verify(office.services.database).ok


def test_a_list_asks_for_what_petitions_are_about(office: TestOffice) -> None:
    rows = catalogue(office)
    service, news, other = about(office, "13021001"), about(office, LIST[2].name), about(office, "نشر دیگر")
    first = office.services.inbox.first
    found = {row.id: row.about for row in first(office.clerk, ListFilter(about_kind=("news", "service")), 9)}
    assert found == {service: rows[SubjectKind.SERVICE].name, news: LIST[2].name}
    assert {row.id for row in first(office.clerk, ListFilter(about="نشر"), 9)} == {service, other}


def test_the_desk_says_it_later_and_takes_it_back(office: TestOffice) -> None:
    rows = catalogue(office)
    number = about(office, "نمی‌دانم")
    subjects = office.services.subjects
    entry = rows[SubjectKind.INSTRUMENT]
    detail = subjects.set(office.clerk, number, entry.id)
    assert (detail.about, detail.history[-1].action, detail.history[-1].after["about"]) == (
        entry.name, "about_set", entry.name,
    )  # fmt: skip
    assert [row.id for row in office.services.inbox.first(office.clerk, ListFilter(about="نگارخانه"), 9)] == [
        number
    ]
    assert subjects.set(office.clerk, number, None).about == "نمی‌دانم"
    with pytest.raises((NotFoundError, NotPermittedError)):
        subjects.set(office.reviewer, number, entry.id)
    assert verify(office.services.database).ok


def test_with_roles_who_works_on_it_says_what_it_is_about(department: Department) -> None:
    rows = catalogue(department.office)
    clerk, rezaei = department.signed_in("rezaei")
    made = clerk.register.register(rezaei, NewPetition(Kind.OPINION, Channel.PHONE, "متن", about="13021001"))
    assert clerk.desk.peek(rezaei, made.id).about_id == rows[SubjectKind.SERVICE].id
    detail = clerk.subjects.set(rezaei, made.id, rows[SubjectKind.NEWS].id)
    assert detail.about == rows[SubjectKind.NEWS].name
    assert verify(department.owner.database).ok
