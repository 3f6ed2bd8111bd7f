"""A working day through the services, each person over a connection of their own role."""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from io import BytesIO

import psycopg
import pytest
from PIL import Image
from sqlalchemy import make_url

from desktop_app.bootstrap import sign_in_to_server
from desktop_app.database.engine import Database
from desktop_app.database.transfer import copy_database
from desktop_app.documents.document import Document
from desktop_app.errors import DatabaseAwayError, NotFoundError, NotPermittedError, RuleError, SignInError
from desktop_app.instruments.vocabulary import InstrumentKind, ThreadKind
from desktop_app.office.settings import AnswerDeadline, OfficeSettings
from desktop_app.people.petitioners import Contact
from desktop_app.petitions.bulk.acts import Refer, Resolve, Take
from desktop_app.petitions.bulk.run import BulkSelection
from desktop_app.petitions.deadlines.closures import Closure
from desktop_app.petitions.desk.detail import PetitionDetail
from desktop_app.petitions.lists.inbox import ListFilter, Scope, View
from desktop_app.petitions.macros.service import MacroTerms
from desktop_app.petitions.macros.steps import NoteStep
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind, Outcome, Purpose, Status
from desktop_app.services import Services
from desktop_app.staff.deputies import NewDeputy
from desktop_app.staff.roles import Actor, Membership, Role
from desktop_app.tables import program
from tests.department import PASSWORD, TestOffice, confirm_all
from tests.engines import PostgresqlServer
from tests.guarded import OWNER, Department, by_sql, services_roles

TEXT = "لطفاً نتیجه درخواست مجوز کتاب مرا اعلام کنید."


def registered(
    services: Services, actor: Actor, text: str = TEXT, kind: Kind = Kind.REQUEST, unit: int | None = None
) -> PetitionDetail:
    contact = Contact(name="علی کریمی", mobile="09121234567")
    new = NewPetition(
        kind=kind, channel=Channel.PHONE, text=text, subject="مجوز کتاب", contact=contact, unit_id=unit
    )
    return services.desk.open(actor, services.register.register(actor, new).id)


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
    clerk.desk.refer(
        rezaei, petition.id, petition.version, department.office.music.id, "", purpose=Purpose.INFORMATION
    )
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


def logo() -> bytes:
    target = BytesIO()
    Image.new("RGB", (30, 30), "teal").save(target, "PNG")
    return target.getvalue()


def test_an_administrator_who_is_no_superuser_looks_after_accounts_units_and_settings(
    department: Department,
) -> None:
    services, admin = department.signed_in("admin")
    unit = services.units.add(admin, "اداره سینما", code="cinema")
    clerk = frozenset({Membership(Role.CLERK, unit.id)})
    made = services.accounts.add(admin, "کارشناس تازه", "tazeh", clerk)
    tazeh, actor = department.signed_in("tazeh", made.password)
    # What the administrator chose is changed before anything else.
    assert (actor.must_change_password, actor.roles) == (True, frozenset())
    tazeh.accounts.change_own_password(actor, made.password, "second-words-1405")
    with pytest.raises(SignInError):
        department.signed_in("tazeh", made.password)
    # And a second person knows of the account before it opens anything.
    actor = department.signed_in("tazeh", "second-words-1405")[1]
    assert (actor.unconfirmed, actor.roles) == (True, frozenset())
    manager, yazdi = department.signed_in("yazdi")
    [waits] = manager.confirmations.pending(yazdi)
    manager.confirmations.confirm(yazdi, waits)
    tazeh, actor = department.signed_in("tazeh", "second-words-1405")
    assert actor.has(Role.CLERK, unit.id)
    row = next(row for row in services.accounts.all() if row.id == made.person.id)
    third = services.accounts.reset_password(admin, row.id, row.version).password
    assert department.signed_in("tazeh", third)[1].must_change_password
    services.office.change(admin, OfficeSettings(decree_number="۱"))
    services.office.set_deadlines(admin, (AnswerDeadline(None, None, 10, working=True),))
    assert tazeh.office.settings().decree_number == "۱"
    services.office.change_logo(admin, logo(), name="نشان.png")
    assert tazeh.office.logo() is not None
    services.office.change_logo(admin, None)
    assert tazeh.office.logo() is None


