"""Questions about satisfaction where everybody is a role of their own: nobody answers for somebody else."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import text

from desktop_app.errors import NotPermittedError
from desktop_app.office.message_templates import DeliveryMethod, MessageKind
from desktop_app.people.petitioners import Contact
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.satisfaction.settings import QuestionSettings
from desktop_app.petitions.vocabulary import Channel, Kind, Outcome
from tests.guarded import Department, act_by_sql, by_sql
from tests.petitions.outbox.sending import MOBILE
from tests.security.refusing import refused

OTHER = "09129876543"
QUESTION: dict[str, Any] = {"way": "sms", "key": "k", "subject": "", "text": "چقدر راضی هستید؟"}
ASKED, ANSWERED, SETTLED = "satisfaction_asked", "satisfaction_answered", "satisfaction_settled"


def switch_on(department: Department) -> None:
    admin, administrator = department.signed_in("admin")
    admin.message_templates.change(
        administrator, MessageKind.SATISFACTION, DeliveryMethod.SMS, 1, active=True
    )
    admin.question_rules.change(administrator, QuestionSettings(1, 14))


def closed(department: Department, mobile: str = MOBILE, words: str = "متن") -> int:
    services, rezaei = department.signed_in("rezaei")
    contact = Contact(name=f"کس {mobile[-4:]}", mobile=mobile)
    unit = department.office.books.id
    made = services.register.register(
        rezaei, NewPetition(Kind.REQUEST, Channel.SMS, words, contact=contact, unit_id=unit)
    )
    taken = services.desk.take(rezaei, made.id, 1)
    services.desk.resolve(rezaei, made.id, taken.version, Outcome.ANSWERED, "پاسخ")
    return made.id


def later(department: Department) -> None:
    """Lets two days pass since everything was closed."""
    with department.owner.database.writing() as session:
        session.execute(text("UPDATE office SET asks_since = asks_since - interval '3 days'"))
        session.execute(text("UPDATE petition SET resolved_at = resolved_at - interval '2 days'"))
        session.execute(text("UPDATE satisfaction_question SET closed_at = closed_at - interval '2 days'"))


def ask(department: Department, folder: Path) -> int:
    manager, yazdi = department.signed_in("yazdi")
    return manager.delivery.write(yazdi, folder).asked


def came(department: Department, words: str, mobile: str = MOBILE, state: str = "waiting") -> int:
    """A text message as it stands in the staging table."""
    payload = json.dumps({"kind": "request", "text": words, "mobile": mobile}, ensure_ascii=False)
    with department.owner.database.writing() as session:
        found = session.execute(
            text(
                "INSERT INTO intake_submission (channel, payload, state, reason)"
                " VALUES ('sms', :payload, :state, :why) RETURNING id"
            ),
            {"payload": payload, "state": state, "why": "" if state == "waiting" else "[]"},
        )
        return int(found.scalar_one())


def answer(submission: int, mark: int) -> dict[str, Any]:
    """The values of an answer."""
    return {"submission_id": submission, "satisfaction": mark}


def run(psql: psycopg.Connection[Any], statement: str, *values: object) -> Any:
    return psql.execute(statement, values).fetchone()


@pytest.fixture
def asked(department: Department, tmp_path: Path) -> int:
    switch_on(department)
    number = closed(department)
    later(department)
    assert ask(department, tmp_path) == 1
    return number


def test_with_roles_it_is_asked_answered_and_reported(department: Department, asked: int) -> None:
    manager, yazdi = department.signed_in("yazdi")
    came(department, "نمره ۴")
    assert manager.staging.run(yazdi).answers == 1
    assert manager.desk.peek(yazdi, asked).satisfaction == 4
    unclear = came(department, "4 5")
    manager.staging.run(yazdi)
    assert [one.petition_id for one in manager.answer_desk.choice(yazdi, unclear).questions] == []
    # Who does not see the petition sees no question.
    for username, count in (("rezaei", 1), ("yazdi", 1), ("amini", 0), ("sadeghi", 0)):
        with department.sql(username) as psql:
            assert run(psql, "SELECT count(*) FROM satisfaction_question") == (count,), username


def test_a_manager_settles_what_is_unclear(department: Department, asked: int) -> None:
    manager, yazdi = department.signed_in("yazdi")
    unclear = came(department, "4 5")
    assert manager.staging.run(yazdi).quarantined == 1
    choice = manager.answer_desk.choice(yazdi, unclear)
    assert ([one.petition_id for one in choice.questions], choice.marks) == ([asked], (4, 5))
    clerk, rezaei = department.signed_in("rezaei")
    with pytest.raises(NotPermittedError):
        clerk.answer_desk.settle(rezaei, unclear, asked, 5)
    manager.answer_desk.settle(yazdi, unclear, asked, 5)
    assert manager.desk.peek(yazdi, asked).satisfaction == 5
    with department.sql("yazdi") as psql:
        assert run(psql, "SELECT state, item_type FROM intake_submission WHERE id = %s", unclear) == (
            "done",
            "answer",
        )


def test_sql_asks_nobody_out_of_turn(department: Department, tmp_path: Path) -> None:
    number = closed(department)
    with department.sql("rezaei") as psql:
        assert by_sql(psql, ASKED, number, **QUESTION) == "question_is_off"
    switch_on(department)
    with department.sql("rezaei") as psql:
        # It was closed before.
        assert by_sql(psql, ASKED, number, **QUESTION) == "question_not_due"
    later(department)
    other = closed(department, words="دیگر")
    with department.sql("rezaei") as psql:
        assert by_sql(psql, ASKED, other, **QUESTION) == "question_not_due"
        assert by_sql(psql, ASKED, number, **(QUESTION | {"way": "email"})) == "no_way_to_ask"
        assert by_sql(psql, ASKED, number, **(QUESTION | {"way": "portal"})) == "no_way_to_ask"
    for username, rule in (("amini", "not_there"), ("sadeghi", "not_there")):
        with department.sql(username) as psql:
            assert by_sql(psql, ASKED, number, **QUESTION) == rule, username
    with department.sql("rezaei") as psql:
        assert by_sql(psql, ASKED, number, **QUESTION) is None
        assert by_sql(psql, ASKED, number, **QUESTION) == "asked_already"
        # A second message of the question, by hand.
        insert = (
            "INSERT INTO outbox_message (key, petition_id, kind, way, subject, text, state, made_at)"
            " VALUES ('k2', {}, 'satisfaction', 'sms', '', 'x', 'waiting', now())"
        )
        with pytest.raises(psycopg.errors.UniqueViolation):
            psql.execute(insert.format(number))
        refused(psql, insert.format(other))
    later(department)
    with department.sql("rezaei") as psql:
        # The same number waits for its answer.
        assert by_sql(psql, ASKED, other, **(QUESTION | {"key": "k3"})) == "another_question_open"
        for act in (
            "INSERT INTO satisfaction_question (petition_id, closed_at, asked_at, expires_on, way)"
            f" VALUES ({other}, now(), now(), now()::date, 'sms')",
            "UPDATE satisfaction_question SET mark = 5, answered_at = now()",
            "UPDATE satisfaction_question SET expires_on = expires_on + 100",
            "DELETE FROM satisfaction_question",
        ):
            refused(psql, act)
    with department.sql("admin") as psql:
        refused(psql, "UPDATE satisfaction_question SET mark = 1")


def test_a_second_number_of_a_call_is_refused(department: Department) -> None:
    switch_on(department)
    numbers = [closed(department, words=f"متن {at}") for at in range(2)]
    later(department)
    items = [
        {"item": number, "seen": None, "words": "", "remarks": {}}
        | {f"given_{name}": value for name, value in (QUESTION | {"key": f"k{number}"}).items()}
        for number in numbers
    ]
    with department.sql("rezaei") as psql, pytest.raises(psycopg.errors.InvalidParameterValue):
        psql.execute(
            "SELECT * FROM app.perform('act_petition_satisfaction_asked', %s, '{}', NULL, 'x', now())",
            (json.dumps(items),),
        )


def test_nobody_answers_for_somebody_else(department: Department, asked: int) -> None:
    """Neither who works on it, nor who takes in for the whole office, without what its sender wrote."""
    mine, unread = came(department, "5"), came(department, "دو ستاره")
    stranger, several = came(department, "5", OTHER), came(department, "4 5")
    late = came(department, "5 4", state="quarantined")
    tries: list[tuple[str, int, int]] = [
        # No submission, one without the mark, one of another number, another mark than the first digit.
        (ANSWERED, 0, 5), (ANSWERED, unread, 5), (ANSWERED, stranger, 5), (ANSWERED, mine, 4), (ANSWERED, several, 5),
        # Settled is what is in quarantine, with a mark that stands in it.
        (SETTLED, mine, 5), (SETTLED, late, 3), (SETTLED, stranger, 5),
        # In quarantine it is not taken by itself.
        (ANSWERED, late, 5),
    ]  # fmt: skip
    for username in ("rezaei", "yazdi"):
        with department.sql(username) as psql:
            psql.execute("SELECT app.ask(ARRAY[%s, %s])", (MOBILE, OTHER))
            for act, submission, mark in tries:
                given = answer(submission, mark)
                assert by_sql(psql, act, asked, **given) == "no_answer_of_theirs", (username, act, given)
            given = answer(mine, 6)
            assert by_sql(psql, ANSWERED, asked, **given) == "out_of_range"
    for username in ("amini", "sadeghi"):
        with department.sql(username) as psql:
            given = answer(mine, 5)
            assert by_sql(psql, ANSWERED, asked, **given) in {"not_there", "not_your_role"}, username
            assert by_sql(psql, SETTLED, asked, **given) in {"not_there", "not_your_role"}, username
    with department.sql("yazdi") as psql:
        given = answer(mine, 5)
        assert by_sql(psql, ANSWERED, asked, **given) is None
        assert by_sql(psql, ANSWERED, asked, **given) == "answered_already"


def test_who_has_not_asked_about_a_number_learns_nothing_of_it(department: Department, asked: int) -> None:
    mine = came(department, "5")
    given = answer(mine, 5)
    # A colleague of the clerk who registered it, and so has asked about the number within the hour.
    with department.sql("nouri") as psql:
        assert by_sql(psql, ANSWERED, asked, **given) == "no_answer_of_theirs"
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            psql.execute("SELECT * FROM app.asked_at(ARRAY[%s])", (MOBILE,))
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            psql.execute("SELECT app.is_answer(%s, %s, 5, false)", (asked, mine))
    with department.sql("yazdi") as psql:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            psql.execute("SELECT * FROM app.asked_at(ARRAY[%s])", (MOBILE,))
        psql.execute("SELECT app.ask(ARRAY[%s])", (MOBILE,))
        assert run(psql, "SELECT petition FROM app.asked_at(ARRAY[%s])", MOBILE) == (asked,)


def test_what_was_mended_is_no_answer(department: Department, asked: int) -> None:
    manager, yazdi = department.signed_in("yazdi")
    unclear = came(department, "۵ ناراضی")
    manager.staging.run(yazdi)
    payload = manager.staging.opened(yazdi, unclear).payload
    manager.staging.mend(yazdi, unclear, payload | {"text": "5"})
    with department.sql("yazdi") as psql:
        given = answer(unclear, 5)
        assert by_sql(psql, ANSWERED, asked, **given) == "no_answer_of_theirs"
    assert manager.staging.run(yazdi).petitions == 1
    assert manager.desk.peek(yazdi, asked).satisfaction is None


def test_a_reopened_case_takes_no_answer(department: Department, asked: int) -> None:
    mine = came(department, "5")
    manager, yazdi = department.signed_in("yazdi")
    seen = manager.desk.peek(yazdi, asked)
    manager.desk.reopen(yazdi, asked, seen.version, "دوباره")
    given = answer(mine, 5)
    with department.sql("yazdi") as psql:
        psql.execute("SELECT app.ask(ARRAY[%s])", (MOBILE,))
        assert by_sql(psql, ANSWERED, asked, **given) == "reopened_since"
        assert by_sql(psql, SETTLED, asked, **given) == "reopened_since"
    assert manager.staging.run(yazdi).further == 1


def test_a_submission_becomes_an_answer_by_the_act_alone(department: Department, asked: int) -> None:
    mine = came(department, "5")
    with department.sql("yazdi") as psql:
        refused(
            psql,
            "UPDATE intake_submission SET state = 'done', item_type = 'answer', handled_at = now(),"
            f" item_id = {asked} WHERE id = {mine}",
        )


def test_the_settings_belong_to_administrators(department: Department) -> None:
    given: dict[str, Any] = {"ask_after_days": 3, "answer_days": 14}
    act = "act_office_question_settings_changed"
    for username in ("rezaei", "yazdi", "sadeghi"):
        with department.sql(username) as psql:
            assert act_by_sql(psql, act, 1, seen=1, **given) == "not_your_role", username
            refused(psql, "UPDATE office SET ask_after_days = 1")
    with department.sql("admin") as psql:
        version = run(psql, "SELECT version FROM office")[0]
        for wrong in ({"ask_after_days": 61}, {"answer_days": 0}, {"answer_days": None}):
            assert act_by_sql(psql, act, 1, seen=version, **(given | wrong)) == "out_of_range"
        assert act_by_sql(psql, act, 1, seen=version, **given) is None
        since = run(psql, "SELECT asks_since FROM office")[0]
        assert isinstance(since, datetime)
        # On stays on: what was closed in between is asked about.
        assert act_by_sql(psql, act, 1, seen=version + 1, **(given | {"ask_after_days": 5})) is None
        assert run(psql, "SELECT asks_since FROM office") == (since,)
