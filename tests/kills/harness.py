"""Runs a kind of work in a process of its own, kills it at a random moment of the work, runs it again and counts.

A server that has the program in memory forks the processes, so that a round does not wait for imports.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from tests.engines import PostgresqlServer, SqliteFiles

#: Seconds that a run may take.
_PATIENCE: Final = 120
Made = Callable[[str], None]


@dataclass(frozen=True)
class Place:
    """Where a round works: a folder of its own, its database, and an empty database for copies."""

    folder: Path
    url: str
    other: str

    @property
    def temporary(self) -> Path:
        """The folder for temporary files of the killed process."""
        return self.folder / "tmp"


@dataclass(frozen=True)
class Kind:
    """A kind of work.

    `content` fills the template of the database, `set_up` prepares a round. `work` does all of it, and goes on where
    a killed one stopped; it is a function of a module, because another process calls it. `count` returns how many
    are lost and how many are there twice. Files whose names match `keeps` may stay.
    """

    name: str
    content: Made
    work: Callable[[Place], None]
    count: Callable[[Place], tuple[int, int]]
    set_up: Callable[[Place], object] = lambda place: None
    engines: tuple[str, ...] = ("sqlite", "postgresql")
    keeps: frozenset[str] = frozenset()
    #: Seconds before the next run: files may have the time in their names.
    pause: float = 0.0


@dataclass
class Outcome:
    """What the kills of a kind did. `left` names files that the next run left behind."""

    kind: str
    engine: str
    seconds: float
    kills: int = 0
    #: The process had ended before.
    too_late: int = 0
    lost: int = 0
    twice: int = 0
    left: list[str] = field(default_factory=list)
    #: What the killed process left for the next run to remove.
    found: int = 0
    #: The next run did not end well.
    failed: list[str] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        return not (self.lost or self.twice or self.left or self.failed)


@contextmanager
def started(kind: Kind, place: Place) -> Iterator[tuple[multiprocessing.process.BaseProcess, Connection]]:
    """Starts the work, and waits until it begins."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.kills.preloaded"])
    ours, theirs = context.Pipe()
    process = context.Process(target=perform, args=(kind.work, place, theirs))
    process.start()
    theirs.close()
    try:
        if ours.poll(_PATIENCE):
            ours.recv()
        yield process, ours
    finally:
        if process.is_alive():
            process.kill()
        process.join()
        ours.close()


def perform(work: Callable[[Place], None], place: Place, ready: Connection) -> None:
    """Does the work in the forked process; its output goes into a file."""
    place.temporary.mkdir(exist_ok=True)
    # The harness's own imports may have asked for the folder before.
    tempfile.tempdir = str(place.temporary)
    os.environ["TMPDIR"] = str(place.temporary)
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
    output = os.open(place.folder / "output.txt", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for stream in (1, 2):
        os.dup2(output, stream)
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False)
    ready.send(True)
    work(place)


def kill_many(
    kind: Kind,
    engine: SqliteFiles | PostgresqlServer,
    rounds: int,
    *,
    chance: random.Random,
    told: Callable[[str], object] = lambda line: None,
) -> Outcome:
    """Kills the work `rounds` times at moments spread over its duration, which is measured first."""
    name = "sqlite" if isinstance(engine, SqliteFiles) else "postgresql"
    outcome = Outcome(kind.name, name, _duration(kind, engine))
    while outcome.kills < rounds and outcome.too_late < 2 * rounds:
        with _place(kind, engine) as place:
            with started(kind, place) as (process, _):
                time.sleep(chance.uniform(0, outcome.seconds))
                killed = process.is_alive()
                process.kill()
                process.join()
                killed = killed and process.exitcode == -signal.SIGKILL
            outcome.kills += killed
            outcome.too_late += not killed
            outcome.found += len(left_behind(kind, place))
            _go_on(kind, place, outcome)
            told(f"{kind.name} {name}: {outcome.kills} of {rounds}")
    return outcome


def _go_on(kind: Kind, place: Place, outcome: Outcome) -> None:
    """Runs the work again, to its end, and counts."""
    time.sleep(kind.pause)
    with started(kind, place) as (process, _):
        process.join(_PATIENCE)
        if process.exitcode != 0:
            said = (place.folder / "output.txt").read_text(encoding="utf-8").splitlines()
            outcome.failed.append(f"{process.exitcode}: {' / '.join(said[-3:])}")
    lost, twice = kind.count(place)
    outcome.lost += lost
    outcome.twice += twice
    outcome.left += left_behind(kind, place)


def left_behind(kind: Kind, place: Place) -> list[str]:
    """Returns temporary files, and files whose names begin with a dot, that are still there."""
    temporary = [path.name for path in place.temporary.iterdir()] if place.temporary.exists() else []
    hidden = [
        path.relative_to(place.folder).as_posix()
        for path in place.folder.rglob(".*")
        if path.name not in kind.keeps and place.temporary not in path.parents
    ]
    return temporary + hidden


def _duration(kind: Kind, engine: SqliteFiles | PostgresqlServer) -> float:
    """Returns the seconds that the work takes undisturbed. Raises AssertionError if it does not do all of it."""
    with _place(kind, engine) as place:
        with started(kind, place) as (process, _):
            began = time.monotonic()
            process.join(_PATIENCE)
            seconds = time.monotonic() - began
        said = (place.folder / "output.txt").read_text(encoding="utf-8")
        assert process.exitcode == 0, said
        assert kind.count(place) == (0, 0), said
        assert left_behind(kind, place) == [], left_behind(kind, place)
    return seconds


@contextmanager
def _place(kind: Kind, engine: SqliteFiles | PostgresqlServer) -> Iterator[Place]:
    with (
        tempfile.TemporaryDirectory(prefix="kills-", ignore_cleanup_errors=True) as name,
        engine.fresh(kind.content) as url,
        engine.empty() as other,
    ):
        place = Place(Path(name), url, other)
        kind.set_up(place)
        yield place
