"""The settings with their values, and the layers that the values come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields, replace
from enum import Enum
from pathlib import Path
from typing import Any, Final, Literal

from desktop_app.errors import AppError, FixedSettingError, NewerDatabaseError, ServerOnlyError
from desktop_app.languages import PERSIAN
from desktop_app.paths import default_data_folder
from desktop_app.settings.addresses import with_certificate


class Origin(Enum):
    """Where the value of a setting comes from."""

    DEFAULT = "default"
    MACHINE = "machine"
    USER = "user"
    ENVIRONMENT = "environment"
    OPTION = "option"


@dataclass(frozen=True, slots=True)
class Layers:
    """What was read, layer by layer; each has only the settings that it names."""

    machine_file: Path | None = None
    machine: Mapping[str, Any] = field(default_factory=dict)
    user: Mapping[str, Any] = field(default_factory=dict)
    environment: Mapping[str, Any] = field(default_factory=dict)
    options: Mapping[str, Any] = field(default_factory=dict)
    #: The settings that only the machine's file sets.
    fixed: frozenset[str] = frozenset()
    folder: Origin = Origin.DEFAULT
    #: What is wrong with the machine's file; its valid values are used all the same.
    trouble: AppError | None = None

    def value(self, name: str) -> Any:
        """Returns the value of the highest layer that has one."""
        return self._found(name)[1]

    def origin(self, name: str) -> Origin:
        """Returns the layer that `value` comes from."""
        return self._found(name)[0]

    def below_user(self, name: str) -> Any:
        """Returns the value that holds while the user chooses none."""
        return self.machine.get(name, DEFAULTS[name])

    def _found(self, name: str) -> tuple[Origin, Any]:
        upper = (
            ()
            if name in self.fixed
            else (
                (Origin.OPTION, self.options),
                (Origin.ENVIRONMENT, self.environment),
                (Origin.USER, self.user),
            )
        )
        for origin, values in (*upper, (Origin.MACHINE, self.machine)):
            if name in values:
                return origin, values[name]
        return Origin.DEFAULT, DEFAULTS[name]


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of this PC. `database` is an SQLAlchemy URL; empty means the SQLite file in the data folder."""

    data_folder: Path = field(default_factory=default_data_folder)
    database: str = ""
    #: The file of the certificate authority, for an address that names none.
    certificate: str = ""
    #: Whether this PC works with the server of a department alone, and never with a database file.
    server_only: bool = False
    #: A code of `LANGUAGES`.
    language: str = PERSIAN
    theme: Literal["system", "light", "dark"] = "system"
    last_username: str = ""
    #: The user names of those who answered whether they want the tour, with spaces between them.
    tour_answered: str = ""
    #: The name of the office, as the database told it at the last sign-in; shown before the next one.
    office_name: str = ""
    remember: bool = False
    #: The digits of the window: those of the language, or Latin ones.
    digits: Literal["language", "latin"] = "language"
    #: Scale of the interface and of document text, in percent.
    scale: int = 100
    document_scale: int = 100
    #: Minutes of inactivity after which the window locks; 0 disables the lock.
    lock_minutes: int = 15
    #: Place of the window, as `ui.window_place` writes it, and width of the petition beside the list, in pixels; 0
    #: for the usual one.
    window: str = ""
    details_width: int = 0
    #: The folder that a scanner fills; empty for none.
    scan_folder: str = ""
    #: The share with the set-up of newer versions, and the line of the key that their description is signed with.
    update_folder: str = ""
    update_key: str = ""
    layers: Layers = field(default_factory=Layers, compare=False, repr=False)

    @property
    def database_url(self) -> str:
        """Returns the URL of the database to use."""
        if not self.database:
            return f"sqlite:///{self.local_database.as_posix()}"
        return with_certificate(self.database, self.certificate) if self.is_department else self.database

    @property
    def local_database(self) -> Path:
        """Returns the SQLite file that is used without an address."""
        return self.data_folder / "mosharekat.db"

    @property
    def lacks_database(self) -> bool:
        """Whether no database was chosen yet: no layer has an address, and the file of this PC does not exist.

        The window makes that file only when somebody chooses it.
        """
        return not self.database and not self.local_database.exists()

    @property
    def is_department(self) -> bool:
        """Returns whether the database is a server shared by a department, not a file on this PC."""
        return self.database.startswith("postgresql")

    @property
    def log_file(self) -> Path:
        return self.data_folder / "mosharekat.log"

    def is_fixed(self, name: str) -> bool:
        """Returns whether only the machine's file may change the setting."""
        return name in self.layers.fixed

    def origin(self, name: str) -> Origin:
        """Returns where the value comes from; one that was changed since loading is the user's."""
        if name == "data_folder":
            return self.layers.folder
        return self.layers.origin(name) if getattr(self, name) == self.layers.value(name) else Origin.USER

    def with_options(self, **values: Any) -> Settings:
        """Returns the settings with those of the command line on top; empty ones were not given.

        Raises `FixedSettingError` for a value that contradicts a fixed one.
        """
        given = {name: value for name, value in values.items() if value}
        for name, value in given.items():
            if self.is_fixed(name) and value != getattr(self, name):
                raise FixedSettingError(name=name, path=str(self.layers.machine_file or ""))
        layers = replace(self.layers, options={**self.layers.options, **given})
        return replace(self, layers=layers, **given)

    def name_update_folder(self, error: Exception) -> None:
        """Adds to a `NewerDatabaseError` the folder where this PC finds newer versions of the program."""
        if isinstance(error, NewerDatabaseError) and self.update_folder:
            error.parameters["folder"] = self.update_folder

    def require_usable_database(self) -> None:
        """Raises `ServerOnlyError` where a database file is used that this PC must not have.

        A new file is also refused while the machine's file cannot be read, because it may name a server. Raises
        what is wrong with that file then.
        """
        if self.is_department:
            return
        if self.server_only:
            raise ServerOnlyError
        if self.layers.trouble is not None and not self.database and not self.local_database.exists():
            raise self.layers.trouble


#: The value of each setting that no layer has.
DEFAULTS: Final[Mapping[str, Any]] = {
    one.name: one.default for one in fields(Settings) if one.default is not MISSING
}
