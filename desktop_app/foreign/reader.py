"""The door to the process that reads foreign files: started with the first file, used again, ended when idle.

A process that crashes, hangs or takes too much memory costs the file that it read. The next file goes on in a new
one.
"""

from __future__ import annotations

import atexit
import logging
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import IO, Any, Final, Protocol

from desktop_app.errors import BadFileError, CancelledError
from desktop_app.foreign import SWITCH
from desktop_app.foreign.faults import PATIENCE, ReaderFault
from desktop_app.foreign.frames import BrokenFrameError, Words, read_frame, write_frame
from desktop_app.paths import storable_name
from desktop_app.processes import own_command
from desktop_app.progress import Progress, SilentProgress

#: What a process needs of the environment to start. Passwords and addresses are not among it.
_KEPT: Final = (
    "SYSTEMROOT", "WINDIR", "TEMP", "TMP", "TMPDIR", "LANG", "LC_ALL", "LC_CTYPE", "LD_LIBRARY_PATH",
)  # fmt: skip
#: No console window on Windows, and no Ctrl+C of the program's own console.
_FLAGS: Final = 0x08000000 | 0x00000200 if sys.platform == "win32" else 0
#: Seconds for the start: on a slow disk, with a virus scanner that looks at each library.
_START: Final = 60.0
#: Seconds after which a process that nobody uses is ended.
_IDLE: Final = 30.0
#: A process that was given more bytes is given no further file: it may still hold them.
_FED: Final = 20 * 1024 * 1024
#: Interval at which a cancellation is looked for, and time for an answer that nobody wants any more, in seconds.
_LOOK: Final = 0.05
_SETTLING: Final = 0.25
_PIECE: Final = 1024 * 1024
#: `FileFault.UNREADABLE`, which belongs to a room above.
_UNREADABLE: Final = "unreadable"
_log: Final = logging.getLogger("mosharekat.foreign")


@dataclass(frozen=True, slots=True)
class Reading:
    """What the process made of a file: words and bytes. `sha256` is that of what it was given."""

    words: dict[str, Any]
    data: bytes
    sha256: str


class ForeignReader:
    """Lends a process to one batch of files at a time, and the same one to the next batch.

    `patience` is the time for each answer, in seconds; a process keeps that with which it was started.
    """

    def __init__(self, command: Sequence[str] = (), patience: float = PATIENCE) -> None:
        self._command, self.patience = command or own_command(SWITCH), patience
        self._idle: _Child | None = None
        self._since = 0.0
        self._lock = threading.Lock()
        self._watched = False

    @contextmanager
    def batch(self) -> Iterator[Batch]:
        """Lends a process for one file after the other."""
        with self._lock:
            child, self._idle = self._idle, None
        lent = Batch(self._start, child)
        try:
            yield lent
        finally:
            back = lent.given_back()
            if back is not None:
                self._keep(back)

    def warm(self) -> None:
        """Starts a process ahead, without waiting for it."""
        if self._idle is None:
            with suppress(BadFileError):
                self._keep(self._start(""))

    def _start(self, name: str) -> _Child:
        return _Child(self._command, self.patience, name)

    def close(self) -> None:
        """Ends the process that waits for files."""
        with self._lock:
            child, self._idle = self._idle, None
        if child is not None:
            child.end()

    def _keep(self, child: _Child) -> None:
        with self._lock:
            spare = self._idle is not None or not child.alive()
            if not spare:
                self._idle, self._since = child, time.monotonic()
                self._watch(_IDLE)
        if spare:
            child.end()

    def _watch(self, seconds: float) -> None:
        if not self._watched:
            self._watched = True
            timer = threading.Timer(seconds, self._look)
            timer.daemon = True
            timer.start()

    def _look(self) -> None:
        with self._lock:
            self._watched, child = False, self._idle
            left = self._since + _IDLE - time.monotonic()
            if child is not None and left > 0:
                self._watch(left)
                return
            self._idle = None
        if child is not None:
            child.end()


