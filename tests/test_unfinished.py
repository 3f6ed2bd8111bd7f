"""Unfinished texts on this PC: they survive a killed window, and two windows do not interfere with each other."""

from __future__ import annotations

import logging
import os
import stat
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_app.errors import NotWrittenError
from desktop_app.unfinished import Key, RecoveredDraft, UnfinishedTexts

REPLY = Key("petition", 7, "reply")
NOTE = Key("petition", 7, "note")
NOON = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


def kept(key: Key, text: str, minute: int = 0) -> RecoveredDraft:
    return RecoveredDraft(key, text, "", NOON.replace(minute=minute))


def window(folder: Path, account: str = "1", database: str = "office") -> UnfinishedTexts:
    return UnfinishedTexts(folder / "unfinished", database, account)


def files(folder: Path) -> list[Path]:
    return sorted((folder / "unfinished").iterdir())


#: A window that types and then waits to be killed.
_OTHER = """
import sys
from pathlib import Path
from datetime import datetime, UTC
from desktop_app.unfinished import Key, RecoveredDraft, UnfinishedTexts
texts = UnfinishedTexts(Path(sys.argv[1]) / "unfinished", "office", "1")
texts.open()
key = Key("petition", 7, "reply")
texts.write({key: RecoveredDraft(key, sys.argv[2], "", datetime(2026, 11, 24, tzinfo=UTC))})
print("typed", flush=True)
sys.stdin.read()
"""


def other_window(folder: Path, text: str) -> subprocess.Popen[str]:
    made = subprocess.Popen(
        [sys.executable, "-c", _OTHER, str(folder), text],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert made.stdout is not None
    assert made.stdout.readline() == "typed\n"
    return made


def test_a_text_of_a_window_that_was_killed_is_there_in_the_next_one(tmp_path: Path) -> None:
    killed = other_window(tmp_path, "پاسخ نیمه‌کاره")
    killed.kill()
    killed.communicate()
    texts = window(tmp_path)
    assert [(one.key, one.text) for one in texts.open()] == [(REPLY, "پاسخ نیمه‌کاره")]
    texts.close()
    assert len(files(tmp_path)) == 1
    # After a second takeover there is still only one.
    again = window(tmp_path)
    assert len(again.open()) == 1
    again.close()


def test_a_window_that_is_open_keeps_its_texts_for_itself(tmp_path: Path) -> None:
    alive = other_window(tmp_path, "پاسخ پنجرهٔ یک")
    texts = window(tmp_path)
    assert texts.open() == ()
    texts.write({REPLY: kept(REPLY, "پاسخ پنجرهٔ دو")})
    texts.close()
    alive.kill()
    alive.communicate()
    # Both drafts belong to the same field: the newer one is restored first, the other after it is done.
    third = window(tmp_path)
    first = third.open()
    third.write({REPLY: None})
    third.close()
    fourth = window(tmp_path)
    second = fourth.open()
    fourth.close()
    assert {one.text for one in (*first, *second)} == {"پاسخ پنجرهٔ یک", "پاسخ پنجرهٔ دو"}
    assert len(first) == len(second) == 1


def test_what_was_saved_is_gone_and_leaves_no_file(tmp_path: Path) -> None:
    texts = window(tmp_path)
    texts.open()
    texts.write({REPLY: kept(REPLY, "پاسخ"), NOTE: kept(NOTE, "یادداشت")})
    texts.write({REPLY: None})
    words = b"".join(path.read_bytes() for path in files(tmp_path))
    assert "یادداشت".encode() in words
    assert "پاسخ".encode() not in words
    texts.write({NOTE: None})
    texts.close()
    assert files(tmp_path) == []


def test_the_newest_stands_first(tmp_path: Path) -> None:
    texts = window(tmp_path)
    texts.open()
    texts.write({REPLY: kept(REPLY, "یک", 1), NOTE: kept(NOTE, "دو", 2)})
    texts.close()
    again = window(tmp_path)
    assert [one.text for one in again.open()] == ["دو", "یک"]
    again.close()


@pytest.mark.parametrize(("account", "database"), [("2", "office"), ("1", "another")])
def test_another_person_or_database_sees_nothing_of_it(tmp_path: Path, account: str, database: str) -> None:
    texts = window(tmp_path)
    texts.open()
    texts.write({REPLY: kept(REPLY, "پاسخ")})
    texts.close()
    theirs = window(tmp_path, account, database)
    assert theirs.open() == ()
    theirs.close()
    mine = window(tmp_path)
    assert len(mine.open()) == 1
    mine.close()


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps a person's data folder from others by itself")
def test_nobody_else_on_this_pc_may_read_them(tmp_path: Path) -> None:
    texts = window(tmp_path)
    texts.open()
    texts.write({REPLY: kept(REPLY, "پاسخ")})
    folder = tmp_path / "unfinished"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in files(tmp_path)} == {0o600}
    texts.close()


def test_a_file_that_is_no_database_stays_and_stands_in_nobodys_way(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    texts = window(tmp_path)
    texts.open()
    texts.write({REPLY: kept(REPLY, "پاسخ محرمانه")})
    texts.close()
    (broken,) = files(tmp_path)
    broken.write_bytes("پاسخ محرمانه".encode() * 600)
    with caplog.at_level(logging.DEBUG):
        again = window(tmp_path)
        assert again.open() == ()
        again.write({NOTE: kept(NOTE, "یادداشت")})
        again.close()
    assert broken.exists()
    assert "محرمانه" not in caplog.text


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "unfinished").write_text("a file")
    texts = window(tmp_path)
    with pytest.raises(NotWrittenError):
        texts.open()
    with pytest.raises(NotWrittenError):
        texts.write({NOTE: kept(NOTE, "یادداشت")})
    texts.close()
