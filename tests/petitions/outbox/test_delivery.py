"""What waits is handed on in files, each message once, wherever the worker is killed."""

from __future__ import annotations

import json
import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from pathlib import Path
from typing import Any, Final

import pytest
from sqlalchemy import event, update

from desktop_app.bootstrap import open_services
from desktop_app.clock import FixedClock
from desktop_app.database.verification import verify
from desktop_app.errors import NotPermittedError, NotWrittenError
from desktop_app.office.message_templates import DeliveryMethod, MessageKind
from desktop_app.people.model import PetitionerIdentity
from desktop_app.people.petitioners import Contact
from desktop_app.petitions.model import Petition
from desktop_app.petitions.outbox import delivery as delivery_module
from desktop_app.petitions.outbox.delivery import HandedOn
from desktop_app.petitions.outbox.model import MessageState, OutboxBatch, OutboxMessage
from desktop_app.petitions.outbox.service import Receipt
from desktop_app.petitions.outbox.settings import MessageSettings
from desktop_app.petitions.registration.correction import Correction
from desktop_app.petitions.vocabulary import Channel
from tests.conftest import NOON, office_with
from tests.department import TestOffice
from tests.engines import Made
from tests.guarded import Department
from tests.petitions.outbox.sending import EMAIL, MOBILE, SENDER, by, messages, put_in, switch_on
from tests.petitions.test_retention import closed, in_force, masked


def _told_of_arrival(office: TestOffice) -> None:
    switch_on(office, kinds=[MessageKind.REGISTERED])


@pytest.fixture
def made() -> Made:
    return office_with(_told_of_arrival)


def write(office: TestOffice, folder: Path) -> HandedOn:
    return office.services.delivery.write(office.manager, folder)


def seen(folder: Path) -> list[Path]:
    """The files that somebody who takes them finds."""
    return sorted(path for path in folder.iterdir() if not path.name.startswith("."))


def ids(path: Path) -> list[str]:
    if path.suffix == ".eml":
        mail = message_from_bytes(path.read_bytes(), policy=policy.default)
        return [str(mail["Message-ID"]).strip("<>").partition("@")[0]]
    return [json.loads(line)["id"] for line in path.read_text("utf-8").splitlines()]


def keys(office: TestOffice) -> list[str]:
    return [key for (key,) in messages(office, OutboxMessage.key)]


def test_each_way_has_its_files(office: TestOffice, folder: Path) -> None:
    ids_of = {
        channel: by(channel, office, text=f"متن {channel}")
        for channel in (Channel.PORTAL, Channel.SMS, Channel.EMAIL)
    }
    done = write(office, folder)
    assert done.messages == {"portal": 1, "sms": 1, "email": 1}
    assert [str(path) for path in seen(folder)] == sorted(done.files)
    mail_file, portal_file, sms_file = seen(folder)
    assert (mail_file.suffix, portal_file.suffix, sms_file.suffix) == (".eml", ".jsonl", ".jsonl")
    portal, text, _ = messages(office, OutboxMessage.key, OutboxMessage.text)
    code = office.services.desk.peek(office.clerk, ids_of[Channel.PORTAL]).tracking_code
    told = json.loads(portal_file.read_text("utf-8"))
    assert told == {
        "id": portal[0], "external_id": "P-1", "tracking_code": code, "kind": "registered",
        "subject": told["subject"], "text": portal[1], "made_at": NOON.isoformat(),
    }  # fmt: skip
    sms = json.loads(sms_file.read_text("utf-8"))
    assert sms == {"id": text[0], "to": MOBILE, "text": text[1], "encoding": "ucs2", "segments": 2}
    raw = mail_file.read_bytes()
    assert raw.isascii()
    assert b"\r\n" in raw
    mail = message_from_bytes(raw, policy=policy.default)
    assert mail.defects == []
    assert (mail["To"], mail["Auto-Submitted"]) == (EMAIL, "auto-generated")
    assert max(map(len, raw.splitlines())) <= 78
    # The newer parser leaves a space between two encoded words, which RFC 2047 does not.
    sender = str(make_header(decode_header(message_from_bytes(raw)["From"])))
    assert sender == f"{office.services.office.settings().office_name} <{SENDER}>"
    assert mail["Message-ID"].endswith("@farhang.example.ir>")
    assert "علی کریمی" in mail.get_content()
    assert messages(office, OutboxMessage.state) == [("sent",)] * 3
    assert write(office, folder).count == 0
    assert len(seen(folder)) == 3
    assert verify(office.services.database).ok


