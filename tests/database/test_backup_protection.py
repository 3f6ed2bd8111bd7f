"""Signed and encrypted back-ups, and trials of them: what was changed is named, and nothing is left behind."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from desktop_app import encrypted_file
from desktop_app.clock import FixedClock
from desktop_app.database.backup import Backup, Protection, back_up
from desktop_app.database.backup_folder import back_up_into, newest_backup
from desktop_app.database.backup_signature import SignatureState, check_signature, sign_backup, signature_path
from desktop_app.database.backup_trial import Trial, try_backup
from desktop_app.database.engine import Database
from desktop_app.database.last_backup import last_trial, record_trial
from desktop_app.database.restore import restore
from desktop_app.errors import BackupError, NotWrittenError, PassphraseError, SigningError, TransferError
from desktop_app.progress import SilentProgress
from desktop_app.services import Services
from desktop_app.signing import SigningKey
from desktop_app.wording.backups import trial_fault_words
from tests.conftest import NOON
from tests.database.made import PG_BIN, PROGRAM, all_rows

KEY = SigningKey(bytes(range(32)))
OTHER = SigningKey(bytes(32))
PASSPHRASE = "گنجشکک اشی‌مشی"
NO_PROGRESS = SilentProgress()


@pytest.fixture(autouse=True)
def temporary(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder for temporary files of this test: none of ours is there at the end."""
    folder = tmp_path_factory.mktemp("temporary")
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setattr(encrypted_file, "_COST", 14)
    yield folder
    assert list(folder.glob("*.part*")) == []


@pytest.fixture
def kept(full_sqlite: Database, tmp_path: Path) -> Path:
    """A signed back-up."""
    return back_up(full_sqlite, tmp_path / "kept.db", PROGRAM, protection=Protection(KEY)).path


def protected(source: Database, folder: Path) -> Backup:
    return back_up(source, folder / "kept.backup", PROGRAM, protection=Protection(KEY, PASSPHRASE))


def tried(path: Path, key: SigningKey | None = KEY, passphrase: str = PASSPHRASE) -> Trial:
    custodian = key.public if key is not None else None
    return try_backup(path, PROGRAM, custodian=custodian, passphrase=lambda: passphrase)


def fault_of(trial: Trial) -> object:
    assert trial.fault is not None
    return trial.fault.parameters["reason"]


