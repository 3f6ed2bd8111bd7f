"""Settings of messages: sender address, mail server, length of a text message, folder."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from typing import Final

from sqlalchemy import false, func, not_, select
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import declare
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import ConflictError, InvalidValueError
from desktop_app.office.acts import office_act
from desktop_app.office.message_templates import DeliveryMethod
from desktop_app.office.model import OfficeRow
from desktop_app.office.settings import change_office
from desktop_app.office.templates import valid_line
from desktop_app.people.identity import takes_mail
from desktop_app.petitions.vocabulary import Channel
from desktop_app.staff.credentials import ServerAccount
from desktop_app.staff.roles import Actor

MOST_SEGMENTS: Final = 10
#: The longest path that every system accepts.
LONGEST_FOLDER: Final = 240
_LONGEST_HOST: Final = 200
_LAST_PORT: Final = 65_535
_WEB: Final = re.compile(r"https?://[A-Za-z0-9.-]+(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~%/-]*)?")
#: Channels without a way to answer: their petitioners may get a text message to the mobile number that they gave.
WITHOUT_A_WAY: Final = (
    Channel.PHONE, Channel.IN_PERSON, Channel.LETTER, Channel.SERVICE_DESK, Channel.SINGLE_WINDOW,
)  # fmt: skip


class MailSecurity(StrEnum):
    """How the connection to the mail server is encrypted; there is none without."""

    #: From its first byte (SMTPS).
    TLS = "tls"
    STARTTLS = "starttls"


#: The usual port of each (RFC 8314, RFC 6409).
MAIL_PORTS: Final = {MailSecurity.TLS: 465, MailSecurity.STARTTLS: 587}


@dataclass(frozen=True, slots=True)
class MessageSettings:
    """`sms_to`: the channels of `WITHOUT_A_WAY` whose petitioners get a text message; `folder`: where scheduled
    runs write, empty for nowhere. `portal_address`: where the portal has the packages of drafts, each in a folder
    named by the draft's code; empty if the messages shall have no link. `mail_host`: the mail server, to which
    e-mails go by SMTP; empty if they become files as the others. Without a `mail_user` nobody signs in there.
    """

    sms_segments: int = 4
    sms_to: tuple[str, ...] = ()
    sender: str = ""
    folder: str = ""
    portal_address: str = ""
    mail_host: str = ""
    mail_port: int = MAIL_PORTS[MailSecurity.TLS]
    mail_security: MailSecurity = MailSecurity.TLS
    mail_user: str = ""

    @property
    def mail_account(self) -> ServerAccount:
        """The account on the mail server."""
        return ServerAccount("smtp", self.mail_host, self.mail_port, self.mail_user)

    @property
    def mail_place(self) -> str:
        """Host and port of the mail server."""
        return f"{self.mail_host}:{self.mail_port}"


_COLUMNS: Final = tuple(getattr(OfficeRow, field.name) for field in fields(MessageSettings))
MESSAGE_SETTINGS_CHANGED: Final = office_act(
    "message_settings_changed",
    *(field.name for field in fields(MessageSettings)),
    told_as="settings_changed",
    rules=(
        (
            "out_of_range",
            lambda scope: not_(func.coalesce(scope.given("sms_segments").between(1, MOST_SEGMENTS), false())),
        ),
        (
            "out_of_range",
            lambda scope: not_(func.coalesce(scope.given("mail_port").between(1, _LAST_PORT), false())),
        ),
        (
            "out_of_range",
            lambda scope: not_(func.coalesce(scope.given("mail_security").in_(list(MailSecurity)), false())),
        ),
    ),
)
declare(MESSAGE_SETTINGS_CHANGED)


class MessageRules:
    """Reads the settings of messages, and changes them for an administrator."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def settings(self) -> MessageSettings:
        with self._database.reading() as session:
            return message_settings_of(session)

    @once
    def change(
        self, actor: Actor, settings: MessageSettings, *, seen: MessageSettings | None = None
    ) -> MessageSettings:
        """Replaces the settings. Raises `InvalidValueError`, `NotPermittedError`; `ConflictError` if they are no
        longer as they were `seen`.
        """
        settings = _valid(settings)
        with self._database.writing() as session:
            if seen is not None and seen != message_settings_of(session):
                raise ConflictError(item="office")
            new = asdict(settings) | {"sms_to": list(settings.sms_to)}
            change_office(session, self._database, MESSAGE_SETTINGS_CHANGED, actor, new)
        return settings


def message_settings_of(session: Session) -> MessageSettings:
    """Returns the settings, inside the caller's transaction."""
    row = session.execute(select(*_COLUMNS)).one_or_none()
    if row is None:
        return MessageSettings()
    security = MailSecurity(row.mail_security)
    return replace(MessageSettings(*row), sms_to=tuple(row.sms_to), mail_security=security)


def unready_ways(settings: MessageSettings, ways: Iterable[DeliveryMethod]) -> tuple[DeliveryMethod, ...]:
    """Returns those of the delivery methods whose messages no scheduled run can hand on yet."""
    return tuple(way for way in ways if not _leads_on(settings, way))


def _leads_on(settings: MessageSettings, way: DeliveryMethod) -> bool:
    if way is DeliveryMethod.EMAIL:
        return bool(settings.sender and (settings.mail_host or settings.folder))
    return bool(settings.folder)


def _valid(settings: MessageSettings) -> MessageSettings:
    if not 1 <= settings.sms_segments <= MOST_SEGMENTS:
        raise InvalidValueError(field="sms_segments", reason="out_of_range", value="")
    sender, folder = settings.sender.strip(), settings.folder.strip()
    if sender and not takes_mail(sender):
        raise InvalidValueError(field="message_sender", reason="email_form", value=sender[:40])
    if len(folder) > LONGEST_FOLDER:
        raise InvalidValueError(field="message_folder", reason="too_long", value="")
    sms_to = tuple(channel.value for channel in WITHOUT_A_WAY if channel.value in settings.sms_to)
    address = _valid_address(settings.portal_address.strip())
    return _with_server(MessageSettings(settings.sms_segments, sms_to, sender, folder, address), settings)


def _with_server(new: MessageSettings, settings: MessageSettings) -> MessageSettings:
    """Returns `new` with the mail server of `settings`; with none if it is empty. Raises `InvalidValueError`."""
    if not settings.mail_host.strip():
        return new
    if not new.sender:
        raise InvalidValueError(field="message_sender", reason="empty", value="")
    if not 1 <= settings.mail_port <= _LAST_PORT:
        raise InvalidValueError(field="mail_port", reason="out_of_range", value="")
    user = settings.mail_user.strip()
    return replace(
        new,
        mail_host=valid_line(settings.mail_host, "mail_host", _LONGEST_HOST),
        mail_port=settings.mail_port,
        mail_security=MailSecurity(settings.mail_security),
        mail_user=valid_line(user, "mail_user", _LONGEST_HOST) if user else "",
    )


def _valid_address(address: str) -> str:
    """Returns an address of the web without its last slash. Raises `InvalidValueError`."""
    if not address:
        return ""
    if len(address) > LONGEST_FOLDER:
        raise InvalidValueError(field="portal_address", reason="too_long", value="")
    if not _WEB.fullmatch(address):
        raise InvalidValueError(field="portal_address", reason="web_form", value=address[:40])
    return address.rstrip("/")