@pytest.mark.parametrize(
    ("external_id", "thread"),
    [
        ("abc.1@mail.example.ir", "<abc.1@mail.example.ir>"),
        ("P-7", None),
        ("a@b\r\nBcc: x@y.ir", None),
        ("a" * 50 + "@b.c.d.ir.", None),
    ],
)
def test_an_answer_stands_beside_the_mail_that_it_answers(
    sqlite_office: TestOffice, folder: Path, external_id: str, thread: str | None
) -> None:
    by(Channel.EMAIL, sqlite_office, external_id=external_id)
    write(sqlite_office, folder)
    (file,) = seen(folder)
    mail = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert (mail["In-Reply-To"], mail["Bcc"]) == (thread, None)


def test_an_address_is_what_the_petitioner_has_when_it_goes_out(office: TestOffice, folder: Path) -> None:
    number = by(Channel.SMS, office)
    person = office.services.desk.peek(office.clerk, number).petitioner_id or 0
    right = "09350000000"
    office.services.corrections.correct(office.manager, person, Correction("اشتباه", mobile=right))
    write(office, folder)
    (sms,) = seen(folder)
    assert json.loads(sms.read_text("utf-8"))["to"] == right


def test_what_cannot_go_out_fails_with_its_reason_and_is_tried_again(
    office: TestOffice, folder: Path
) -> None:
    number = by(Channel.EMAIL, office, contact=Contact(name="کسی", email="a,b@example.ir"))
    by(Channel.SMS, office, text="دیگر")
    done = write(office, folder)
    assert (done.count, done.failed) == (1, 1)
    assert messages(office, OutboxMessage.state, OutboxMessage.reason)[0] == ("failed", "bad_address")
    (failed,) = office.services.outbox.listed(office.manager, [MessageState.FAILED])
    assert failed.petition_id == number
    with office.services.database.writing() as session:
        wrong = PetitionerIdentity.email == "a,b@example.ir"
        session.execute(update(PetitionerIdentity).where(wrong).values(email=EMAIL))
    outbox = office.services.outbox
    assert outbox.again(office.manager, [failed.id]) == 1
    assert outbox.again(office.manager, [failed.id]) == 0
    assert write(office, folder).messages == {"email": 1}
    assert [row.state for row in outbox.of(office.clerk, number)] == [MessageState.RETRIED, MessageState.SENT]


def test_e_mails_wait_until_the_office_has_a_sender(sqlite_office: TestOffice, folder: Path) -> None:
    sqlite_office.services.message_rules.change(sqlite_office.administrator, MessageSettings())
    by(Channel.EMAIL, sqlite_office)
    assert (write(sqlite_office, folder).without_sender, seen(folder)) == (1, [])
    sqlite_office.services.message_rules.change(sqlite_office.administrator, MessageSettings(sender=SENDER))
    assert write(sqlite_office, folder).messages == {"email": 1}


def test_a_masked_petition_sends_nothing(office: TestOffice, folder: Path) -> None:
    number = by(Channel.SMS, office)
    with office.services.database.writing() as session:
        session.execute(update(Petition).where(Petition.id == number).values(masked_at=NOON))
    done = write(office, folder)
    assert (done.failed, seen(folder)) == (1, [])
    (failed,) = office.services.outbox.of(office.manager, number)
    assert (failed.reason, failed.address) == ("masked", "")
    assert office.services.outbox.again(office.manager, [failed.id]) == 0


def test_what_is_masked_after_it_was_taken_does_not_go_out(
    office: TestOffice, clock: FixedClock, folder: Path
) -> None:
    gone = closed(office, clock, external_id="P-1")
    by(Channel.PORTAL, office, external_id="P-2")
    at = 0
    while ("taken",) not in messages(office, OutboxMessage.state):
        at += 1
        with killed_at(office, at, _kill), pytest.raises(Killed):
            write(office, folder)
    assert (seen(folder), messages(office, OutboxMessage.state)) == ([], [("taken",)] * 2)
    in_force(office)
    assert masked(office).petitions == 1
    assert write(office, folder).messages == {"portal": 1}
    (file,) = seen(folder)
    assert [json.loads(line)["external_id"] for line in file.read_text("utf-8").splitlines()] == ["P-2"]
    (failed,) = office.services.outbox.of(office.manager, gone)
    assert (failed.state, failed.reason) == (MessageState.FAILED, "masked")