def change(path: Path, statement: str) -> None:
    """Changes the content of an SQLite file, which stays valid."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(statement)


def test_a_signed_and_encrypted_back_up_is_tried_and_restored(
    source: Database, new_file: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = all_rows(source)
    made = protected(source, tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"kept.backup", "kept.backup.signature.json"}
    assert made.encrypted
    assert made.signature == signature_path(made.path)
    assert made.path.read_bytes()[:8] == b"MSHRENC1"
    monkeypatch.setenv("MOSHAREKAT_PG_BIN", str(PG_BIN))
    trial = tried(made.path)
    assert (trial.fault, trial.problems) == (None, ())
    assert trial.signature.state is SignatureState.COMPARED
    assert trial.signature.key == KEY.public.fingerprint
    assert trial.rows == sum(map(len, before.values()))
    assert trial.signature.rows is not None
    assert trial.signature.rows["petition"] == len(before["petition"])
    restore(made.path, new_file, PROGRAM, passphrase=lambda: PASSPHRASE)
    assert all_rows(new_file) == before


def test_a_changed_dump_is_named(
    full_postgresql: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOSHAREKAT_PG_BIN", str(PG_BIN))
    path = back_up(full_postgresql, tmp_path / "a.dump", PROGRAM, protection=Protection(KEY)).path
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    for key in (KEY, None):
        assert fault_of(tried(path, key)) == "edited"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE petition_text SET body = 'دیگر' WHERE petition_id = 3",
        "DELETE FROM petition_text WHERE petition_id = 3",
        "CREATE TABLE more (a)",
        "PRAGMA user_version = 7",
    ],
)
def test_a_valid_file_with_other_content_is_named(kept: Path, statement: str) -> None:
    change(kept, statement)
    for key in (KEY, None):
        with pytest.raises(BackupError) as caught:
            check_signature(kept, None if key is None else key.public, NO_PROGRESS)
        assert (caught.value.parameters["reason"], caught.value.parameters["name"]) == ("edited", "kept.db")
        assert fault_of(tried(kept, key)) == "edited"


def test_a_log_laid_beside_a_signed_file_is_named(kept: Path) -> None:
    with closing(sqlite3.connect(kept, isolation_level=None)) as writer:
        data = kept.read_bytes()
        writer.execute("PRAGMA journal_mode = WAL")
        writer.execute("UPDATE petition_text SET body = 'x' WHERE petition_id = 3")
        log = kept.with_name("kept.db-wal").read_bytes()
    kept.write_bytes(data)
    kept.with_name("kept.db-wal").write_bytes(log)
    assert fault_of(tried(kept)) == "edited"


def _removed(path: Path) -> None:
    path.unlink()


def _signed_by_another(path: Path) -> None:
    backup = path.with_name(path.name.removesuffix(".signature.json"))
    path.unlink()
    sign_backup(backup, path, OTHER, revision="", rows={}, head=None, at=NOON, progress=NO_PROGRESS)


def _later(path: Path) -> None:
    document = json.loads(path.read_text(encoding="utf-8"))
    document["content"]["at"] = (NOON + timedelta(days=900)).isoformat()
    path.write_text(json.dumps(document), encoding="utf-8")


def _no_json(path: Path) -> None:
    path.write_text("{", encoding="utf-8")


def _without_rows(path: Path) -> None:
    document = json.loads(path.read_text(encoding="utf-8"))
    path.write_bytes(_signed_anew({**document["content"], "rows": 3}))


def _signed_anew(content: dict[str, object]) -> bytes:
    from desktop_app.signing import signed  # noqa: PLC0415 - only to forge

    return signed("backup", content, KEY)


@pytest.mark.parametrize(
    ("forge", "reason", "unknown"),
    [
        (_removed, "unsigned", SignatureState.UNSIGNED),
        (_signed_by_another, "foreign_key", SignatureState.NOT_COMPARED),
        (_later, "changed", "changed"),
        (_no_json, "not_signed", "not_signed"),
        (_without_rows, "not_signed", "not_signed"),
    ],
)
def test_a_missing_foreign_or_changed_signature_is_refused(
    kept: Path, forge: Callable[[Path], None], reason: str, unknown: str
) -> None:
    """`unknown` is what is found without a public key: a state that is told, or a reason to refuse."""
    forge(signature_path(kept))
    with pytest.raises((BackupError, SigningError)) as caught:
        check_signature(kept, KEY.public, NO_PROGRESS)
    assert caught.value.parameters["reason"] == reason
    try:
        found = str(check_signature(kept, None, NO_PROGRESS).state)
    except SigningError as error:
        found = str(error.parameters["reason"])
    assert found == unknown


def test_the_signature_of_another_back_up_does_not_fit(kept: Path, full_sqlite: Database) -> None:
    older = kept.with_name("older.db")
    record_trial(full_sqlite, older, None)
    back_up(full_sqlite, older, PROGRAM, protection=Protection(KEY))
    signature_path(older).replace(signature_path(kept))
    assert fault_of(tried(kept)) == "edited"


@pytest.mark.parametrize("entry", [{"head": "0" * 64}, {"revision": "r0000"}, {"rows": {}}])
def test_a_signature_that_says_something_else_than_is_there(kept: Path, entry: dict[str, object]) -> None:
    document = json.loads(signature_path(kept).read_text(encoding="utf-8"))
    signature_path(kept).write_bytes(_signed_anew({**document["content"], **entry}))
    assert fault_of(tried(kept)) == "other_content"


def test_an_unsigned_back_up_with_a_broken_history_is_not_sound(
    full_sqlite: Database, tmp_path: Path
) -> None:
    path = back_up(full_sqlite, tmp_path / "kept.db", PROGRAM).path
    assert tried(path, None).ok
    change(path, "DROP TRIGGER event_no_update")
    change(path, "UPDATE event SET text = 'x' WHERE item_type = 'petition' AND item_id = 5")
    trial = tried(path, None)
    assert isinstance(trial.fault, TransferError)
    assert fault_of(trial) == "chain"


def test_a_faulty_row_is_named_by_a_trial(full_sqlite: Database, tmp_path: Path) -> None:
    """A petition that is gone with its history and all that belongs to it leaves a gap in the register."""
    path = back_up(full_sqlite, tmp_path / "kept.db", PROGRAM).path
    change(path, "DROP TRIGGER event_no_delete")
    change(path, "DELETE FROM event WHERE item_type = 'petition' AND item_id = 3")
    for table in PROGRAM.metadata().tables.values():
        if "petition_id" in table.c:
            change(path, f"DELETE FROM {table.name} WHERE petition_id = 3")
    change(path, "DELETE FROM petition WHERE id = 3")
    trial = tried(path, None)
    assert fault_of(trial) == "unsound"
    assert [problem.problem for problem in trial.problems] == ["registry_gap"]


def test_a_row_that_the_history_vouches_for_and_is_gone_is_named_by_a_trial(
    full_sqlite: Database, tmp_path: Path
) -> None:
    path = back_up(full_sqlite, tmp_path / "kept.db", PROGRAM).path
    change(path, "DELETE FROM petition_text WHERE petition_id = 3")
    trial = tried(path, None)
    assert fault_of(trial) == "chain"
    assert "petition_text_words 3" in str(trial.fault)


def test_a_wrong_passphrase_is_a_verdict_and_a_missing_one_or_a_missing_file_is_none(
    full_sqlite: Database, tmp_path: Path, new_file: Database
) -> None:
    made = protected(full_sqlite, tmp_path)
    assert fault_of(tried(made.path, passphrase="another passphrase")) == "wrong_passphrase"
    with pytest.raises(PassphraseError):
        try_backup(made.path, PROGRAM)
    with pytest.raises(PassphraseError):
        restore(made.path, new_file, PROGRAM)
    assert not Path(new_file.place).exists()
    with pytest.raises(BackupError) as caught:
        tried(tmp_path / "unplugged.db", None)
    assert caught.value.parameters["reason"] == "unreadable"


def test_without_a_folder_for_temporary_files_it_is_said_and_nothing_is_left(
    full_sqlite: Database, tmp_path: Path, new_file: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = protected(full_sqlite, tmp_path)
    before = set(tmp_path.iterdir())
    with monkeypatch.context() as gone:
        gone.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
        with pytest.raises((NotWrittenError, BackupError)):
            back_up(full_sqlite, tmp_path / "more.db", PROGRAM, protection=Protection(None, PASSPHRASE))
        with pytest.raises(NotWrittenError):
            restore(made.path, new_file, PROGRAM, passphrase=lambda: PASSPHRASE)
        with pytest.raises(NotWrittenError):
            tried(made.path)
    assert set(tmp_path.iterdir()) == before


def test_a_back_up_that_cannot_be_finished_leaves_neither_file_nor_signature(
    full_sqlite: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "kept.db"
    broken = SigningKey(bytes(range(32)))

    def sign(_data: bytes) -> bytes:
        path.mkdir()
        return b""

    monkeypatch.setattr(broken, "sign", sign)
    with pytest.raises(BackupError) as caught:
        back_up(full_sqlite, path, PROGRAM, protection=Protection(broken))
    # Something took the name meanwhile.
    assert caught.value.parameters["reason"] == "exists"
    assert [found.name for found in tmp_path.iterdir()] == ["kept.db"]
    path.rmdir()
    with pytest.raises(PassphraseError):
        back_up(full_sqlite, path, PROGRAM, protection=Protection(None, "short"))
    assert not path.exists()


def test_the_signature_of_a_file_that_is_gone_is_not_that_of_a_new_one(
    kept: Path, full_sqlite: Database
) -> None:
    kept.unlink()
    back_up(full_sqlite, kept, PROGRAM)
    assert not signature_path(kept).exists()
    assert tried(kept, None).signature.state is SignatureState.UNSIGNED


def test_the_signature_goes_with_its_back_up_when_a_folder_is_thinned_out(
    full_sqlite: Database, tmp_path: Path
) -> None:
    with pytest.raises(BackupError) as caught:
        newest_backup(full_sqlite, tmp_path / "unplugged")
    assert caught.value.parameters["reason"] == "no_backups"
    for day, protection in enumerate((Protection(KEY), Protection(KEY, PASSPHRASE), Protection(KEY))):
        now = NOON + timedelta(days=day)
        made, removed = back_up_into(full_sqlite, tmp_path, 2, PROGRAM, now, protection=protection)
        assert newest_backup(full_sqlite, tmp_path) == made.path
        # As a kill leaves it, before the back-up gets its name.
        signature_path(made.path.with_name(made.path.name.replace("-0800", "-0700"))).write_bytes(b"{}")
        (tmp_path / "list.signature.json").write_bytes(b"{}")
    assert len(removed) == 1
    left = sorted(path.name.rpartition("20261")[2] for path in tmp_path.iterdir())
    assert left == [
        "125-080000.db.enc", "125-080000.db.enc.signature.json", "126-070000.db.signature.json",
        "126-080000.db", "126-080000.db.signature.json",
        "list.signature.json",
    ]  # fmt: skip


def test_a_verdict_is_kept_with_its_reason_and_not_inherited(
    services: Services, clock: FixedClock, tmp_path: Path
) -> None:
    database = services.database
    assert last_trial(database) is None
    record_trial(database, tmp_path / "a.db", BackupError(reason="edited", name="a.db"))
    clock.advance(timedelta(days=3))
    found = last_trial(database)
    assert found is not None
    assert (found.ok, found.age_days, found.code) == (False, 3, "backup")
    assert "a.db" in trial_fault_words(found)
    record_trial(database, tmp_path / "b.db", None)
    found = last_trial(database)
    assert found is not None
    assert (found.ok, found.age_days, trial_fault_words(found)) == (True, 0, "")
    assert found.place == str(tmp_path / "b.db")
