"""E-mails go to the mail server, each at most once, wherever the worker or the connection ends."""

from __future__ import annotations

import itertools
import os
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from desktop_app.bootstrap import open_services
from desktop_app.clock import FixedClock
from desktop_app.database.verification import verify
from desktop_app.errors import InvalidValueError, MailServerError, NotPermittedError
from desktop_app.office.message_templates import DeliveryMethod, MessageKind
from desktop_app.people.petitioners import Contact
from desktop_app.petitions.model import Petition
from desktop_app.petitions.outbox import mailing
from desktop_app.petitions.outbox import smtp as smtp_module
from desktop_app.petitions.outbox.delivery import HandedOn
from desktop_app.petitions.outbox.files import OutgoingMessage, mail_content
from desktop_app.petitions.outbox.mailing import ABANDONED
from desktop_app.petitions.outbox.model import MessageState, OutboxBatch, OutboxMessage
from desktop_app.petitions.outbox.settings import MailSecurity, MessageSettings, unready_ways
from desktop_app.petitions.vocabulary import Channel
from desktop_app.progress import SilentProgress
from desktop_app.staff.credentials import KeyringOutcome
from desktop_app.wording.errors import error_sentence
from tests.certificates import Authority, authority
from tests.conftest import office_with
from tests.department import TestOffice
from tests.engines import Made
from tests.guarded import Department
from tests.key_store import KeyStore
from tests.petitions.outbox.sending import EMAIL, SENDER, by, messages, put_in, switch_on
from tests.petitions.outbox.test_delivery import Killed, ids, killed_at, seen
from tests.smtp_server import SmtpServer, smtp_server

_numbers = itertools.count()


def _told_of_arrival(office: TestOffice) -> None:
    switch_on(office, kinds=[MessageKind.REGISTERED])


@pytest.fixture
def made() -> Made:
    return office_with(_told_of_arrival)


def settings_for(smtp: SmtpServer, **told: Any) -> MessageSettings:
    values: dict[str, Any] = {
        "sender": SENDER, "mail_host": "127.0.0.1", "mail_port": smtp.port, "mail_user": smtp.user,
        "mail_security": MailSecurity.STARTTLS if smtp.starttls else MailSecurity.TLS,
    }  # fmt: skip
    return MessageSettings(**{**values, **told})


def use(office: TestOffice, smtp: SmtpServer, password: str = "secret", **told: Any) -> None:
    """Sets the mail server, and keeps its password on this PC."""
    settings = settings_for(smtp, **told)
    office.services.message_rules.change(office.administrator, settings)
    assert settings.mail_account.keep_password(password) is KeyringOutcome.KEPT


def write(office: TestOffice, folder: Path | None = None) -> HandedOn:
    return office.services.delivery.write(office.manager, folder)


def mail_to(office: TestOffice, *addresses: str) -> None:
    """Petitions by e-mail from these addresses, which are acknowledged."""
    for address in addresses:
        by(
            Channel.EMAIL,
            office,
            text=f"متن {next(_numbers)}",
            contact=Contact(name="علی کریمی", email=address),
        )


def states(office: TestOffice) -> list[str]:
    return [state for (state,) in messages(office, OutboxMessage.state)]


def keys_of(smtp: SmtpServer) -> list[str]:
    """The ids of the messages that the server took."""
    mails = [message_from_bytes(mail.content, policy=policy.default) for mail in smtp.mails]
    return [str(mail["Message-ID"]).strip("<>").partition("@")[0] for mail in mails]


def troubles(done: HandedOn) -> list[str]:
    return [str(error.parameters["reason"]) for error in done.troubles]


