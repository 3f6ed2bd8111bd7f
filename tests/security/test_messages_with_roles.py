"""Further texts where everybody is a role of their own: who brings them, who reads them, what SQL lets nobody do."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.database.verification import verify
from desktop_app.intake.staging.model import IntakeSubmission
from desktop_app.people.petitioners import Contact
from desktop_app.petitions.lists.filters import ListFilter, Scope
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind
from tests.guarded import Department
from tests.intake.staged import hand_in
from tests.security.refusing import refused

MOBILE = "09121234567"


def text(words: str) -> NewPetition:
    return NewPetition(Kind.REQUEST, Channel.SMS, words, contact=Contact(mobile=MOBILE))


def test_a_clerk_brings_a_text_for_a_petition_that_they_do_not_see(department: Department) -> None:
    clerk, rezaei = department.signed_in("rezaei")
    music, amini = department.signed_in("amini")
    petition = NewPetition(
        Kind.REQUEST, Channel.PHONE, "متن", contact=Contact(mobile=MOBILE), unit_id=department.office.music.id
    )
    made = music.register.register(amini, petition)
    again = text(f"{made.tracking_code} دوباره")
    [came] = clerk.auto_intake.take_in(rezaei, [again])
    assert came.fresh
    assert [one.fresh for one in clerk.auto_intake.take_in(rezaei, [again])] == [False]
    detail = music.desk.peek(amini, made.id)
    assert [(one.text, one.other_sender) for one in detail.messages] == [(again.text, False)]
    assert [(event.action, event.actor_name) for event in detail.history][-1] == ("wrote_again", rezaei.name)
    assert [row.item_id for row in music.bells.of(amini).rows] == [made.id]
    music.desk.open(amini, made.id)
    assert not music.bells.of(amini).rows
    music.desk.take(amini, made.id, detail.version)
    found = ListFilter(scope=Scope.ANY, query="دوباره")
    assert [row.id for row in music.inbox.find(amini, found, 5)[1]] == [made.id]
    assert not clerk.inbox.find(rezaei, found, 5)[1]
    with department.sql("rezaei") as psql:
        refused(psql, f"SELECT app.find_by({made.id}, ARRAY['ارغنون'])")
        assert psql.execute("SELECT count(*) FROM petition_message").fetchall() == [(0,)]
        assert psql.execute("SELECT count(*) FROM wrote_again").fetchall() == [(0,)]
    assert verify(department.owner.database).ok


def test_a_flood_is_gathered_by_who_takes_it_in(department: Department) -> None:
    manager, yazdi = department.signed_in("yazdi")
    made = manager.auto_intake.take_in(yazdi, [text(f"پیامک {n}") for n in range(14)])
    assert [one.registered is not None for one in made] == [True] * 11 + [False] * 3
    assert verify(department.owner.database).ok


def test_by_sql_nobody_writes_changes_or_takes_away_what_a_petitioner_wrote(department: Department) -> None:
    manager, yazdi = department.signed_in("yazdi")
    made = manager.register.register(yazdi, NewPetition(Kind.REQUEST, Channel.SMS, "متن"))
    manager.auto_intake.take_in(yazdi, [text(f"{made.tracking_code} دوباره")])
    with department.sql("yazdi") as psql:
        for act in (
            "UPDATE petition_message SET text = ''",
            "DELETE FROM petition_message",
            "UPDATE wrote_again SET texts = 0",
            "DELETE FROM wrote_again",
            f"INSERT INTO wrote_again (petition_id, texts, last_at) VALUES ({made.id}, 1, now())",
        ):
            refused(psql, act)
    with department.sql("sadeghi") as psql:
        refused(psql, "SELECT * FROM app.write_again('{\"texts\": []}')")


def test_other_words_of_a_known_row_are_told_to_who_sees_its_petition_alone(department: Department) -> None:
    clerk, rezaei = department.signed_in("rezaei")
    music, amini = department.signed_in("amini")
    unit = department.office.music.id
    first = NewPetition(Kind.REQUEST, Channel.PORTAL, "سی روز گذشت.", external_id="M-1", unit_id=unit)
    other = replace(first, text="چهل روز گذشت.")
    music.auto_intake.take_in(amini, [first])
    [told] = music.auto_intake.take_in(amini, [other])
    assert told.changed is not None
    assert (told.changed.fields, told.changed.before.text) == (("text",), first.text)
    assert clerk.auto_intake.rehearse([other]) == [None]
    [left] = clerk.auto_intake.take_in_further(rezaei, [other])
    assert not left.fresh
    with department.sql("rezaei") as psql:
        seen = psql.execute("SELECT * FROM app.rows_there(ARRAY['id:portal:M-1'])").fetchall()
        assert seen == []
    [put] = music.auto_intake.take_in_further(amini, [other])
    assert put.fresh
    assert verify(department.owner.database).ok


def test_a_row_of_quarantine_becomes_a_further_text_by_its_own_words_alone(department: Department) -> None:
    manager, yazdi = department.signed_in("yazdi")
    database = department.owner.database
    said = {"kind": "request", "text": "سی روز گذشت."}
    first, again = hand_in(
        database,
        {"external_id": "Q-1", "payload": said},
        {"external_id": "Q-1", "payload": said | {"text": "چهل روز گذشت."}},
    )
    manager.staging.run(yazdi)
    found = manager.staging.changed(yazdi, again)
    assert found is not None
    assert found.fields == ("text",)
    other = manager.register.register(yazdi, NewPetition(Kind.REQUEST, Channel.SMS, "متن"))
    manager.auto_intake.take_in(yazdi, [text(f"{other.tracking_code} دوباره")])
    with department.sql("yazdi") as psql:
        [[message]] = psql.execute("SELECT id FROM petition_message").fetchall()
        refused(
            psql,
            f"UPDATE intake_submission SET state = 'done', item_type = 'message', item_id = {message},"
            f" handled_at = now() WHERE id = {again}",
        )
    manager.staging.take_further(yazdi, again)
    with database.reading() as session:
        row = session.get_one(IntakeSubmission, again)
        assert (row.state, row.item_type) == ("done", "message")
        assert session.get_one(IntakeSubmission, first).item_type == "petition"
    assert verify(database).ok
