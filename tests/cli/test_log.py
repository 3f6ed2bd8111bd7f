from __future__ import annotations

import logging
import os
from pathlib import Path

import psycopg
import pytest

from desktop_app.log import scrubbed, set_up_log
from tests.engines import PostgresqlServer


def test_what_postgresql_tells_about_a_row_never_gets_into_the_log(
    postgresql_server: PostgresqlServer, tmp_path: Path
) -> None:
    set_up_log(tmp_path / "logs" / "mosharekat.log")
    with psycopg.connect(postgresql_server.url("postgres")) as connection:
        connection.execute("CREATE TEMP TABLE person (national_id text PRIMARY KEY, note text NOT NULL)")
        connection.execute("INSERT INTO person VALUES ('0012345679', 'x')")
        connection.commit()
        for values in (("0012345679", "x"), ("1", None)):
            try:
                connection.execute("INSERT INTO person VALUES (%s, %s)", values)
            except psycopg.Error:
                logging.getLogger("mosharekat").exception("not saved")
                connection.rollback()
    told = (tmp_path / "logs" / "mosharekat.log").read_text(encoding="utf-8")
    assert "UniqueViolation" in told
    assert "NotNullViolation" in told
    assert "DETAIL: (left out)" in told
    assert "0012345679" not in told.replace("INSERT", "")
    assert "Failing row contains" not in told


@pytest.mark.parametrize("mark", ["DETAIL:  Key (x)=(", "CONTEXT:  COPY t, line 1: ", "[parameters: ("])
def test_what_stands_behind_a_mark_is_left_out_up_to_the_program_s_own_words(mark: str) -> None:
    text = f"error\n{mark}سخن شهروند\nدر دو سطر\n[SQL: INSERT]\nTraceback (most recent call last):\n  x"
    told = scrubbed(text)
    assert "شهروند" not in told
    assert "دو سطر" not in told
    assert told.startswith("error\n")
    assert told.endswith("[SQL: INSERT]\nTraceback (most recent call last):\n  x")


def test_no_log_file_is_made_before_there_is_something_to_say(tmp_path: Path) -> None:
    set_up_log(tmp_path / "logs" / "mosharekat.log")
    assert not (tmp_path / "logs").exists()
    logging.getLogger("mosharekat").info("started")
    assert "started" in (tmp_path / "logs" / "mosharekat.log").read_text(encoding="utf-8")


def test_a_folder_that_takes_no_log_ends_no_work(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    set_up_log(tmp_path / "file" / "mosharekat.log")
    logging.getLogger("mosharekat").warning("not written anywhere")
    assert (tmp_path / "file").read_text(encoding="utf-8") == "x"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("postgresql://u:geheim@srv/x", "postgresql://u:(left out)@srv/x"),
        ("postgresql+psycopg://u:ge@he/im@srv/x?a=b", "postgresql+psycopg://u:(left out)@srv/x?a=b"),
        ("host=srv user=u password=geheim dbname=x", "host=srv user=u password=(left out) dbname=x"),
        ("password = 'ge he\\'im' port=1", "password = (left out) port=1"),
        ("{'user': 'u', 'password': 'geheim'}", "{'user': 'u', 'password': (left out)}"),
        ("MOSHAREKAT_PASSWORD=geheim", "MOSHAREKAT_PASSWORD=(left out)"),
        ("?user=u&password=geheim&x=y", "?user=u&password=(left out)&x=y"),
        ("PASSWORD 'SCRAM-SHA-256$4096:salt$key:key'", "PASSWORD 'SCRAM-SHA-256 (left out)"),
        (
            'invalid input syntax for type date: "۱۴۰۵ و دیگر"',
            "invalid input syntax for type date: (left out)",
        ),
    ],
)
def test_passwords_and_values_are_left_out_wherever_they_stand(text: str, told: str) -> None:
    assert scrubbed(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "User name or password is wrong.",
        "if password == other: raise",
        "https://example.ir/a:b",
        'File "/x/password.py", line 3, in sign_in',
    ],
)
def test_what_only_looks_like_a_password_stays(text: str) -> None:
    assert scrubbed(text) == text


def test_a_log_that_another_process_has_open_grows_further_and_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where such a file cannot be renamed."""
    log, renaming = tmp_path / "mosharekat.log", os.replace

    def held(source: str, target: str) -> None:
        if Path(source) == log:
            raise PermissionError(13, "held")
        renaming(source, target)

    set_up_log(log)
    for number in range(1100):
        logging.getLogger("mosharekat").info("%s %s", number, "x" * 1000)
    earlier = log.with_name("mosharekat.log.1").read_text(encoding="utf-8")
    monkeypatch.setattr(os, "replace", held)
    for number in range(1100, 2200):
        logging.getLogger("mosharekat").info("%s %s", number, "x" * 1000)
    assert log.with_name("mosharekat.log.1").read_text(encoding="utf-8") == earlier
    told = log.read_text(encoding="utf-8")
    assert all(f": {number} x" in told for number in range(1100, 2200))