def test_the_server_gets_the_bytes_of_the_file(office: TestOffice, smtp: SmtpServer) -> None:
    use(office, smtp)
    number = by(Channel.EMAIL, office, external_id="abc.1@mail.example.ir")
    done = write(office)
    assert (done.messages, done.mailed, done.files, done.clean) == ({"email": 1}, 1, [], True)
    (taken,) = smtp.mails
    assert (taken.sender, taken.recipient) == (SENDER, EMAIL)
    with office.services.database.reading() as session:
        row = session.scalars(select(OutboxMessage)).one()
        batch = session.scalars(select(OutboxBatch)).one()
    told = OutgoingMessage(
        row.key, row.kind, "", EMAIL, row.subject, row.text, row.made_at, "abc.1@mail.example.ir"
    )
    name = office.services.office.settings().office_name
    assert taken.content == mail_content(told, SENDER, name, batch.made_at)
    mail = message_from_bytes(taken.content, policy=policy.default)
    assert mail["In-Reply-To"] == "<abc.1@mail.example.ir>"
    subject = str(make_header(decode_header(message_from_bytes(taken.content)["Subject"])))
    assert subject == "".join(filter(str.isprintable, row.subject))
    assert "علی کریمی" in mail.get_content()
    assert (row.state, row.sent_at, batch.state) == ("sent", batch.written_at, "written")
    (shown,) = office.services.outbox.of(office.clerk, number)
    assert (shown.state, shown.address) == (MessageState.SENT, EMAIL)
    assert write(office).count == 0
    assert len(smtp.mails) == 1
    assert verify(office.services.database).ok


@pytest.mark.parametrize("plain", [True, False])
def test_many_mails_take_one_connection_and_one_signing_in(
    sqlite_office: TestOffice, smtp: SmtpServer, monkeypatch: pytest.MonkeyPatch, plain: bool
) -> None:
    monkeypatch.setattr(mailing, "MOST", 2)
    smtp.plain = plain
    use(sqlite_office, smtp)
    mail_to(sqlite_office, *(f"a{n}@example.ir" for n in range(5)))
    assert write(sqlite_office).mailed == 5
    assert (smtp.connections, sum(line.startswith("AUTH") for line in smtp.seen)) == (1, 1)
    assert smtp.seen[-1] == "QUIT"
    # Whoever has nothing to send does not knock.
    write(sqlite_office)
    assert smtp.connections == 1


def test_starttls_is_never_left_out(
    sqlite_office: TestOffice, trusted: Authority, key_store: KeyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    del key_store
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted.file))
    mail_to(sqlite_office, EMAIL)
    with smtp_server(trusted.folder / "server", starttls=True) as smtp:
        smtp.offers = False
        use(sqlite_office, smtp)
        assert troubles(write(sqlite_office)) == ["not_encrypted"]
        assert not any(line.startswith(("AUTH", "MAIL")) for line in smtp.seen)
        smtp.offers = True
        assert write(sqlite_office).mailed == 1
        # A password that is not ASCII.
        smtp.password = "گذرواژه"
        use(sqlite_office, smtp, "گذرواژه")
        mail_to(sqlite_office, EMAIL)
        assert write(sqlite_office).mailed == 1


@pytest.mark.parametrize("step", ["RCPT", "DATA", "END"])
def test_what_the_server_refuses_for_good_fails_with_its_words(
    office: TestOffice, smtp: SmtpServer, step: str
) -> None:
    use(office, smtp)
    mail_to(office, "karimi@example.ir", "b@example.ir")
    smtp.answers[step] = ["550-5.1.1 <Karimi@example.ir>: no\t such user\r\n550 5.1.1 karimi " + "x" * 300]
    done = write(office)
    assert (done.mailed, done.failed, done.clean) == (1, 1, False)
    assert smtp.addresses() == ["b@example.ir"]
    (first, second) = messages(office, OutboxMessage.state, OutboxMessage.reason)
    assert (first[0], second) == ("failed", ("sent", ""))
    reason = first[1]
    # Everybody who sees the petition reads the reason, and not everybody the address.
    assert reason.startswith("550 5.1.1 <•••>: no such user 5.1.1 ••• xxx")
    assert (len(reason), reason.isprintable()) == (200, True)
    (failed,) = office.services.outbox.listed(office.manager, [MessageState.FAILED])
    assert office.services.outbox.again(office.manager, [failed.id]) == 1
    assert write(office).mailed == 1
    assert verify(office.services.database).ok


