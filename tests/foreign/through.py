"""Takes the corpus through a program of its own, in every way in which files come in; prints what was told as JSON.

`python -m tests.foreign.through FOLDER WAY`, with the files in FOLDER/files. Good ones go first: what the program
needs more after them is due to the corpus.
"""

from __future__ import annotations

import io
import json
import os
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import psutil

from desktop_app.bootstrap import open_services
from desktop_app.cli import main
from desktop_app.database.engine import sqlite_url
from desktop_app.documents.media import PDF, media_type
from desktop_app.documents.previews import PdfPages, picture_preview
from desktop_app.errors import AppError
from desktop_app.foreign.reader import READER
from desktop_app.instruments.vocabulary import InstrumentKind
from desktop_app.intake.sources.service import SourceSettings
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind
from desktop_app.services import Services
from desktop_app.staff.roles import pc_user
from desktop_app.wording import use_language
from desktop_app.wording.errors import error_sentence
from tests.foreign.attachments import ATTACHMENTS, whole_pdf
from tests.foreign.corpus import DRAFTS, MAILS, NAMES, TABLES, Case, csv, mail, row
from tests.instruments.consulting import exposed_now

#: Seconds for an answer here; the program's own are longer.
PATIENCE = 3.0
CLERK = pc_user("clerk")
_OLD = 1_700_000_000