def test_disabling_an_account_ends_its_session_at_once(department: Department) -> None:
    clerk, rezaei = department.signed_in("rezaei")
    admin, administrator = department.signed_in("admin")
    with department.sql("rezaei") as live:
        row = next(row for row in admin.accounts.all() if row.username == "rezaei")
        changed = admin.accounts.change(administrator, row.id, row.version, active=False)
        with pytest.raises(Exception, match="terminat"):
            live.execute("SELECT 1")
    with pytest.raises((DatabaseAwayError, SignInError)):
        clerk.inbox.counts(rezaei)
    with pytest.raises(SignInError) as caught:
        department.signed_in("rezaei")
    assert caught.value.parameters == {"reason": "disabled"}
    admin.accounts.change(administrator, row.id, changed.version, active=True)
    assert department.signed_in("rezaei", PASSWORD)[1] == rezaei


def test_a_role_taken_away_is_gone_in_the_next_statement(department: Department) -> None:
    admin, administrator = department.signed_in("admin")
    with department.sql("rezaei") as live:
        live.execute("SELECT count(*) FROM petition")
        row = next(row for row in admin.accounts.all() if row.username == "rezaei")
        reviewer = frozenset({Membership(Role.REVIEWER, None)})
        admin.accounts.change(administrator, row.id, row.version, memberships=reviewer)
        with pytest.raises(Exception, match="permission denied"):
            live.execute("UPDATE outbox_message SET state = 'cancelled'")


def test_a_one_time_password_opens_nothing_until_its_owner_has_chosen_another(department: Department) -> None:
    admin, administrator = department.signed_in("admin")
    row = next(row for row in admin.accounts.all() if row.username == "rezaei")
    registered(department.owner, department.office.pc, unit=department.office.books.id)
    made = admin.accounts.reset_password(administrator, row.id, row.version)
    with pytest.raises(SignInError):
        department.signed_in("rezaei")
    services, actor = department.signed_in("rezaei", made.password)
    assert actor.must_change_password
    with department.sql("rezaei", made.password) as psql:
        # The database itself: no role, whatever the client.
        assert psql.execute("SELECT count(*) FROM petition").fetchone() == (0,)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            psql.execute("SELECT app.take_numbers('registry', 1405, 1)")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            psql.execute("UPDATE person SET must_change_password = false")
    services.accounts.change_own_password(actor, made.password, "my-own-words-1405")
    with department.sql("rezaei", "my-own-words-1405") as psql:
        # Whoever reset it might have chosen that password too: a second person has to confirm the account.
        assert psql.execute("SELECT count(*) FROM petition").fetchone() == (0,)
    confirm_all(department.owner, row.id)
    clerk, rezaei = department.signed_in("rezaei", "my-own-words-1405")
    assert rezaei == department.office.clerk
    assert clerk.inbox.outline(rezaei, ListFilter(View.ALL, Scope.ANY)).total == 1


def test_an_administrator_unlocks_what_the_server_has_locked(department: Department) -> None:
    admin, administrator = department.signed_in("admin")
    row = next(row for row in admin.accounts.all() if row.username == "rezaei")
    with department.sql("mosharekat") as owner:
        owner.execute("ALTER ROLE rezaei NOLOGIN")
    assert next(one for one in admin.accounts.all() if one.id == row.id).locked
    admin.accounts.unlock(administrator, row.id)
    department.signed_in("rezaei")


def test_an_administrator_is_told_how_many_petitions_a_unit_holds(department: Department) -> None:
    admin, administrator = department.signed_in("admin")
    registered(department.owner, department.office.pc, unit=department.office.books.id)
    with pytest.raises(RuleError) as caught:
        admin.units.change(administrator, department.office.books.id, active=False)
    assert caught.value.parameters["count"] == 1
    admin.units.move(administrator, department.office.music.id, -1)
    assert [unit.code for unit in admin.units.all()] == ["music", "books"]