@pytest.mark.parametrize("step", ["RCPT", "DATA", "END"])
def test_what_the_server_puts_off_waits_and_goes_in_the_next_run(
    office: TestOffice, smtp: SmtpServer, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    monkeypatch.setattr(mailing, "MOST", 1)
    use(office, smtp)
    mail_to(office, "a@example.ir", "b@example.ir")
    smtp.answers[step] = ["451 4.7.1 try later"]
    done = write(office)
    assert (done.mailed, done.put_off, done.failed, done.clean) == (1, 1, 0, True)
    assert messages(office, OutboxMessage.state, OutboxMessage.begun_at)[0] == ("waiting", None)
    assert write(office).mailed == 1
    assert smtp.addresses() == ["b@example.ir", "a@example.ir"]
    assert states(office) == ["sent", "sent"]
    assert verify(office.services.database).ok


def test_the_address_is_that_of_the_day_on_which_it_goes(office: TestOffice, smtp: SmtpServer) -> None:
    use(office, smtp)
    mail_to(office, "old@example.ir")
    smtp.answers["RCPT"] = ["450 later"]
    write(office)
    with office.services.database.reading() as session:
        person = session.scalars(select(Petition.petitioner_id)).one()
    from desktop_app.petitions.registration.correction import Correction  # noqa: PLC0415

    office.services.corrections.correct(
        office.manager, person or 0, Correction("اشتباه", email="new@example.ir")
    )
    write(office)
    assert smtp.addresses() == ["new@example.ir"]


@pytest.mark.parametrize(
    ("step", "times"), [("EHLO", 1), ("AUTH", 1), ("MAIL", 2), ("RCPT", 2), ("DATA", 2), ("BODY", 2)]
)
def test_a_connection_that_breaks_before_the_end_of_a_mail_loses_and_doubles_nothing(
    office: TestOffice, smtp: SmtpServer, step: str, times: int
) -> None:
    use(office, smtp)
    mail_to(office, "a@example.ir", "b@example.ir")
    if step == "BODY":
        # So long that its end is not on the way already when it breaks.
        with office.services.database.writing() as session:
            session.execute(update(OutboxMessage).values(text="متن " * 1_500_000))
    smtp.breaks[step] = times
    done = write(office)
    assert (troubles(done), smtp.mails) == (["refused"], [])
    assert states(office) == ["waiting"] * 2
    assert write(office).mailed == 2
    assert smtp.addresses() == ["a@example.ir", "b@example.ir"]


def test_a_server_that_ends_a_long_connection_is_asked_again(
    sqlite_office: TestOffice, smtp: SmtpServer
) -> None:
    use(sqlite_office, smtp)
    mail_to(sqlite_office, "a@example.ir", "b@example.ir", "c@example.ir")
    smtp.answers["MAIL"] = ["250 ok", "421 4.7.0 too many mails"]
    done = write(sqlite_office)
    assert (done.mailed, done.troubles, smtp.connections) == (3, [], 2)
    assert smtp.addresses() == ["a@example.ir", "b@example.ir", "c@example.ir"]


@pytest.mark.parametrize(("step", "taken"), [("END", 0), ("TOLD", 1)])
def test_what_may_have_left_is_never_sent_again_by_itself(
    office: TestOffice, smtp: SmtpServer, step: str, taken: int
) -> None:
    use(office, smtp)
    mail_to(office, "a@example.ir", "b@example.ir")
    smtp.breaks[step] = 1
    done = write(office)
    assert (done.unsure, done.failed, troubles(done), done.clean) == (1, 0, ["refused"], False)
    assert len(smtp.mails) == taken
    assert messages(office, OutboxMessage.state, OutboxMessage.reason) == [
        ("failed", "unsure"),
        ("waiting", ""),
    ]
    assert write(office).mailed == 1
    assert write(office).count == 0
    assert smtp.addresses()[taken:] == ["b@example.ir"]
    assert verify(office.services.database).ok


def test_a_server_that_is_silent_is_left_after_a_while(
    sqlite_office: TestOffice, smtp: SmtpServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(smtp_module, "PATIENCE", 0.3)
    monkeypatch.setattr(smtp_module, "LAST_PATIENCE", 0.6)
    use(sqlite_office, smtp)
    mail_to(sqlite_office, "a@example.ir", "b@example.ir")
    goes_on = threading.Event()
    silent = ["RCPT"]

    def wait(step: str) -> None:
        if step.startswith(silent[0]):
            goes_on.wait(20)

    smtp.watch = wait
    assert troubles(write(sqlite_office)) == ["refused"]
    assert states(sqlite_office) == ["waiting"] * 2
    silent[:] = ["END"]
    assert write(sqlite_office).unsure == 1
    assert states(sqlite_office) == ["failed", "waiting"]
    goes_on.set()


class _Stopping(SilentProgress):
    """Cancels after the first message."""

    def __init__(self) -> None:
        self.stopped = False

    def report(self, done: int, total: int | None = None) -> None:
        del total
        self.stopped = done > 0

    def cancelled(self) -> bool:
        return self.stopped


def test_whoever_stops_it_stops_it_between_two_mails(office: TestOffice, smtp: SmtpServer) -> None:
    use(office, smtp)
    mail_to(office, "a@example.ir", "b@example.ir", "c@example.ir")
    done = office.services.delivery.write(office.manager, None, _Stopping())
    assert (done.mailed, done.cancelled) == (1, True)
    assert states(office) == ["sent", "waiting", "waiting"]
    assert write(office).mailed == 2


def _wrong_password(office: TestOffice, smtp: SmtpServer) -> None:
    use(office, smtp, "another")


def _no_password(office: TestOffice, smtp: SmtpServer) -> None:
    office.services.message_rules.change(office.administrator, settings_for(smtp))


def _without_signing_in(office: TestOffice, smtp: SmtpServer) -> None:
    office.services.message_rules.change(office.administrator, settings_for(smtp, mail_user=""))


def _away(office: TestOffice, smtp: SmtpServer) -> None:
    use(office, smtp, mail_port=1)


def _odd_name(office: TestOffice, smtp: SmtpServer) -> None:
    use(office, smtp, mail_host="سرور..ناشناس")


def _foreign_sender(office: TestOffice, smtp: SmtpServer) -> None:
    use(office, smtp)
    smtp.answers["MAIL"] = ["553 5.7.1 not your address"]


def _busy(office: TestOffice, smtp: SmtpServer) -> None:
    use(office, smtp)
    smtp.answers["MAIL"] = ["452 4.3.1 no room"]


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (_wrong_password, "login"),
        (_no_password, "no_password"),
        (_without_signing_in, "login"),
        (_away, "no_connection"),
        (_odd_name, "no_connection"),
        (_foreign_sender, "sender"),
        (_busy, "later"),
    ],
)
def test_each_trouble_is_one_sentence_and_other_messages_go_out(
    office: TestOffice,
    smtp: SmtpServer,
    folder: Path,
    wrong: Callable[[TestOffice, SmtpServer], None],
    reason: str,
) -> None:
    wrong(office, smtp)
    mail_to(office, EMAIL, EMAIL)
    by(Channel.SMS, office)
    done = write(office, folder)
    assert (troubles(done), done.messages, done.clean) == ([reason], {"sms": 1}, False)
    assert smtp.mails == []
    assert states(office) == ["waiting", "waiting", "sent"]
    sentence = error_sentence(done.troubles[0])
    assert "\n" not in sentence
    assert "127.0.0.1" in sentence or reason == "no_connection"
    use(office, smtp)
    assert write(office).mailed == 2
    assert verify(office.services.database).ok


