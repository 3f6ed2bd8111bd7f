"""`database backup --sign --encrypt --try`, `database restore --public-key` and `database try-backup`."""

from __future__ import annotations

import io
import os
import select
import signal
import sys
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from desktop_app import encrypted_file
from desktop_app.clock import FixedClock
from desktop_app.database.pg_tools import FOLDER_VARIABLE
from desktop_app.signing import SigningKey, write_key
from tests.cli.running import ROOT, CommandLine
from tests.cli.test_backups import last_of_the_office, rows_of, run_full
from tests.database.made import PETITIONS, PG_BIN

__all__ = ["run_full"]

KEY = SigningKey(bytes(range(32)))
PASSPHRASE = "گنجشکک اشی‌مشی"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encrypted_file, "_COST", 14)
    monkeypatch.delenv("MOSHAREKAT_BACKUP_PASSPHRASE", raising=False)
    monkeypatch.setenv(FOLDER_VARIABLE, str(PG_BIN))


@pytest.fixture
def keys(tmp_path: Path) -> tuple[Path, Path]:
    """The files of the private and the public key."""
    private, public = tmp_path / "private.key", tmp_path / "public.key"
    write_key(private, KEY.text)
    write_key(public, KEY.public.text)
    return private, public


def test_a_scheduled_run_signs_encrypts_tries_and_keeps_the_verdict(
    run_full: CommandLine,
    keys: tuple[Path, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    empty_url: str,
) -> None:
    private, public = keys
    folder = tmp_path / "back-ups"
    folder.mkdir()
    monkeypatch.setenv("MOSHAREKAT_BACKUP_PASSPHRASE", PASSPHRASE)
    done = run_full(
        "database", "backup", "--folder", folder, "--sign", "--key", private, "--encrypt", "--try", "--json"
    )
    assert (done.status, done.err) == (0, "")
    file = Path(done.document["file"])
    assert file.suffix == ".enc"
    assert done.document["encrypted"] is True
    assert done.document["signature"] == f"{file}.signature.json"
    trial = done.document["trial"]
    assert (trial["ok"], trial["signature"]["state"]) == (True, "compared")
    assert sorted(folder.iterdir()) == [file, Path(done.document["signature"])]
    last = last_of_the_office(run_full.database)
    assert (last.action, last.after) == ("backup_tried", {"file": str(file), "sound": True})
    assert run_full("database", "info", "--json").document["last_trial"]["code"] == ""
    by_hand = run_full(
        "--language", "en", "database", "try-backup", "--folder", folder, "--public-key", public
    )
    assert by_hand.status == 0
    assert "is sound" in by_hand.out
    assert "fits the given public key" in by_hand.out
    restored = run_full("database", "restore", file, "--public-key", public, "--json", database=empty_url)
    assert restored.status == 0, restored.err
    assert restored.document["signature"]["key"] == KEY.public.fingerprint
    assert len(rows_of(empty_url)["petition"]) == PETITIONS


def test_an_edited_back_up_is_refused_by_restore_and_by_a_trial(
    run_full: CommandLine, keys: tuple[Path, Path], tmp_path: Path
) -> None:
    private, public = keys
    path, new = tmp_path / "kept.backup", f"sqlite:///{tmp_path}/new.db"
    assert run_full("database", "backup", path, "--key", private).status == 0
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    for words in ((), ("--public-key", public)):
        done = run_full("--language", "en", "database", "restore", path, *words, database=new)
        assert (done.status, done.out) == (1, "")
        assert "was changed after it was signed" in done.line
    assert not (tmp_path / "new.db").exists()
    tried = run_full("database", "try-backup", path, "--json")
    assert (tried.status, tried.document["ok"]) == (1, False)
    assert tried.document["fault"]["reason"] == "edited"
    assert last_of_the_office(run_full.database).after["sound"] is False
    info = run_full("--language", "en", "database", "info")
    assert "Last trial of a back-up: not sound, today" in info.out


def test_what_is_unsigned_is_said_and_refused_where_a_key_is_given(
    run_sqlite: CommandLine, keys: tuple[Path, Path], tmp_path: Path
) -> None:
    run_sqlite("database", "init")
    path = tmp_path / "kept.db"
    run_sqlite("database", "backup", path)
    new = f"sqlite:///{tmp_path}/new.db"
    refused = run_sqlite(
        "--language", "en", "database", "restore", path, "--public-key", keys[1], database=new
    )
    assert refused.status == 1
    assert "is not signed" in refused.line
    done = run_sqlite("--language", "en", "database", "restore", path, database=new)
    assert done.status == 0
    assert "It is not signed" in done.out
    signed = tmp_path / "signed.db"
    run_sqlite("database", "backup", signed, "--key", keys[0])
    tried = run_sqlite("--language", "en", "database", "try-backup", signed)
    assert "no public key was given" in tried.out
    wrong = run_sqlite("database", "try-backup", signed, "--public-key", keys[0])
    assert wrong.status == 1


def test_a_back_up_is_tried_without_its_database(run_sqlite: CommandLine, tmp_path: Path) -> None:
    run_sqlite("database", "init")
    run_sqlite("database", "backup", tmp_path / "kept.db")
    lost = f"sqlite:///{tmp_path}/lost.db"
    done = run_sqlite("database", "try-backup", tmp_path / "kept.db", database=lost)
    assert done.status == 0
    assert done.line
    assert not (tmp_path / "lost.db").exists()
    assert run_sqlite("database", "try-backup", tmp_path / "missing.db").status == 1
    assert run_sqlite("database", "try-backup", "--folder", tmp_path).status == 1


def test_the_verdict_on_another_database_is_not_kept_here(
    run_full: CommandLine, run_sqlite: CommandLine, clock: FixedClock, tmp_path: Path
) -> None:
    own, other = tmp_path / "own.backup", tmp_path / "other.db"
    run_full("database", "backup", own)
    run_sqlite("database", "init")
    # Two databases with the same events at the same moments have the same history.
    clock.advance(timedelta(minutes=1))
    run_sqlite("sample", "--petitions", "2", "--instruments", "0")
    run_sqlite("database", "backup", other)
    done = run_full("--language", "en", "database", "try-backup", other)
    assert done.status == 0
    assert "another database" in done.line
    assert "last_trial" not in run_full("database", "info", "--json").document
    done = run_full("database", "try-backup", own)
    assert (done.status, done.err) == (0, "")
    assert run_full("database", "info", "--json").document["last_trial"]["place"] == str(own)


@pytest.mark.parametrize("words", [(), ("a.db", "--folder", "x")])
def test_a_trial_has_one_back_up(run_sqlite: CommandLine, words: tuple[str, ...]) -> None:
    assert run_sqlite("database", "try-backup", *words).status == 2


def test_without_a_key_or_a_passphrase_nothing_is_made(
    run_sqlite: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_sqlite("database", "init")
    path = tmp_path / "kept.db"
    unsigned = run_sqlite("--language", "en", "database", "backup", path, "--sign")
    assert unsigned.status == 1
    assert "audit key" in unsigned.line
    missing = run_sqlite("--language", "en", "database", "backup", path, "--encrypt")
    assert missing.status == 1
    assert "MOSHAREKAT_BACKUP_PASSPHRASE" in missing.line
    monkeypatch.setenv("MOSHAREKAT_BACKUP_PASSPHRASE", "short")
    assert run_sqlite("database", "backup", path, "--encrypt").status == 1
    assert not path.exists()
    monkeypatch.setenv("MOSHAREKAT_BACKUP_PASSPHRASE", PASSPHRASE)
    assert run_sqlite("database", "backup", path, "--encrypt").status == 0
    for wrong in ("another passphrase", ""):
        monkeypatch.setenv("MOSHAREKAT_BACKUP_PASSPHRASE", wrong)
        new = f"sqlite:///{tmp_path}/new.db"
        assert run_sqlite("database", "restore", path, database=new).status == 1
        assert not (tmp_path / "new.db").exists()
    assert run_sqlite("database", "try-backup", path).status == 1


def test_two_unlike_passphrases_make_nothing(
    run_sqlite: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_sqlite("database", "init")
    typed = iter((PASSPHRASE, "another passphrase"))
    monkeypatch.setattr("getpass.getpass", lambda _prompt: next(typed))
    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("desktop_app.cli.terminal.has_console_input", lambda: True)
    done = run_sqlite("--language", "en", "database", "backup", tmp_path / "kept.db", "--encrypt")
    assert done.status == 1
    assert "not the same" in done.line
    assert not (tmp_path / "kept.db").exists()


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of POSIX")
def test_a_passphrase_is_asked_for_twice_and_never_shown(run_sqlite: CommandLine, tmp_path: Path) -> None:
    run_sqlite("database", "init")
    path = tmp_path / "kept.db"
    where = ["--data-dir", str(tmp_path), "--database", run_sqlite.database]
    command = [sys.executable, "-m", "desktop_app", *where, "database", "backup", str(path), "--encrypt"]
    shown, ended = _typed(command, [PASSPHRASE, PASSPHRASE])
    assert ended == 0, shown
    assert PASSPHRASE not in shown
    assert path.read_bytes().startswith(b"MSHRENC1")


def _typed(command: list[str], lines: list[str]) -> tuple[str, int]:
    """Runs a command in a terminal of its own, types each line after a prompt; returns what the terminal showed."""
    import pty  # noqa: PLC0415 - POSIX only

    shown = b""
    number, terminal = pty.fork()
    if number == 0:
        os.chdir(ROOT)
        os.execv(command[0], command)
    # A terminal whose process ended cannot be read.
    with suppress(OSError):
        while True:
            if not select.select([terminal], [], [], 60)[0]:
                os.kill(number, signal.SIGKILL)
            shown += os.read(terminal, 1000)
            if lines and shown.endswith(b": "):
                os.write(terminal, f"{lines.pop(0)}\n".encode())
    os.close(terminal)
    _, status = os.waitpid(number, 0)
    return shown.decode("utf-8", "replace"), os.waitstatus_to_exitcode(status)