def test_a_leaver_s_work_is_handed_over_by_the_manager_of_the_unit(department: Department) -> None:
    manager, yazdi = department.signed_in("yazdi")
    clerk, rezaei = department.signed_in("rezaei")
    office = department.office
    for n in range(2):
        petition = registered(clerk, rezaei, f"{TEXT} {n}", unit=office.books.id)
        clerk.desk.take(rezaei, petition.id, petition.version)
    sent = registered(clerk, rezaei, TEXT + " سوم")
    clerk.desk.refer(rezaei, sent.id, sent.version, office.books.id, person_id=rezaei.person_id)
    [holding] = manager.leavers.holdings(yazdi, rezaei.person_id or 0)
    assert (holding.movable, holding.allowed) == (3, True)
    back = manager.leavers.hand_over(yazdi, rezaei.person_id or 0, {office.books.id: None}, "رفت")
    assert (len(back.done), back.failures) == (3, ())
    assert manager.leavers.take_back(yazdi, back.done) == 3
    over = manager.leavers.hand_over(
        yazdi, rezaei.person_id or 0, {office.books.id: office.other_clerk.person_id}, "رفت"
    )
    assert (len(over.done), over.failures) == (3, ())
    # Numbers are no secret from an administrator, who sees no petition and hands none over.
    admin, administrator = department.signed_in("admin")
    [seen] = admin.leavers.holdings(administrator, office.other_clerk.person_id or 0)
    assert (seen.movable, seen.allowed) == (3, False)
    with pytest.raises(NotPermittedError):
        admin.leavers.hand_over(
            administrator, office.other_clerk.person_id or 0, {office.books.id: rezaei.person_id}, "رفت"
        )
    # Nor does the manager of another unit hear of them.
    music, sharifi = department.signed_in("sharifi")
    assert music.leavers.holdings(sharifi, office.other_clerk.person_id or 0) == ()


def deputise(
    department: Department, first: int, last: int, *, person: str = "amini", deputy: str = "nouri"
) -> None:
    """Counted in days from today, by the server's clock."""
    with department.sql("mosharekat") as owner:
        owner.execute(
            "INSERT INTO deputy (person_id, deputy_id, first_day, last_day, version)"
            " SELECT a.id, d.id, app.today() + %s::int, app.today() + %s::int, 1 FROM person a, person d"
            " WHERE a.username = %s AND d.username = %s",
            (first, last, person, deputy),
        )
        owner.execute("SELECT app.sync_account(id) FROM person WHERE username = %s", (deputy,))


def test_a_deputy_works_in_the_other_s_unit_for_these_days(department: Department) -> None:
    admin, administrator = department.signed_in("admin")
    people = {row.username: row.id for row in admin.accounts.all()}
    with department.sql("admin") as psql:
        [today] = psql.execute("SELECT app.today()").fetchone() or [None]
    other, amini = department.signed_in("amini")
    petition = registered(other, amini, unit=department.office.music.id)
    before, nouri = department.signed_in("nouri")
    with pytest.raises(NotFoundError):
        before.desk.peek(nouri, petition.id)
    made = admin.deputies.add(administrator, NewDeputy(people["amini"], people["nouri"], today, today))
    services, nouri = department.signed_in("nouri")
    assert [delegation.name for delegation in nouri.delegations] == ["سارا امینی"]
    taken = services.desk.take(nouri, petition.id, petition.version)
    assert taken.history[-1].actor_name == "حسن نوری"
    assert taken.history[-1].after["on_behalf_of"] == "سارا امینی"
    submitted = services.desk.submit(nouri, taken.id, taken.version, "پاسخ")
    assert submitted.status is Status.AWAITING_APPROVAL
    later = registered(other, amini, TEXT + " بعد", unit=department.office.music.id)
    admin.deputies.remove(administrator, made.id, made.version)
    # The window that is still open has the old roles: the database counts by itself.
    with pytest.raises(NotFoundError):
        services.desk.take(nouri, later.id, later.version)