@pytest.mark.parametrize("wrong", ["unknown", "expired", "another_name", "not_encrypted"])
def test_nothing_is_sent_to_a_server_that_does_not_prove_who_it_is(
    sqlite_office: TestOffice, smtp: SmtpServer, trusted: Authority, tmp_path: Path, wrong: str
) -> None:
    signing = authority(tmp_path / "foreign") if wrong == "unknown" else trusted
    names = "DNS:mail.example.ir" if wrong == "another_name" else "IP:127.0.0.1"
    folder = signing.sign(signing.folder / token(wrong), names, expired=wrong == "expired")
    mail_to(sqlite_office, EMAIL)
    with smtp_server(folder, starttls=wrong == "not_encrypted") as foreign:
        use(sqlite_office, foreign, mail_security=MailSecurity.TLS)
        done = write(sqlite_office)
        assert troubles(done) == ["not_encrypted" if wrong == "not_encrypted" else "certificate"]
        assert foreign.seen == []
    assert states(sqlite_office) == ["waiting"]
    assert smtp.connections == 0


def token(words: str) -> str:
    """A folder's name that no other run of the test has."""
    return f"{words}-{next(_numbers)}"


def test_without_a_folder_e_mails_alone_leave(
    sqlite_office: TestOffice, smtp: SmtpServer, folder: Path
) -> None:
    by(Channel.SMS, sqlite_office)
    with pytest.raises(InvalidValueError) as refused:
        write(sqlite_office)
    assert refused.value.parameters["field"] == "message_folder"
    use(sqlite_office, smtp)
    mail_to(sqlite_office, EMAIL)
    done = write(sqlite_office)
    assert (done.messages, done.without_folder, done.clean) == ({"email": 1}, 1, False)
    # A folder that is away keeps no e-mail back either.
    mail_to(sqlite_office, EMAIL)
    done = write(sqlite_office, folder / "away")
    assert (done.messages, [error.code for error in done.troubles]) == ({"email": 1}, ["not_written"])
    done = write(sqlite_office, folder)
    assert (done.messages, len(seen(folder))) == ({"sms": 1}, 1)
    assert states(sqlite_office) == ["sent"] * 3


