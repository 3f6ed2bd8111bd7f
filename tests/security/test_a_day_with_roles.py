"""A working day through the services, each person over a connection of their own role."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest

from desktop_app.documents.document import Document
from desktop_app.errors import NotFoundError
from desktop_app.instruments.vocabulary import InstrumentKind, ThreadKind
from desktop_app.petitions.bulk.acts import Refer, Resolve, Take
from desktop_app.petitions.bulk.run import BulkSelection
from desktop_app.petitions.desk.detail import PetitionDetail
from desktop_app.petitions.lists.inbox import ListFilter, Scope, View
from desktop_app.petitions.macros.service import MacroTerms
from desktop_app.petitions.macros.steps import NoteStep
from desktop_app.petitions.referrals.side import SideTarget
from desktop_app.petitions.vocabulary import Outcome, Purpose, Status
from desktop_app.services import Services
from desktop_app.staff.roles import Actor
from tests.guarded import Department
from tests.security.registering import TEXT, registered


def test_a_petition_goes_its_whole_way_through_two_units(department: Department) -> None:
    clerk, rezaei = department.signed_in("rezaei")
    other, amini = department.signed_in("amini")
    manager, sharifi = department.signed_in("sharifi")
    books, music = department.office.books.id, department.office.music.id
    petition = registered(clerk, rezaei)
    petition = clerk.desk.refer(rezaei, petition.id, petition.version, books)
    petition = clerk.desk.take(rezaei, petition.id, petition.version)
    petition = clerk.desk.note(rezaei, petition.id, "یادداشت")
    petition = clerk.desk.wait(rezaei, petition.id, petition.version, "مدرک ناقص است")
    petition = clerk.desk.resume(rezaei, petition.id, petition.version, "مدرک رسید")
    petition = clerk.desk.refer(rezaei, petition.id, petition.version, music, "به موسیقی مربوط است")
    assert petition.status is Status.REFERRED
    petition = other.desk.take(amini, petition.id, petition.version)
    petition = other.desk.undo(amini, petition.id, petition.version)
    petition = other.desk.take(amini, petition.id, petition.version)
    petition = other.desk.submit(amini, petition.id, petition.version, "پاسخ شما")
    petition = manager.desk.send_back(sharifi, petition.id, petition.version, "کوتاه است")
    petition = other.desk.submit(amini, petition.id, petition.version, "پاسخ کامل شما")
    petition = manager.desk.resolve(
        sharifi, petition.id, petition.version, Outcome.GRANTED, "", satisfaction=4
    )
    petition = manager.desk.archive(sharifi, petition.id, petition.version)
    petition = manager.desk.reopen(sharifi, petition.id, petition.version, "اعتراض شد")
    assert petition.status is Status.IN_PROGRESS
    assert [event.actor_name for event in petition.history][:2] == ["مریم رضایی", "مریم رضایی"]
    # Whoever sent it on follows it.
    assert clerk.desk.peek(rezaei, petition.id).status is Status.IN_PROGRESS


def test_what_a_clerk_does_with_many_is_guarded_and_taken_back_as_with_one(department: Department) -> None:
    clerk, rezaei = department.signed_in("rezaei")
    other, amini = department.signed_in("amini")
    music = department.office.music.id
    unrouted = registered(clerk, rezaei, "از هیچ واحدی نیست")
    mine = [
        registered(clerk, rezaei, f"متن {number}", unit=department.office.books.id) for number in range(3)
    ]
    foreign = registered(other, amini, "از موسیقی", unit=music)
    for petition in mine:
        clerk.desk.take(rezaei, petition.id, petition.version)
    ids = (unrouted.id, *(petition.id for petition in mine), foreign.id)
    act, bulk = Refer(music, "به موسیقی مربوط است"), clerk.bulk
    run = bulk.begin(BulkSelection(ids), act, bulk.preview(rezaei, BulkSelection(ids), act))
    bulk.run(rezaei, run)
    assert (sorted(run.done), [failure.petition_id for failure in run.failures]) == (
        list(ids[:4]),
        [foreign.id],
    )
    assert other.desk.peek(amini, unrouted.id).unit_id == music
    assert bulk.take_back(rezaei, run) == 4
    now = clerk.desk.peek(rezaei, unrouted.id)
    assert (now.status, now.referrals) == (Status.REGISTERED, ())
    # It is hers to look up; nobody else sees it, writes it anew, or takes its petitions back.
    [row] = clerk.bulk_runs.all(rezaei)
    assert (row.done, row.refused, row.undone) == (4, 1, 4)
    with department.sql("amini") as psql:
        for table in ("bulk_run", "bulk_part"):
            assert psql.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
        assert psql.execute("UPDATE bulk_run SET undone = 0").rowcount == 0
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            psql.execute(
                "INSERT INTO bulk_part (run_id, place, done, failures, undone) VALUES (%s, 9, '[]', '[]', '[]')",
                (row.id,),
            )
    with department.sql("rezaei") as psql, pytest.raises(psycopg.errors.InsufficientPrivilege):
        psql.execute("UPDATE bulk_part SET done = '[]'")
    answer = Resolve(Outcome.ANSWERED, "{name} گرامی، پاسخ شما")
    done = bulk.begin(BulkSelection(ids[1:4]), answer, bulk.preview(rezaei, BulkSelection(ids[1:4]), answer))
    assert len(bulk.run(rezaei, done).done) == 3
    # One by one the same holds.
    sent = clerk.desk.refer(rezaei, unrouted.id, now.version, music)
    assert clerk.desk.undo(rezaei, sent.id, sent.version).status is Status.REGISTERED


def test_labels_are_put_on_by_the_desk_and_merged_by_administrators_who_see_no_petition(
    department: Department,
) -> None:
    clerk, rezaei = department.signed_in("rezaei")
    other, amini = department.signed_in("amini")
    admin, administrator = department.signed_in("admin")
    mine = registered(clerk, rezaei, "یکی", unit=department.office.books.id)
    theirs = registered(other, amini, "دیگری", unit=department.office.music.id)
    first, second = (
        clerk.labels.put_on(rezaei, mine.id, "کتاب"), other.labels.put_on(amini, theirs.id, "کتب"),
    )  # fmt: skip
    with pytest.raises(NotFoundError):
        clerk.labels.put_on(rezaei, theirs.id, "کتاب")
    assert admin.labels.merge(administrator, second.id, second.version, first.id).used == 2
    assert [label.name for label in other.desk.peek(amini, theirs.id).labels] == ["کتاب"]
    assert admin.labels.unmerge(administrator, second.id, first.id).used == 1
    assert [label.name for label in other.desk.peek(amini, theirs.id).labels] == ["کتب"]
    other.labels.put_on(amini, theirs.id, "کتاب")
    again = next(row for row in admin.labels.all() if row.id == second.id)
    admin.labels.merge(administrator, second.id, again.version, first.id)
    # On a petition that had both and that the administrator does not see.
    assert admin.labels.unmerge(administrator, second.id, first.id).used == 1
    again = next(row for row in admin.labels.all() if row.id == second.id)
    admin.labels.merge(administrator, second.id, again.version, first.id)
    own = clerk.templates.keep_own(rezaei, "از من", "سلام")
    assert [row.title for row in other.templates.offered_to(amini)] == []
    with department.sql("amini") as psql:
        assert psql.execute("SELECT count(*) FROM reply_template").fetchall() == [(0,)]
        for statement in (
            "INSERT INTO reply_template (title, text, active, version) VALUES ('x', 'x', true, 1)",
            f"INSERT INTO petition_label (petition_id, label_id) VALUES ({mine.id}, {first.id})",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                psql.execute(statement.encode())
        assert (
            psql.execute(f"UPDATE reply_template SET text = 'x' WHERE id = {own.id}".encode()).rowcount == 0
        )
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            psql.execute(b"UPDATE label SET name = 'x'")


def test_a_macro_is_guarded_step_by_step_and_taken_back(department: Department) -> None:
    clerk, rezaei = department.signed_in("rezaei")
    other, amini = department.signed_in("amini")
    books, music = department.office.books.id, department.office.music.id
    mine = registered(clerk, rezaei, "یکی", unit=books)
    terms = MacroTerms("به موسیقی", "", books, (NoteStep("تلفن شد"), Take(), Refer(music, "رسیدگی")))
    macro = clerk.macros.add(rezaei, terms)
    assert other.macros.all(amini) == ()
    assert [step.error for step in clerk.macro_runs.preview(rezaei, mine.id, macro.id)] == [None] * 3
    run = clerk.macro_runs.run(rezaei, mine.id, mine.version, macro.id)
    assert other.desk.peek(amini, mine.id).unit_id == music
    back = clerk.macro_runs.take_back(rezaei, mine.id, run.key)
    assert (back.status, back.unit_id, back.assignee_id) == (Status.REFERRED, books, None)
    with department.sql("amini") as psql:
        assert psql.execute("UPDATE macro SET name = 'x'").rowcount == 0
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            psql.execute(
                "INSERT INTO macro (name, key, owner_id, steps, version) SELECT 'x', '', id, '{}', 1 FROM person"
            )


def test_a_unit_sees_its_own_petitions_and_what_is_nobody_s_yet(department: Department) -> None:
    clerk, rezaei = department.signed_in("rezaei")
    other, amini = department.signed_in("amini")
    whole, yazdi = department.signed_in("yazdi")
    mine = registered(clerk, rezaei, TEXT + " ارغنون", unit=department.office.books.id)
    registered(other, amini, "درخواست پروانه آموزشگاه ارغنون", unit=department.office.music.id)
    registered(other, amini, "هنوز از آن هیچ واحدی نیست ارغنون")

    def found(services: Services, actor: Actor, query: str = "") -> int:
        return services.inbox.outline(actor, ListFilter(View.ALL, Scope.ANY, query=query)).total

    assert (found(clerk, rezaei), found(other, amini), found(whole, yazdi)) == (2, 2, 3)
    assert found(clerk, rezaei, "ارغنون") == 2
    assert found(whole, yazdi, "ارغنون") == 3
    with pytest.raises(NotFoundError):
        other.desk.peek(amini, mine.id)


def test_another_unit_that_was_told_sees_it_too(department: Department) -> None:
    clerk, rezaei = department.signed_in("rezaei")
    manager, sharifi = department.signed_in("sharifi")
    petition = registered(clerk, rezaei, unit=department.office.books.id)
    petition = clerk.desk.take(rezaei, petition.id, petition.version)
    told = [SideTarget(department.office.music.id, None, Purpose.INFORMATION)]
    clerk.side_referrals.send(rezaei, petition.id, petition.version, told, "برای اطلاع")
    assert manager.desk.peek(sharifi, petition.id).id == petition.id


def test_every_move_can_be_taken_back_by_who_made_it(department: Department) -> None:
    clerk, rezaei = department.signed_in("rezaei")
    books = department.office.books.id
    petition = registered(clerk, rezaei)
    moves: list[Callable[[PetitionDetail], PetitionDetail]] = [
        lambda p: clerk.desk.refer(rezaei, p.id, p.version, books),
        lambda p: clerk.desk.take(rezaei, p.id, p.version),
        lambda p: clerk.desk.wait(rezaei, p.id, p.version, "مدرک"),
        lambda p: clerk.desk.resume(rezaei, p.id, p.version, "رسید"),
        lambda p: clerk.desk.resolve(rezaei, p.id, p.version, Outcome.ANSWERED, "پاسخ"),
        lambda p: clerk.desk.reopen(rezaei, p.id, p.version, "دوباره"),
    ]
    for move in moves:
        before = petition
        petition = clerk.desk.undo(rezaei, petition.id, move(petition).version)
        assert (petition.status, petition.unit_id) == (before.status, before.unit_id)
        petition = move(petition)
    assert petition.status is Status.IN_PROGRESS


def test_numbers_stay_without_gaps_when_many_register_at_once(department: Department) -> None:
    people = [department.signed_in(name) for name in ("rezaei", "nouri", "amini", "yazdi")]

    def register(position: int) -> int:
        services, actor = people[position % 4]
        return registered(services, actor, f"{TEXT} {position}").registry_number

    with ThreadPoolExecutor(4) as pool:
        numbers = list(pool.map(register, range(24)))
    assert sorted(numbers) == list(range(1, 25))


def test_a_reviewer_keeps_drafts_and_annotates_them(department: Department) -> None:
    services, sadeghi = department.signed_in("sadeghi")
    instrument = services.drafting.register(sadeghi, InstrumentKind.BYLAW, "آیین‌نامه نگارخانه‌ها")
    first = Document(
        "draft.txt", "ماده ۱ـ متقاضی باید مدرک دهد.\nماده ۲ـ مهلت سی روز است.", (), "txt", "0" * 64
    )
    second = Document(
        "draft2.txt", "ماده ۱ـ متقاضی باید مدرک دهد.\nماده ۲ـ مهلت شصت روز است.", (), "txt", "1" * 64
    )
    services.drafting.add_revision(sadeghi, instrument.row.id, first)
    thread = services.annotations.annotate(
        sadeghi, instrument.row.id, 1, 8, 14, ThreadKind.QUESTION, "چه کسی؟"
    )
    services.annotations.reply(sadeghi, thread.id, 1, "هر کس.")
    services.drafting.add_revision(sadeghi, instrument.row.id, second)
    clerk, rezaei = department.signed_in("rezaei")
    [found] = clerk.annotations.on_revision(instrument.row.id, 2)
    assert [message.text for message in found.messages] == ["چه کسی؟", "هر کس."]
    clerk.annotations.reply(rezaei, found.id, 2, "نظر کارشناس.")