class Taken:
    """What was told: for each file a reason (empty for one that was read), a sentence, seconds and new rows."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.files = folder, folder / "files"
        self.told: list[dict[str, Any]] = []
        self.database = sqlite_url(folder / "desk.db")
        self.services = open_services(self.database)
        self._program, self._process = psutil.Process(), 0

    def note(self, name: str, began: float, reason: str = "", sentence: str = "", **more: Any) -> None:
        seconds = time.monotonic() - began
        self.told.append({"name": name, "reason": reason, "sentence": sentence, "seconds": seconds} | more)

    def command(self, *words: object) -> tuple[int, Any, str]:
        """Runs the command line in this program; returns its status, its document and what it says beside it."""
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            where = ["--data-dir", str(self.folder), "--database", self.database, "--language", "en"]
            status = main([*where, *map(str, words[:2]), "--json", *map(str, words[2:])])
        return status, json.loads(out.getvalue()), err.getvalue()

    @contextmanager
    def measured(self) -> Iterator[dict[str, int]]:
        """Measures how much larger this program became, and the largest process for files, in megabytes."""
        found = {"program": 0, "process": 0}
        before, done = self._program.memory_info().rss, threading.Event()

        def watch() -> None:
            while not done.wait(0.01):
                found["program"] = max(found["program"], self._program.memory_info().rss - before)
                for child in self._program.children():
                    try:
                        found["process"] = max(found["process"], child.memory_info().rss)
                    except psutil.Error:
                        continue

        watcher = threading.Thread(target=watch)
        watcher.start()
        try:
            yield found
        finally:
            done.set()
            watcher.join()
            found.update({name: size // 2**20 for name, size in found.items()})


def command_line(taken: Taken, cases: Iterable[Case]) -> None:
    """Each table and mail by `import`, all in one command, as a person would give a whole folder."""
    tables: list[Path] = []
    mails: list[Path] = []
    for case in cases:
        (mails if case.name.endswith((".eml", ".mbox")) else tables).append(taken.files / case.name)
    for matter, paths in (("petitions", tables), ("comments", mails)):
        if not paths:
            continue
        began = time.monotonic()
        instrument = ["--instrument", "1405-001"] if matter == "comments" else []
        status, document, said = taken.command("import", matter, *instrument, "--", *paths)
        for one in document["refused"]:
            taken.note(Path(one["file"]).name, began, one["reason"], one["message"])
        refused = {one["file"] for one in document["refused"]}
        for path in paths:
            if str(path) not in refused:
                taken.note(path.name, began)
        taken.told[-1]["created"] = document["created"]
        taken.told[-1] |= {"status": status, "said": said}


def drafts(taken: Taken, cases: Iterable[Case]) -> None:
    """Each draft as the next revision, by the command line."""
    for case in cases:
        path, began = taken.files / case.name, time.monotonic()
        status, document, said = taken.command("import", "revision", path, "--instrument", "1405-001")
        error = document.get("error", {"message": ""})
        taken.note(case.name, began, error.get("code", ""), error["message"], status=status, said=said)


def folder(taken: Taken, cases: Iterable[Case]) -> None:
    """Each table, mail and name in a watched folder, in one round; and a good file in the next."""
    watched = taken.folder / "portal"
    watched.mkdir(exist_ok=True)
    for case in cases:
        path = (taken.files / case.name).rename(watched / case.name)
        # Long ago: nobody writes to it any more.
        os.utime(path, (_OLD, _OLD))
    began = time.monotonic()
    _, document, _ = taken.command("intake", "run")
    for one in document["files"]:
        taken.note(one["file"], began, one["reason"], one["refused"], created=one["created"])


def attachments(taken: Taken, cases: Iterable[Case]) -> None:
    """Each file attached to a petition and previewed, as the window does."""
    actor = CLERK
    words = NewPetition(Kind.REQUEST, Channel.PORTAL, f"petition {row()}")
    made = taken.services.register.register(actor, words)
    for case in cases:
        began = time.monotonic()
        content = (taken.files / case.name).read_bytes()
        row_ = taken.services.attachments.add(actor, made.id, case.name, content)
        try:
            content = taken.services.attachments.read(actor, row_.id)[1]
            if media_type(content) == PDF:
                PdfPages.opened(content, row_.name).part(0, 1.5, 0, 600)
            else:
                picture_preview(content, row_.name)
        except AppError as error:
            taken.note(case.name, began, str(error.parameters["reason"]), error_sentence(error))
        else:
            taken.note(case.name, began)
        taken.services.attachments.remove(actor, row_.id, "x")


Way = Callable[[Taken, Iterable[Case]], None]
WAYS: dict[str, tuple[Way, tuple[Case, ...]]] = {
    "command_line": (command_line, (*TABLES, *MAILS, *NAMES)),
    "drafts": (drafts, DRAFTS),
    # Hidden files are not looked at.
    "folder": (folder, tuple(one for one in (*TABLES, *MAILS, *NAMES) if not one.name.startswith("."))),
    "attachments": (attachments, ATTACHMENTS),
}


def good_files(way: str, word: str) -> tuple[Case, ...]:
    """Returns files that are read without a fault, before and after the others."""
    if way == "attachments":
        return (Case(f"{word}.pdf", whole_pdf()),)
    if way == "drafts":
        return (Case(f"{word}.html", f"<html><body><p>{word}</p></body></html>".encode()),)
    return (Case(f"{word}.csv", csv(row())), Case(f"{word}.eml", mail(len(word))))


def run(place: Path, way: str) -> dict[str, Any]:
    """Returns what was told, and the memory."""
    READER.patience = PATIENCE
    use_language("en")
    taken = Taken(place)
    prepare(taken.services, place)
    go, cases = WAYS[way]
    go(taken, good_files(way, "first"))
    taken.told.clear()
    with taken.measured() as grown:
        go(taken, cases)
    told = list(taken.told)
    taken.told.clear()
    # The next ones go on.
    go(taken, good_files(way, "last"))
    taken.services.close()
    return {"told": told, "last": taken.told, "grown": grown}


def prepare(services: Services, place: Path) -> None:
    made = services.drafting.register(CLERK, InstrumentKind.BYLAW, "آیین‌نامه", code="1405-001")
    exposed_now(services, made.row.id)
    (place / "portal").mkdir()
    settings = SourceSettings("portal", folder=str(place / "portal"), petition_kind="request")
    services.sources.add(CLERK, settings)


if __name__ == "__main__":
    print(json.dumps(run(Path(sys.argv[1]), sys.argv[2])))
