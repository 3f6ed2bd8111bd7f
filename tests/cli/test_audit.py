from __future__ import annotations

import sqlite3
import sys
from email import message_from_bytes, policy
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url

from desktop_app.database.chain import head_words
from desktop_app.signing import SigningKey, write_key
from tests.cli.running import CommandLine, Done
from tests.engines import made_id
from tests.intake.tables import write_csv
from tests.key_store import KeyStore


def tamper(url: str, statement: str) -> None:
    """Changes the history as the owner of the database could."""
    place = make_url(url)
    if place.get_backend_name() == "sqlite":
        owner = sqlite3.connect(str(place.database))
        guards = owner.execute(
            "SELECT name, sql FROM sqlite_master WHERE name IN ('event_no_update', 'event_no_delete')"
        ).fetchall()
        for name, _ in guards:
            owner.execute(f"DROP TRIGGER {name}")
        owner.execute(statement)
        for _, definition in guards:
            owner.execute(definition)
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
    is_sqlite = place.get_backend_name() == "sqlite"
    if is_sqlite:
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
            "reason": "missing_object",
            "detail": "trigger event_chain" if is_sqlite else "trigger public.event.event_chain",
        }
    ]


def test_the_digest_up_to_an_event_is_printed_as_a_report_has_it(run: CommandLine, tmp_path: Path) -> None:
    run("import", "petitions", write_csv(tmp_path / "in.csv"))
    whole = run("audit", "verify", "--json").document
    again = run("audit", "verify", "--event", whole["last_event"], "--json").document
    assert (again["head"], again["last_event"]) == (whole["head"], whole["last_event"])
    before = run("audit", "verify", "--event", whole["last_event"] - 1, "--json").document
    assert before["head"] != whole["head"]
    assert run("audit", "verify", "--event", "x").status == 2
    beyond = run("audit", "verify", "--event", whole["last_event"] + 1)
    assert (beyond.status, beyond.out) == (1, "")
    assert "رویداد" in beyond.line


def test_a_custodian_checks_the_history_against_seals(run: CommandLine, tmp_path: Path) -> None:
    run("import", "petitions", write_csv(tmp_path / "in.csv"))
    key, public, seals = tmp_path / "key", tmp_path / "public", tmp_path / "seals"
    seals.mkdir()
    made = run("--language", "en", "audit", "key", "--key", key, "--public-key", public)
    assert made.status == 0
    assert "Give it to the second custodian" in made.out
    again = run("--language", "en", "audit", "key", "--key", key, "--public-key", public)
    assert again.status == 1
    assert "was not overwritten" in again.line
    sealed = run(
        "audit", "seal", "--folder", seals, "--key", key, "--mail", "custodian@example.org", "--json"
    )
    assert sealed.status == 0
    mail = message_from_bytes(Path(sealed.document["mail"]).read_bytes(), policy=policy.default)
    assert mail["To"] == "custodian@example.org"
    (attached,) = mail.iter_attachments()
    assert attached.get_content().decode() == Path(sealed.document["file"]).read_text("utf-8")

    def checked(*words: object) -> Done:
        return run("--language", "en", "audit", "verify", "--seals", seals, "--public-key", public, *words)

    for words in ((), ("--since-seal",)):
        done = checked(*words)
        assert (done.status, done.err) == (0, "")
        assert "fits: no event up to event" in done.out
    tamper(run.database, "DELETE FROM event WHERE id = (SELECT max(id) FROM event)")
    done = checked("--json")
    assert done.status == 1
    assert [seal["fault"] for seal in done.document["seals"]] == ["shorter"]
    assert "shorter than the seal" in checked().out
    # The private key on standard output's file is no public one.
    wrong = run("--language", "en", "audit", "verify", "--seals", seals, "--public-key", key)
    assert (wrong.status, "stays with whoever signs" in wrong.line) == (1, True)


def test_a_seal_without_a_key_a_folder_or_a_history_is_refused(run: CommandLine, tmp_path: Path) -> None:
    english = ("--language", "en", "audit")
    assert "no signing key" in run(*english, "seal").line
    write_key(tmp_path / "key", SigningKey.new().text)
    assert "nothing to seal" in run(*english, "seal", "--key", tmp_path / "key").line
    assert run(*english, "seal", "--key", tmp_path / "gone").status == 1
    assert run(*english, "seal", "--key", tmp_path / "key", "--mail", "a@b.ir").status == 2
    assert run(*english, "verify", "--seals", tmp_path).status == 2
    assert run(*english, "verify", "--since-seal").status == 2
    (tmp_path / "public").write_text(SigningKey.new().public.text, "utf-8")
    none = run(*english, "verify", "--seals", tmp_path, "--public-key", tmp_path / "public")
    assert (none.status, "There is no seal" in none.line) == (1, True)


def test_the_key_is_kept_in_the_keyring(run: CommandLine, tmp_path: Path, key_store: KeyStore) -> None:
    run("import", "petitions", write_csv(tmp_path / "in.csv"))
    assert run("audit", "key", "--public-key", tmp_path / "public").status == 0
    sealed = run("audit", "seal", "-o", tmp_path / "seal.json")
    assert sealed.status == 0
    done = run("audit", "verify", "--seals", tmp_path / "seal.json", "--public-key", tmp_path / "public")
    assert done.status == 0
    assert list(key_store.kept)


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
