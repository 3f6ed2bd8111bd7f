"""The kinds of work that are killed, and what is counted afterwards."""

from __future__ import annotations

import io
import json
import os
import shutil
from collections import Counter
from collections.abc import Callable
from contextlib import redirect_stdout, suppress
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import pytest
from sqlalchemy import create_engine, make_url, text
from sqlalchemy.orm import Session

from desktop_app import encrypted_file
from desktop_app.bootstrap import open_services
from desktop_app.cli import main
from desktop_app.database.backup_folder import own_backups
from desktop_app.database.backup_trial import try_backup
from desktop_app.database.engine import Database
from desktop_app.database.seals import read_seals
from desktop_app.database.verification import verify
from desktop_app.intake.sources.model import IntakeSource
from desktop_app.office.message_templates import DeliveryMethod, MessageKind
from desktop_app.people.petitioners import Contact
from desktop_app.petitions.bulk import service as bulk_service
from desktop_app.petitions.bulk.acts import Refer
from desktop_app.petitions.bulk.run import BulkSelection
from desktop_app.petitions.lists.inbox import ListFilter, View
from desktop_app.petitions.outbox.settings import MessageSettings
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel
from desktop_app.petitions.vocabulary import Kind as Matter
from desktop_app.reports.publishing.package import MANIFEST, write_package
from desktop_app.reports.publishing.pages import FORM_PAGE, TEXT_PAGE
from desktop_app.sample.filling import fill
from desktop_app.signing import PublicKey, SigningKey, write_key
from tests.conftest import with_cheap_passwords
from tests.database.later import become_later_release
from tests.database.made import PG_BIN, PROGRAM
from tests.department import open_office
from tests.intake.tables import HEADER, write_csv
from tests.kills.harness import Kind, Place

_KEY: Final = SigningKey(bytes(range(32)))
_PASSPHRASE: Final = "a passphrase of a test"
#: Petitions of the templates, messages, rows of each file, files.
_PETITIONS, _MESSAGES, _ROWS, _FILES = 300, 150, 60, 4
_IMPORTED: Final = 400


def _run(place: Place, *words: object, database: str | None = None) -> None:
    """Runs a command; the process ends with its exit status."""
    where = ["--data-dir", str(place.folder / "data"), "--database", database or place.url]
    status = main([*where, "--language", "en", *map(str, words)])
    if status:
        raise SystemExit(status)


def _rows(url: str, statement: str) -> list[Any]:
    engine = create_engine(make_url(url).set(drivername=_driver(url)))
    try:
        with engine.connect() as connection:
            return list(connection.execute(text(statement)).all())
    finally:
        engine.dispose()


def _driver(url: str) -> str:
    return "sqlite" if url.startswith("sqlite") else "postgresql+psycopg"


def _compared(wanted: Counter[Any], found: Counter[Any]) -> tuple[int, int]:
    """Returns how many are missing, and how many are there too often."""
    return sum((wanted - found).values()), sum((found - wanted).values())


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
        found.update((table, *row) for row in _rows(url, f"SELECT {columns} FROM {table} {where}"))
    return found


# Contents of templates


def kills_nothing(url: str) -> None:
    """An empty database."""


def kills_petitions(url: str) -> None:
    """Generated petitions with their histories."""
    services = with_cheap_passwords(open_services(url, prepare_schema=False))
    fill(services, petitions=_PETITIONS, instruments=0, until=date(2026, 11, 24))
    services.close()


def kills_office(url: str) -> None:
    """An office with petitions that nobody referred."""
    services = with_cheap_passwords(open_services(url, prepare_schema=False))
    office = open_office(services)
    for number in range(_PETITIONS):
        office.registered(f"متن {number}")
    services.close()


def kills_messages(url: str) -> None:
    """Petitions whose senders get messages."""
    services = with_cheap_passwords(open_services(url, prepare_schema=False))
    actor = open_office(services).pc
    services.message_templates.change(actor, MessageKind.REGISTERED, DeliveryMethod.SMS, 1, active=True)
    services.message_templates.change(actor, MessageKind.REGISTERED, DeliveryMethod.EMAIL, 1, active=True)
    services.message_rules.change(actor, MessageSettings(sender="office@example.ir"))
    for number in range(_MESSAGES):
        channel, contact = Channel.SMS, Contact(name="علی", mobile=f"0912{number:07}")
        if number % 2:
            channel, contact = Channel.EMAIL, Contact(name="علی", email=f"a{number}@example.ir")
        services.register.register(
            actor, NewPetition(Matter.REQUEST, channel, f"متن {number}", contact=contact)
        )
    services.close()


