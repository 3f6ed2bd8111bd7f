"""A mailbox as a source, over TLS with a server of its own: each mail once; one sentence for each trouble."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import keyring
import pytest

from desktop_app.intake.sources.file_book import FileBook
from desktop_app.intake.sources.mail_server import MailboxPlace
from desktop_app.intake.sources.model import SourceKind
from desktop_app.intake.sources.service import SourceRow, SourceSettings
from desktop_app.petitions.vocabulary import Channel
from desktop_app.staff.credentials import KeyringOutcome
from desktop_app.wording.errors import error_sentence
from tests.certificates import Authority, authority
from tests.department import TestOffice
from tests.intake.staged import petitions
from tests.intake.test_rounds_killed import Killed, killing
from tests.intake.watching import go
from tests.key_store import KeyStore
from tests.mail_server import MailServer, mail_server


@pytest.fixture
def server(trusted: Authority, key_store: KeyStore, monkeypatch: pytest.MonkeyPatch) -> Iterator[MailServer]:
    del key_store
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted.file))
    with mail_server(trusted.folder / "server") as held:
        yield held


def mail(number: int, text: str = "متن رایانامه", *, message_id: str = "") -> bytes:
    lines = (
        "From: =?utf-8?b?2LPYp9ix2Kc=?= <sara@example.org>", f"Subject: mail {number}",
        f"Message-ID: <{message_id or number}@example.org>", "Date: Tue, 10 Nov 2026 10:00:00 +0330",
        "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit", "", f"{text} {number}",
    )  # fmt: skip
    return "\r\n".join(lines).encode()


def source(office: TestOffice, server: MailServer, **told: Any) -> SourceRow:
    settings = SourceSettings(
        **{
            "name": "رایانامه", "way": SourceKind.MAILBOX, "channel": Channel.EMAIL, "host": "127.0.0.1",
            "port": server.port, "username": "desk", "petition_kind": "request", **told,
        }
    )  # fmt: skip
    made = office.services.sources.add(office.administrator, settings)
    assert made.settings.account.keep_password("secret") is KeyringOutcome.KEPT
    return made


def test_each_mail_is_a_petition_once_and_is_marked(office: TestOffice, server: MailServer) -> None:
    made = source(office, server)
    for number in (1, 2):
        server.deliver(mail(number))
    server.deliver(
        b"From: a@example.org\r\nSubject: Out of office\r\nAuto-Submitted: auto-replied\r\n\r\naway"
    )
    server.deliver(b"\x00\x01 this is no mail")
    done = go(office)
    assert (done.taken.petitions, done.troubles) == (2, [])
    assert [(one.created, one.set_aside, one.fault.get("reason")) for one in done.files] == [
        (1, 0, None), (1, 0, None), (0, 1, None), (0, 0, "not_mail"),
    ]  # fmt: skip
    assert server.flags[1] == {"\\Seen", "MosharekatTaken"}
    assert server.flags[4] == {"\\Seen", "\\Flagged", "MosharekatTaken"}
    assert [one.channel for one in petitions(office)] == ["email", "email"]
    before = len(server.seen)
    assert go(office).files == []
    assert not any("BODY" in said for said in server.seen[before:])
    server.deliver(mail(5))
    assert go(office).taken.petitions == 1
    assert len(office.services.rounds.latest(office.manager, made.id)) == 5


def test_a_server_that_keeps_no_keywords_and_lost_its_numbers_brings_nothing_twice(
    sqlite_office: TestOffice, server: MailServer
) -> None:
    office = sqlite_office
    source(office, server)
    server.keywords = server.plain = False
    server.deliver(mail(1))
    assert go(office).taken.petitions == 1
    assert server.flags[1] == {"\\Seen"}
    assert go(office).files == []
    server.validity = 8
    (again,) = go(office).files
    assert (again.created, again.already_present, len(petitions(office))) == (0, 1, 1)


@pytest.mark.parametrize("behind", [False, True], ids=["before", "behind"])
@pytest.mark.parametrize(
    ("kind", "name"),
    [(FileBook, "keep"), (FileBook, "read"), (MailboxPlace, "put_away"), (FileBook, "put_away")],
    ids=["keep", "read", "mark", "put_away"],
)
def test_killed_at_any_step_a_second_round_ends_in_the_same_state(
    sqlite_office: TestOffice,
    server: MailServer,
    monkeypatch: pytest.MonkeyPatch,
    kind: type,
    name: str,
    behind: bool,
) -> None:
    office = sqlite_office
    source(office, server)
    server.deliver(mail(1))
    server.deliver(mail(2))
    with monkeypatch.context() as patched:
        patched.setattr(kind, name, killing(getattr(kind, name), 2, behind=behind))
        with pytest.raises(Killed):
            go(office)
    go(office)
    assert [one.subject for one in petitions(office)] == ["mail 1", "mail 2"]
    assert all("MosharekatTaken" in flags for flags in server.flags.values())
    assert go(office).files == []


def test_a_connection_that_breaks_off_is_opened_again(sqlite_office: TestOffice, server: MailServer) -> None:
    office = sqlite_office
    source(office, server)
    server.deliver(mail(1))
    server.breaks = {"FETCH 1 (BODY": 1, "STORE": 1}
    done = go(office)
    assert (done.taken.petitions, done.troubles, len(done.files)) == (1, [], 1)
    server.deliver(mail(2))
    server.breaks = {"FETCH 2 (BODY": 9}
    assert [one.parameters["reason"] for one in go(office).troubles] == ["refused"]
    server.breaks = {}
    assert go(office).taken.petitions == 1


def test_each_trouble_is_one_sentence_and_the_other_sources_go_on(
    sqlite_office: TestOffice,
    server: MailServer,
    tmp_path: Path,
    trusted: Authority,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    office = sqlite_office
    made = source(office, server)
    server.deliver(mail(1))

    def reason() -> str:
        (trouble,) = go(office).troubles
        assert "127.0.0.1" in error_sentence(trouble)
        assert "secret" not in error_sentence(trouble)
        return str(trouble.parameters["reason"])

    server.mailbox = "Desk"
    assert reason() == "no_mailbox"
    server.mailbox, server.password = "INBOX", "another"
    assert reason() == "login"
    server.plain = False
    assert reason() == "login"
    made.settings.account.keep_password("another")
    keyring.set_keyring(KeyStore())
    assert reason() == "no_password"
    made.settings.account.keep_password("another")
    with monkeypatch.context() as patched:
        # Nobody that this PC trusts has signed it.
        patched.setenv("SSL_CERT_FILE", str(authority(tmp_path / "other").file))
        before = len(server.seen)
        assert reason() == "certificate"
        assert len(server.seen) == before
    row = office.services.sources.all()[0]
    closed = SourceSettings(
        "رایانامه", way=SourceKind.MAILBOX, host="127.0.0.1", port=1, username="desk", petition_kind="request"
    )
    office.services.sources.change(office.administrator, row.id, row.version, closed)
    closed.account.keep_password("another")
    assert reason() == "no_connection"
    assert petitions(office) == []
    assert trusted.file.exists()


def test_a_mail_that_is_too_large_is_refused_unread(
    sqlite_office: TestOffice, server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = sqlite_office
    monkeypatch.setattr("desktop_app.intake.sources.mail_server.MESSAGE_LIMIT", 400)
    source(office, server)
    server.deliver(mail(1, "م" * 300))
    server.deliver(mail(2))
    assert [one.fault.get("reason") for one in go(office).files] == ["table_too_large", None]
    assert not any(said.startswith("FETCH 1 (BODY") for said in server.seen)


def test_a_mailbox_may_have_a_persian_name(sqlite_office: TestOffice, server: MailServer) -> None:
    office = sqlite_office
    source(office, server, mailbox="نامه‌ها & more")
    # RFC 3501, 5.1.3: written by hand.
    server.mailbox = "&BkYGJwZFBkcgDAZHBic- &- more"
    server.deliver(mail(1))
    assert go(office).taken.petitions == 1