def test_without_a_server_e_mails_are_files_as_before(
    sqlite_office: TestOffice, smtp: SmtpServer, folder: Path
) -> None:
    use(sqlite_office, smtp)
    mail_to(sqlite_office, EMAIL)
    smtp.answers["RCPT"] = ["450 later"]
    write(sqlite_office)
    sqlite_office.services.message_rules.change(sqlite_office.administrator, MessageSettings(sender=SENDER))
    assert write(sqlite_office, folder).messages == {"email": 1}
    assert [path.suffix for path in seen(folder)] == [".eml"]
    assert [key for path in seen(folder) for key in ids(path)] == [
        key for (key,) in messages(sqlite_office, OutboxMessage.key)
    ]
    assert smtp.mails == []


def test_what_is_masked_while_it_is_taken_does_not_go_out(
    sqlite_office: TestOffice, smtp: SmtpServer
) -> None:
    use(sqlite_office, smtp)
    mail_to(sqlite_office, "a@example.ir", "b@example.ir")

    def mask_the_second(step: str) -> None:
        if step.startswith("RCPT"):
            with sqlite_office.services.database.writing() as session:
                session.execute(update(OutboxMessage).where(OutboxMessage.id == 2).values(text=""))

    smtp.watch = mask_the_second
    write(sqlite_office)
    assert smtp.addresses() == ["a@example.ir"]
    assert messages(sqlite_office, OutboxMessage.state, OutboxMessage.reason)[1] == ("failed", "masked")


def test_killed_at_any_statement_no_mail_goes_twice_and_none_is_lost(
    office: TestOffice, smtp: SmtpServer, clock: FixedClock
) -> None:
    use(office, smtp)
    petition = by(Channel.EMAIL, office)
    write(office)
    smtp.mails.clear()
    at, unsure = 0, 0
    while True:
        at += 1 if office.services.database.is_sqlite else 3
        wanted = put_in(office, {DeliveryMethod.EMAIL: petition}, (DeliveryMethod.EMAIL,) * 2)
        with killed_at(office, at, _kill) as left, suppress(Killed):
            write(office)
        write(office)
        clock.advance(ABANDONED + timedelta(seconds=1))
        write(office)
        got = keys_of(smtp)
        smtp.mails.clear()
        assert len(got) == len(set(got)), f"killed at step {at}"
        lost = _unsure(office, wanted)
        unsure += len(lost)
        # What is not known may have left or not; everything else has left, once.
        assert set(got) | lost == set(wanted), f"killed at step {at}"
        if left[0] > 0:
            break
    assert at > 20
    assert unsure > 0
    with office.services.database.reading() as session:
        assert set(session.scalars(select(OutboxBatch.state))) == {"written"}
    assert verify(office.services.database).ok


