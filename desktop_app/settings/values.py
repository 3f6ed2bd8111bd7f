"""The names of the settings and their valid values, in files and on the command line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import PurePosixPath, PureWindowsPath
from typing import Final

from desktop_app.languages import LANGUAGES
from desktop_app.settings.addresses import has_password, is_address

DATABASE_VARIABLE: Final = "MOSHAREKAT_DATABASE"
FOLDER_VARIABLE: Final = "MOSHAREKAT_DATA_DIR"
#: The name of the settings file of the user, in the data folder, and of the machine.
FILE_NAME: Final = "settings.json"
#: The longest time before the window locks by itself, in minutes.
LONGEST_LOCK: Final = 480
#: Of an interface and of documents, in percent.
_SCALES: Final = (50, 300)
#: The line of a public key file (`desktop_app.signing`): 32 bytes in base64.
_PUBLIC_KEY: Final = re.compile(r"mosharekat-public-key-1 [A-Za-z0-9+/]{43}=")
_WORDS: Final[Mapping[str, bool]] = {
    "true": True,
    "yes": True,
    "1": True,
    "false": False,
    "no": False,
    "0": False,
}


class ValueKind(Enum):
    """What a setting takes."""

    TEXT = "text"
    ADDRESS = "address"
    #: An absolute path, of Windows or of POSIX.
    PATH = "path"
    KEY = "key"
    CHOICE = "choice"
    NUMBER = "number"
    SWITCH = "switch"


@dataclass(frozen=True, slots=True)
class Rule:
    """The rule of one setting. `machine`: whether the machine's file may have it."""

    kind: ValueKind
    bounds: tuple[int, int] = (0, 0)
    machine: bool = True


RULES: Final[Mapping[str, Rule]] = {
    "database": Rule(ValueKind.ADDRESS),
    "certificate": Rule(ValueKind.PATH),
    "server_only": Rule(ValueKind.SWITCH),
    "language": Rule(ValueKind.CHOICE),
    "theme": Rule(ValueKind.CHOICE),
    "digits": Rule(ValueKind.CHOICE),
    "scale": Rule(ValueKind.NUMBER, _SCALES),
    "document_scale": Rule(ValueKind.NUMBER, _SCALES),
    "lock_minutes": Rule(ValueKind.NUMBER, (0, LONGEST_LOCK)),
    "remember": Rule(ValueKind.SWITCH),
    "last_username": Rule(ValueKind.TEXT, machine=False),
    "tour_answered": Rule(ValueKind.TEXT, machine=False),
    "office_name": Rule(ValueKind.TEXT, machine=False),
    "window": Rule(ValueKind.TEXT, machine=False),
    "details_width": Rule(ValueKind.NUMBER, (0, 4000), machine=False),
    "scan_folder": Rule(ValueKind.PATH),
    "update_folder": Rule(ValueKind.PATH),
    "update_key": Rule(ValueKind.KEY),
}
MACHINE_NAMES: Final = tuple(name for name, rule in RULES.items() if rule.machine)


def choices(name: str) -> tuple[str, ...]:
    """Returns the values of a setting of the kind `CHOICE`."""
    if name == "digits":
        return ("language", "latin")
    return tuple(LANGUAGES) if name == "language" else ("system", "light", "dark")


def checked(name: str, value: object) -> object:
    """Returns the value of a settings file. Raises ValueError where it has the wrong type or is out of bounds.

    The form of addresses and paths is left to those who use them: a user's file may be of an older program.
    """
    rule = RULES[name]
    expected = {ValueKind.NUMBER: int, ValueKind.SWITCH: bool}.get(rule.kind, str)
    # bool is a subclass of int.
    if type(value) is not expected:
        raise ValueError(name)
    if rule.kind is ValueKind.CHOICE and value not in choices(name):
        raise ValueError(name)
    if isinstance(value, int) and rule.kind is ValueKind.NUMBER:
        lowest, highest = rule.bounds
        if not lowest <= value <= highest:
            raise ValueError(name)
    return value


def checked_for_machine(name: str, value: object) -> object:
    """Returns a value of the machine's file, also checked in its form. Raises ValueError."""
    if name not in MACHINE_NAMES:
        raise ValueError(name)
    value = checked(name, value)
    match RULES[name].kind:
        case ValueKind.ADDRESS:
            fits = value == "" or (is_address(str(value)) and not has_password(str(value)))
        case ValueKind.PATH:
            text = str(value)
            fits = not text or PureWindowsPath(text).is_absolute() or PurePosixPath(text).is_absolute()
        case ValueKind.KEY:
            fits = value == "" or _PUBLIC_KEY.fullmatch(str(value)) is not None
        case _:
            fits = True
    if not fits:
        raise ValueError(name)
    return value


def machine_value_of(name: str, text: str) -> object:
    """Returns the value that somebody typed for the machine's file. Raises ValueError."""
    text = text.strip()
    rule = RULES.get(name)
    if rule is None:
        raise ValueError(name)
    if rule.kind is ValueKind.SWITCH:
        if text.lower() not in _WORDS:
            raise ValueError(name)
        return _WORDS[text.lower()]
    return checked_for_machine(name, int(text) if rule.kind is ValueKind.NUMBER else text)
