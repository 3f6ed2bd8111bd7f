"""`mosharekat intake run` and `intake quarantine`."""

from __future__ import annotations

import json

from sqlalchemy import create_engine, text

from tests.cli.running import CommandLine


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
    assert done.document == {"petitions": 1, "comments": 0, "already_present": 1, "quarantined": 0}


def test_what_cannot_be_read_is_listed_without_the_citizen_s_words(run: CommandLine) -> None:
    assert "قرنطینه" in run("intake", "quarantine").out
    hand_in(run, "P-9", text="رازی که نباید در فهرست باشد")
    assert run("intake", "run").status == 1
    done = run("intake", "quarantine", "--json")
    (found,) = done.document["quarantined"]
    assert (found["external_id"], len(found["reasons"])) == ("P-9", 1)
    told = run("intake", "quarantine").out
    assert "نوع" in told
    assert "راز" not in told