def _kill() -> None:
    raise Killed


def _unsure(office: TestOffice, wanted: list[str]) -> set[str]:
    found = messages(office, OutboxMessage.key, OutboxMessage.state, OutboxMessage.reason)
    assert {state for key, state, _ in found if key in wanted} <= {"sent", "failed"}
    return {key for key, _, reason in found if key in wanted and reason == "unsure"}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is forked to be killed")
def test_a_worker_that_is_really_killed_leaves_one_mail_unsure_at_most(
    office: TestOffice, smtp: SmtpServer, clock: FixedClock
) -> None:
    use(office, smtp)
    petition = by(Channel.EMAIL, office)
    write(office)
    url = office.services.database.url.render_as_string(hide_password=False)
    steps = ("EHLO", "MAIL", "RCPT", "DATA", "BODY", "END", "TOLD", "ANSWERED")
    for step in steps:
        smtp.mails.clear()
        wanted = put_in(office, {DeliveryMethod.EMAIL: petition}, (DeliveryMethod.EMAIL,) * 3)
        child = os.fork()
        if child == 0:
            with suppress(BaseException):
                own = open_services(url, prepare_schema=False, clock=clock)
                own.delivery.write(office.manager)
            os._exit(0)
        left = [2 if step != "EHLO" else 1]
        smtp.watch = _killing(child, step, left)
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status), step
        smtp.watch = lambda _step: None
        # The next run goes on at once, but for the one mail of which nobody knows.
        write(office)
        open_still = states(office).count("taken")
        clock.advance(ABANDONED + timedelta(seconds=1))
        write(office)
        got, lost = keys_of(smtp), _unsure(office, wanted)
        assert len(got) == len(set(got)), step
        assert set(got) | lost == set(wanted), step
        assert (len(lost), open_still) == ((0, 0) if step == "EHLO" else (1, 1)), step
    assert verify(office.services.database).ok


def _killing(child: int, step: str, left: list[int]) -> Callable[[str], None]:
    """Kills the worker when it comes to a step for the second mail."""

    def watch(seen_step: str) -> None:
        if seen_step.startswith(step):
            left[0] -= 1
            if left[0] == 0:
                os.kill(child, signal.SIGKILL)

    return watch


def test_a_worker_that_is_slow_is_not_taken_for_dead(
    sqlite_office: TestOffice, smtp: SmtpServer, clock: FixedClock
) -> None:
    office = sqlite_office
    use(office, smtp)
    mail_to(office, "a@example.ir", "b@example.ir")
    reached, goes_on = threading.Event(), threading.Event()

    def wait_at_first(step: str) -> None:
        if step == "END" and not reached.is_set():
            reached.set()
            goes_on.wait(20)

    smtp.watch = wait_at_first
    slow: list[HandedOn] = []
    worker = threading.Thread(target=lambda: slow.append(write(office)))
    worker.start()
    assert reached.wait(20)
    clock.advance(ABANDONED - timedelta(seconds=1))
    other = write(office)
    assert (other.mailed, other.unsure) == (1, 0)
    goes_on.set()
    worker.join()
    assert slow[0].mailed == 1
    assert (sorted(smtp.addresses()), states(office)) == (["a@example.ir", "b@example.ir"], ["sent", "sent"])


