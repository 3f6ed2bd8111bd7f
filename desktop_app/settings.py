"""The settings of this PC, typed and with defaults. An invalid file is renamed and reported, never silently
ignored."""

from __future__ import annotations

import json
import os
from collections.abc import Container, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Final, Literal, cast

from desktop_app import held_files
from desktop_app.errors import SettingsError
from desktop_app.languages import LANGUAGES, PERSIAN
from desktop_app.paths import default_data_folder
from desktop_app.whole_file import write_whole

FILE_NAME: Final = "settings.json"
DATABASE_VARIABLE: Final = "MOSHAREKAT_DATABASE"
FOLDER_VARIABLE: Final = "MOSHAREKAT_DATA_DIR"
LONGEST_LOCK: Final = 480


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of this PC. `database` is an SQLAlchemy URL; empty means the SQLite file in the data folder."""

    data_folder: Path = field(default_factory=default_data_folder)
    database: str = ""
    #: A code of `LANGUAGES`.
    language: str = PERSIAN
    theme: Literal["system", "light", "dark"] = "system"
    last_username: str = ""
    #: The name of the office, as the database told it at the last sign-in; shown before the next one.
    office_name: str = ""
    remember: bool = False
    #: Scale of the interface and of document text, in percent.
    scale: int = 100
    document_scale: int = 100
    #: Minutes of inactivity after which the window locks; 0 disables the lock.
    lock_minutes: int = 15

    @property
    def database_url(self) -> str:
        """Returns the URL of the database to use."""
        if self.database:
            return self.database
        return f"sqlite:///{(self.data_folder / 'mosharekat.db').as_posix()}"

    @property
    def is_department(self) -> bool:
        """Returns whether the database is a server shared by a department, not a file on this PC."""
        return self.database_url.startswith("postgresql")

    @property
    def log_file(self) -> Path:
        return self.data_folder / "mosharekat.log"


_CHOICES: Final[Mapping[str, Container[object]]] = {
    "language": LANGUAGES,
    "theme": ("system", "light", "dark"),
}
_SAVED_FIELDS: Final = tuple(f.name for f in fields(Settings) if f.name != "data_folder")


def load_settings(data_folder: Path | None = None, environment: Mapping[str, str] = os.environ) -> Settings:
    """Returns the defaults, overridden by the file in the data folder, overridden by the environment.

    Raises `SettingsError` if the file is invalid. It is renamed first, so the next start succeeds.
    """
    folder = data_folder or Path(environment.get(FOLDER_VARIABLE) or default_data_folder())
    settings = Settings(data_folder=folder)
    path = folder / FILE_NAME
    if path.exists():
        settings = replace(settings, **_read(path))
    if environment.get(DATABASE_VARIABLE):
        settings = replace(settings, database=environment[DATABASE_VARIABLE])
    return settings


def save_settings(settings: Settings) -> None:
    """Writes the settings file atomically: if the disk is full, the old file is unchanged."""
    settings.data_folder.mkdir(parents=True, exist_ok=True)
    values = {name: value for name, value in asdict(settings).items() if name in _SAVED_FIELDS}
    text = json.dumps(values, ensure_ascii=False, indent=2)
    write_whole(settings.data_folder / FILE_NAME, text.encode())


def _read(path: Path) -> dict[str, Any]:
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(values, dict):
            raise TypeError("not an object")
        return {name: _checked(name, value) for name, value in values.items() if name in _SAVED_FIELDS}
    except (OSError, ValueError, TypeError) as error:
        broken = path.with_suffix(".broken.json")
        held_files.replace(path, broken)
        raise SettingsError(path=str(path), kept=str(broken)) from error


def _checked(name: str, value: object) -> object:
    expected = cast("type[object]", type(getattr(Settings(), name)))
    if type(value) is not expected:
        raise TypeError(name)
    if name in _CHOICES and value not in _CHOICES[name]:
        raise ValueError(name)
    lowest, highest = (0, LONGEST_LOCK) if name == "lock_minutes" else (50, 300)
    if isinstance(value, int) and not isinstance(value, bool) and not lowest <= value <= highest:
        raise ValueError(name)
    return value