def test_receipts_are_noted_in_whatever_order_they_come(office: TestOffice, folder: Path) -> None:
    for n in range(3):
        by(Channel.SMS, office, text=f"متن {n}")
    write(office, folder)
    one, two, three = keys(office)
    outbox, manager = office.services.outbox, office.manager
    noted = outbox.note_receipts(
        manager,
        [Receipt(one, True), Receipt(two, False, " خاموش \n"), Receipt("x", True), Receipt(one, False)],
    )
    assert (noted.delivered, noted.failed, noted.unchanged, noted.unknown) == (1, 1, 0, ("x",))
    # What arrived has arrived; what failed may arrive still.
    noted = outbox.note_receipts(manager, [Receipt(one, False, "x"), Receipt(two, False, "دیگر")])
    assert (noted.delivered, noted.failed, noted.unchanged) == (0, 0, 2)
    wanted = [("delivered", ""), ("failed", "خاموش"), ("sent", "")]
    assert messages(office, OutboxMessage.state, OutboxMessage.reason) == wanted
    failed = outbox.listed(manager, [MessageState.FAILED])
    assert outbox.again(manager, [row.id for row in failed]) == 1
    assert outbox.note_receipts(manager, [Receipt(two, True), Receipt(three, True)]).delivered == 2
    # It arrived after all: the second one does not go out.
    assert messages(office, OutboxMessage.state) == [("delivered",)] * 3 + [("cancelled",)]
    assert write(office, folder).count == 0


def test_only_who_sees_every_unit_hands_on(sqlite_office: TestOffice, folder: Path) -> None:
    by(Channel.SMS, sqlite_office)
    for actor in (sqlite_office.clerk, sqlite_office.reviewer):
        with pytest.raises(NotPermittedError):
            sqlite_office.services.delivery.write(actor, folder)
        with pytest.raises(NotPermittedError):
            sqlite_office.services.outbox.note_receipts(actor, [])
    assert seen(folder) == []
    assert [row.address for row in sqlite_office.services.outbox.listed(sqlite_office.music_clerk)] == []


def test_a_folder_that_is_away_keeps_everything(office: TestOffice, folder: Path) -> None:
    by(Channel.SMS, office)
    with pytest.raises(NotWrittenError):
        write(office, folder / "away")
    assert messages(office, OutboxMessage.state) == [("waiting",)]
    write(office, folder)
    assert len(seen(folder)) == 1


class Killed(BaseException):
    """As if the process had ended there."""


_steps: list[Callable[[], None]] = []


def _watch(name: str, arguments: tuple[Any, ...]) -> None:
    if _steps and name in {"open", "os.rename", "os.chmod", "os.link", "os.remove"}:
        path = arguments[0]
        if isinstance(path, str | os.PathLike) and "out" in Path(path).parts:
            _steps[0]()


sys.addaudithook(_watch)


@contextmanager
def killed_at(office: TestOffice, at: int, end: Callable[[], None]) -> Iterator[list[int]]:
    """Ends whatever runs before its step number `at`: a statement, or something with a file."""
    left = [at]

    def step(*_: Any) -> None:
        left[0] -= 1
        if left[0] == 0:
            end()

    engine = office.services.database.engine
    event.listen(engine, "before_cursor_execute", step)
    _steps.append(step)
    try:
        yield left
    finally:
        _steps.clear()
        event.remove(engine, "before_cursor_execute", step)


def _kill() -> None:
    raise Killed


_WAYS: Final = (DeliveryMethod.SMS, DeliveryMethod.EMAIL, DeliveryMethod.EMAIL)


def taken_away(folder: Path, aside: Path) -> list[str]:
    """As a gateway does that looks at any moment: it reads what it finds and takes it away."""
    found = []
    for path in seen(folder):
        found.extend(ids(path))
        shutil.move(path, aside / path.name)
    return found


