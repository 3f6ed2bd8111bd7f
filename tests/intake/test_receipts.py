"""Receipts of messages in every form that gateways write, and mails that came back."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.errors import BadFileError
from desktop_app.intake.receipts import read_receipts
from desktop_app.intake.sources.rounds import Rounds
from desktop_app.office.message_templates import DeliveryMethod, MessageKind
from desktop_app.petitions.outbox.model import OutboxMessage
from desktop_app.petitions.outbox.service import Receipt
from desktop_app.petitions.vocabulary import Channel
from tests.department import TestOffice
from tests.intake.watching import aged, source
from tests.petitions.outbox.sending import by, messages, switch_on

KEY, OTHER = "0123456789abcdef01234567", "89abcdef0123456789abcdef"
BOUNCE = """From: MAILER-DAEMON@mx.example.ir
To: desk@farhang.example.ir
Subject: Undelivered Mail
Message-ID: <20261124@mx.example.ir>
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

It did not arrive.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.ir

Final-Recipient: rfc822; karimi@example.ir
Action: {action}
Status: 5.1.1
Diagnostic-Code: smtp; 550 no such user
--b
Content-Type: text/rfc822-headers

From: desk@farhang.example.ir
Message-ID: <{key}@farhang.example.ir>
--b--
"""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", f"id,status,reason\n{KEY},DELIVRD,\n{OTHER},undelivered,خاموش\nx,sent,\n"),
        ("b.csv", f"شناسه پیام;وضعیت;علت\n{KEY};رسيده به گوشي;\n{OTHER};نا‌موفق;خاموش\nx;در صف;\n"),
        (
            "c.jsonl",
            f'{{"id": "{KEY}", "status": "delivered"}}\n'
            f'{{"id": "{OTHER}", "status": "Failed", "reason": "خاموش"}}\n'
            '{"id": "x", "status": "accepted"}\n',
        ),
        (
            "d.csv",
            f"message_id,delivery status,error\n<{KEY}@farhang.example.ir>,Success,\n"
            f"{OTHER},expired,خاموش\nx,pending,\n",
        ),
    ],
)
def test_a_receipt_is_read_in_every_form(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    read = read_receipts(path)
    assert read.receipts == (Receipt(KEY, True), Receipt(OTHER, False, "خاموش"))
    assert (read.under_way, read.faults) == (1, ())


def test_rows_that_say_nothing_are_told(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_text(f"id,status\n,delivered\n{KEY},maybe\n{OTHER},delivered\n", "utf-8")
    read = read_receipts(path)
    assert [receipt.key for receipt in read.receipts] == [OTHER]
    assert [(fault.row, fault.field) for fault in read.faults] == [(2, "message_key"), (3, "receipt")]


def test_a_file_without_states_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_text("id,text\n1,x\n", "utf-8")
    with pytest.raises(BadFileError) as caught:
        read_receipts(path)
    assert caught.value.parameters["fields"] == "receipt"


@pytest.mark.parametrize(
    ("action", "receipts", "under_way"),
    [("failed", (Receipt(KEY, False, "smtp; 550 no such user"),), 0), ("delayed", (), 1)],
)
def test_a_mail_that_came_back_names_its_message(
    tmp_path: Path, action: str, receipts: tuple[Receipt, ...], under_way: int
) -> None:
    path = tmp_path / "bounce.eml"
    path.write_text(BOUNCE.format(action=action, key=KEY), "utf-8")
    read = read_receipts(path)
    assert (read.receipts, read.under_way, read.faults) == (receipts, under_way, ())


def test_other_mails_are_no_receipts(tmp_path: Path) -> None:
    path = tmp_path / "letter.eml"
    path.write_text("From: a@example.ir\nSubject: x\nMessage-ID: <1@x>\n\nسلام\n", "utf-8")
    assert [fault.reason for fault in read_receipts(path).faults] == ["no_bounce"]
    path.write_text(BOUNCE.format(action="failed", key="another"), "utf-8")
    assert [fault.reason for fault in read_receipts(path).faults] == ["bounce_of_another"]


def test_a_mail_that_comes_back_to_a_source_is_its_receipt(office: TestOffice, tmp_path: Path) -> None:
    services = office.services
    switch_on(office, kinds=[MessageKind.REGISTERED], ways=[DeliveryMethod.EMAIL])
    by(Channel.EMAIL, office)
    out, mails = tmp_path / "out", tmp_path / "mails"
    for folder in (out, mails):
        folder.mkdir()
    services.delivery.write(office.manager, out)
    ((key,),) = messages(office, OutboxMessage.key)
    source(office, mails, channel=Channel.EMAIL, petition_kind="request")
    (mails / "1.eml").write_text(BOUNCE.format(action="failed", key=key), "utf-8")
    aged(mails / "1.eml")
    rounds = Rounds(services.database, services.staging, services.sources, services.outbox, pause=0)
    rounds.run(office.manager)
    assert messages(office, OutboxMessage.state, OutboxMessage.reason) == [
        ("failed", "smtp; 550 no such user")
    ]
    assert services.outbox.again(office.manager, [row.id for row in services.outbox.listed(office.manager)])
