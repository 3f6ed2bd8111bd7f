"""The settings of the machine, which an administrator writes for all users of the PC.

On Windows they are in `%ProgramData%\\Mosharekat`, elsewhere in `/etc/mosharekat`. Users may read the file only.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from desktop_app.errors import MachineSettingsError, NotWrittenError
from desktop_app.paths import machine_folder
from desktop_app.settings.values import FILE_NAME, MACHINE_NAMES, checked_for_machine
from desktop_app.settings.windows_rights import close_folder, is_administrator
from desktop_app.whole_file import write_whole

#: Names another file, for trials and tests.
MACHINE_VARIABLE: Final = "MOSHAREKAT_MACHINE_SETTINGS"
_FIXED: Final = "fixed"


@dataclass(frozen=True, slots=True)
class MachineSettings:
    """The content of the machine's file. `trouble` is the first thing that is wrong with it."""

    values: Mapping[str, Any] = field(default_factory=dict)
    fixed: frozenset[str] = frozenset()
    #: What this program does not know, for example of a newer one.
    others: Mapping[str, Any] = field(default_factory=dict)
    trouble: MachineSettingsError | None = None


def machine_settings_file() -> Path:
    """Returns the path of the machine's file, whether it exists or not."""
    named = os.environ.get(MACHINE_VARIABLE)
    return Path(named) if named else machine_folder() / FILE_NAME


def read_machine_settings(path: Path) -> MachineSettings:
    """Reads the file; a missing one has no settings.

    Valid settings are used also where others are not. Unknown names are ignored: they may be of a newer program.
    """
    try:
        document = json.loads(path.read_text(encoding="utf-8-sig"))
    except (FileNotFoundError, NotADirectoryError):
        return MachineSettings()
    except OSError:
        return MachineSettings(trouble=MachineSettingsError(path=str(path), reason="unreadable"))
    except (ValueError, RecursionError):
        return MachineSettings(trouble=MachineSettingsError(path=str(path), reason="damaged"))
    if not isinstance(document, dict):
        return MachineSettings(trouble=MachineSettingsError(path=str(path), reason="damaged"))
    return _checked(document, path)


def _checked(document: Mapping[str, Any], path: Path) -> MachineSettings:
    values: dict[str, Any] = {}
    wrong: list[str] = []
    for name in MACHINE_NAMES:
        if name in document:
            try:
                values[name] = checked_for_machine(name, document[name])
            except ValueError:
                wrong.append(name)
    fixed = document.get(_FIXED, [])
    if not isinstance(fixed, list) or not all(isinstance(name, str) for name in fixed):
        wrong.append(_FIXED)
        fixed = []
    trouble = MachineSettingsError(path=str(path), reason="value", name=wrong[0]) if wrong else None
    # A fixed setting without a valid value would fix the default, which nobody asked for.
    valid = frozenset(fixed).intersection(MACHINE_NAMES).difference(wrong)
    others = {name: value for name, value in document.items() if name not in (*MACHINE_NAMES, _FIXED)}
    return MachineSettings(values, valid, others, trouble)


def write_machine_settings(path: Path, settings: MachineSettings) -> None:
    """Replaces the file, which everybody may read. The folder of Windows is closed to other writers first.

    Raises `MachineSettingsError` without the right to write it, `NotWrittenError` for other reasons.
    """
    usual = path == machine_folder() / FILE_NAME
    if usual and not is_administrator():
        raise MachineSettingsError(path=str(path), reason="denied")
    document = {**settings.values, **settings.others, _FIXED: sorted(settings.fixed)}
    text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    try:
        if not path.parent.exists():
            path.parent.mkdir(parents=True)
            path.parent.chmod(0o755)
        if usual:
            close_folder(path.parent)
        write_whole(path, text.encode())
        path.chmod(0o644)
    except PermissionError as error:
        raise MachineSettingsError(path=str(path), reason="denied") from error
    except OSError as error:
        raise NotWrittenError.because(str(path), error) from error
