"""A mailbox on a mail server (IMAP over TLS) as an intake source: each mail once, identified by its UID.

Nothing is sent before the certificate of the server is verified, and nothing is deleted. A processed mail is
marked as read and gets a keyword; a refused one is also flagged. The state in the database is authoritative:
a server that does not store keywords, or loses its UIDs, delivers no mail twice.
"""

from __future__ import annotations

import base64
import hashlib
import imaplib
import re
import ssl
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from desktop_app.documents.faults import MEGABYTE, refusal
from desktop_app.errors import SourceAwayError
from desktop_app.intake.formats.faults import TableFault
from desktop_app.intake.formats.mail_message import MESSAGE_LIMIT
from desktop_app.intake.sources.places import ArchivedItem, SourceItem
from desktop_app.intake.sources.service import SourceRow

T = TypeVar("T")

#: Timeout in seconds.
PATIENCE: Final = 30.0
#: Keyword of processed mails.
KEYWORD: Final = "MosharekatTaken"
_SIZE: Final = re.compile(rb"UID (\d+)[^)]*?RFC822\.SIZE (\d+)|RFC822\.SIZE (\d+)[^)]*?UID (\d+)")
_UIDS_AT_ONCE: Final = 500


class MailboxPlace:
    """A mailbox; the connection is opened on first use."""

    def __init__(self, source: SourceRow) -> None:
        self._name, self._settings = source.settings.name, source.settings
        self._connection: imaplib.IMAP4_SSL | None = None
        self._validity = ""

    def items(self, handled: Callable[[list[str]], set[str]]) -> list[SourceItem]:
        """Returns the unfinished mails, oldest first."""
        uids = self._asked(self._search)
        names = {uid: f"{self._validity}-{uid}.eml" for uid in uids}
        done = handled(list(names.values()))
        left = [uid for uid in uids if names[uid] not in done]
        sizes: dict[int, int] = {}
        for start in range(0, len(left), _UIDS_AT_ONCE):
            part = left[start : start + _UIDS_AT_ONCE]
            sizes |= self._asked(partial(_sizes, uids=part))
        # A mail that was deleted meanwhile has no size.
        return [
            SourceItem(names[uid], sizes[uid], f"unread:{names[uid]}:{sizes[uid]}")
            for uid in left
            if uid in sizes
        ]

    def waiting(self) -> tuple[str, ...]:
        return ()

    def fetch(self, item: SourceItem, room: Path) -> tuple[Path, str] | None:
        if item.size > MESSAGE_LIMIT:
            raise refusal(item.name, TableFault.TABLE_TOO_LARGE, limit=MESSAGE_LIMIT // MEGABYTE)
        uid = _uid(item.name)
        # Limit the download, whatever size the server reports; BODY.PEEK does not mark the mail as read.
        content = self._asked(lambda server: _body(server, uid))
        if content is None:
            return None
        if len(content) > MESSAGE_LIMIT:
            raise refusal(item.name, TableFault.TABLE_TOO_LARGE, limit=MESSAGE_LIMIT // MEGABYTE)
        path = room / item.name
        path.write_bytes(content)
        return path, hashlib.sha256(content).hexdigest()

    def new_name(self, name: str, taken: Iterable[str], *, rejected: bool) -> str:
        del taken, rejected
        return name

    def put_away(self, name: str, sha256: str, kept_as: str, *, rejected: bool) -> ArchivedItem | None:
        del sha256
        self._asked(lambda _server: None)
        if name.partition("-")[0] == self._validity:
            self._asked(lambda server: _mark(server, _uid(name), rejected=rejected))
            return ArchivedItem(kept_as, None)
        # UIDVALIDITY changed, so the mail cannot be found any more.
        return ArchivedItem("", None)

    def write_beside(self, name: str, content: bytes, *, rejected: bool) -> None:
        """Does nothing: reports of mails are shown in the administration screens."""

    def close(self) -> None:
        if self._connection is not None:
            with suppress(imaplib.IMAP4.error, OSError):
                self._connection.logout()
            self._connection = None

    def _asked(self, ask: Callable[[imaplib.IMAP4_SSL], T]) -> T:
        """Sends a command; reconnects once after a lost connection."""
        for last in (False, True):
            fresh = self._connection is None
            server = self._connection or self._opened()
            try:
                return ask(server)
            except (imaplib.IMAP4.error, OSError) as error:
                with suppress(imaplib.IMAP4.error, OSError):
                    server.shutdown()
                self._connection = None
                if last or fresh:
                    raise self._away("refused") from error
        raise self._away("refused")

    def _opened(self) -> imaplib.IMAP4_SSL:
        settings = self._settings
        password = settings.account.password()
        if password is None:
            raise self._away("no_password")
        try:
            server = imaplib.IMAP4_SSL(
                settings.host, settings.port, ssl_context=ssl.create_default_context(), timeout=PATIENCE
            )
        except ssl.SSLCertVerificationError as error:
            raise self._away("certificate") from error
        except (OSError, imaplib.IMAP4.error) as error:
            raise self._away("no_connection") from error
        try:
            self._enter(server, password)
        except SourceAwayError:
            with suppress(imaplib.IMAP4.error, OSError):
                server.shutdown()
            raise
        self._connection = server
        return server

    def _enter(self, server: imaplib.IMAP4_SSL, password: str) -> None:
        settings = self._settings
        try:
            if "AUTH=PLAIN" in server.capabilities:
                # User name and password may contain non-Latin characters.
                words = f"\0{settings.username}\0{password}".encode()
                server.authenticate("PLAIN", lambda _challenge: words)
            else:
                server.login(settings.username, password)
        except (imaplib.IMAP4.abort, OSError) as error:
            raise self._away("refused") from error
        except (imaplib.IMAP4.error, UnicodeError) as error:
            raise self._away("login") from error
        try:
            typ, _ = server.select(f'"{_mailbox_name(settings.mailbox)}"')
            if typ != "OK":
                raise self._away("no_mailbox")
            _, numbers = server.response("UIDVALIDITY")
        except (imaplib.IMAP4.error, OSError) as error:
            raise self._away("refused") from error
        self._validity = (numbers[0] or b"0").decode("ascii", "replace") if numbers else "0"

    @staticmethod
    def _search(server: imaplib.IMAP4_SSL) -> list[int]:
        typ, found = server.uid("SEARCH", "UNDELETED", "UNKEYWORD", KEYWORD)
        if typ != "OK":
            # The server does not support keywords.
            typ, found = server.uid("SEARCH", "UNDELETED")
        if typ != "OK":
            raise imaplib.IMAP4.error(typ)
        return sorted(int(uid) for line in found if line for uid in line.split())

    def _away(self, reason: str) -> SourceAwayError:
        where = f"{self._settings.host}:{self._settings.port}"
        return SourceAwayError(reason=reason, name=self._name, where=where)


def _uid(name: str) -> str:
    return name.removesuffix(".eml").partition("-")[2]


def _sizes(server: imaplib.IMAP4_SSL, uids: list[int]) -> dict[int, int]:
    typ, lines = server.uid("FETCH", ",".join(map(str, uids)), "(RFC822.SIZE)")
    if typ != "OK":
        raise imaplib.IMAP4.error(typ)
    found: dict[int, int] = {}
    for line in lines:
        match = _SIZE.search(line) if isinstance(line, bytes) else None
        if match is not None:
            uid, size = (match[1], match[2]) if match[1] else (match[4], match[3])
            found[int(uid)] = int(size)
    return found


def _body(server: imaplib.IMAP4_SSL, uid: str) -> bytes | None:
    typ, parts = server.uid("FETCH", uid, f"(BODY.PEEK[]<0.{MESSAGE_LIMIT + 1}>)")
    if typ != "OK":
        raise imaplib.IMAP4.error(typ)
    return next((bytes(part[1]) for part in parts if isinstance(part, tuple)), None)


def _mark(server: imaplib.IMAP4_SSL, uid: str, *, rejected: bool) -> None:
    seen = r"\Seen \Flagged" if rejected else r"\Seen"
    typ, _ = server.uid("STORE", uid, "+FLAGS.SILENT", f"({seen} {KEYWORD})")
    if typ != "OK":
        # The server does not support keywords; the database knows that the mail is finished.
        server.uid("STORE", uid, "+FLAGS.SILENT", f"({seen})")


def _mailbox_name(name: str) -> str:
    """Encodes the name of a mailbox for a quoted string (RFC 3501, modified UTF-7)."""
    made, waiting = [], ""

    def flushed() -> str:
        packed = base64.b64encode(waiting.encode("utf-16-be")).rstrip(b"=").replace(b"/", b",").decode()
        return f"&{packed}-" if waiting else ""

    for letter in name:
        if " " <= letter <= "~":
            made += [flushed(), {"&": "&-", '"': '\\"', "\\": "\\\\"}.get(letter, letter)]
            waiting = ""
        else:
            waiting += letter
    return "".join([*made, flushed()])
