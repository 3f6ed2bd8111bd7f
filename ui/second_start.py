"""A second start of the program: it hands its files to the first window, which comes to the front.

QtNetwork is loaded late: it costs as much as a tenth of the first window. So the first start asks only for a lock
(`desktop_app.only_window`), and listens after its first paint.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.errors import AlreadyOpenError
from desktop_app.only_window import LONGEST, TAKEN, OnlyWindow, files_of, message_of
from desktop_app.win32 import allow_foreground
from ui.guard import guarded

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

#: Seconds for which a second start waits: until the first one listens, and then for its answer.
STARTS_WITHIN: Final = 10.0
ANSWERS_WITHIN: Final = 4.0
#: Seconds between two tries.
_EVERY: Final = 0.1
#: Milliseconds from the first paint to what may cost time again.
_SETTLES: Final = 100
_log: Final = logging.getLogger("mosharekat.start")


def is_first(
    only: OnlyWindow,
    files: Sequence[Path],
    *,
    starts_within: float = STARTS_WITHIN,
    answers_within: float = ANSWERS_WITHIN,
) -> bool:
    """Returns True where this start is to open the window; False after the first window took the files.

    Raises `AlreadyOpenError` where the first one does not answer in time (seconds).
    """
    deadline = time.monotonic() + starts_within
    while not only.claim():
        # A double click gives this process the right to the foreground, which it passes on.
        allow_foreground()
        answered = _hand_over(only.address, files, answers_within)
        if answered:
            return False
        if answered is False or time.monotonic() > deadline:
            raise AlreadyOpenError
        time.sleep(_EVERY)
    return True


def _hand_over(address: str, files: Sequence[Path], within: float) -> bool | None:
    """Returns whether the window at `address` took the files in time; None where nobody listens (any more)."""
    from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - only a second start needs it

    socket, until = QLocalSocket(), time.monotonic() + within
    socket.connectToServer(address)
    if not socket.waitForConnected(_left(until)):
        return None
    socket.write(message_of(files))
    answer = b""
    while not answer.endswith(b"\n"):
        if not socket.waitForReadyRead(_left(until)):
            socket.abort()
            # It may have ended meanwhile.
            return None if _left(until) else False
        answer += bytes(socket.readAll().data())
    return answer == TAKEN


def _left(until: float) -> int:
    """Returns the milliseconds until a moment of the monotonic clock."""
    return max(0, int((until - time.monotonic()) * 1000))


class SecondStarts(QObject):
    """Listens for second starts. Emits `arrived` with their files, often none."""

    arrived = Signal(object)

    def __init__(self, address: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._address = address
        self._server: QLocalServer | None = None

    def listen(self) -> bool:
        """Begins to listen; returns False where the system does not let it.

        Whoever calls it has the lock, so a socket that is there was left by a crash.
        """
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - after the first paint

        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self._address)
        if not server.listen(self._address):
            _log.warning("second starts find no window: %s", server.errorString())
            return False
        server.newConnection.connect(self._on_connection)
        self._server = server
        return True

    def close(self) -> None:
        """Stops listening."""
        if self._server is not None:
            self._server.close()
            self._server = None

    def _on_connection(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            caller = _Caller(self._server.nextPendingConnection(), self)
            caller.said.connect(self.arrived)
            caller.read()


class _Caller(QObject):
    """One connection. Emits `said` with the files of its message; another message ends it."""

    said = Signal(object)

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        socket.setParent(self)
        socket.setReadBufferSize(LONGEST)
        socket.readyRead.connect(self.read)
        socket.disconnected.connect(self.deleteLater)

    def read(self) -> None:
        """Reads what has arrived, and answers once the message is complete."""
        socket = self._socket
        if not socket.canReadLine():
            if socket.bytesAvailable() >= LONGEST:
                socket.abort()
            return
        files = files_of(bytes(socket.readLine().data()))
        if files is None:
            socket.abort()
            return
        socket.write(TAKEN)
        socket.flush()
        socket.disconnectFromServer()
        self.said.emit(files)


class AfterPaint(QObject):
    """Calls `act` once, when the first paint of `widget` and what that started are over."""

    def __init__(self, widget: QWidget, act: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._act = act
        widget.installEventFilter(self)

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(_SETTLES, self, self._act)
        return False
