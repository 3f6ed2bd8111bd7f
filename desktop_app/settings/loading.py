"""Loads and saves the settings. An invalid file of the user is renamed and reported, never silently ignored."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from desktop_app import held_files
from desktop_app.errors import SettingsError
from desktop_app.paths import default_data_folder
from desktop_app.settings.machine import machine_settings_file, read_machine_settings
from desktop_app.settings.model import DEFAULTS, Layers, Origin, Settings
from desktop_app.settings.values import DATABASE_VARIABLE, FILE_NAME, FOLDER_VARIABLE, RULES, checked
from desktop_app.whole_file import write_whole


def load_settings(
    data_folder: Path | None = None,
    environment: Mapping[str, str] = os.environ,
    machine_file: Path | None = None,
) -> Settings:
    """Returns the defaults, overridden by the machine's file, the user's file in the data folder, the environment.

    What is wrong with the machine's file is in `layers.trouble`. Raises `SettingsError` if the user's file is
    invalid. It is renamed first, so the next start succeeds.
    """
    named = environment.get(FOLDER_VARIABLE)
    folder = data_folder or Path(named or default_data_folder())
    machine_path = machine_file or machine_settings_file()
    machine = read_machine_settings(machine_path)
    path = folder / FILE_NAME
    address = environment.get(DATABASE_VARIABLE)
    layers = Layers(
        machine_file=machine_path,
        machine=machine.values,
        user=_read(path) if path.exists() else {},
        environment={"database": address} if address else {},
        fixed=machine.fixed,
        folder=Origin.OPTION if data_folder else Origin.ENVIRONMENT if named else Origin.DEFAULT,
        trouble=machine.trouble,
    )
    values = {name: layers.value(name) for name in DEFAULTS}
    return Settings(data_folder=folder, layers=layers, **values)


def save_settings(settings: Settings) -> None:
    """Writes what the user chose, atomically: if the disk is full, the old file is unchanged.

    A value that holds without the file is left out, so that a later change of the machine's value is followed.
    Values of the environment and of options are not the user's, and an earlier choice of a fixed setting stays.
    """
    own: dict[str, Any] = {}
    layers = settings.layers
    for name in DEFAULTS:
        value = getattr(settings, name)
        if settings.is_fixed(name) or value == layers.value(name):
            value = layers.user.get(name, layers.below_user(name))
        if value != layers.below_user(name):
            own[name] = value
    settings.data_folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(own, ensure_ascii=False, indent=2)
    write_whole(settings.data_folder / FILE_NAME, text.encode())


def has_settings(settings: Settings) -> bool:
    """Returns whether a user has saved settings in the data folder."""
    return (settings.data_folder / FILE_NAME).exists()


def _read(path: Path) -> dict[str, Any]:
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(values, dict):
            raise TypeError("not an object")
        return {name: checked(name, value) for name, value in values.items() if name in RULES}
    except (OSError, ValueError, TypeError) as error:
        broken = path.with_suffix(".broken.json")
        held_files.replace(path, broken)
        raise SettingsError(path=str(path), kept=str(broken)) from error