# Import and intake


def _imported_rows(name: str, count: int) -> list[tuple[str, ...]]:
    return [
        (f"{name}-{number}", "درخواست", "مجوز", f"متن {name} {number}", "علی کریمی", "", "", "1405/08/12")
        for number in range(count)
    ]


def _write_import(place: Place) -> None:
    write_csv(place.folder / "petitions.csv", _imported_rows("I", _IMPORTED), HEADER)


def import_petitions(place: Place) -> None:
    _run(place, "import", "petitions", place.folder / "petitions.csv")


def _count_taken(wanted: set[str]) -> Callable[[Place], tuple[int, int]]:
    def count(place: Place) -> tuple[int, int]:
        rows = _rows(place.url, "SELECT external_id, count(*) FROM petition GROUP BY external_id")
        return _compared(Counter(wanted), Counter(dict(tuple(row) for row in rows)))

    return count


_IMPORT_IDS: Final = {row[0] for row in _imported_rows("I", _IMPORTED)}
_INTAKE_IDS: Final = {row[0] for name in range(_FILES) for row in _imported_rows(f"F{name}", _ROWS)}


def _write_source(place: Place) -> None:
    portal = place.folder / "portal"
    portal.mkdir()
    for name in range(_FILES):
        path = write_csv(portal / f"{name}.csv", _imported_rows(f"F{name}", _ROWS), HEADER)
        os.utime(path, (1_700_000_000 + name, 1_700_000_000 + name))
    source = IntakeSource(
        name="درگاه", active=True, matter="petitions", way="folder", channel="portal", folder=str(portal), host="",
        port=0, username="", mailbox="", petition_kind="", mapping={},
    )  # fmt: skip
    engine = create_engine(make_url(place.url).set(drivername=_driver(place.url)))
    with Session(engine) as session, session.begin():
        session.add(source)
    engine.dispose()


def intake_round(place: Place) -> None:
    _run(place, "intake", "run")


def _count_intake(place: Place) -> tuple[int, int]:
    lost, twice = _count_taken(_INTAKE_IDS)(place)
    # Every file was moved away, each once.
    waiting = [path for path in (place.folder / "portal").glob("*.csv") if path.is_file()]
    moved = Counter(path.name for path in (place.folder / "portal").glob("*/*.csv"))
    missing, doubled = _compared(Counter(f"{name}.csv" for name in range(_FILES)), moved)
    return lost + missing + len(waiting), twice + doubled


# Bulk


def bulk_refer(place: Place) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(bulk_service, "CHUNK", 10)
        _refer(place)


def _refer(place: Place) -> None:
    services = open_services(place.url, prepare_schema=False)
    clerk = services.accounts.actor(
        next(one.id for one in services.accounts.all() if one.username == "rezaei")
    )
    runs = services.bulk_runs.all(clerk)
    if runs:
        run = services.bulk_runs.one(clerk, runs[0].key)
    else:
        unit = next(one.id for one in services.units.all() if one.code == "books")
        selection, act = BulkSelection(wanted=ListFilter(view=View.UNROUTED)), Refer(unit, "بررسی")
        run = services.bulk.begin(selection, act, services.bulk.preview(clerk, selection, act))
    services.bulk.run(clerk, run)
    services.close()
    if not run.finished or run.failures or len(run.done) != _PETITIONS:
        raise SystemExit(f"{len(run.done)} done, {run.failures}, {run.stopped}")


def _count_referred(place: Place) -> tuple[int, int]:
    rows = _rows(place.url, "SELECT item_id, count(*) FROM event WHERE action = 'refer' GROUP BY item_id")
    wanted = Counter(row[0] for row in _rows(place.url, "SELECT id FROM petition"))
    return _compared(wanted, Counter(dict(tuple(row) for row in rows)))


# Schema


def initialise(place: Place) -> None:
    _run(place, "database", "init", database=place.other)


def _count_tables(place: Place) -> tuple[int, int]:
    return _compared(
        Counter(["r0001"]), Counter(row[0] for row in _rows(place.other, "SELECT * FROM alembic_version"))
    )


def upgrade(place: Place) -> None:
    scripts = place.folder / "scripts"
    shutil.rmtree(scripts, ignore_errors=True)
    with pytest.MonkeyPatch.context() as patched:
        become_later_release(scripts, patched)
        _run(place, "database", "upgrade")