def test_a_deputy_s_rights_begin_and_end_over_the_connection_that_is_open(department: Department) -> None:
    admin, administrator = department.signed_in("admin")
    people = {row.username: row.id for row in admin.accounts.all()}
    other, amini = department.signed_in("amini")
    petition = registered(other, amini, unit=department.office.music.id)
    services, nouri = department.signed_in("nouri")
    with pytest.raises(NotFoundError):
        services.desk.peek(nouri, petition.id)
    with department.sql("admin") as psql:
        [today] = psql.execute("SELECT app.today()").fetchone() or [None]
    made = admin.deputies.add(administrator, NewDeputy(people["amini"], people["nouri"], today, today))
    # Neither signed in again nor told of it: the services ask the database, and so does the database itself.
    noted = services.desk.note(nouri, petition.id, "یادداشت")
    assert noted.history[-1].after["on_behalf_of"] == "سارا امینی"
    assert services.accounts.actor(nouri.person_id or 0).delegations
    admin.deputies.remove(administrator, made.id, made.version)
    with pytest.raises(NotFoundError):
        services.desk.note(nouri, petition.id, "یادداشت دیگر")
    assert services.accounts.actor(nouri.person_id or 0) == nouri


@pytest.mark.parametrize(("first", "last"), [(1, 5), (-5, -1), (None, None)])
def test_nobody_writes_on_behalf_of_whom_they_do_not_stand_for(
    department: Department, first: int | None, last: int | None
) -> None:
    other, amini = department.signed_in("amini")
    petition = registered(other, amini)
    if first is not None and last is not None:
        deputise(department, first, last)
    with department.sql("nouri") as psql:
        claims: tuple[dict[str, object], ...] = (
            {"on_behalf_of_id": amini.person_id, "on_behalf_of": "سارا امینی"},
            {"on_behalf_of": "سارا امینی"},
            {"on_behalf_of_id": "x"},
        )
        for claimed in claims:
            with pytest.raises(psycopg.errors.InsufficientPrivilege, match="on behalf of"):
                psql.execute(
                    "INSERT INTO event (item_type, item_id, sequence, at, actor_id, actor_name, action, before,"
                    " after, text) VALUES ('petition', %s, 2, now(), app.me(), 'حسن نوری', 'note', '{}', %s, 'x')",
                    (petition.id, json.dumps(claimed)),
                )


@pytest.mark.parametrize(("first", "last"), [(1, 5), (-5, -1)])
def test_a_deputy_is_nobody_on_other_days(department: Department, first: int, last: int) -> None:
    other, amini = department.signed_in("amini")
    petition = registered(other, amini, unit=department.office.music.id)
    deputise(department, first, last)
    with department.sql("nouri") as psql:
        assert psql.execute("SELECT count(*) FROM petition").fetchone() == (0,)
        assert psql.execute("SELECT app.my_units()").fetchone() == ([department.office.books.id],)
        assert by_sql(psql, "take", petition.id) == "not_there"


def test_a_deputy_of_today_is_not_yet_the_deputy_of_next_week(department: Department) -> None:
    """Who stands for one person today has only that person's roles."""
    deputise(department, 0, 0, person="sadeghi")
    deputise(department, 1, 5)
    with department.sql("nouri") as psql:
        assert psql.execute("SELECT app.has_role('reviewer', NULL)").fetchone() == (True,)
        assert psql.execute("SELECT app.my_units()").fetchone() == ([department.office.books.id],)