def test_killed_at_any_step_every_message_goes_out_once(
    office: TestOffice, folder: Path, tmp_path: Path
) -> None:
    petitions = {
        DeliveryMethod.SMS: by(Channel.SMS, office),
        DeliveryMethod.EMAIL: by(Channel.EMAIL, office, text="دیگر"),
    }
    write(office, folder)
    aside = tmp_path / "aside"
    aside.mkdir()
    taken_away(folder, aside)
    # Every second step, and each only once; no step of a file is another one on a server.
    at, stride = 0, 2 if office.services.database.is_sqlite else 9
    while True:
        at += stride
        wanted = put_in(office, petitions, _WAYS[: 3 if at % 5 == 0 else 2])
        got: list[str] = []
        with killed_at(office, at, _kill) as left, suppress(Killed):
            write(office, folder)
        # The gateway is quicker than whoever starts the worker again.
        got += taken_away(folder, aside)
        write(office, folder)
        got += taken_away(folder, aside)
        assert sorted(got) == sorted(wanted), f"killed at step {at}"
        if left[0] > 0:
            break
    assert at > 40
    assert {state for (state,) in messages(office, OutboxMessage.state)} == {"sent"}
    # Nothing is left lying about but the mark of the folder.
    assert [path.name for path in folder.iterdir()] == [".mosharekat-outbox"]
    assert verify(office.services.database).ok


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is forked to be killed")
def test_a_process_that_is_really_killed_loses_and_doubles_nothing(
    sqlite_office: TestOffice, folder: Path, tmp_path: Path
) -> None:
    office, aside = sqlite_office, tmp_path / "aside"
    aside.mkdir()
    petitions = {
        DeliveryMethod.SMS: by(Channel.SMS, office),
        DeliveryMethod.EMAIL: by(Channel.EMAIL, office, text="دیگر"),
    }
    write(office, folder)
    taken_away(folder, aside)
    url = office.services.database.url.render_as_string(hide_password=False)
    for at in range(12, 60, 6):
        wanted = put_in(office, petitions, _WAYS)
        child = os.fork()
        if child == 0:
            own = TestOffice(**{**vars(office), "services": open_services(url, prepare_schema=False)})
            with killed_at(own, at, lambda: os._exit(9)):
                write(own, folder)
            os._exit(0)
        os.waitpid(child, 0)
        got = taken_away(folder, aside)
        write(office, folder)
        assert sorted(got + taken_away(folder, aside)) == sorted(wanted), f"killed at step {at}"


def test_what_was_ready_goes_out_only_where_it_lies(office: TestOffice, folder: Path, tmp_path: Path) -> None:
    by(Channel.SMS, office)
    other = tmp_path / "other"
    other.mkdir()
    at = 0
    while not any(path.name.endswith(".ready") for path in folder.iterdir()):
        at += 1
        with killed_at(office, at, _kill), pytest.raises(Killed):
            write(office, folder)
    with office.services.database.writing() as session:
        session.execute(update(OutboxBatch).values(state="ready"))
    # The folder is on a drive that is away: an empty place is there instead.
    folder.rename(tmp_path / "away")
    folder.mkdir()
    done = write(office, other)
    assert (done.count, done.stuck, seen(other)) == (0, [str(folder)], [])
    assert messages(office, OutboxMessage.state) == [("taken",)]
    folder.rmdir()
    (tmp_path / "away").rename(folder)
    assert write(office, other).count == 1
    assert (len(seen(folder)), seen(other)) == (1, [])


def test_two_workers_at_once_hand_on_each_message_once(
    department: Department, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = department.office
    switch_on(office, kinds=[MessageKind.REGISTERED], ways=[DeliveryMethod.SMS])
    monkeypatch.setattr(delivery_module, "MOST", dict.fromkeys(DeliveryMethod, 3))
    petition = by(Channel.SMS, office)
    for _ in range(5):
        put_in(office, {DeliveryMethod.SMS: petition, DeliveryMethod.EMAIL: petition}, _WAYS)
    workers = [department.signed_in("yazdi") for _ in range(2)]
    together = threading.Barrier(2)
    troubles: list[BaseException] = []

    def work(at: int) -> None:
        services, actor = workers[at]
        try:
            together.wait()
            services.delivery.write(actor, folder)
        except BaseException as error:
            troubles.append(error)

    threads = [threading.Thread(target=work, args=(at,)) for at in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert troubles == []
    assert sorted(found for path in seen(folder) for found in ids(path)) == sorted(keys(office))
    assert {state for (state,) in messages(office, OutboxMessage.state)} == {"sent"}