class Batch:
    """A process, and a new one after each that failed.

    One question may be asked ahead: `post`, then `answer`.
    """

    def __init__(self, start: Callable[[str], _Child], child: _Child | None) -> None:
        self._start, self._child = start, child
        self._name = ""

    def ask(
        self, job: str, name: str, source: bytes | Path, progress: Progress | None = None, **words: object
    ) -> Reading:
        """Returns what the process makes of a file or of bytes.

        Raises `BadFileError` with `name`, and `CancelledError`.
        """
        self.post(job, name, source, **words)
        return self.answer(progress)

    def post(self, job: str, name: str, source: bytes | Path, **words: object) -> None:
        """Sends a question without waiting for its answer. Raises `BadFileError`."""
        if self._child is not None and source and self._child.fed > _FED:
            self._child.end()
        if self._child is None or not self._child.alive():
            self._child = self._start(name)
        self._name = name
        self._child.post({"job": job, **words}, source)

    def answer(self, progress: Progress | None = None) -> Reading:
        """Waits for the answer to the question. Raises `BadFileError`, `CancelledError`."""
        assert self._child is not None
        found = self._child.answer(self._name, progress or SilentProgress())
        if "bug" in found.words:
            _log.error("a parser failed: %s", _plain(found.words["bug"]))
            raise _refusal(self._name, ReaderFault.READER_CRASHED)
        if "fault" in found.words:
            fault, limit = _plain(found.words["fault"]), found.words.get("limit")
            if fault == ReaderFault.TOO_MUCH_MEMORY:
                self._child.end()
            raise _refusal(self._name, fault, **({"limit": limit} if isinstance(limit, int) else {}))
        return found

    def given_back(self) -> _Child | None:
        """Returns the process if another batch can use it."""
        child, self._child = self._child, None
        if child is None or child.settled():
            return child
        child.end()
        return None


class _SourceError(Exception):
    """The file itself could not be read by the program."""


class _NeverReadyError(Exception):
    """The process ended before it was asked for anything."""


#: What is no crash of the process while it read.
_FAULTS: Final[dict[type[Exception], str]] = {
    _NeverReadyError: ReaderFault.NO_READER,
    _SourceError: _UNREADABLE,
}


class _Child:
    """One process, and the thread that speaks with it.

    A pipe has no limit of time on Windows: whoever waits for the thread may end the process instead.
    """

    def __init__(self, command: Sequence[str], patience: float, name: str) -> None:
        try:
            self._process = subprocess.Popen(
                command, env=_environment(),
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                start_new_session=True, creationflags=_FLAGS,
            )  # fmt: skip
        except OSError as error:
            _log.exception("the process that reads files does not start")
            raise _refusal(name, ReaderFault.NO_READER) from error
        self._tie = _tied(self._process)
        _widen(self._process)
        self._asked: queue.SimpleQueue[tuple[Words, bytes | Path] | None] = queue.SimpleQueue()
        self._answers: queue.SimpleQueue[Reading | Exception] = queue.SimpleQueue()
        self._open = 0
        self._patience = patience
        self._ready_at: float | None = None
        #: Number of bytes given to the process.
        self.fed = 0
        self._thread = threading.Thread(target=self._speak, name="foreign-files", daemon=True)
        self._thread.start()

    def alive(self) -> bool:
        return self._process.poll() is None

    def post(self, words: Words, source: bytes | Path) -> None:
        self._open += 1
        self._asked.put((words, source))

    def answer(self, name: str, progress: Progress) -> Reading:
        try:
            found = self._waited(name, progress)
        except BaseException:
            self.end()
            raise
        self._open -= 1
        if isinstance(found, Reading):
            return found
        self.end()
        fault = next((fault for kind, fault in _FAULTS.items() if isinstance(found, kind)), None)
        raise _refusal(name, fault or ReaderFault.READER_CRASHED)

    def settled(self) -> bool:
        """Waits a moment for an answer that nobody wants any more; returns whether the process can go on."""
        while self._open:
            try:
                found = self._answers.get(timeout=_SETTLING)
            except queue.Empty:
                return False
            if not isinstance(found, Reading):
                return False
            self._open -= 1
        return self.alive()

    def end(self) -> None:
        """Ends the process at once."""
        self._asked.put(None)
        with suppress(OSError):
            self._process.kill()
        self._process.wait()
        # The thread closes the pipes. It may still be reading the file, from a slow disk.
        self._thread.join(1)
        self._tie = None

    def _waited(self, name: str, progress: Progress) -> Reading | Exception:
        asked_at = time.monotonic()
        while True:
            if progress.cancelled():
                raise CancelledError
            with suppress(queue.Empty):
                return self._answers.get(timeout=_LOOK)
            if self._ready_at is None:
                if time.monotonic() > asked_at + _START:
                    raise _refusal(name, ReaderFault.NO_READER)
            elif time.monotonic() > max(asked_at, self._ready_at) + self._patience:
                raise _refusal(name, ReaderFault.TOO_SLOW)

    def _speak(self) -> None:
        """Runs in the thread: asks one question after the other, and closes the pipes at the end."""
        incoming, outgoing = self._process.stdout, self._process.stdin
        assert incoming is not None
        assert outgoing is not None
        # Closing flushes what the process does not read any more.
        with suppress(OSError), incoming, outgoing:
            while (asked := self._asked.get()) is not None:
                try:
                    if self._ready_at is None:
                        _wait_for_start(incoming)
                        self._ready_at = time.monotonic()
                    self._answers.put(self._exchanged(incoming, outgoing, *asked))
                except Exception as error:  # for whoever waits for the answer
                    self._answers.put(error)

    def _exchanged(
        self, incoming: IO[bytes], outgoing: IO[bytes], words: Words, source: bytes | Path
    ) -> Reading:
        if isinstance(source, bytes):
            self.fed += len(source)
            write_frame(outgoing, words, len(source), (source,))
            return Reading(*_answered(incoming), "")
        digest = sha256()
        with _opened(source) as file:
            size = os.fstat(file.fileno()).st_size
            self.fed += size
            write_frame(outgoing, words, size, _pieces(file, size, digest))
        return Reading(*_answered(incoming), digest.hexdigest())