def test_a_worker_leaves_what_another_one_took_meanwhile(sqlite_office: TestOffice, smtp: SmtpServer) -> None:
    office = sqlite_office
    use(office, smtp)
    mail_to(office, "a@example.ir", "b@example.ir", "c@example.ir")
    reached = [threading.Event(), threading.Event()]
    goes_on = [threading.Event(), threading.Event()]
    at = itertools.count()

    def wait(step: str) -> None:
        if step == "END" and (number := next(at)) < 2:
            reached[number].set()
            goes_on[number].wait(20)

    smtp.watch = wait
    done: list[HandedOn] = []
    workers = [threading.Thread(target=lambda: done.append(write(office))) for _ in range(2)]
    for number, worker in enumerate(workers):
        worker.start()
        assert reached[number].wait(20)
    # The first goes on while the second has taken the other two, and has not begun the last one.
    goes_on[0].set()
    workers[0].join()
    goes_on[1].set()
    workers[1].join()
    assert [one.mailed for one in done] == [1, 2]
    assert (smtp.addresses(), states(office)) == (
        ["a@example.ir", "b@example.ir", "c@example.ir"], ["sent"] * 3,
    )  # fmt: skip


def test_two_workers_at_once_hand_over_each_mail_once(
    office: TestOffice, smtp: SmtpServer, monkeypatch: pytest.MonkeyPatch, clock: FixedClock
) -> None:
    url = office.services.database.url.render_as_string(hide_password=False)
    use(office, smtp)
    petition = by(Channel.EMAIL, office)
    others = [open_services(url, prepare_schema=False, clock=clock) for _ in range(2)]
    _two_at_once(
        office, petition, monkeypatch, [(one.delivery.write, office.manager) for one in others], smtp
    )
    for one in others:
        one.close()


def test_two_workers_with_roles_hand_over_each_mail_once(
    department: Department, smtp: SmtpServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = department.office
    switch_on(office, kinds=[MessageKind.REGISTERED], ways=[DeliveryMethod.EMAIL])
    use(office, smtp)
    petition = by(Channel.EMAIL, office)
    workers = [department.signed_in("yazdi") for _ in range(2)]
    _two_at_once(
        office, petition, monkeypatch, [(services.delivery.write, actor) for services, actor in workers], smtp
    )


def _two_at_once(
    office: TestOffice,
    petition: int,
    monkeypatch: pytest.MonkeyPatch,
    workers: list[tuple[Any, Any]],
    smtp: SmtpServer,
) -> None:
    monkeypatch.setattr(mailing, "MOST", 3)
    put_in(office, {DeliveryMethod.EMAIL: petition}, (DeliveryMethod.EMAIL,) * 12)
    together = threading.Barrier(2)
    failures: list[BaseException] = []

    def work(at: int) -> None:
        hand_on, actor = workers[at]
        try:
            together.wait()
            hand_on(actor)
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(at,)) for at in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    # What one of them put back in the end waits for the next run.
    workers[0][0](workers[0][1])
    keys = [key for (key,) in messages(office, OutboxMessage.key)]
    assert sorted(keys_of(smtp)) == sorted(keys)
    assert set(states(office)) == {"sent"}


