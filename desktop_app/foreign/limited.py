"""A command that only reads files and shows what is in them is the process for foreign files itself."""

from __future__ import annotations

import _thread
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from desktop_app.errors import BadFileError
from desktop_app.foreign.caps import capped_for_now
from desktop_app.foreign.faults import PATIENCE, ReaderFault
from desktop_app.paths import storable_name


@contextmanager
def itself_limited(name: str, seconds: float = PATIENCE) -> Iterator[None]:
    """Limits memory and time of the main thread while it reads the file `name`. Raises `BadFileError`."""
    late = threading.Event()

    def interrupt() -> None:
        late.set()
        _thread.interrupt_main()

    timer = threading.Timer(seconds, interrupt)
    timer.daemon = True
    # A process in the background of a shell ignores interrupts.
    ignored = threading.current_thread() is threading.main_thread() and _ignores_interrupts()
    if ignored:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    timer.start()
    try:
        with capped_for_now():
            yield
    except MemoryError as error:
        raise BadFileError(name=storable_name(name), reason=ReaderFault.TOO_MUCH_MEMORY) from error
    except KeyboardInterrupt as error:
        if late.is_set():
            raise BadFileError(name=storable_name(name), reason=ReaderFault.TOO_SLOW) from error
        raise
    finally:
        timer.cancel()
        if ignored:
            signal.signal(signal.SIGINT, signal.SIG_IGN)


def _ignores_interrupts() -> bool:
    return signal.getsignal(signal.SIGINT) == signal.SIG_IGN
