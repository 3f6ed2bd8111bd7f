"""A trial message to an address or number of one's own: it goes the way of the others, and touches no petition."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

from desktop_app.database.engine import Database
from desktop_app.errors import InvalidValueError, MailServerError
from desktop_app.languages import PERSIAN, in_language
from desktop_app.office.message_templates import DeliveryMethod
from desktop_app.office.settings import settings_of
from desktop_app.people.identity import takes_mail, valid_mobile
from desktop_app.petitions.outbox.batches import SENDERS, sends
from desktop_app.petitions.outbox.files import OutgoingMessage, file_contents, file_names
from desktop_app.petitions.outbox.folder import hand_on, lay_ready, marked
from desktop_app.petitions.outbox.settings import MessageSettings, message_settings_of
from desktop_app.petitions.outbox.smtp import MailAnswer, MailConnection
from desktop_app.staff.roles import Actor, Role
from desktop_app.wording.messages import trial_message

_REFUSALS = {MailAnswer.REFUSED: "rejected", MailAnswer.LATER: "later", MailAnswer.UNKNOWN: "unsure"}


@dataclass(frozen=True, slots=True)
class TrialMessage:
    """What became of a trial message: `server` (host and port) took it, or it lies in `file`; the other is empty."""

    way: DeliveryMethod
    server: str = ""
    file: str = ""


def send_trial(database: Database, actor: Actor, address: str) -> TrialMessage:
    """Sends a trial message to an e-mail address or a mobile number, for administrators and whoever sends messages.

    An e-mail goes to the mail server, if there is one; else, and to a number, into a file in the folder of the
    settings. Raises `NotPermittedError`, `InvalidValueError`, `MailServerError`, `NotWrittenError`.
    """
    if not sends(actor):
        actor.must_be(Role.ADMINISTRATOR, *SENDERS, act="send_trial")
    with database.reading() as session:
        settings, office, now = message_settings_of(session), settings_of(session), database.now(session)
    way, address = checked_trial(settings, address)
    subject, text = in_language(PERSIAN, lambda: trial_message(office.office_name, now))
    message = OutgoingMessage(token_hex(12), "trial", "", address, subject, text, now)
    (content,) = file_contents(way, [message], settings.sender, office.office_name, now)
    if way is DeliveryMethod.EMAIL and settings.mail_host:
        return TrialMessage(way, server=_by_server(settings, address, content))
    folder = Path(settings.folder).absolute()
    marked(folder)
    names = file_names(way, f"{way}-trial-{message.key[:8]}", [message])
    lay_ready(folder, names, [content])
    hand_on(folder, names)
    return TrialMessage(way, file=str(folder / names[0]))


def checked_trial(settings: MessageSettings, typed: str) -> tuple[DeliveryMethod, str]:
    """Returns the delivery method and the valid address or number, if a trial can go to it with these settings.

    Raises `InvalidValueError`.
    """
    way, address = _addressed(typed)
    if way is DeliveryMethod.EMAIL and not settings.sender.strip():
        raise InvalidValueError(field="message_sender", reason="empty", value="")
    by_server = way is DeliveryMethod.EMAIL and settings.mail_host.strip()
    if not by_server and not settings.folder.strip():
        raise InvalidValueError(field="message_folder", reason="empty", value="")
    return way, address


def _addressed(typed: str) -> tuple[DeliveryMethod, str]:
    """Returns the delivery method and the valid address or number. Raises `InvalidValueError`."""
    typed = typed.strip()
    if not typed:
        raise InvalidValueError(field="trial_address", reason="empty", value="")
    if "@" in typed:
        if not takes_mail(typed):
            raise InvalidValueError(field="trial_address", reason="email_form", value=typed[:40])
        return DeliveryMethod.EMAIL, typed
    try:
        return DeliveryMethod.SMS, valid_mobile(typed)
    except InvalidValueError as error:
        raise InvalidValueError(field="trial_address", reason="trial_form", value=typed[:40]) from error


def _by_server(settings: MessageSettings, address: str, content: bytes) -> str:
    connection = MailConnection(settings)
    try:
        handed = connection.hand_over(address, content)
    finally:
        connection.close()
    if handed.answer is not MailAnswer.TAKEN:
        reason = _REFUSALS[handed.answer]
        raise MailServerError(reason=reason, where=settings.mail_place, words=handed.words)
    return settings.mail_place