def test_a_trial_message_goes_the_way_of_the_others(
    office: TestOffice, smtp: SmtpServer, folder: Path
) -> None:
    delivery, admin = office.services.delivery, office.administrator
    rules = office.services.message_rules
    rules.change(admin, MessageSettings())
    _refused(lambda: delivery.trial(admin, "me@example.ir"), "message_sender", "empty")
    _refused(lambda: delivery.trial(admin, "0912 123 4567"), "message_folder", "empty")
    for wrong, reason in (("", "empty"), ("me", "trial_form"), ("a,b@example.ir", "email_form")):
        _refused(partial(delivery.trial, admin, wrong), "trial_address", reason)
    rules.change(admin, MessageSettings(sender=SENDER))
    _refused(lambda: delivery.trial(admin, "me@example.ir"), "message_folder", "empty")
    rules.change(admin, MessageSettings(sender=SENDER, folder=str(folder)))
    in_file = delivery.trial(admin, " me@example.ir ")
    assert (in_file.way, in_file.server, in_file.file) == (DeliveryMethod.EMAIL, "", str(seen(folder)[0]))
    text = delivery.trial(admin, "۰۹۱۲ ۱۲۳ ۴۵۶۷")
    line = Path(text.file).read_text("utf-8")
    assert (text.way, '"to": "09121234567"' in line, "آزمایشی" in line) == (DeliveryMethod.SMS, True, True)
    use(office, smtp, folder=str(folder))
    by_server = delivery.trial(admin, "me@example.ir")
    assert (by_server.server, by_server.file) == (f"127.0.0.1:{smtp.port}", "")
    (taken,) = smtp.mails
    mail = message_from_bytes(taken.content, policy=policy.default)
    name = office.services.office.settings().office_name
    assert (mail["To"], name in mail.get_content(), "آزمایشی" in mail.get_content()) == (
        "me@example.ir",
        True,
        True,
    )
    for said, reason in (("550 no", "rejected"), ("450 later", "later")):
        smtp.answers["RCPT"] = [said]
        with pytest.raises(MailServerError) as caught:
            delivery.trial(admin, "me@example.ir")
        assert caught.value.parameters["reason"] == reason
        assert said in error_sentence(caught.value)
    smtp.breaks["END"] = 1
    with pytest.raises(MailServerError) as caught:
        delivery.trial(admin, "me@example.ir")
    assert caught.value.parameters["reason"] == "unsure"
    with pytest.raises(NotPermittedError):
        delivery.trial(office.reviewer, "me@example.ir")
    assert messages(office) == []


def _refused(work: Callable[[], object], field: str, reason: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        work()
    assert (caught.value.parameters["field"], caught.value.parameters["reason"]) == (field, reason)
    assert error_sentence(caught.value)


@pytest.mark.parametrize(
    ("told", "field", "reason"),
    [
        ({"mail_port": 0}, "mail_port", "out_of_range"),
        ({"mail_port": 70_000}, "mail_port", "out_of_range"),
        ({"mail_host": "x" * 201}, "mail_host", "too_long"),
        ({"mail_host": "mail\x07.example.ir"}, "mail_host", "control_characters"),
        ({"mail_user": "a\x07"}, "mail_user", "control_characters"),
        ({"sender": ""}, "message_sender", "empty"),
        ({"sender": "میز@example.ir"}, "message_sender", "email_form"),
    ],
)
def test_settings_of_the_server_are_checked(
    sqlite_office: TestOffice, told: dict[str, Any], field: str, reason: str
) -> None:
    rules, admin = sqlite_office.services.message_rules, sqlite_office.administrator
    before = rules.settings()
    settings = MessageSettings(**{"sender": SENDER, "mail_host": "mail.example.ir", **told})
    _refused(lambda: rules.change(admin, settings), field, reason)
    assert rules.settings() == before


@pytest.mark.parametrize(
    ("told", "unready"),
    [
        ({}, ("portal", "sms", "email")),
        ({"sender": SENDER}, ("portal", "sms", "email")),
        ({"sender": SENDER, "mail_host": "mail.example.ir"}, ("portal", "sms")),
        ({"folder": "/out"}, ("email",)),
        ({"sender": SENDER, "folder": "/out"}, ()),
    ],
)
def test_e_mails_have_somewhere_to_go_with_a_server_or_a_folder(
    told: dict[str, Any], unready: tuple[str, ...]
) -> None:
    assert unready_ways(MessageSettings(**told), DeliveryMethod) == unready


def test_without_a_server_nothing_is_kept_of_it(office: TestOffice) -> None:
    rules, admin = office.services.message_rules, office.administrator
    wanted = MessageSettings(
        sender=SENDER,
        mail_host="mail.example.ir",
        mail_port=587,
        mail_security=MailSecurity.STARTTLS,
        mail_user="x",
    )
    assert rules.change(admin, wanted) == rules.settings() == wanted
    rules.change(admin, MessageSettings(sender=SENDER, mail_port=587, mail_user="x"))
    assert rules.settings() == MessageSettings(sender=SENDER)
