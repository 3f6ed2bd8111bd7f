"""A proxy between client and server that a test can cut at the worst moment: during a COMMIT."""

from __future__ import annotations

import contextlib
import socket
import threading
from enum import Enum
from typing import Final

_COMMIT: Final = b"COMMIT\0"


class Cut(Enum):
    """What happens to the next COMMIT."""

    #: The server executes it, but the answer is lost.
    ANSWER = "answer"
    #: It never reaches the server.
    QUESTION = "question"
    #: The client loses its connection at once, but the COMMIT is still on its way and arrives when `release` is
    #: called.
    LATE = "late"


class Proxy:
    """Forwards to `port`; `cut` applies to the next COMMIT only."""

    def __init__(self, port: int) -> None:
        self._target = port
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._door.getsockname()[1]
        self.cut: Cut | None = None
        self.cuts = 0
        self._late: list[tuple[socket.socket, bytes]] = []
        self._lines: list[socket.socket] = [self._door]
        threading.Thread(target=self._serve, daemon=True).start()

    def url(self, name: str) -> str:
        return f"postgresql://postgres@127.0.0.1:{self.port}/{name}"

    def release(self) -> None:
        """Delivers the COMMITs that were held back."""
        for server, held in self._late:
            with contextlib.suppress(OSError):
                server.sendall(held)

    def refuse(self) -> None:
        """Accepts no more connections."""
        _hang_up(self._door)
        self._door.close()

    def close(self) -> None:
        for line in self._lines:
            _hang_up(line)
            line.close()

    def _serve(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._door.accept()
                server = socket.create_connection(("127.0.0.1", self._target))
                self._lines += [client, server]
                lost = threading.Event()
                threading.Thread(target=self._ask, args=(client, server, lost), daemon=True).start()
                threading.Thread(target=self._answer, args=(client, server, lost), daemon=True).start()

    def _ask(self, client: socket.socket, server: socket.socket, lost: threading.Event) -> None:
        with contextlib.suppress(OSError):
            while data := client.recv(65536):
                if self.cut is not None and data.endswith(_COMMIT):
                    cut, self.cut = self.cut, None
                    self.cuts += 1
                    lost.set()
                    if cut is Cut.ANSWER:
                        # `_answer` closes the client after the answer has arrived.
                        server.sendall(data)
                        return
                    if cut is Cut.LATE:
                        self._late.append((server, data))
                        _hang_up(client)
                        return
                    _hang_up(client)
                    break
                server.sendall(data)
        _hang_up(server)

    @staticmethod
    def _answer(client: socket.socket, server: socket.socket, lost: threading.Event) -> None:
        with contextlib.suppress(OSError):
            while data := server.recv(65536):
                if lost.is_set():
                    break
                client.sendall(data)
        _hang_up(client)


def _hang_up(line: socket.socket) -> None:
    with contextlib.suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)