def _count_upgraded(place: Place) -> tuple[int, int]:
    found = Counter(tuple(row) for row in _rows(place.url, "SELECT petition_id, code FROM stamp"))
    wanted = Counter(tuple(row) for row in _rows(place.url, "SELECT id, tracking_code FROM petition"))
    lost, twice = _compared(wanted, found)
    return lost + (_rows(place.url, "SELECT version_num FROM alembic_version") != [("r0003",)]), twice


# Back-ups


def _write_keys(place: Place) -> None:
    write_key(place.folder / "private.key", _KEY.text)
    (place.folder / "back-ups").mkdir()


def _back_up(place: Place, tools: Path, *words: str) -> None:
    encrypted_file._COST = 14
    os.environ["MOSHAREKAT_BACKUP_PASSPHRASE"] = _PASSPHRASE
    os.environ["MOSHAREKAT_PG_BIN"] = str(tools)
    _run(place, "database", "backup", "--folder", place.folder / "back-ups", "--keep", 9, *words)


def back_up_plainly(place: Place) -> None:
    _back_up(place, PG_BIN)


def back_up_by_export(place: Place) -> None:
    _back_up(place, place.folder, "--key", str(place.folder / "private.key"))


def back_up_protected(place: Place) -> None:
    _back_up(place, PG_BIN, "--key", str(place.folder / "private.key"), "--encrypt")


def back_up_and_try(place: Place) -> None:
    _back_up(place, PG_BIN, "--try")


def _count_backups(place: Place) -> tuple[int, int]:
    """Whatever has the name of a back-up has to be one, and where signatures were asked for, signed."""
    database, folder = Database(place.url), place.folder / "back-ups"
    try:
        found = own_backups(database, folder)
    finally:
        database.close()
    os.environ["MOSHAREKAT_PG_BIN"] = str(PG_BIN)
    signed = list(folder.glob("*.signature.json"))
    custodian = _KEY.public if signed else None
    unsound = [
        path
        for path in found
        if not try_backup(path, PROGRAM, custodian=custodian, passphrase=lambda: _PASSPHRASE).ok
    ]
    strangers = set(folder.iterdir()) - set(found) - set(signed)
    return len(unsound) + (not found) + len(strangers) + abs(len(signed) - len(found)) * bool(signed), 0


def _is_sound(path: Path, custodian: PublicKey | None) -> bool:
    return try_backup(path, PROGRAM, custodian=custodian, passphrase=lambda: _PASSPHRASE).ok


def _write_backup(place: Place) -> None:
    path = place.folder / "kept.backup"
    os.environ["MOSHAREKAT_PG_BIN"] = str(PG_BIN)
    _write_keys(place)
    encrypted_file._COST = 14
    os.environ["MOSHAREKAT_BACKUP_PASSPHRASE"] = _PASSPHRASE
    with redirect_stdout(io.StringIO()):
        _run(place, "database", "backup", path, "--key", place.folder / "private.key", "--encrypt")


def try_one(place: Place) -> None:
    os.environ["MOSHAREKAT_BACKUP_PASSPHRASE"] = _PASSPHRASE
    os.environ["MOSHAREKAT_PG_BIN"] = str(PG_BIN)
    _run(place, "database", "try-backup", place.folder / "kept.backup")


def _count_trials(place: Place) -> tuple[int, int]:
    """The killed trial may have told its verdict; the next one has to."""
    told = _rows(place.url, "SELECT count(*) FROM event WHERE action = 'backup_tried'")[0][0]
    return int(told == 0), int(told > 2)


def restore(place: Place) -> None:
    os.environ["MOSHAREKAT_BACKUP_PASSPHRASE"] = _PASSPHRASE
    os.environ["MOSHAREKAT_PG_BIN"] = str(PG_BIN)
    with suppress_if_done(place):
        _run(place, "database", "restore", place.folder / "kept.backup", database=place.other)


def copy(place: Place) -> None:
    with suppress_if_done(place):
        _run(place, "database", "copy-to", place.other)


class suppress_if_done(suppress):  # noqa: N801 - as the class that it extends
    """A kill after the commit: the next run finds the target full, which is right."""

    def __init__(self, place: Place) -> None:
        full = False
        with suppress(Exception):
            full = _rows(place.other, "SELECT count(*) FROM petition")[0][0] == _PETITIONS
        super().__init__(*([SystemExit] if full else []))


def _count_copied(place: Place) -> tuple[int, int]:
    return _compared(_of_all(place.url), _of_all(place.other))


# Outbox


def _make_outbox(place: Place) -> None:
    (place.folder / "out").mkdir()


