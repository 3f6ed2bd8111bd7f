"""A mail server for tests: the needed part of IMAP over TLS, on a port of this PC, in this process."""

from __future__ import annotations

import base64
import re
import socketserver
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

_COMMAND: Final = re.compile(r"(\S+) (?:UID )?(\S+) ?(.*)", re.DOTALL)


@dataclass
class MailServer:
    """The state of the server: mails by number, their flags, the password; `seen` are the received commands."""

    port: int = 0
    password: str = "secret"
    mails: dict[int, bytes] = field(default_factory=dict)
    flags: dict[int, set[str]] = field(default_factory=dict)
    validity: int = 7
    mailbox: str = "INBOX"
    keywords: bool = True
    plain: bool = True
    seen: list[str] = field(default_factory=list)
    #: Closes the connection at a command with this prefix, so many times.
    breaks: dict[str, int] = field(default_factory=dict)

    def deliver(self, mail: bytes) -> int:
        """Adds a mail; returns its number."""
        number = max(self.mails, default=0) + 1
        self.mails[number], self.flags[number] = mail, set()
        return number


@contextmanager
def mail_server(certificate: Path) -> Iterator[MailServer]:
    """Runs a server whose `server.crt` and `server.key` are in the folder `certificate`."""
    held = MailServer()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate / "server.crt", certificate / "server.key")

    class Talking(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            try:
                stream = context.wrap_socket(self.request, server_side=True)
            except OSError:
                return
            with stream, stream.makefile("rwb") as file:
                _talk(held, file)

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


def _talk(held: MailServer, file: Any) -> None:
    def say(*lines: bytes) -> None:
        file.write(b"".join(line + b"\r\n" for line in lines))
        file.flush()

    say(b"* OK ready")
    while line := file.readline().decode().rstrip("\r\n"):
        match = _COMMAND.fullmatch(line)
        assert match is not None, line
        tag, command, rest = match.groups()
        held.seen.append(f"{command} {rest}")
        for begins, left in held.breaks.items():
            if f"{command} {rest}".startswith(begins) and left:
                held.breaks[begins] = left - 1
                return
        if command == "AUTHENTICATE":
            say(b"+ ")
            rest = base64.b64decode(file.readline()).decode()
        lines, answer = _answer(held, command, rest)
        say(*lines, f"{tag} {answer}".encode())
        if command == "LOGOUT":
            return


def _answer(held: MailServer, command: str, rest: str) -> tuple[list[bytes], str]:
    if command == "CAPABILITY":
        return [b"* CAPABILITY IMAP4rev1" + (b" AUTH=PLAIN" if held.plain else b"")], "OK done"
    if command in {"AUTHENTICATE", "LOGIN"}:
        words = f"\0desk\0{held.password}" if command == "AUTHENTICATE" else f'desk "{held.password}"'
        return [], "OK in" if rest == words else "NO wrong"
    if command == "SELECT":
        if rest != f'"{held.mailbox}"':
            return [], "NO no such mailbox"
        return [f"* OK [UIDVALIDITY {held.validity}] numbers".encode()], "OK [READ-WRITE] selected"
    if command == "SEARCH" and not held.keywords and "UNKEYWORD" in rest:
        return [], "NO no keywords here"
    if command == "SEARCH":
        found = [n for n, flags in held.flags.items() if "MosharekatTaken" not in flags]
        return [f"* SEARCH {' '.join(map(str, found))}".rstrip().encode()], "OK found"
    if command == "FETCH":
        return _fetched(held, rest), "OK fetched"
    return [], _stored(held, rest) if command == "STORE" else "OK done"


def _stored(held: MailServer, rest: str) -> str:
    number, _, flags = rest.split(" ", 2)
    wanted = set(flags.strip("()").split())
    if not held.keywords and "MosharekatTaken" in wanted:
        return "NO no keywords here"
    held.flags[int(number)] |= wanted
    return "OK stored"


def _fetched(held: MailServer, rest: str) -> list[bytes]:
    numbers, _, what = rest.partition(" ")
    lines: list[bytes] = []
    for number in map(int, numbers.split(",")):
        mail = held.mails.get(number)
        if mail is None:
            continue
        head = f"* {number} FETCH (UID {number} "
        if "SIZE" in what:
            lines.append(f"{head}RFC822.SIZE {len(mail)})".encode())
        else:
            lines.append(f"{head}BODY[]<0> {{{len(mail)}}}\r\n".encode() + mail + b")")
    return lines
