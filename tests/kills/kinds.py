"""The kinds of work that are killed, and what is counted afterwards."""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from typing import Final

import pytest
from sqlalchemy import create_engine, make_url
from sqlalchemy.orm import Session

from desktop_app.bootstrap import open_services
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
from desktop_app.signing import write_key
from tests.conftest import with_cheap_passwords
from tests.database.later import become_later_release
from tests.department import open_office
from tests.intake.tables import HEADER, write_csv
from tests.kills.backups import (
    back_up_and_try,
    back_up_by_export,
    back_up_plainly,
    back_up_protected,
    copy,
    count_backups,
    count_copied,
    count_trials,
    restore,
    try_one,
    write_backup,
    write_keys,
)
from tests.kills.harness import Kind, Place
from tests.kills.works import KEY, PETITIONS, compared, driver_of, rows_of, run

#: Messages, rows of each file, files.
_MESSAGES, _ROWS, _FILES = 150, 60, 4
_IMPORTED: Final = 400


def kills_nothing(url: str) -> None:
    """An empty database."""


def kills_petitions(url: str) -> None:
    """Generated petitions with their histories."""
    services = with_cheap_passwords(open_services(url, prepare_schema=False))
    fill(services, petitions=PETITIONS, instruments=0, until=date(2026, 11, 24))
    services.close()


def kills_office(url: str) -> None:
    """An office with petitions that nobody referred."""
    services = with_cheap_passwords(open_services(url, prepare_schema=False))
    office = open_office(services)
    for number in range(PETITIONS):
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


def _imported_rows(name: str, count: int) -> list[tuple[str, ...]]:
    return [
        (f"{name}-{number}", "درخواست", "مجوز", f"متن {name} {number}", "علی کریمی", "", "", "1405/08/12")
        for number in range(count)
    ]


def _write_import(place: Place) -> None:
    write_csv(place.folder / "petitions.csv", _imported_rows("I", _IMPORTED), HEADER)


def import_petitions(place: Place) -> None:
    run(place, "import", "petitions", place.folder / "petitions.csv")


def _count_taken(wanted: set[str]) -> Callable[[Place], tuple[int, int]]:
    def count(place: Place) -> tuple[int, int]:
        rows = rows_of(place.url, "SELECT external_id, count(*) FROM petition GROUP BY external_id")
        return compared(Counter(wanted), Counter(dict(tuple(row) for row in rows)))

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
    engine = create_engine(make_url(place.url).set(drivername=driver_of(place.url)))
    with Session(engine) as session, session.begin():
        session.add(source)
    engine.dispose()


def intake_round(place: Place) -> None:
    run(place, "intake", "run")


def _count_intake(place: Place) -> tuple[int, int]:
    lost, twice = _count_taken(_INTAKE_IDS)(place)
    # Every file was moved away, each once.
    waiting = [path for path in (place.folder / "portal").glob("*.csv") if path.is_file()]
    moved = Counter(path.name for path in (place.folder / "portal").glob("*/*.csv"))
    missing, doubled = compared(Counter(f"{name}.csv" for name in range(_FILES)), moved)
    return lost + missing + len(waiting), twice + doubled


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
    if not run.finished or run.failures or len(run.done) != PETITIONS:
        raise SystemExit(f"{len(run.done)} done, {run.failures}, {run.stopped}")


def _count_referred(place: Place) -> tuple[int, int]:
    rows = rows_of(place.url, "SELECT item_id, count(*) FROM event WHERE action = 'refer' GROUP BY item_id")
    wanted = Counter(row[0] for row in rows_of(place.url, "SELECT id FROM petition"))
    return compared(wanted, Counter(dict(tuple(row) for row in rows)))


def initialise(place: Place) -> None:
    run(place, "database", "init", database=place.other)


def _count_tables(place: Place) -> tuple[int, int]:
    return compared(
        Counter(["r0001"]), Counter(row[0] for row in rows_of(place.other, "SELECT * FROM alembic_version"))
    )


def upgrade(place: Place) -> None:
    scripts = place.folder / "scripts"
    shutil.rmtree(scripts, ignore_errors=True)
    with pytest.MonkeyPatch.context() as patched:
        become_later_release(scripts, patched)
        run(place, "database", "upgrade")


def _count_upgraded(place: Place) -> tuple[int, int]:
    found = Counter(tuple(row) for row in rows_of(place.url, "SELECT petition_id, code FROM stamp"))
    wanted = Counter(tuple(row) for row in rows_of(place.url, "SELECT id, tracking_code FROM petition"))
    lost, twice = compared(wanted, found)
    return lost + (rows_of(place.url, "SELECT version_num FROM alembic_version") != [("r0003",)]), twice


def _make_outbox(place: Place) -> None:
    (place.folder / "out").mkdir()


def write_outbox(place: Place) -> None:
    run(place, "outbox", "write", place.folder / "out")


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
    wanted = Counter(str(row[0]) for row in rows_of(place.url, "SELECT key FROM outbox_message"))
    return compared(wanted, found)


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
    return compared(Counter(_package(b"new").items()), found)


def export(place: Place) -> None:
    run(place, "report", "monthly", "--month", "1405-08", "-o", place.folder / "report.xlsx")
    run(place, "report", "monthly", "--month", "1405-08", "-o", place.folder / "report.pdf")


def _count_reports(place: Place) -> tuple[int, int]:
    return sum(not (place.folder / name).is_file() for name in ("report.xlsx", "report.pdf")), 0


def _write_seal_key(place: Place) -> None:
    write_key(place.folder / "private.key", KEY.text)
    (place.folder / "seals").mkdir()


def seal(place: Place) -> None:
    """Seals a history of which no block is kept yet."""
    run(place, "audit", "seal", "--folder", place.folder / "seals", "--key", place.folder / "private.key")


def _count_seals(place: Place) -> tuple[int, int]:
    """A seal that cannot be read or does not fit is lost; blocks that are not those of the events count as well."""
    database = Database(place.url)
    try:
        seals, faults = read_seals(place.folder / "seals", KEY.public)
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
    Kind("back-up", kills_petitions, back_up_plainly, count_backups, write_keys, pause=1.0),
    Kind("back-up, signed, encrypted", kills_petitions, back_up_protected, count_backups, write_keys, pause=1.0),
    Kind(
        "back-up, signed, by export", kills_petitions, back_up_by_export, count_backups, write_keys,
        ("postgresql",), pause=1.0,
    ),
    Kind("back-up with trial", kills_petitions, back_up_and_try, count_backups, write_keys, pause=1.0),
    Kind("trial", kills_petitions, try_one, count_trials, write_backup),
    Kind("restore", kills_petitions, restore, count_copied, write_backup),
    Kind("copy", kills_petitions, copy, count_copied),
    Kind("outbox", kills_messages, write_outbox, _count_messages, _make_outbox, keeps=_OUTBOX_MARK),
    Kind("package", kills_nothing, publish, _count_package, _write_earlier_package, ("sqlite",)),
    Kind("export", kills_petitions, export, _count_reports),
    Kind("seal", kills_petitions, seal, _count_seals, _write_seal_key, pause=1.0),
)  # fmt: skip
