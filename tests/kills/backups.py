"""Back-ups, their trials and copies of databases: kinds of work that are killed."""

from __future__ import annotations

import io
import os
from collections import Counter
from contextlib import redirect_stdout, suppress
from pathlib import Path
from typing import Any, Final

from desktop_app import encrypted_file
from desktop_app.database.backup_folder import own_backups
from desktop_app.database.backup_trial import try_backup
from desktop_app.database.engine import Database
from desktop_app.signing import write_key
from tests.database.made import PG_BIN, PROGRAM
from tests.kills.harness import Place
from tests.kills.works import KEY, PETITIONS, compared, rows_of, run

_PASSPHRASE: Final = "a passphrase of a test"


def _of_all(url: str) -> Counter[Any]:
    """What a copy has to hold: petitions, texts, and events but those that tell of copies and back-ups."""
    found: Counter[Any] = Counter()
    for table, columns in (
        ("petition", "tracking_code"),
        ("petition_text", "petition_id"),
        ("event", "item_type, item_id, sequence, hash"),
        ("stored_file", "id, sha256"),
    ):
        where = "WHERE item_type <> 'office'" if table == "event" else ""
        found.update((table, *row) for row in rows_of(url, f"SELECT {columns} FROM {table} {where}"))
    return found


def write_keys(place: Place) -> None:
    write_key(place.folder / "private.key", KEY.text)
    (place.folder / "back-ups").mkdir()


def _back_up(place: Place, tools: Path, *words: str) -> None:
    encrypted_file._COST = 14
    os.environ["MOSHAREKAT_BACKUP_PASSPHRASE"] = _PASSPHRASE
    os.environ["MOSHAREKAT_PG_BIN"] = str(tools)
    run(place, "database", "backup", "--folder", place.folder / "back-ups", "--keep", 9, *words)


def back_up_plainly(place: Place) -> None:
    _back_up(place, PG_BIN)


def back_up_by_export(place: Place) -> None:
    _back_up(place, place.folder, "--key", str(place.folder / "private.key"))


def back_up_protected(place: Place) -> None:
    _back_up(place, PG_BIN, "--key", str(place.folder / "private.key"), "--encrypt")


def back_up_and_try(place: Place) -> None:
    _back_up(place, PG_BIN, "--try")


def count_backups(place: Place) -> tuple[int, int]:
    """Whatever has the name of a back-up has to be one, and where signatures were asked for, signed."""
    database, folder = Database(place.url), place.folder / "back-ups"
    try:
        found = own_backups(database, folder)
    finally:
        database.close()
    os.environ["MOSHAREKAT_PG_BIN"] = str(PG_BIN)
    signed = list(folder.glob("*.signature.json"))
    custodian = KEY.public if signed else None
    unsound = [
        path
        for path in found
        if not try_backup(path, PROGRAM, custodian=custodian, passphrase=lambda: _PASSPHRASE).ok
    ]
    strangers = set(folder.iterdir()) - set(found) - set(signed)
    return len(unsound) + (not found) + len(strangers) + abs(len(signed) - len(found)) * bool(signed), 0


def write_backup(place: Place) -> None:
    path = place.folder / "kept.backup"
    os.environ["MOSHAREKAT_PG_BIN"] = str(PG_BIN)
    write_keys(place)
    encrypted_file._COST = 14
    os.environ["MOSHAREKAT_BACKUP_PASSPHRASE"] = _PASSPHRASE
    with redirect_stdout(io.StringIO()):
        run(place, "database", "backup", path, "--key", place.folder / "private.key", "--encrypt")


def try_one(place: Place) -> None:
    os.environ["MOSHAREKAT_BACKUP_PASSPHRASE"] = _PASSPHRASE
    os.environ["MOSHAREKAT_PG_BIN"] = str(PG_BIN)
    run(place, "database", "try-backup", place.folder / "kept.backup")


def count_trials(place: Place) -> tuple[int, int]:
    """The killed trial may have told its verdict; the next one has to."""
    told = rows_of(place.url, "SELECT count(*) FROM event WHERE action = 'backup_tried'")[0][0]
    return int(told == 0), int(told > 2)


def restore(place: Place) -> None:
    os.environ["MOSHAREKAT_BACKUP_PASSPHRASE"] = _PASSPHRASE
    os.environ["MOSHAREKAT_PG_BIN"] = str(PG_BIN)
    with suppress_if_done(place):
        run(place, "database", "restore", place.folder / "kept.backup", database=place.other)


def copy(place: Place) -> None:
    with suppress_if_done(place):
        run(place, "database", "copy-to", place.other)


class suppress_if_done(suppress):  # noqa: N801 - as the class that it extends
    """A kill after the commit: the next run finds the target full, which is right."""

    def __init__(self, place: Place) -> None:
        full = False
        with suppress(Exception):
            full = rows_of(place.other, "SELECT count(*) FROM petition")[0][0] == PETITIONS
        super().__init__(*([SystemExit] if full else []))


def count_copied(place: Place) -> tuple[int, int]:
    return compared(_of_all(place.url), _of_all(place.other))