def write_outbox(place: Place) -> None:
    _run(place, "outbox", "write", place.folder / "out")


def _count_messages(place: Place) -> tuple[int, int]:
    found: Counter[str] = Counter()
    for path in (place.folder / "out").iterdir():
        if path.suffix == ".jsonl":
            found.update(json.loads(line)["id"] for line in path.read_text("utf-8").splitlines())
        elif path.suffix == ".eml":
            [line] = [
                one for one in path.read_text("utf-8").splitlines() if one.lower().startswith("message-id:")
            ]
            found[line.partition("<")[2].partition("@")[0]] += 1
    wanted = Counter(str(row[0]) for row in _rows(place.url, "SELECT key FROM outbox_message"))
    return _compared(wanted, found)


# Files


def _write_earlier_package(place: Place) -> None:
    write_package(_package(b"old"), place.folder / "package")


def _package(word: bytes) -> dict[str, bytes]:
    names = (TEXT_PAGE, FORM_PAGE, "draft.pdf", "draft.json", "comments.xlsx", "notice.txt")
    files = dict.fromkeys(names, word * 500000)
    listed = "".join(f"{sha256(content).hexdigest()}  {name}\n" for name, content in sorted(files.items()))
    return {**files, MANIFEST: listed.encode()}


def publish(place: Place) -> None:
    # As an export in between: what a killed one moved away is not removed as a leftover.
    (place.folder / "other.txt").write_text("x")
    write_package(_package(b"new"), place.folder / "package")


def _count_package(place: Place) -> tuple[int, int]:
    folder = place.folder / "package"
    found = Counter((path.name, path.read_bytes()) for path in folder.iterdir())
    return _compared(Counter(_package(b"new").items()), found)


def export(place: Place) -> None:
    _run(place, "report", "monthly", "--month", "1405-08", "-o", place.folder / "report.xlsx")
    _run(place, "report", "monthly", "--month", "1405-08", "-o", place.folder / "report.pdf")


def _count_reports(place: Place) -> tuple[int, int]:
    return sum(not (place.folder / name).is_file() for name in ("report.xlsx", "report.pdf")), 0


def _write_seal_key(place: Place) -> None:
    write_key(place.folder / "private.key", _KEY.text)
    (place.folder / "seals").mkdir()


def seal(place: Place) -> None:
    """Seals a history of which no block is kept yet."""
    _run(place, "audit", "seal", "--folder", place.folder / "seals", "--key", place.folder / "private.key")


def _count_seals(place: Place) -> tuple[int, int]:
    """A seal that cannot be read or does not fit is lost; blocks that are not those of the events count as well."""
    database = Database(place.url)
    try:
        seals, faults = read_seals(place.folder / "seals", _KEY.public)
        verdict = verify(database, seals=seals)
    finally:
        database.close()
    return len(faults) + len(verdict.breaks) + sum(one.fault is not None for one in verdict.seals), 0


_OUTBOX_MARK: Final = frozenset({".mosharekat-outbox"})
KINDS: Final = (
    Kind("import", kills_nothing, import_petitions, _count_taken(_IMPORT_IDS), _write_import),
    Kind("intake", kills_nothing, intake_round, _count_intake, _write_source),
    Kind("bulk", kills_office, bulk_refer, _count_referred),
    Kind("init", kills_nothing, initialise, _count_tables),
    Kind("upgrade", kills_petitions, upgrade, _count_upgraded),
    Kind("back-up", kills_petitions, back_up_plainly, _count_backups, _write_keys, pause=1.0),
    Kind("back-up, signed, encrypted", kills_petitions, back_up_protected, _count_backups, _write_keys, pause=1.0),
    Kind(
        "back-up, signed, by export", kills_petitions, back_up_by_export, _count_backups, _write_keys,
        ("postgresql",), pause=1.0,
    ),
    Kind("back-up with trial", kills_petitions, back_up_and_try, _count_backups, _write_keys, pause=1.0),
    Kind("trial", kills_petitions, try_one, _count_trials, _write_backup),
    Kind("restore", kills_petitions, restore, _count_copied, _write_backup),
    Kind("copy", kills_petitions, copy, _count_copied),
    Kind("outbox", kills_messages, write_outbox, _count_messages, _make_outbox, keeps=_OUTBOX_MARK),
    Kind("package", kills_nothing, publish, _count_package, _write_earlier_package, ("sqlite",)),
    Kind("export", kills_petitions, export, _count_reports),
    Kind("seal", kills_petitions, seal, _count_seals, _write_seal_key, pause=1.0),
)  # fmt: skip
