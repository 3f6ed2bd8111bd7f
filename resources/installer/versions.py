"""The version of the program, as the files of Windows carry it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Final

_ROOT: Final = Path(__file__).resolve().parents[2]
#: US English, Unicode: the block of strings that every Windows shows.
_LANGUAGE: Final = "040904B0"
#: The programs of the folder, and what their properties say they are.
PROGRAMS: Final = {"mosharekat": "Mosharekat, command line", "mosharekat-desk": "Mosharekat"}


def project() -> dict[str, Any]:
    """Returns the table `[project]` of `pyproject.toml`."""
    table: dict[str, Any] = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return table


def four_numbers(version: str) -> tuple[int, int, int, int]:
    """Returns `0.2.0` as Windows counts versions: (0, 2, 0, 0). Raises ValueError for letters."""
    numbers = [int(part) for part in version.split(".")]
    major, minor, patch, build = [*numbers, 0, 0, 0][:4]
    return major, minor, patch, build


def strings(program: str, description: str) -> dict[str, str]:
    """Returns what the properties of `program` say."""
    version = str(project()["version"])
    return {
        "CompanyName": "The Mosharekat authors",
        "FileDescription": description,
        "FileVersion": version,
        "InternalName": program,
        "LegalCopyright": "MIT licence",
        "OriginalFilename": f"{program}.exe",
        "ProductName": "Mosharekat",
        "ProductVersion": version,
    }


def resource(program: str, description: str) -> object:
    """Returns the version resource of one of the two programs, for PyInstaller on Windows."""
    from PyInstaller.utils.win32.versioninfo import (  # noqa: PLC0415 - on Windows only
        FixedFileInfo,
        StringFileInfo,
        StringStruct,
        StringTable,
        VarFileInfo,
        VarStruct,
        VSVersionInfo,
    )

    told = strings(program, description)
    numbers = four_numbers(told["FileVersion"])
    table = StringTable(_LANGUAGE, [StringStruct(name, value) for name, value in told.items()])
    translation = VarFileInfo([VarStruct("Translation", [int(_LANGUAGE[:4], 16), int(_LANGUAGE[4:], 16)])])
    return VSVersionInfo(FixedFileInfo(numbers, numbers), [StringFileInfo([table]), translation])
