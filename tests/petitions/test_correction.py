from __future__ import annotations

import pytest
from sqlalchemy import text

from desktop_app.database.audit import history
from desktop_app.database.search import matching_ids
from desktop_app.database.verification import verify
from desktop_app.errors import InvalidValueError, NotPermittedError, RuleError
from desktop_app.people.petitioners import Contact
from desktop_app.petitions.registration.correction import Correction
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind
from tests.department import TestOffice

WRONG = Contact("مریم کاظمی", "0499370899", "09121234567")
RIGHT = Correction("به درخواست خودش", "مریم ناظمی", mobile="۰۹۱۲ ۷۶۵ ۴۳۲۱")


def written(office: TestOffice) -> tuple[int, int]:
    """Two petitions of one person, in two units."""
    first, second = (
        office.services.register.register(
            office.clerk,
            NewPetition(Kind.REQUEST, Channel.PHONE, f"متن {unit.name}", "مجوز", WRONG, unit_id=unit.id),
        ).id
        for unit in (office.books, office.music)
    )
    return first, second


@pytest.mark.parametrize("hides", [False, True])
def test_what_was_wrong_is_put_right_in_register_petitions_and_search(
    office: TestOffice, hides: bool
) -> None:
    services = office.services
    numbers = written(office)
    wanted = Correction(RIGHT.reason, RIGHT.name, mobile=RIGHT.mobile, hides_former=hides)
    # The manager of one unit corrects the person, and with them what lies in another one.
    assert services.corrections.correct(office.music_manager, office.made_id(1), wanted) == 2
    with services.database.reading() as session:
        person = session.execute(
            text(
                "SELECT p.name, p.masked_mobile, i.national_id, i.mobile FROM petitioner p"
                " JOIN petitioner_identity i ON i.petitioner_id = p.id"
            )
        ).one()
        assert tuple(person) == ("مریم ناظمی", "••••••••321", "0499370899", "09127654321")
        named = session.execute(text("SELECT DISTINCT petitioner_name FROM petition")).scalars().all()
        assert named == ["مریم ناظمی"]
        for gone in ("کاظمی", "09121234567"):
            assert matching_ids(session, gone) == []
        for found in ("ناظمی", "09127654321", "0499370899"):
            assert sorted(matching_ids(session, found)) == sorted(numbers)
        assert matching_ids(session, "موسیقی") == [numbers[1]]
        events = [history(session, "petition", number)[-1] for number in numbers]
    for event in events:
        assert (event.action, event.text, event.actor_name) == (
            "petitioner_corrected", RIGHT.reason, office.music_manager.name,
        )  # fmt: skip
        assert event.before == {"name": "•••" if hides else "مریم کاظمی", "mobile": "••••••••567"}
        assert event.after == {"name": "مریم ناظمی", "mobile": "••••••••321"}
    assert verify(services.database).ok


def test_only_a_manager_with_one_of_their_petitions_corrects(office: TestOffice) -> None:
    services = office.services
    services.register.register(
        office.clerk, NewPetition(Kind.REQUEST, Channel.PHONE, "متن", "مجوز", WRONG, unit_id=office.books.id)
    )
    for actor in (office.clerk, office.reviewer, office.administrator, office.music_manager):
        with pytest.raises(NotPermittedError):
            services.corrections.correct(actor, office.made_id(1), RIGHT)
    for wrong, field in (
        (Correction(" ", "نام"), "reason"),
        (Correction("x", national_id="1111111111"), "national_id"),
        (Correction("x", mobile="12"), "mobile"),
        (Correction("x", email="a"), "email"),
    ):
        with pytest.raises(InvalidValueError) as caught:
            services.corrections.correct(office.manager, office.made_id(1), wrong)
        assert caught.value.parameters["field"] == field
    with pytest.raises(RuleError):
        services.corrections.correct(office.manager, office.made_id(1), Correction("x", WRONG.name))
    assert services.corrections.correct(office.manager, office.made_id(1), RIGHT) == 1


def test_a_person_turns_out_to_be_a_company_with_a_long_name(office: TestOffice) -> None:
    numbers = written(office)
    name = "شرکت " + "ب" * 395
    assert (
        office.services.corrections.correct(
            office.music_manager, office.made_id(1), Correction("نام کامل", name)
        )
        == 2
    )
    assert office.services.desk.peek(office.clerk, numbers[0]).petitioner_name == name
    with pytest.raises(InvalidValueError):
        office.services.corrections.correct(
            office.music_manager, office.made_id(1), Correction("نام کامل", name + "ی")
        )
