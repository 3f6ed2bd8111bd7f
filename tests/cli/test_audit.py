from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url

from desktop_app.database.chain import head_words
from tests.cli.running import CommandLine
from tests.engines import made_id
from tests.intake.tables import write_csv


def tamper(url: str, statement: str) -> None:
    """Changes the history as the owner of the database could."""
    place = make_url(url)
    if place.get_backend_name() == "sqlite":
        owner = sqlite3.connect(str(place.database))
        (made,) = owner.execute("SELECT sql FROM sqlite_master WHERE name = 'event_no_update'").fetchone()
        owner.execute("DROP TRIGGER event_no_update")
        owner.execute(statement)
        owner.execute(made)
        owner.commit()
        owner.close()
        return
    with psycopg.connect(url) as superuser:
        superuser.execute("ALTER TABLE event DISABLE TRIGGER USER")
        superuser.execute(statement.encode())
        superuser.execute("ALTER TABLE event ENABLE TRIGGER USER")


def test_a_sound_history_is_verified(run: CommandLine, tmp_path: Path) -> None:
    assert run("import", "petitions", write_csv(tmp_path / "in.csv")).status == 0
    done = run("audit", "verify", "--json")
    assert done.status == 0
    found = done.document
    assert (found["ok"], found["breaks"]) == (True, [])
    assert (found["events"], found["items"]) == (3, 3)
    assert len(found["head"]) == 64
    told = run("--language", "en", "audit", "verify")
    assert told.status == 0
    assert head_words(found["head"]) in told.out
    assert told.err == ""


def test_a_broken_chain_is_named_and_refused(run: CommandLine, tmp_path: Path) -> None:
    run("import", "petitions", write_csv(tmp_path / "in.csv"))
    second = made_id(run.database, 2)
    tamper(run.database, f"UPDATE event SET text = 'x' WHERE item_id = {second}")
    done = run("audit", "verify", "--json")
    assert done.status == 1
    assert done.document["ok"] is False
    assert done.document["breaks"] == [
        {"item_type": "petition", "item_id": second, "sequence": 1, "reason": "changed_content"}
    ]
    told = run("--language", "en", "audit", "verify")
    assert told.status == 1
    assert told.line == f"Petition {second}: the words or values of event 1 were changed."


def test_a_guard_that_is_gone_is_named(run: CommandLine) -> None:
    place = make_url(run.database)
    if place.get_backend_name() == "sqlite":
        owner = sqlite3.connect(str(place.database))
        owner.execute("DROP TRIGGER event_chain")
        owner.close()
    else:
        with psycopg.connect(run.database) as superuser:
            superuser.execute("DROP TRIGGER event_chain ON event")
    done = run("audit", "verify", "--json")
    assert done.status == 1
    assert done.document["breaks"] == [
        {
            "item_type": "database",
            "item_id": 0,
            "sequence": 0,
            "reason": "missing_trigger",
            "detail": "event_chain",
        }
    ]


def test_the_digest_of_a_day_is_that_of_the_events_until_its_end(run: CommandLine, tmp_path: Path) -> None:
    run("import", "petitions", write_csv(tmp_path / "in.csv"))
    whole = run("audit", "verify", "--json").document["head"]
    assert run("audit", "verify", "--until", "1499-12-29", "--json").document["head"] == whole
    before = run("audit", "verify", "--until", "1404-01-01", "--json").document["head"]
    assert before != whole
    wrong = run("audit", "verify", "--until", "1404-13-01")
    assert wrong.status == 2


def test_verifying_makes_no_database_and_upgrades_none(run_new: CommandLine, tmp_path: Path) -> None:
    assert run_new("audit", "verify").status == 3
    assert not (tmp_path / "data" / "mosharekat.db").exists()


def test_on_a_terminal_it_says_how_far_it_is(
    run_sqlite: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_sqlite("import", "petitions", write_csv(tmp_path / "in.csv"))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    done = run_sqlite("--language", "en", "audit", "verify")
    assert "3 / 3" in done.err
