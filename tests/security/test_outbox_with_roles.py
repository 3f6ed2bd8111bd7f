"""The outbox where everybody is a role of their own: who reads whose messages, and what SQL does not let anybody
do."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest
from sqlalchemy import text

from desktop_app.database.verification import verify
from desktop_app.errors import NotPermittedError
from desktop_app.office.message_templates import DeliveryMethod, MessageKind
from desktop_app.people.petitioners import Contact
from desktop_app.petitions.outbox.model import MessageState
from desktop_app.petitions.outbox.service import Receipt
from desktop_app.petitions.outbox.settings import MessageSettings
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind, Outcome
from desktop_app.staff.roles import Actor
from tests.guarded import Department, act_by_sql
from tests.petitions.outbox.sending import MOBILE
from tests.security.refusing import refused
from tests.smtp_server import SmtpServer


def switch_on(department: Department, *kinds: MessageKind) -> None:
    admin, administrator = department.signed_in("admin")
    for kind in kinds:
        admin.message_templates.change(administrator, kind, DeliveryMethod.SMS, 1, active=True)


def answered(department: Department, text: str = "متن") -> int:
    """A petition of the book unit that its clerk answers."""
    services, rezaei = department.signed_in("rezaei")
    made = services.register.register(
        rezaei,
        NewPetition(
            Kind.REQUEST,
            Channel.SMS,
            text,
            contact=Contact(name="علی کریمی", mobile=MOBILE),
            unit_id=department.office.books.id,
        ),
    )
    taken = services.desk.take(rezaei, made.id, 1)
    services.desk.resolve(rezaei, made.id, taken.version, Outcome.ANSWERED, "پاسخ")
    return made.id


def test_messages_are_seen_by_who_sees_the_petition_and_handed_on_by_who_sees_all(
    department: Department, tmp_path: Path
) -> None:
    switch_on(department, MessageKind.REGISTERED, MessageKind.ANSWERED)
    number = answered(department)
    clerk, rezaei = department.signed_in("rezaei")
    assert [row.kind for row in clerk.outbox.of(rezaei, number)] == ["registered", "answered"]
    outsider, amini = department.signed_in("amini")
    assert outsider.outbox.of(amini, number) == outsider.outbox.listed(amini) == ()
    manager, yazdi = department.signed_in("yazdi")
    assert manager.delivery.write(yazdi, tmp_path).messages == {"sms": 2}
    assert manager.delivery.write(yazdi, tmp_path).count == 0
    one, two = manager.outbox.of(yazdi, number)
    with department.sql("yazdi") as connection:
        keys = [row[0] for row in connection.execute("SELECT key FROM outbox_message ORDER BY id").fetchall()]
    noted = manager.outbox.note_receipts(yazdi, [Receipt(keys[0], True), Receipt(keys[1], False, "خاموش")])
    assert (noted.delivered, noted.failed) == (1, 1)
    assert clerk.outbox.again(rezaei, [one.id, two.id]) == 1
    assert outsider.outbox.again(amini, [two.id]) == 0
    assert manager.delivery.write(yazdi, tmp_path).messages == {"sms": 1}
    for username, count in (("amini", 0), ("sadeghi", 0), ("rezaei", 3), ("yazdi", 3)):
        with department.sql(username) as connection:
            found = connection.execute("SELECT count(*) FROM outbox_message").fetchone()
            assert found == (count,), username


def test_undo_takes_back_what_waits_with_a_clerk_s_own_rights(department: Department) -> None:
    switch_on(department, MessageKind.ANSWERED, MessageKind.REOPENED)
    number = answered(department)
    clerk, rezaei = department.signed_in("rezaei")
    undone = clerk.desk.undo(rezaei, number, clerk.desk.peek(rezaei, number).version)
    assert [row.state for row in clerk.outbox.of(rezaei, number)] == [MessageState.CANCELLED]
    again = clerk.desk.resolve(rezaei, number, undone.version, Outcome.ANSWERED, "پاسخ")
    clerk.desk.reopen(rezaei, number, again.version, "دوباره")
    assert [row.state for row in clerk.outbox.of(rezaei, number)] == [MessageState.CANCELLED] * 2


def test_templates_and_settings_belong_to_administrators(department: Department) -> None:
    clerk, _ = department.signed_in("rezaei")
    forged = Actor(None, "کسی", department.office.administrator.memberships)
    with pytest.raises(NotPermittedError):
        clerk.message_templates.change(forged, MessageKind.TAKEN, DeliveryMethod.SMS, 1, active=True)
    with pytest.raises(NotPermittedError):
        clerk.message_rules.change(forged, MessageSettings(sender="x@example.ir"))


def test_sql_sends_nobody_anything(department: Department, tmp_path: Path) -> None:
    switch_on(department, MessageKind.REGISTERED)
    number = answered(department)
    new = (
        "INSERT INTO outbox_message (key, petition_id, kind, way, subject, text, state, made_at{more}) VALUES"
    )
    with department.sql("rezaei") as connection:
        for values in (
            # Of another kind than the office sends; already on its way; to an address of one's own choice.
            f"('k1', {number}, 'answered', 'sms', '', 'x', 'waiting', now())",
            f"('k2', {number}, 'registered', 'sms', '', 'x', 'sent', now())",
            f"('k3', {number}, 'registered', 'sms', '', 'x', 'waiting', now() - interval '1 day')",
        ):
            refused(connection, f"{new.format(more='')} {values}")
        addressed = f"('k4', {number}, 'registered', 'sms', '', 'x', 'waiting', now(), '09120000000')"
        refused(connection, f"{new.format(more=', address')} {addressed}")
        for act in (
            "UPDATE outbox_message SET text = 'x'",
            "UPDATE outbox_message SET petition_id = 1",
            "UPDATE outbox_message SET address = '09120000000'",
            "UPDATE outbox_message SET state = 'delivered'",
            "UPDATE outbox_message SET state = 'taken'",
            "DELETE FROM outbox_message",
            "INSERT INTO outbox_batch (key, way, folder, folder_mark, state, made_at)"
            " VALUES ('k', 'sms', '/', '', 'taken', now())",
            "UPDATE message_template SET text = 'x'",
        ):
            refused(connection, act)
    manager, yazdi = department.signed_in("yazdi")
    manager.delivery.write(yazdi, tmp_path)
    with department.sql("yazdi") as connection:
        for act in (
            "UPDATE outbox_message SET state = 'waiting'",
            "UPDATE outbox_batch SET state = 'taken'",
            "UPDATE outbox_batch SET folder = '/'",
            "DELETE FROM outbox_batch",
        ):
            refused(connection, act)


def test_sql_moves_no_message_that_nobody_tells_of(department: Department, tmp_path: Path) -> None:
    switch_on(department, MessageKind.REGISTERED, MessageKind.ANSWERED)
    number = answered(department)
    new = (
        "INSERT INTO outbox_message (key, petition_id, kind, way, subject, text, state, made_at, again_of_id)"
        f" SELECT 'k', {number}, '{{}}', 'sms', '', 'pay here', 'waiting', now(), {{}}"
    )
    with department.sql("rezaei") as clerk:
        for statement in (
            # Words of one's own, without the act that sends them; what goes out, taken away or brought back.
            new.format("registered", "NULL"),
            new.format("answered", "NULL"),
            "UPDATE outbox_message SET state = 'cancelled'",
        ):
            assert "told" in refused(clerk, statement)
    manager, yazdi = department.signed_in("yazdi")
    with department.sql("yazdi") as wide:
        for statement in (
            "UPDATE outbox_message SET state = 'failed', reason = 'x', told_at = now()",
            "UPDATE outbox_message SET reason = 'x'",
            "UPDATE outbox_message SET told_at = '1999-01-01'",
        ):
            assert "told" in refused(wide, statement)
    manager.delivery.write(yazdi, tmp_path)
    with department.sql("yazdi") as wide:
        for state in ("delivered", "failed"):
            assert "told" in refused(wide, f"UPDATE outbox_message SET state = '{state}', told_at = now()")
        keys = [row[0] for row in wide.execute("SELECT key FROM outbox_message ORDER BY id")]
    manager.outbox.note_receipts(yazdi, [Receipt(key, False, "خاموش") for key in keys])
    with department.sql("rezaei") as clerk:
        # Sent once more, or said to be, without an event.
        found = "(SELECT min(id) FROM outbox_message)"
        assert "told" in refused(clerk, "UPDATE outbox_message SET state = 'retried'")
        again = new.format("registered", found).replace(
            "'pay here'", f"(SELECT text FROM outbox_message WHERE id = {found})"
        )
        assert "told" in refused(clerk, again)


NOTE = "SELECT app.note_batch(%s, NULL, NULL, NULL)"
ADDRESSES = "SELECT message, address FROM app.batch_addresses(%s)"
TAKE = "SELECT batch FROM app.take_messages('sms', 10, 'key', 'folder', 'mark', NULL, NULL, NULL)"


def test_the_addresses_of_a_batch_are_read_after_its_own_event(department: Department) -> None:
    switch_on(department, MessageKind.REGISTERED, MessageKind.ANSWERED)
    answered(department)
    with department.owner.database.writing() as session:
        session.execute(text("UPDATE outbox_message SET state = 'cancelled' WHERE id > 1"))
    with department.sql("yazdi") as psql:
        # Nothing is noted ahead.
        for number in (None, 0, 1, 2):
            with pytest.raises(psycopg.errors.InvalidParameterValue):
                psql.execute(NOTE, (number,))
        psql.execute("BEGIN")
        [[number]] = psql.execute(TAKE).fetchall()
        assert psql.execute(ADDRESSES, (number,)).fetchall() == []
        psql.execute("ROLLBACK")
        assert psql.execute(ADDRESSES, (number,)).fetchall() == []
        [[number]] = psql.execute(TAKE).fetchall()
        assert psql.execute(ADDRESSES, (number,)).fetchall() == [(1, MOBILE)]
        # Once is enough, and no other message comes in unseen.
        for _ in range(3):
            psql.execute(NOTE, (number,))
        with department.owner.database.writing() as session:
            session.execute(text("UPDATE outbox_message SET state = 'waiting' WHERE state = 'cancelled'"))
        [[second]] = psql.execute(TAKE).fetchall()
        for statement in (
            "UPDATE outbox_message SET batch_id = %s WHERE id = 2",
            "INSERT INTO outbox_batch (key, way, folder, folder_mark, state, made_at)"
            " VALUES ('x', 'sms', 'x', 'x', 'taken', now() - %s * interval '1 day')",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                psql.execute(statement.encode(), (number,))
        told = psql.execute(
            "SELECT after->>'batch', after->>'count' FROM event WHERE item_type = 'readings' ORDER BY id"
        ).fetchall()
    assert told == [(str(number), "1"), (str(second), "1")]


def test_more_than_was_noted_is_not_read(department: Department) -> None:
    switch_on(department, MessageKind.REGISTERED, MessageKind.ANSWERED)
    answered(department)
    with department.sql("yazdi") as psql:
        [[number]] = psql.execute(TAKE).fetchall()
        with department.owner.database.writing() as session:
            # As if the event had come with another batch of this number.
            session.execute(text("UPDATE outbox_batch SET made_at = made_at + interval '1 second'"))
        assert psql.execute(ADDRESSES, (number,)).fetchall() == []
        with department.owner.database.writing() as session:
            session.execute(text("UPDATE outbox_batch SET made_at = made_at - interval '1 second'"))
        assert len(psql.execute(ADDRESSES, (number,)).fetchall()) == 2
        answered(department, "متن دیگر")
        with department.owner.database.writing() as session:
            session.execute(
                text("UPDATE outbox_message SET batch_id = :number WHERE batch_id IS NULL"),
                {"number": number},
            )
        assert psql.execute(ADDRESSES, (number,)).fetchall() == []
        psql.execute(NOTE, (number,))
        assert len(psql.execute(ADDRESSES, (number,)).fetchall()) == 2


def test_sql_says_of_no_mail_what_the_mail_server_did(department: Department, smtp: SmtpServer) -> None:
    admin, administrator = department.signed_in("admin")
    for kind in (MessageKind.REGISTERED, MessageKind.ANSWERED):
        admin.message_templates.change(administrator, kind, DeliveryMethod.EMAIL, 1, active=True)
    settings = MessageSettings(
        sender="x@example.ir", mail_host="127.0.0.1", mail_port=smtp.port, mail_user=smtp.user
    )
    admin.message_rules.change(administrator, settings)
    settings.mail_account.keep_password(smtp.password)
    clerk, rezaei = department.signed_in("rezaei")
    contact = Contact(name="علی کریمی", email="karimi@example.ir")
    for words in ("یک", "دو", "سه"):
        clerk.register.register(
            rezaei,
            NewPetition(
                Kind.REQUEST, Channel.EMAIL, words, contact=contact, unit_id=department.office.books.id
            ),
        )
    tried: list[str] = []

    def try_by_sql(step: str) -> None:
        """While the worker waits for the server: what is under way is moved by nobody else."""
        if step != "END" or tried:
            return
        with department.sql("yazdi") as wide, department.sql("rezaei") as psql:
            for statement in (
                "UPDATE outbox_message SET state = 'sent', sent_at = now() WHERE id = 1",
                "UPDATE outbox_message SET state = 'waiting', batch_id = NULL, begun_at = NULL WHERE id = 1",
                "UPDATE outbox_message SET state = 'failed', told_at = now(), reason = 'x' WHERE id = 1",
                "UPDATE outbox_message SET begun_at = NULL WHERE id = 1",
                "UPDATE outbox_message SET begun_at = now() - interval '1 day' WHERE id = 1",
                "UPDATE outbox_message SET begun_at = now(), reason = 'x' WHERE id = 2",
            ):
                tried.append(refused(wide, statement))
            for statement in (
                "UPDATE outbox_message SET begun_at = now() WHERE id = 2",
                "UPDATE outbox_message SET state = 'waiting', batch_id = NULL WHERE id = 2",
            ):
                tried.append(refused(psql, statement))
            tried.append(refused(wide, "UPDATE outbox_batch SET state = 'written'"))

    smtp.watch = try_by_sql
    smtp.answers["RCPT"] = ["250 ok", "550 no such user", "450 later"]
    manager, yazdi = department.signed_in("yazdi")
    done = manager.delivery.write(yazdi)
    assert (done.mailed, done.failed, done.put_off, done.troubles) == (1, 1, 1, [])
    assert len(tried) == 9
    assert all("told" in words for words in tried[:6])
    assert manager.delivery.write(yazdi).mailed == 1
    with department.sql("yazdi") as wide:
        rows = wide.execute("SELECT state, reason FROM outbox_message ORDER BY id").fetchall()
        assert rows == [("sent", ""), ("failed", "550 no such user"), ("sent", "")]
        told = wide.execute(
            "SELECT after->>'sent', after->>'failed', after->>'put_off' FROM event"
            " WHERE action = 'outbox_mailed' ORDER BY id"
        ).fetchall()
        assert told == [("1", None, None), (None, "1", None), (None, None, "1"), ("1", None, None)]
        # What was handed on is not taken back, and no event tells of what was not done.
        for statement in (
            "UPDATE outbox_message SET state = 'waiting', batch_id = NULL, begun_at = NULL WHERE id = 1",
            "UPDATE outbox_batch SET state = 'taken'",
        ):
            refused(wide, statement)
    assert verify(department.owner.database).ok


def test_a_message_in_a_file_is_not_put_back(department: Department, tmp_path: Path) -> None:
    switch_on(department, MessageKind.REGISTERED)
    answered(department)
    with department.sql("yazdi") as psql:
        [[number]] = psql.execute(TAKE).fetchall()
        for statement in (
            "UPDATE outbox_message SET state = 'waiting', batch_id = NULL",
            "UPDATE outbox_message SET begun_at = now()",
            "UPDATE outbox_batch SET state = 'written'",
        ):
            refused(psql, statement)
        event = (
            "INSERT INTO event (item_type, item_id, sequence, at, actor_id, actor_name, action, before, after)"
            f" VALUES ('outbox', {number}, 1, now(), app.me(), 'x', 'outbox_mailed', '{{}}', '{{}}')"
        )
        refused(psql, event)
    manager, yazdi = department.signed_in("yazdi")
    assert manager.delivery.write(yazdi, tmp_path).messages == {"sms": 1}


def test_earlier_answers_are_told_only_if_an_administrator_decided_so(
    department: Department, tmp_path: Path
) -> None:
    number = answered(department)
    admin, administrator = department.signed_in("admin")
    clerk, rezaei = department.signed_in("rezaei")
    manager, yazdi = department.signed_in("yazdi")
    message = {"item": number, "key": "k", "kind": "answered", "way": "sms", "subject": "", "text": "x"}
    admin.message_templates.switch(administrator, DeliveryMethod.SMS, on=True)
    assert admin.earlier_answers.count(administrator) == 1
    with pytest.raises(NotPermittedError):
        clerk.earlier_answers.decide(rezaei, None)
    with department.sql("rezaei") as connection:
        refused(connection, "SELECT app.untold_answers('1900-01-01')")
        refused(connection, "UPDATE office SET tell_from = '1900-01-01', tell_until = now()")
        undecided = act_by_sql(connection, "act_petition_answer_told", number, rows={"messages": [message]})
        assert undecided == "answer_told_already"
    assert manager.delivery.write(yazdi, tmp_path).earlier == 0
    admin.earlier_answers.decide(administrator, None)
    done = manager.delivery.write(yazdi, tmp_path)
    assert (done.earlier, done.messages) == (1, {"sms": 1})
    with department.sql("yazdi") as connection:
        again = act_by_sql(connection, "act_petition_answer_told", number, rows={"messages": [message]})
        assert again == "answer_told_already"
    assert [row.kind for row in clerk.outbox.of(rezaei, number)] == ["answered"]
    assert clerk.desk.peek(rezaei, number).replies[-1].delivery.state == "handed_on"
