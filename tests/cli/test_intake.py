"""`mosharekat intake run` and `intake quarantine`."""

from __future__ import annotations

import json
import os
from datetime import timedelta
from pathlib import Path

from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session

from desktop_app.bootstrap import open_services
from desktop_app.clock import FixedClock
from desktop_app.intake.sources.model import IntakeSource
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind, Outcome, Status
from desktop_app.staff.roles import pc_user
from tests.cli.running import CommandLine
from tests.clocks import server_now
from tests.intake.tables import write_csv


def hand_in(run: CommandLine, external_id: str, **payload: str) -> None:
    engine = create_engine(run.database.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO intake_submission (channel, external_id, payload)"
                " VALUES ('portal', :external_id, :payload)"
            ),
            {"external_id": external_id, "payload": json.dumps(payload)},
        )
    engine.dispose()


def test_what_waits_is_taken_in_and_counted(run: CommandLine) -> None:
    done = run("intake", "run", "--json")
    assert (done.status, done.document["petitions"]) == (0, 0)
    hand_in(run, "1", kind="request", text="متن نمونه")
    hand_in(run, "1", kind="request", text="متن نمونه")
    done = run("intake", "run", "--json")
    assert done.status == 0
    counts = {
        "petitions": 1,
        "without_reply": 0,
        "comments": 0,
        "further_texts": 0,
        "answers": 0,
        "already_present": 1,
        "quarantined": 0,
    }
    assert done.document == counts | {"archived": 0, "files": [], "waiting": [], "troubles": []}


def test_the_scheduled_task_archives_what_is_due_by_itself(run: CommandLine) -> None:
    services = open_services(run.database, clock=FixedClock(server_now() - timedelta(days=40)))
    actor = pc_user("tester")
    new = NewPetition(kind=Kind.REQUEST, channel=Channel.PORTAL, text="مجوز کتاب من")
    made = services.register.register(actor, new)
    seen = services.desk.peek(actor, made.id)
    services.desk.resolve(actor, made.id, seen.version, Outcome.WITHDRAWN, "خودش پس گرفت")
    assert run("intake", "run", "--json").document["archived"] == 0
    services.archiving.set_days(actor, 30, seen=0)
    assert "۱ درخواست خودکار بایگانی شد" in run("intake", "run").out
    assert services.desk.peek(actor, made.id).status is Status.ARCHIVED
    assert run("intake", "run", "--json").document["archived"] == 0
    services.close()


def test_what_cannot_be_read_is_listed_without_the_citizen_s_words(run: CommandLine) -> None:
    assert "قرنطینه" in run("intake", "quarantine").out
    hand_in(run, "P-9", text="رازی که نباید در فهرست باشد")
    assert run("intake", "run").status == 1
    done = run("intake", "quarantine", "--json")
    (found,) = done.document["quarantined"]
    assert (found["external_id"], len(found["reasons"])) == ("P-9", 1)
    told = run("intake", "quarantine").out
    assert "نوع" in told
    assert (done.document["put_aside"], "کنار" in told) == (0, False)
    assert "راز" not in told


def test_watched_folders_are_looked_into_and_what_needs_a_look_is_told_by_the_status(
    run: CommandLine, tmp_path: Path
) -> None:
    folder = tmp_path / "portal"
    folder.mkdir()
    run("database", "init")
    engine = create_engine(run.database.replace("postgresql://", "postgresql+psycopg://"))
    with Session(engine) as session:
        for name, place in (("درگاه", folder), ("پیامک", tmp_path / "away")):
            session.add(
                IntakeSource(
                    name=name, active=True, matter="petitions", way="folder", channel="portal", folder=str(place),
                    host="", port=0, username="", mailbox="", petition_kind="", mapping={},
                )
            )  # fmt: skip
            session.commit()
            os.utime(write_csv(folder / "a.csv"), (1_700_000_000, 1_700_000_000))
            os.utime(write_csv(folder / "b.csv", []), (1_700_000_001, 1_700_000_001))
            done = run("intake", "run", "--json")
            if name == "درگاه":
                assert (done.status, done.document["petitions"]) == (1, 3)
                first, second = done.document["files"]
                assert (first["file"], first["created"], first["kept_as"]) == ("a.csv", 3, "a.csv")
                assert (second["reason"], second["refused"] != "") == ("no_rows", True)
                assert run("intake", "run").status == 0
    assert [one["reason"] for one in done.document["troubles"]] == ["gone"]
    assert (done.document["files"][0]["already_present"], done.status) == (3, 1)
    engine.dispose()


def test_the_password_of_a_mailbox_is_asked_for_at_a_terminal_only(run: CommandLine) -> None:
    run("database", "init")
    done = run("intake", "password", "رایانامه")
    assert done.status == 2
    assert "رایانامه" in done.err
    engine = create_engine(run.database.replace("postgresql://", "postgresql+psycopg://"))
    with Session(engine) as session:
        session.add(
            IntakeSource(
                name="رایانامه", active=False, matter="petitions", way="mailbox", channel="email", folder="",
                host="mail.example.org", port=993, username="desk", mailbox="INBOX", petition_kind="request",
                mapping={},
            )
        )  # fmt: skip
        session.commit()
    engine.dispose()
    done = run("intake", "password", "رایانامه")
    assert done.status == 2
    assert "پایانه" in done.err


def test_the_catalogue_is_taken_in_from_a_file_once(run: CommandLine, tmp_path: Path) -> None:
    run("database", "init")
    rows = [("صدور مجوز نشر کتاب", "13021001", ""), ("آیین‌نامه نگارخانه‌ها", "", "سند"), ("", "7", "")]
    path = write_csv(tmp_path / "list.csv", rows, ("عنوان", "شماره", "نوع"))
    done = run("intake", "catalogue", path, "--json")
    assert (done.status, done.document["added"]) == (1, 2)
    assert [(fault["row"], fault["field"]) for fault in done.document["rejected"]] == [(4, "title")]
    done = run("intake", "catalogue", write_csv(path, rows[:2], ("عنوان", "شماره", "نوع")))
    assert done.status == 0
    assert "۲ مورد از پیش موجود" in done.out


def test_a_list_that_cannot_be_taken_in_is_refused_in_one_sentence(run: CommandLine, tmp_path: Path) -> None:
    run("database", "init")
    path = write_csv(tmp_path / "list.csv", [("مجوز", "1"), ("مجوز", "2")], ("عنوان", "شماره"))
    assert "چیز" in run("intake", "catalogue", path, "--kind", "چیز").line
    for words in ((path,), (tmp_path / "away.csv",)):
        done = run("intake", "catalogue", *words)
        assert (done.status, done.out) == (1, "")
        assert done.line
