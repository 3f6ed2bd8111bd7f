"""A mail server for tests that takes mails: the needed part of SMTP over TLS, in this process."""

from __future__ import annotations

import base64
import socketserver
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class TakenMail:
    """A mail that the server took, with its envelope."""

    sender: str
    recipient: str
    content: bytes


@dataclass
class SmtpServer:
    """The state of the server; `seen` are the received commands, `connections` counts those that were made."""

    port: int = 0
    user: str = "desk"
    password: str = "secret"
    plain: bool = True
    starttls: bool = False
    #: Whether it says that it knows STARTTLS.
    offers: bool = True
    mails: list[TakenMail] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    connections: int = 0
    #: What it says to a command with this prefix, once each; `END` is the end of a mail.
    answers: dict[str, list[str]] = field(default_factory=dict)
    #: Closes the connection at a command with this prefix, so many times; `BODY` is the middle of a mail, `TOLD` its
    #: end when the server has taken it.
    breaks: dict[str, int] = field(default_factory=dict)
    #: Is called with each step before the server answers it.
    watch: Callable[[str], None] = lambda _step: None

    def addresses(self) -> list[str]:
        return [mail.recipient for mail in self.mails]


@contextmanager
def smtp_server(certificate: Path, *, starttls: bool = False) -> Iterator[SmtpServer]:
    """Runs a server whose `server.crt` and `server.key` are in the folder `certificate`."""
    held = SmtpServer(starttls=starttls)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate / "server.crt", certificate / "server.key")

    class Talking(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            held.connections += 1
            talk = _Talk(held, context, self.request)
            try:
                talk.begin()
                while talk.goes_on():
                    pass
            except (OSError, _BrokenError):
                pass
            finally:
                talk.end()

    class Listening(socketserver.ThreadingTCPServer):
        allow_reuse_address = True
        daemon_threads = True

    with Listening(("127.0.0.1", 0), Talking) as listening:
        held.port = listening.server_address[1]
        thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield held
        listening.shutdown()
        thread.join()


class _BrokenError(Exception):
    pass


class _Talk:
    """One connection."""

    def __init__(self, held: SmtpServer, context: ssl.SSLContext, request: Any) -> None:
        self._held, self._context, self._stream = held, context, request
        self._file: Any = None
        self._signed_in = False
        self._sender = self._recipient = ""

    def begin(self) -> None:
        if not self._held.starttls:
            self._encrypt()
        else:
            self._file = self._stream.makefile("rwb")
        self._say("220 ready")

    def end(self) -> None:
        if self._file is not None:
            with suppress(OSError):
                self._file.close()
        self._stream.close()

    def goes_on(self) -> bool:
        line = self._file.readline().decode().rstrip("\r\n")
        if not line:
            return False
        command, _, rest = line.partition(" ")
        command = command.upper()
        line = f"{command} {rest}".strip()
        self._held.seen.append(line)
        self._step(line)
        if command == "STARTTLS":
            self._say("220 go on")
            self._file.close()
            self._encrypt()
        elif command == "DATA":
            self._take_mail()
        else:
            self._say(self._said(line) or self._answer(command, rest))
        return bool(command != "QUIT")

    def _encrypt(self) -> None:
        self._stream = self._context.wrap_socket(self._stream, server_side=True)
        self._file = self._stream.makefile("rwb")

    def _step(self, step: str) -> None:
        self._held.watch(step)
        for begins, left in self._held.breaks.items():
            if step.startswith(begins) and left:
                self._held.breaks[begins] = left - 1
                raise _BrokenError

    def _said(self, step: str) -> str:
        for begins, answers in self._held.answers.items():
            if step.startswith(begins) and answers:
                return answers.pop(0)
        return ""

    def _say(self, *lines: str) -> None:
        self._file.write(b"".join(f"{line}\r\n".encode() for line in lines))
        self._file.flush()

    def _answer(self, command: str, rest: str) -> str:
        held = self._held
        if command == "EHLO":
            offers = ["AUTH " + ("PLAIN LOGIN" if held.plain else "LOGIN")]
            if held.starttls and held.offers and not isinstance(self._stream, ssl.SSLSocket):
                offers = ["STARTTLS"]
            return "\r\n".join(["250-here", *(f"250-{one}" for one in offers), "250 HELP"])
        if command == "AUTH":
            return self._sign_in(rest)
        if command == "MAIL":
            self._sender = rest.removeprefix("FROM:<").removesuffix(">")
            return "250 ok" if self._signed_in else "530 5.7.0 Authentication required"
        if command == "RCPT":
            self._recipient = rest.removeprefix("TO:<").removesuffix(">")
            return "250 ok"
        return {"QUIT": "221 bye", "RSET": "250 ok"}.get(command, "502 what?")

    def _sign_in(self, rest: str) -> str:
        way, _, words = rest.partition(" ")
        if way == "PLAIN":
            self._signed_in = (
                base64.b64decode(words).decode() == f"\0{self._held.user}\0{self._held.password}"
            )
        else:
            typed = [base64.b64decode(words).decode()] if words else []
            while len(typed) < 2:
                self._say("334 " + base64.b64encode(b"?").decode())
                typed.append(base64.b64decode(self._file.readline()).decode())
            self._signed_in = typed == [self._held.user, self._held.password]
        return "235 in" if self._signed_in else "535 5.7.8 wrong"

    def _take_mail(self) -> None:
        said = self._said("DATA")
        if said:
            self._say(said)
            return
        self._say("354 go on")
        lines: list[bytes] = []
        while (line := self._file.readline()) != b".\r\n":
            if not line:
                raise _BrokenError
            lines.append(line.removeprefix(b"."))
            if len(lines) == 3:
                self._step("BODY")
        self._step("END")
        said = self._said("END")
        if not said or said.startswith("250"):
            self._held.mails.append(TakenMail(self._sender, self._recipient, b"".join(lines)))
            self._step("TOLD")
        self._say(said or "250 queued")
        self._step("ANSWERED")
