"""Messages that do not get away call for an administrator, a petitioner who was not reached for the clerk."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, select, update

from desktop_app.clock import FixedClock
from desktop_app.office.message_templates import DeliveryMethod, MessageKind
from desktop_app.people.model import PetitionerIdentity
from desktop_app.people.petitioners import Contact
from desktop_app.petitions.model import Petition
from desktop_app.petitions.outbox.model import OutboxBatch, OutboxMessage
from desktop_app.petitions.outbox.service import Receipt
from desktop_app.petitions.outbox.settings import MessageSettings
from desktop_app.petitions.vocabulary import Channel
from desktop_app.reports.bell import Call
from desktop_app.staff.roles import Actor
from tests.conftest import office_with
from tests.department import TestOffice
from tests.engines import Made
from tests.guarded import Department
from tests.petitions.outbox.sending import EMAIL, SENDER, by, switch_on
from tests.security.refusing import refused
from tests.security.test_outbox_with_roles import answered
from tests.security.test_outbox_with_roles import switch_on as switch_on_at


def _told_of_arrival(office: TestOffice) -> None:
    switch_on(office, kinds=[MessageKind.REGISTERED])


@pytest.fixture
def made() -> Made:
    return office_with(_told_of_arrival)


def called(office: TestOffice, actor: Actor, call: Call) -> list[tuple[int, str, str, str]]:
    rows = office.services.bells.of(actor).rows
    return [(row.item_id, row.words, row.beside, row.shows) for row in rows if row.call is call]


def test_what_did_not_arrive_calls_until_it_is_mended(
    office: TestOffice, tmp_path: Path, clock: FixedClock
) -> None:
    services = office.services
    number = by(Channel.EMAIL, office, contact=Contact(name="کسی", email="a,b@example.ir"))
    seen = services.desk.open(office.clerk, number)
    services.desk.take(office.clerk, number, seen.version)
    services.delivery.write(office.manager, tmp_path)
    told = [(0, "۱ پیام به متقاضیان نرسیده است", "", "failed")]
    assert called(office, office.administrator, Call.OUTBOX) == told
    assert called(office, office.other_clerk, Call.NOT_REACHED) == []
    [(item, words, beside, _)] = called(office, office.clerk, Call.NOT_REACHED)
    assert (item, words) == (number, "مجوز کتاب")
    assert "رایانامه" in beside
    with services.database.writing() as session:
        session.execute(update(PetitionerIdentity).values(email=EMAIL))
    (failed,) = services.outbox.of(office.clerk, number)
    services.outbox.again(office.clerk, [failed.id])
    assert called(office, office.clerk, Call.NOT_REACHED) == []
    assert called(office, office.administrator, Call.OUTBOX) == []
    services.delivery.write(office.manager, tmp_path)
    with services.database.reading() as session:
        key = session.scalars(select(OutboxMessage.key).order_by(OutboxMessage.id.desc())).first()
    assert key is not None
    services.outbox.note_receipts(office.manager, [Receipt(key, False, "<b>صندوق پر است</b>")])
    [(_, _, beside, _)] = called(office, office.clerk, Call.NOT_REACHED)
    assert "<b>صندوق پر است</b>" in beside
    # A receipt that comes late mends it too; and nothing calls for ever.
    services.outbox.note_receipts(office.manager, [Receipt(key, True)])
    assert called(office, office.clerk, Call.NOT_REACHED) == []
    with services.database.writing() as session:
        session.execute(update(OutboxMessage).where(OutboxMessage.key == key).values(state="failed"))
    assert called(office, office.clerk, Call.NOT_REACHED)
    clock.advance(timedelta(days=31))
    assert called(office, office.clerk, Call.NOT_REACHED) == []
    assert called(office, office.administrator, Call.OUTBOX) == []


def test_what_waits_and_what_lies_in_a_folder_that_is_away_calls_for_an_administrator(
    office: TestOffice, tmp_path: Path, clock: FixedClock
) -> None:
    services, administrator = office.services, office.administrator
    services.message_rules.change(administrator, MessageSettings())
    by(Channel.SMS, office)
    by(Channel.EMAIL, office, text="دیگر")
    with services.database.writing() as session:
        batch = session.scalar(
            insert(OutboxBatch).returning(OutboxBatch.id),
            {
                "key": "x", "way": "sms", "folder": "/mnt/gateway", "folder_mark": "y", "state": "ready",
                "made_at": clock.now(),
            },
        )  # fmt: skip
        stuck = by_batch(session.scalar(select(Petition.id)), batch, clock)
        session.execute(insert(OutboxMessage), stuck)
    assert called(office, administrator, Call.OUTBOX) == []
    clock.advance(timedelta(hours=2))
    [(_, words, _, shows)] = called(office, administrator, Call.OUTBOX)
    assert ("/mnt/gateway" in words, "۱ پیام" in words, shows) == (True, True, "waiting")
    clock.advance(timedelta(days=1))
    _, mails, late = [row[1] for row in called(office, administrator, Call.OUTBOX)]
    assert ("رایانامه" in mails, "۱ پیام" in late) == (True, True)
    services.message_rules.change(administrator, MessageSettings(sender=SENDER))
    _, late = [row[1] for row in called(office, administrator, Call.OUTBOX)]
    assert "۲ پیام" in late
    services.delivery.write(office.manager, tmp_path)
    with services.database.writing() as session:
        session.execute(update(OutboxBatch).values(state="written"))
    assert called(office, administrator, Call.OUTBOX) == []


def by_batch(petition: int | None, batch: int | None, clock: FixedClock) -> dict[str, object]:
    return {
        "key": "k", "petition_id": petition, "kind": "registered",
        "way": DeliveryMethod.SMS.value, "subject": "", "text": "متن",
        "state": "taken", "made_at": clock.now(), "batch_id": batch,
    }  # fmt: skip


def test_with_roles_an_administrator_learns_numbers_and_a_clerk_their_own(
    department: Department, tmp_path: Path
) -> None:
    switch_on_at(department, MessageKind.ANSWERED)
    number = answered(department)
    manager, yazdi = department.signed_in("yazdi")
    manager.delivery.write(yazdi, tmp_path)
    with department.sql("yazdi") as connection:
        [(key,)] = connection.execute("SELECT key FROM outbox_message").fetchall()
    manager.outbox.note_receipts(yazdi, [Receipt(key, False, "خاموش")])
    admin, administrator = department.signed_in("admin")
    told = [row.words for row in admin.bells.of(administrator).rows if row.call is Call.OUTBOX]
    assert told == ["۱ پیام به متقاضیان نرسیده است"]
    found = admin.outbox.standing(administrator)
    assert found is not None
    assert (found.failed, found.late, found.stuck) == (1, 0, ())
    clerk, rezaei = department.signed_in("rezaei")
    assert clerk.outbox.standing(rezaei) is None
    assert [(row.call, row.item_id) for row in clerk.bells.of(rezaei).rows] == [(Call.NOT_REACHED, number)]
    outsider, amini = department.signed_in("amini")
    assert outsider.bells.of(amini).rows == ()
    with department.sql("rezaei") as psql:
        assert "permission denied" in refused(psql, "SELECT app.outbox_standing(now(), now(), now())")
