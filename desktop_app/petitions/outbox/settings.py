"""Settings of messages: sender address, length of a text message, folder."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.database.audit import record_event
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import ConflictError, InvalidValueError
from desktop_app.office.model import Setting
from desktop_app.people.identity import valid_email
from desktop_app.petitions.vocabulary import Channel
from desktop_app.staff.roles import Actor, Role

#: The name of the setting. It is not part of `OfficeSettings`, which every act reads.
OUTBOX: Final = "outbox"
MOST_SEGMENTS: Final = 10
#: The longest path that every system accepts.
LONGEST_FOLDER: Final = 240
#: Channels without a way to answer: their petitioners may get a text message to the mobile number that they gave.
WITHOUT_A_WAY: Final = (
    Channel.PHONE, Channel.IN_PERSON, Channel.LETTER, Channel.SERVICE_DESK, Channel.SINGLE_WINDOW,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class MessageSettings:
    """`sms_to`: the channels of `WITHOUT_A_WAY` whose petitioners get a text message; `folder`: where scheduled
    runs write, empty for nowhere.
    """

    sms_segments: int = 4
    sms_to: tuple[str, ...] = ()
    sender: str = ""
    folder: str = ""


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
        actor.must_be(Role.ADMINISTRATOR, act="change_settings")
        settings = _valid(settings)
        with self._database.writing() as session:
            stored = message_settings_of(session)
            if seen is not None and seen != stored:
                raise ConflictError(item="office")
            session.merge(Setting(name=OUTBOX, value=_plain(settings)))
            record_event(
                session,
                item_type="office",
                item_id=1,
                at=self._database.now(session),
                actor_id=actor.person_id,
                actor_name=actor.name,
                action="settings_changed",
                before=_plain(stored),
                after=_plain(settings),
            )
        return settings


def message_settings_of(session: Session) -> MessageSettings:
    """Returns the settings, inside the caller's transaction."""
    value = session.scalar(select(Setting.value).where(Setting.name == OUTBOX))
    if not isinstance(value, dict):
        return MessageSettings()
    known: dict[str, Any] = {
        field.name: value[field.name] for field in fields(MessageSettings) if field.name in value
    }
    known["sms_to"] = tuple(known.get("sms_to", ()))
    return MessageSettings(**known)


def _valid(settings: MessageSettings) -> MessageSettings:
    if not 1 <= settings.sms_segments <= MOST_SEGMENTS:
        raise InvalidValueError(field="sms_segments", reason="out_of_range", value="")
    sender, folder = settings.sender.strip(), settings.folder.strip()
    if sender:
        try:
            valid_email(sender)
        except InvalidValueError as error:
            raise InvalidValueError(field="message_sender", reason="email_form", value=sender[:40]) from error
    if len(folder) > LONGEST_FOLDER:
        raise InvalidValueError(field="message_folder", reason="too_long", value="")
    sms_to = tuple(channel.value for channel in WITHOUT_A_WAY if channel.value in settings.sms_to)
    return MessageSettings(settings.sms_segments, sms_to, sender, folder)


def _plain(settings: MessageSettings) -> dict[str, Any]:
    return asdict(settings) | {"sms_to": list(settings.sms_to)}