def _wait_for_start(incoming: IO[bytes]) -> None:
    try:
        _answered(incoming)
    except (OSError, BrokenFrameError) as error:
        raise _NeverReadyError from error


def _answered(incoming: IO[bytes]) -> tuple[dict[str, Any], bytes]:
    found = read_frame(incoming)
    if found is None:
        raise BrokenFrameError
    return found


def _opened(path: Path) -> IO[bytes]:
    try:
        return path.open("rb", buffering=0)
    except OSError as error:
        raise _SourceError from error


def _pieces(file: IO[bytes], size: int, digest: _Digest) -> Iterator[bytes]:
    """Yields the first `size` bytes: a file may grow meanwhile."""
    while size > 0:
        try:
            piece = file.read(min(_PIECE, size))
        except OSError as error:
            raise _SourceError from error
        if not piece:
            # It became shorter.
            raise _SourceError
        size -= len(piece)
        digest.update(piece)
        yield piece


class _Digest(Protocol):
    def update(self, data: bytes, /) -> None: ...


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return kept if getattr(sys, "frozen", False) else kept | {"PYTHONPATH": str(Path(__file__).parents[2])}


def _tied(process: subprocess.Popen[bytes]) -> object:
    """On Windows, ends the process with the program; elsewhere the closed pipe and a timer of its own do."""
    if sys.platform == "win32":
        from desktop_app.foreign.caps import end_with_program  # noqa: PLC0415 - brings ctypes along

        return end_with_program(int(process._handle))
    return None


def _widen(process: subprocess.Popen[bytes]) -> None:
    """Lets the pipes hold more, where the system allows it: a picture has megabytes."""
    if sys.platform == "linux":
        import fcntl  # noqa: PLC0415 - POSIX only

        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):
                fcntl.fcntl(pipe or -1, fcntl.F_SETPIPE_SZ, _PIECE)


def _plain(told: object) -> str:
    """Returns what the process said, shortened: it may be in the hands of a hostile file."""
    return "".join(letter for letter in str(told)[:200] if letter.isprintable())


def _refusal(name: str, fault: str, **parameters: object) -> BadFileError:
    return BadFileError(name=storable_name(name), reason=fault, **parameters)


#: The one of this program.
READER: Final = ForeignReader()
atexit.register(READER.close)
