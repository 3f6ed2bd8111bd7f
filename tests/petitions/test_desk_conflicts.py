"""Two at one petition: the second is told, and nothing is lost."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from desktop_app.bootstrap import open_services
from desktop_app.clock import FixedClock
from desktop_app.errors import BusyError, ConflictError
from desktop_app.petitions.model import Petition
from desktop_app.petitions.vocabulary import Outcome, Status
from tests.department import TestOffice


def test_the_second_of_two_is_told_and_loses_nothing(office: TestOffice) -> None:
    desk = office.services.desk
    seen = office.taken()
    quicker = desk.wait(office.other_clerk, seen.id, seen.version, "مدارک ناقص است")
    with pytest.raises(ConflictError) as caught:
        desk.resolve(office.clerk, seen.id, seen.version, Outcome.ANSWERED, "پاسخ من")
    assert caught.value.parameters["theirs"] == "حسن نوری"
    now = desk.peek(office.clerk, seen.id)
    assert (now.version, now.status, now.replies) == (quicker.version, Status.WAITING, ())


def test_the_second_learns_who_was_quicker_before_what_is_missing(office: TestOffice) -> None:
    desk = office.services.desk
    seen = office.petition("متن")
    sent = desk.refer(office.other_clerk, seen.id, seen.version, office.books.id)
    desk.take(office.other_clerk, seen.id, sent.version)
    with pytest.raises(ConflictError) as caught:
        desk.refer(office.clerk, seen.id, seen.version, office.music.id)
    assert caught.value.parameters["theirs"] == office.other_clerk.name


def test_a_note_alone_is_no_conflict_for_who_writes_a_reply(office: TestOffice) -> None:
    desk = office.services.desk
    seen = office.taken()
    desk.note(office.other_clerk, seen.id, "تلفنی هم پیگیر بود")
    desk.reveal(office.manager, seen.id)
    drafted = desk.save_draft(office.clerk, seen.id, seen.version, "پیش‌نویس پاسخ")
    desk.note(office.other_clerk, seen.id, "دوباره زنگ زد")
    # Two notes and a draft since `seen`: the draft is another's business, the note after it is not.
    with pytest.raises(ConflictError) as caught:
        desk.wait(office.other_clerk, seen.id, seen.version, "مدارک ناقص است")
    assert caught.value.parameters["theirs"] == office.clerk.name
    done = desk.resolve(office.clerk, seen.id, drafted.version, Outcome.ANSWERED, "پاسخ من")
    assert [event.action for event in done.history][-4:] == ["revealed", "draft", "note", "resolve"]
    assert done.replies[-1].text == "پاسخ من"
    with pytest.raises(ConflictError):
        desk.reopen(office.clerk, seen.id, done.version + 1, "نسخه‌ای که نیست")


def test_a_version_that_is_not_there_yet_is_a_conflict_whatever_was_done_last(office: TestOffice) -> None:
    desk = office.services.desk
    noted = desk.note(office.other_clerk, office.taken().id, "تلفنی هم پیگیر بود")
    for ahead in (1, 5):
        with pytest.raises(ConflictError):
            desk.wait(office.clerk, noted.id, noted.version + ahead, "مدارک ناقص است")
        with pytest.raises(ConflictError):
            desk.save_draft(office.clerk, noted.id, noted.version + ahead, "پیش‌نویس")
    assert desk.peek(office.clerk, noted.id).status is Status.IN_PROGRESS


def test_each_version_of_a_petition_is_that_of_one_event(office: TestOffice) -> None:
    # What tells a note from a move since the version that somebody saw.
    desk = office.services.desk
    now = office.petition()
    now = desk.refer(office.clerk, now.id, now.version, office.books.id, "ارجاع")
    now = desk.take(office.clerk, now.id, now.version)
    now = office.informed(now)
    desk.reveal(office.manager, now.id)
    now = desk.wait(office.clerk, now.id, now.version, "مدارک")
    now = desk.undo(office.clerk, now.id, now.version)
    now = desk.note(office.clerk, now.id, "یادداشت")
    now = desk.save_draft(office.clerk, now.id, now.version, "پیش‌نویس")
    now = desk.resolve(office.clerk, now.id, now.version, Outcome.ANSWERED, "پاسخ")
    told = [event.action for event in now.history if event.action != "revealed"]
    assert now.version == len(told) == 9


def test_notes_never_conflict(office: TestOffice) -> None:
    seen = office.taken()
    office.services.desk.note(office.clerk, seen.id, "یادداشت یکم")
    after = office.services.desk.note(office.other_clerk, seen.id, "یادداشت دوم")
    assert [event.text for event in after.history if event.action == "note"] == ["یادداشت یکم", "یادداشت دوم"]


def test_a_petition_that_is_being_changed_can_be_opened_and_not_written(
    office: TestOffice, database_url: str, clock: FixedClock
) -> None:
    if office.services.database.is_sqlite:
        pytest.skip("a file has one writer at a time")
    petition = office.taken()
    other = open_services(database_url, clock=clock, prepare_schema=False)
    with office.services.database.writing() as session:
        session.execute(select(Petition.id).where(Petition.id == petition.id).with_for_update(key_share=True))
        # That it was seen is written down, by its number: nobody waits for the change.
        assert other.desk.open(office.other_clerk, petition.id).id == petition.id
        with pytest.raises(BusyError):
            other.desk.note(office.other_clerk, petition.id, "من هم می‌نویسم")
    other.close()