def test_the_group_of_a_deputy_is_good_for_nothing_on_other_days(department: Department) -> None:
    # A reviewer who will be a clerk's deputy next week has the group, and no right that it would give.
    deputise(department, 3, 5, deputy="sadeghi")
    with department.sql("sadeghi") as psql:
        assert psql.execute("SELECT pg_has_role('mosharekat_clerk', 'MEMBER')").fetchone() == (True,)
        for act in (
            "INSERT INTO petitioner (name, name_key, \"group\", created_at) VALUES ('x', 'x', 'citizen', now())",
            "INSERT INTO petition_search (petition_id, document) VALUES (1, '')",
            "SELECT app.take_numbers('registry', 1405, 1)",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                psql.execute(act.encode())


def test_a_deputy_never_closes_the_other_s_complaint_nor_administers(department: Department) -> None:
    other, amini = department.signed_in("amini")
    complaint = registered(other, amini, kind=Kind.COMPLAINT, unit=department.office.music.id)
    other.desk.take(amini, complaint.id, complaint.version)
    deputise(department, 0, 1)
    deputise(department, 0, 1, person="admin")
    with department.sql("nouri") as psql:
        assert psql.execute("SELECT app.has_role('administrator', NULL)").fetchone() == (False,)
        assert psql.execute("SELECT pg_has_role('mosharekat_administrator', 'MEMBER')").fetchone() == (False,)
        for act, outcome in (("close", "withdrawn"), ("resolve", "answered")):
            said = by_sql(psql, act, complaint.id, words="متن", outcome=outcome)
            assert said == "complaint_never_by_assignee"


def test_an_administrator_closes_a_day_and_the_deadlines_of_petitions_that_they_cannot_see_move(
    department: Department,
) -> None:
    admin, administrator = department.signed_in("admin")
    admin.office.set_deadlines(administrator, (AnswerDeadline(None, None, 30, True),))
    clerk, rezaei = department.signed_in("rezaei")
    petition = registered(clerk, rezaei, unit=department.office.books.id)
    assert petition.due_on is not None
    closed = admin.office.calendar().closed
    day = next(
        day
        for day in (petition.due_on - timedelta(n) for n in range(1, 20))
        if day not in closed and day.weekday() not in {3, 4}
    )
    assert admin.closures.add(administrator, Closure(day, "آلودگی هوا")).moved == 1
    found = clerk.desk.peek(rezaei, petition.id)
    assert found.due_on is not None
    assert found.due_on > petition.due_on
    assert (found.history[-1].actor_name, found.history[-1].text) == ("مدیر سامانه", "آلودگی هوا")
    assert admin.closures.remove(administrator, day).moved == 1
    assert clerk.desk.peek(rezaei, petition.id).due_on == petition.due_on
    with department.sql("admin") as psql:
        for act in (
            f"UPDATE petition SET due_on = '2030-01-01' WHERE id = {petition.id}",
            "SELECT app.due_by_calendar(1)",
            "SELECT app.recalculate_deadlines(NULL, NULL, NULL)",
        ):
            with pytest.raises((psycopg.errors.InsufficientPrivilege, psycopg.errors.InvalidParameterValue)):
                psql.execute(act.encode())
    for who in ("rezaei", "yazdi", "sadeghi"):
        with (
            department.sql(who) as psql,
            pytest.raises(psycopg.errors.InsufficientPrivilege),
        ):
            psql.execute("SELECT app.recalculate_deadlines('1900-01-01', '9999-01-01', 'x')")


def test_accounts_that_came_from_one_pc_get_their_roles_and_new_passwords(
    server_without_accounts: PostgresqlServer, sqlite_office: TestOffice
) -> None:
    with psycopg.connect(server_without_accounts.url("postgres"), autocommit=True) as server:
        server.execute(f"CREATE DATABASE carried OWNER {OWNER}".encode())
    url = make_url(server_without_accounts.url("carried")).set(username=OWNER, password=PASSWORD)
    address = url.render_as_string(hide_password=False)
    target = Database(address)
    copy_database(sqlite_office.services.database, target, program())
    target.close()
    owner, nobody = sign_in_to_server(address, OWNER, PASSWORD)
    assert nobody is None
    assert owner.accounts.came_without_roles()
    with pytest.raises(RuleError) as caught:
        owner.accounts.create_first_administrator("مریم رضایی", "rezaei", "first-words-1405")
    assert caught.value.parameters["rule"] == "no_such_administrator"
    owner.accounts.create_first_administrator("مدیر سامانه", "admin", "first-words-1405")
    assert not owner.accounts.came_without_roles()
    admin, administrator = sign_in_to_server(address, "admin", "first-words-1405")
    assert administrator is not None
    row = next(row for row in admin.accounts.all() if row.username == "rezaei")
    given = admin.accounts.reset_password(administrator, row.id, row.version)
    clerk, rezaei = sign_in_to_server(address, "rezaei", given.password)
    assert rezaei is not None
    assert rezaei.must_change_password
    for services in (clerk, admin, owner):
        services.close()
    with psycopg.connect(server_without_accounts.url("postgres"), autocommit=True) as server:
        server.execute("DROP DATABASE carried WITH (FORCE)")
        for name in services_roles(server):
            server.execute(f'DROP ROLE "{name}"'.encode())
