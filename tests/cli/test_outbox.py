"""`mosharekat outbox write` and `outbox receipts`."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from desktop_app.bootstrap import open_services
from desktop_app.clock import FixedClock
from desktop_app.office.message_templates import DeliveryMethod, MessageKind
from desktop_app.people.petitioners import Contact
from desktop_app.petitions.outbox.settings import MessageSettings
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.satisfaction.settings import QuestionSettings
from desktop_app.petitions.vocabulary import Channel, Kind, Outcome
from desktop_app.staff.roles import pc_user
from tests.cli.running import CommandLine
from tests.department import fill_office, open_office
from tests.intake.staged import hand_in
from tests.smtp_server import SmtpServer


def registered(run: CommandLine, *texts: str, folder: str = "") -> None:
    """Petitions by text message, of an office that acknowledges them."""
    services, actor = open_services(run.database, prepare_schema=False), pc_user("reception")
    services.message_templates.change(actor, MessageKind.REGISTERED, DeliveryMethod.SMS, 1, active=True)
    services.message_rules.change(actor, MessageSettings(folder=folder))
    contact = Contact(name="علی کریمی", mobile="09121234567")
    for text in texts:
        services.register.register(actor, NewPetition(Kind.REQUEST, Channel.SMS, text, contact=contact))
    services.close()


def test_what_waits_goes_out_and_its_receipt_is_read(run: CommandLine, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    done = run("outbox", "write", out, "--json")
    assert (done.status, done.document["messages"], done.document["files"]) == (0, {}, [])
    registered(run, "یک", "دو")
    done = run("outbox", "write", out, "--json")
    assert done.document["messages"] == {"sms": 2}
    (file,) = done.document["files"]
    keys = [json.loads(line)["id"] for line in Path(file).read_text("utf-8").splitlines()]
    assert "۰ پیام" in run("outbox", "write", out).out
    receipts = tmp_path / "receipts"
    receipts.mkdir()
    said = "".join(f'{{"id": "{key}", "status": "delivered"}}\n' for key in [*keys, "x"])
    (receipts / "1.jsonl").write_text(said, "utf-8")
    done = run("outbox", "receipts", receipts, "--json")
    assert done.status == 1
    (told,) = done.document["files"]
    assert (told["delivered"], told["failed"], told["unchanged"], told["unknown"]) == (2, 0, 0, ["x"])
    done = run("outbox", "receipts", receipts / "1.jsonl", "--json")
    assert done.document["files"][0]["unchanged"] == 2
    assert "رسید" in run("outbox", "receipts", receipts).out


def test_trouble_is_one_sentence(run_sqlite: CommandLine, tmp_path: Path) -> None:
    done = run_sqlite("outbox", "write", tmp_path / "away")
    assert done.status == 1
    assert "away" in done.line
    done = run_sqlite("outbox", "receipts", tmp_path / "away.csv")
    assert done.status == 1
    assert done.line


def test_e_mails_leave_without_a_folder(run: CommandLine, smtp: SmtpServer, tmp_path: Path) -> None:
    refused = run("outbox", "write")
    assert (refused.status, "پوشه" in refused.line) == (1, True)
    assert run("outbox", "password").status == 2
    services, actor = open_services(run.database, prepare_schema=False), pc_user("reception")
    services.message_templates.change(actor, MessageKind.REGISTERED, DeliveryMethod.EMAIL, 1, active=True)
    settings = MessageSettings(
        sender="desk@example.ir", mail_host="127.0.0.1", mail_port=smtp.port, mail_user=smtp.user
    )
    services.message_rules.change(actor, settings)
    contact = Contact(name="علی کریمی", email="karimi@example.ir")
    services.register.register(actor, NewPetition(Kind.REQUEST, Channel.EMAIL, "یک", contact=contact))
    # There is no terminal at which a password could be typed.
    assert run("outbox", "password").status == 2
    done = run("outbox", "write", "--json")
    (trouble,) = done.document["troubles"]
    assert (done.status, trouble["error"], done.document["mailed"]) == (1, "mail_server", 0)
    settings.mail_account.keep_password(smtp.password)
    done = run("intake", "run", "--json")
    sent = done.document["messages"]
    assert (done.status, sent["messages"], sent["mailed"], sent["files"]) == (0, {"email": 1}, 1, [])
    assert run("outbox", "write").out == "۰ پیام در ۰ فایل تحویل شد.\n"
    tried = run("outbox", "trial", "me@example.ir", "--json")
    assert tried.document == {"way": "email", "server": f"127.0.0.1:{smtp.port}", "file": ""}
    assert smtp.addresses() == ["karimi@example.ir", "me@example.ir"]
    services.message_rules.change(actor, replace(settings, folder=str(tmp_path)))
    tried = run("outbox", "trial", "09121234567", "--json")
    assert Path(tried.document["file"]).parent == tmp_path
    services.close()


def test_the_scheduled_round_hands_on_and_reads_receipts_once(
    run_sqlite: CommandLine, tmp_path: Path
) -> None:
    run, out = run_sqlite, tmp_path / "out"
    registered(run, "یک", folder=str(out))
    done = run("intake", "run", "--json")
    assert (done.status, done.document["messages"]["error"]) == (1, "not_written")
    receipts = out / "receipts"
    receipts.mkdir(parents=True)
    done = run("intake", "run", "--json")
    assert (done.status, done.document["messages"]["messages"]) == (0, {"sms": 1})
    (file,) = done.document["messages"]["files"]
    key = json.loads(Path(file).read_text("utf-8"))["id"]
    for name, text in (("a.csv", f"id,status\n{key},delivered\n"), ("b.csv", "x,y\n1,2\n")):
        (receipts / name).write_text(text, "utf-8")
        os.utime(receipts / name, (1_700_000_000, 1_700_000_000))
    done = run("intake", "run", "--json")
    assert done.status == 1
    assert [one["delivered"] for one in done.document["messages"]["receipts"]] == [1]
    left = sorted(path.relative_to(receipts).as_posix() for path in receipts.rglob("*") if path.is_file())
    assert left == ["done/a.csv", "done/a.csv.report.txt", "rejected/b.csv", "rejected/b.csv.report.txt"]
    done = run("intake", "run", "--json")
    assert (done.status, done.document["messages"]["receipts"]) == (0, [])


def test_a_petitioner_is_asked_how_satisfied_she_is_and_the_answer_is_in_the_report(
    run_sqlite: CommandLine, smtp: SmtpServer, tmp_path: Path, clock: FixedClock
) -> None:
    run, table = run_sqlite, tmp_path / "month.csv"
    services = open_services(run.database, prepare_schema=False)
    fill_office(services)
    office = open_office(services)
    actor, clerk = office.administrator, office.clerk
    settings = MessageSettings(
        sender="desk@example.ir", mail_host="127.0.0.1", mail_port=smtp.port, mail_user=smtp.user
    )
    services.message_rules.change(actor, settings)
    settings.mail_account.keep_password(smtp.password)
    services.message_templates.change(actor, MessageKind.SATISFACTION, DeliveryMethod.EMAIL, 1, active=True)
    services.question_rules.change(actor, QuestionSettings(ask_after_days=3, answer_days=14))
    address = "karimi@example.ir"
    contact = Contact(name="علی کریمی", email=address)
    new = NewPetition(Kind.REQUEST, Channel.EMAIL, "پروانهٔ نشر", unit_id=office.books.id, contact=contact)
    made = services.register.register(clerk, new)
    taken = services.desk.take(clerk, made.id, 1)
    services.desk.resolve(clerk, made.id, taken.version, Outcome.ANSWERED, "پروانهٔ شما آماده است")
    clock.advance(timedelta(days=2))
    assert run("intake", "run", "--json").document["messages"]["mailed"] == 0
    clock.advance(timedelta(days=1))
    assert run("intake", "run", "--json").document["messages"]["mailed"] == 1
    assert smtp.addresses() == [address]
    answer = {"kind": "request", "text": "۴", "email": address}
    hand_in(services.database, {"channel": "email", "payload": answer})
    assert run("intake", "run", "--json").document["answers"] == 1
    assert services.desk.peek(clerk, made.id).satisfaction == 4
    services.close()
    assert run("report", "monthly", "--month", "1405-09", "-o", table).status == 0
    # Asked, answered, the share, and the mean of the marks.
    assert "1,1,1.0,4.0" in table.read_text("utf-8-sig").splitlines()
