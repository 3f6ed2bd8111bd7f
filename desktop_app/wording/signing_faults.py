"""Messages about keys, signatures and seals: what is wrong, and what to do."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop_app.persian.dates import short_date, tehran_day
from desktop_app.persian.digits import isolated
from desktop_app.wording.catalogue import fill, translate


def signing_fault_sentence(reason: str, parameters: dict[str, object]) -> str:
    """Returns the message for a reason of `SigningError`."""
    return fill(
        _faults()[reason],
        name=isolated(str(parameters.get("name", ""))),
        key=isolated(str(parameters.get("key", ""))),
    )


def _faults() -> dict[str, str]:
    return {
        "no_key": translate(
            "Signing",
            "There is no signing key for this database on this PC. Make one with “audit key”, or name its file "
            "with “--key”.",
        ),
        "key_gone": translate(
            "Signing", "The key file “{name}” cannot be read. Put the stick in, or name another file."
        ),
        "key_damaged": translate("Signing", "“{name}” is not a key of this program, or it is damaged."),
        "public_key": translate(
            "Signing", "“{name}” is the public key, which only checks. Signing needs the private one."
        ),
        "private_key": translate(
            "Signing",
            "“{name}” is the private key, which stays with whoever signs. Checking needs the public one.",
        ),
        "gone": translate("Signing", "“{name}” cannot be read."),
        "not_signed": translate(
            "Signing", "“{name}” is not a signed document of this kind, or it is damaged."
        ),
        "foreign_key": translate(
            "Signing", "“{name}” was signed with another key ({key}) than the given public key."
        ),
        "changed": translate(
            "Signing", "“{name}” was changed after it was signed: its signature does not fit."
        ),
        "no_seals": translate("Signing", "There is no seal in “{name}”."),
        "no_history": translate("Signing", "There is no event yet, so there is nothing to seal."),
        "not_kept": translate(
            "Signing", "The keyring of this account did not keep the key. Name a file for it with “--key”."
        ),
        "exists": translate(
            "Signing", "“{name}” is there already and was not overwritten; give another name."
        ),
    }


if TYPE_CHECKING:
    from typing import Protocol

    class Checked(Protocol):
        """A checked seal of `database.seals`, which this package cannot import."""

        @property
        def name(self) -> str: ...
        @property
        def fault(self) -> StrEnum | None: ...
        @property
        def at(self) -> datetime | None: ...
        @property
        def last_event(self) -> int: ...


def seal_sentence(seal: Checked) -> str:
    """Returns what a seal proves, or why it proves nothing."""
    fits = translate("Signing", "The seal of {day} fits: no event up to event {event} was changed.")
    template = _seal_faults()[str(seal.fault)] if seal.fault else fits
    day = short_date(tehran_day(seal.at)) if seal.at else ""
    return fill(template, name=isolated(seal.name), day=day, event=seal.last_event)


def _seal_faults() -> dict[str, str]:
    return {
        "unreadable": translate("Signing", "The seal “{name}” cannot be read."),
        "not_signed": translate("Signing", "“{name}” is not a seal, or it is damaged."),
        "foreign_key": translate(
            "Signing", "The seal “{name}” was made with another key; it proves nothing."
        ),
        "changed": translate("Signing", "The seal “{name}” was changed itself; it proves nothing."),
        "other_history": translate(
            "Signing",
            "The seal of {day} is of another history: the first event of this one is not the sealed one.",
        ),
        "shorter": translate(
            "Signing", "The history is shorter than the seal of {day}, which goes up to event {event}."
        ),
        "differs": translate(
            "Signing",
            "The history does not fit the seal of {day}: an event up to event {event} was changed, removed or added.",
        ),
    }
