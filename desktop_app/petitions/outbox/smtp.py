"""Hands e-mails to the office's mail server: SMTP over TLS, one connection for many.

Nothing is sent before the certificate of the server is verified. Whether the server took a mail is known in every
case but one: the connection broke after the end of the mail was sent, and before the answer.
"""

from __future__ import annotations

import re
import smtplib
import ssl
from base64 import b64encode
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop_app.errors import MailServerError
from desktop_app.petitions.outbox.files import one_line
from desktop_app.petitions.outbox.settings import MailSecurity, MessageSettings

#: Timeout in seconds of each wait.
PATIENCE: Final = 30.0
#: Timeout in seconds of the last answer. The server may check the whole mail before it, and whoever gives up earlier
#: does not know what became of the mail (RFC 5321, 4.5.3.2.6).
LAST_PATIENCE: Final = 600.0
_LONGEST_WORDS: Final = 200
_SHUTS_DOWN: Final = 421
_WANTS_SIGN_IN: Final = (530, 535)


class MailAnswer(StrEnum):
    """What the server said about a mail."""

    TAKEN = "taken"
    #: It never takes this mail, or mails for this recipient.
    REFUSED = "refused"
    #: It does not take it now.
    LATER = "later"
    #: The connection broke before the answer to the whole mail.
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class MailOutcome:
    """An answer, with the server's words in one line, without the address."""

    answer: MailAnswer
    words: str = ""


class MailConnection:
    """The connection to the mail server of the settings; opened on first use."""

    def __init__(self, settings: MessageSettings) -> None:
        self._settings = settings
        self._server: smtplib.SMTP | None = None

    def open(self) -> None:
        """Connects and signs in, if that was not done yet. Raises `MailServerError`."""
        if self._server is not None:
            return
        settings = self._settings
        password = settings.mail_account.password() if settings.mail_user else ""
        if password is None:
            raise self._trouble("no_password")
        server: smtplib.SMTP | None = None
        try:
            server = self._connected()
            self._sign_in(server, password)
        except MailServerError:
            _cut(server)
            raise
        except ssl.SSLCertVerificationError as error:
            _cut(server)
            raise self._trouble("certificate") from error
        except (ssl.SSLError, smtplib.SMTPNotSupportedError) as error:
            _cut(server)
            raise self._trouble("not_encrypted") from error
        except (OSError, ValueError) as error:
            _cut(server)
            raise self._trouble("no_connection" if server is None else "refused") from error
        self._server = server

    def hand_over(self, address: str, content: bytes) -> MailOutcome:
        """Hands over one mail; reconnects once if an older connection was lost before.

        Raises `MailServerError`; the server has then certainly not taken the mail.
        """
        for last in (False, True):
            fresh = self._server is None
            self.open()
            assert self._server is not None
            try:
                return self._handed(self._server, address, content)
            except (OSError, ValueError) as error:
                self._drop()
                if last or fresh:
                    raise self._trouble("refused") from error
        raise self._trouble("refused")

    def close(self) -> None:
        """Takes leave of the server."""
        if self._server is not None:
            with suppress(OSError):
                self._server.quit()
            self._drop()

    def _connected(self) -> smtplib.SMTP:
        settings, context = self._settings, ssl.create_default_context()
        # The name of the PC is nobody's business, and asking for it may take long.
        name = settings.sender.rpartition("@")[2]
        if settings.mail_security is MailSecurity.TLS:
            return smtplib.SMTP_SSL(
                settings.mail_host, settings.mail_port, name, timeout=PATIENCE, context=context
            )
        server = smtplib.SMTP(settings.mail_host, settings.mail_port, name, timeout=PATIENCE)
        try:
            server.starttls(context=context)
        except BaseException:
            _cut(server)
            raise
        return server

    def _sign_in(self, server: smtplib.SMTP, password: str) -> None:
        server.ehlo_or_helo_if_needed()
        user = self._settings.mail_user
        if not user:
            return
        try:
            if "PLAIN" in server.esmtp_features.get("auth", "").upper().split():
                # User name and password may contain non-Latin characters.
                words = b64encode(f"\0{user}\0{password}".encode()).decode("ascii")
                code, _ = server.docmd("AUTH", f"PLAIN {words}")
            else:
                code, _ = server.login(user, password)
        except smtplib.SMTPServerDisconnected:
            raise
        except smtplib.SMTPResponseException as error:
            code = error.smtp_code
        except (smtplib.SMTPException, UnicodeError) as error:
            raise self._trouble("login") from error
        if code // 100 != 2:
            raise self._trouble("login" if code // 100 == 5 else "refused")

    def _handed(self, server: smtplib.SMTP, address: str, content: bytes) -> MailOutcome:
        """Raises OSError if the connection broke while the server cannot have taken the mail."""
        code, said = server.docmd("MAIL", f"FROM:<{self._settings.sender}>")
        self._must_go_on(code)
        if code // 100 != 2:
            raise self._trouble("sender" if code // 100 == 5 else "later")
        for command, argument, good in (("RCPT", f"TO:<{address}>", (250, 251)), ("DATA", "", (354,))):
            code, said = server.docmd(command, argument)
            self._must_go_on(code)
            if code not in good:
                with suppress(OSError):
                    server.rset()
                return _answer(code, said, address)
        # Without the end of the mail, a line with one dot, the server has to forget it.
        server.send(re.sub(rb"(?m)^\.", b"..", content))
        return self._ended(server, address)

    def _ended(self, server: smtplib.SMTP, address: str) -> MailOutcome:
        """Sends the end of the mail, and waits for the answer."""
        try:
            if server.sock is not None:
                server.sock.settimeout(LAST_PATIENCE)
            server.send(b".\r\n")
            code, said = server.getreply()
            if server.sock is not None:
                server.sock.settimeout(PATIENCE)
        except (OSError, ValueError):
            self._drop()
            return MailOutcome(MailAnswer.UNKNOWN)
        if code == _SHUTS_DOWN or code < 0:
            self._drop()
        return _answer(code, said, address)

    def _must_go_on(self, code: int) -> None:
        """Raises OSError if the server ends the connection, or says nothing that is SMTP."""
        if code in _WANTS_SIGN_IN:
            raise self._trouble("login")
        if code == _SHUTS_DOWN or code < 0:
            raise ConnectionError

    def _drop(self) -> None:
        _cut(self._server)
        self._server = None

    def _trouble(self, reason: str) -> MailServerError:
        return MailServerError(reason=reason, where=self._settings.mail_place)


def _cut(server: smtplib.SMTP | None) -> None:
    if server is not None:
        with suppress(OSError):
            server.close()


def _answer(code: int, said: bytes, address: str) -> MailOutcome:
    answers = {2: MailAnswer.TAKEN, 4: MailAnswer.LATER, 5: MailAnswer.REFUSED}
    return MailOutcome(answers.get(code // 100, MailAnswer.UNKNOWN), _words(code, said, address))


def _words(code: int, said: bytes, address: str) -> str:
    """Returns the server's words in one line; they often repeat the address, which not everybody may read."""
    words = one_line(said.decode("utf-8", "replace"))
    for part in (address, address.rpartition("@")[0]):
        words = re.sub(rf"(?<![\w.+-]){re.escape(part)}(?![\w+-])", "•••", words, flags=re.IGNORECASE)
    return f"{code} {words}".strip()[:_LONGEST_WORDS]
