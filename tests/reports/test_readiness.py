"""The set-up checklist: what counts as done, by whom and when, on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop_app.clock import FixedClock
from desktop_app.database.audit import history
from desktop_app.database.last_backup import record_backup
from desktop_app.errors import (
    ConflictError,
    InvalidValueError,
    NotPermittedError,
    RuleError,
    SigningError,
)
from desktop_app.office.set_up import CONFIRMABLE, SetUpTask
from desktop_app.office.settings import AnswerDeadline
from desktop_app.petitions.deadlines.by_kind import PROPOSED, with_days, without_deadline
from desktop_app.petitions.routing.rules import Conditions, Consequence
from desktop_app.petitions.vocabulary import Channel, Kind
from desktop_app.reports.readiness.checklist import Checklist, SetUpTaskState
from desktop_app.reports.readiness.checklist_pdf import checklist_pdf
from desktop_app.reports.readiness.words import done_by_words, missing_words, result_words
from desktop_app.services import Services
from desktop_app.signing import read_public_key
from desktop_app.wording.replies import proposed_replies
from tests.department import PASSWORD, TestOffice
from tests.guarded import Department, by_sql
from tests.key_store import KeyStore
from tests.reports.pdf.reading import by_pdfium

Task = SetUpTask


def read(office: TestOffice) -> Checklist:
    return office.services.readiness.checklist(office.administrator)


def state(office: TestOffice, task: Task) -> SetUpTaskState:
    return read(office).state(task)


def words(office: TestOffice, task: Task) -> str:
    """What is missing of the task, or its result."""
    found = read(office)
    one = found.state(task)
    return result_words(one, found.facts) if one.done else missing_words(task, found.facts)


def test_nothing_is_done_in_an_empty_office(services: Services) -> None:
    first = services.accounts.create_first_administrator("مدیر سامانه", "admin", PASSWORD)
    found = services.readiness.checklist(first)
    assert [one.task for one in found.remaining] == list(Task)
    assert (found.minutes_left, found.administrator) == (83, "مدیر سامانه")
    said = {task: missing_words(task, found.facts) for task in Task}
    assert said[Task.UNITS] == "هنوز واحدی برای ارجاع درخواست‌ها نیست."
    assert said[Task.DEADLINES] == "برای درخواست، شکایت، پیشنهاد و انتقاد هنوز مهلتی تعیین نشده است."
    with pytest.raises(RuleError, match="set_up_too_early"):
        services.readiness.confirm(first, Task.UNITS)


def test_only_an_administrator_sees_and_confirms_it(office: TestOffice) -> None:
    for actor in (office.clerk, office.manager, office.reviewer):
        with pytest.raises(NotPermittedError):
            office.services.readiness.checklist(actor)
        with pytest.raises(NotPermittedError):
            office.services.readiness.confirm(actor, Task.UNITS)
        with pytest.raises(NotPermittedError):
            office.services.readiness.take_back(actor, Task.UNITS)
    assert not state(office, Task.UNITS).done


@pytest.mark.parametrize("task", sorted(CONFIRMABLE))
def test_a_confirmation_is_an_event_and_can_be_taken_back(
    office: TestOffice, clock: FixedClock, task: Task
) -> None:
    assert not state(office, task).done
    clock.advance(timedelta(days=2))
    office.services.readiness.confirm(office.administrator, task)
    done = state(office, task)
    assert done.confirmed
    assert done.event is not None
    assert (done.event.by, done.event.at) == (office.administrator.name, clock.now())
    assert done_by_words(done, 1405) == "مدیر سامانه، ۵ آذر"
    office.services.readiness.take_back(office.administrator, task)
    assert not state(office, task).done
    with office.services.database.reading() as session:
        told = [(one.action, one.after) for one in history(session, "office", 1)][-2:]
    assert told == [
        ("set_up_confirmed", {"set_up_task": task.value}),
        ("set_up_unconfirmed", {"set_up_task": task.value}),
    ]


@pytest.mark.parametrize("task", sorted(set(Task) - CONFIRMABLE))
def test_what_can_be_computed_cannot_be_confirmed(office: TestOffice, task: Task) -> None:
    with pytest.raises(RuleError):
        office.services.readiness.confirm(office.administrator, task)


def test_the_letterhead_is_done_when_it_changed_or_was_saved_as_it_stood(
    office: TestOffice, clock: FixedClock
) -> None:
    service, admin = office.services.office, office.administrator
    service.change(admin, replace(service.settings(), archive_days=30))
    assert not state(office, Task.LETTERHEAD).done
    service.change(admin, service.settings())
    assert state(office, Task.LETTERHEAD).done
    clock.advance(timedelta(days=1))
    service.change(admin, replace(service.settings(), office_name="ادارهٔ گیلان"))
    done = state(office, Task.LETTERHEAD)
    assert done.event is not None
    assert done.event.at == clock.now()
    assert words(office, Task.LETTERHEAD) == "ادارهٔ گیلان"


def test_units_and_accounts_say_what_there_is(office: TestOffice) -> None:
    assert words(office, Task.UNITS) == "۲ واحد؛ هنوز کسی تأیید نکرده است که همه ثبت شده‌اند."
    office.services.units.add(office.administrator, "حقوقی")
    assert words(office, Task.ACCOUNTS) == "۷ حساب؛ هنوز کسی در حقوقی کار نمی‌کند."
    for task in (Task.UNITS, Task.ACCOUNTS):
        office.services.readiness.confirm(office.administrator, task)
    assert words(office, Task.UNITS) == "۳ واحد؛ ۱ واحد با تأیید مدیر"
    assert words(office, Task.ACCOUNTS) == "۷ حساب"
    office.services.accounts.add(office.administrator, "نو", "new.one", frozenset())
    assert words(office, Task.ACCOUNTS) == "۸ حساب؛ ۱ نفر هنوز وارد نشده است"


def test_a_rule_counts_once_it_is_on(office: TestOffice) -> None:
    rules, admin = office.services.routing_rules, office.administrator
    made = rules.add(admin, "کتاب", Conditions(words=("کتاب",)), Consequence(office.books.id))
    assert words(office, Task.ROUTING) == "۱ قاعده نوشته شده است؛ هیچ‌کدام روشن نیست."
    rules.switch(admin, made.id, made.version, on=True)
    done = state(office, Task.ROUTING)
    assert done.event is not None
    assert (done.done, done.confirmed, done.event.by) == (True, False, admin.name)


def test_the_calendar_of_this_year_counts(office: TestOffice) -> None:
    office.services.closures.confirm(office.administrator, 1406)
    assert not state(office, Task.CALENDAR).done
    office.services.closures.confirm(office.administrator, 1405)
    done = state(office, Task.CALENDAR)
    assert done.event is not None
    assert (done.done, done.event.by) == (True, office.administrator.name)


def test_deadlines_are_done_when_each_kind_but_opinions_has_one_on_every_channel(office: TestOffice) -> None:
    service, admin = office.services.office, office.administrator
    service.set_deadlines(admin, (AnswerDeadline("complaint", "phone", 3, True),))
    assert without_deadline(service.deadlines()) == tuple(PROPOSED)
    service.set_deadlines(admin, with_days(service.deadlines(), None, PROPOSED), seen=service.deadlines())
    assert state(office, Task.DEADLINES).done
    assert words(office, Task.DEADLINES) == "از ۳ تا ۲۰ روز"
    with pytest.raises(ConflictError):
        service.set_deadlines(admin, (), seen=())
    one = (AnswerDeadline(None, None, 9, False),)
    assert without_deadline(one) == ()


def test_other_days_for_a_kind_keep_every_other_rule() -> None:
    rules = (
        AnswerDeadline("complaint", "phone", 3, True),
        AnswerDeadline("complaint", None, 10, False),
        AnswerDeadline(None, None, 30, True),
    )
    assert with_days(rules, None, {Kind.COMPLAINT: 10, Kind.REQUEST: 30}) == rules
    assert with_days(rules, None, {Kind.COMPLAINT: 8, Kind.REQUEST: 5}) == (
        rules[0],
        rules[2],
        AnswerDeadline("complaint", None, 8, False),
        AnswerDeadline("request", None, 5, True),
    )
    assert with_days(rules, Channel.PHONE, {Kind.COMPLAINT: None}) == rules[1:]


def test_the_proposed_replies_are_taken_over_together(office: TestOffice) -> None:
    templates, admin = office.services.templates, office.administrator
    made = templates.add_several(admin, proposed_replies())
    assert words(office, Task.REPLIES) == "۳ پاسخ آماده"
    for one in made:
        templates.change(admin, one.id, one.version, active=False)
    assert not state(office, Task.REPLIES).done
    again = templates.add_several(admin, proposed_replies())
    assert [one.id for one in again] == [one.id for one in made]
    with pytest.raises(ConflictError):
        templates.add_several(admin, [("تازه", "متن"), proposed_replies()[0]])
    assert len(templates.all()) == 3
    with pytest.raises(NotPermittedError):
        templates.add_several(office.clerk, [("تازه", "متن")])


def test_a_back_up_by_hand_is_no_daily_one_and_an_old_one_counts_no_more(
    office: TestOffice, clock: FixedClock
) -> None:
    database, admin = office.services.database, office.administrator
    record_backup(database, Path("/srv/a.db"), "sqlite", actor_id=admin.person_id, by=admin.name)
    assert not state(office, Task.BACKUP).done
    assert words(office, Task.BACKUP) == "امروز دستی ساخته شده است؛ محل و ساعت پشتیبان روزانه تعیین نشده است."
    record_backup(database, Path("/srv/b.db"), "sqlite", by="mosharekat")
    done = state(office, Task.BACKUP)
    assert done.event is not None
    assert (done.done, done.event.by) == (True, "mosharekat")
    clock.advance(timedelta(days=8))
    assert not state(office, Task.BACKUP).done
    assert words(office, Task.BACKUP) == "آخرین پشتیبان ۸ روز پیش ساخته شده است."
    office.services.readiness.confirm(admin, Task.BACKUP)
    assert words(office, Task.BACKUP) == "بیرون از برنامه ساخته می‌شود"


def test_the_key_of_the_seal_is_made_and_the_custodian_is_known(
    office: TestOffice, tmp_path: Path, key_store: KeyStore
) -> None:
    readiness, admin = office.services.readiness, office.administrator
    with pytest.raises(InvalidValueError):
        readiness.make_seal_key(admin, " ", tmp_path / "a.pub")
    with pytest.raises(NotPermittedError):
        readiness.make_seal_key(office.clerk, "ناظر", tmp_path / "a.pub")
    assert not key_store.kept
    public = readiness.make_seal_key(admin, "نگار صادقی", tmp_path / "a.pub")
    assert read_public_key(tmp_path / "a.pub") == public
    done = state(office, Task.SEAL)
    assert done.event is not None
    assert (done.event.text, done.event.key) == ("نگار صادقی", public.fingerprint)
    assert words(office, Task.SEAL) == "امین دوم: نگار صادقی"
    # The key that signed what there is stays the key of this PC.
    assert readiness.make_seal_key(admin, "کامران یزدی", tmp_path / "b.pub") == public
    with pytest.raises(SigningError):
        readiness.make_seal_key(admin, "کامران یزدی", tmp_path / "b.pub")


def test_the_page_says_what_the_screen_says(office: TestOffice) -> None:
    office.services.readiness.confirm(office.administrator, Task.UNITS)
    found = read(office)
    data = checklist_pdf(found)
    said = " ".join(" ".join(by_pdfium(data)).split())
    for one in found.tasks:
        about = result_words(one, found.facts) if one.done else missing_words(one.task, found.facts)
        assert about.split("؛")[0].rstrip(".") in said
    assert checklist_pdf(found) == data


def test_the_role_of_an_administrator_reads_and_confirms_it(department: Department) -> None:
    services, admin = department.signed_in("admin")
    assert [one.task for one in services.readiness.checklist(admin).remaining] == list(Task)
    services.readiness.confirm(admin, Task.UNITS)
    services.office.set_deadlines(admin, with_days((), None, PROPOSED))
    services.closures.confirm(admin, services.readiness.checklist(admin).facts.year)
    services.templates.add_several(admin, proposed_replies())
    services.office.change(admin, services.office.settings())
    done = {one.task: one.event for one in services.readiness.checklist(admin).done}
    assert set(done) == {Task.UNITS, Task.DEADLINES, Task.CALENDAR, Task.REPLIES, Task.LETTERHEAD}
    assert {event.by for event in done.values() if event is not None} == {admin.name}
    owner = department.owner.readiness.checklist(department.office.administrator)
    assert {one.task: one.event for one in owner.done} == done


def test_a_clerk_cannot_confirm_by_sql(department: Department) -> None:
    with department.sql("rezaei") as psql:
        assert by_sql(psql, "set_up_confirmed", 1, item_type="office", task="units") == "not_your_role"
    with department.sql("admin") as psql:
        assert by_sql(psql, "set_up_confirmed", 1, item_type="office", task="deadlines") == "out_of_range"
        assert by_sql(psql, "set_up_confirmed", 1, item_type="office", task="units") is None
