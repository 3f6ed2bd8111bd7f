"""One text with the licences of everything that the frozen program contains, from the metadata of the packages."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Final

_HERE: Final = Path(__file__).resolve().parent
_ROOT: Final = _HERE.parents[1]
_RULE: Final = "=" * 100
_NAME: Final = re.compile(r"licen[cs]e|copying|notice|authors", re.IGNORECASE)
#: The wheels of Qt for Python carry only the licence that is sold; here it is used under the other one.
_QT: Final = frozenset(("pyside6", "pyside6_essentials", "pyside6_addons", "shiboken6"))
_QT_NOTE: Final = (
    "Qt and Qt for Python are used under the GNU Lesser General Public License, version 3. They lie in the folder"
    " _internal/PySide6 as libraries of their own, which may be replaced by others of the same interface."
    " The text of the licence is below, under “GNU licences”."
)


def text(requirements: list[str], builder: str | None = "pyinstaller") -> str:
    """Returns the licences of the program, of Python, of `requirements` with all that they require, and of what
    built it.

    Raises `PackageNotFoundError` for a package that is not installed, ValueError for one without a licence.
    """
    parts = [
        _part("Mosharekat", (_ROOT / "LICENSE").read_text("utf-8")),
        _part("Vazirmatn (font)", (_ROOT / "resources" / "fonts" / "OFL.txt").read_text("utf-8")),
        _part(f"Python {sys.version.split()[0]}", _of_python()),
    ]
    parts += [_part(f"{one.name} {one.version}", _of(one)) for one in _all_of(requirements)]
    if builder is not None:
        parts.append(_part(builder, _of(distribution(builder))))
    gnu = "\n\n".join(
        (_HERE / "licences" / name).read_text("utf-8") for name in ("LGPL-3.0.txt", "GPL-3.0.txt")
    )
    return "\n".join([*parts, _part("GNU licences", gnu)])


def _part(title: str, words: str) -> str:
    return f"{_RULE}\n{title}\n{_RULE}\n\n{words.strip()}\n"


def _of_python() -> str:
    """Returns the licence of Python: beside its program on Windows, in its library elsewhere."""
    for path in (
        Path(sys.base_prefix, "LICENSE.txt"),
        *Path(sys.base_prefix).glob("lib/python*/LICENSE.txt"),
    ):
        if path.exists():
            return path.read_text("utf-8")
    return "Python: Python Software Foundation License Version 2, https://docs.python.org/3/license.html"


def _of(one: Distribution) -> str:
    words = [path.read_text("utf-8", "replace") for path in _files(one)]
    names = [name for name in ("License-Expression", "Home-page") if name in one.metadata]
    told = [f"{name}: {one.metadata[name]}" for name in names]
    if _plain(one.name) in _QT:
        return _QT_NOTE
    if not words:
        raise ValueError(f"no licence in {one.name}")
    return "\n\n".join(["\n".join(told), *words])


def _files(one: Distribution) -> Iterator[Path]:
    seen = set()
    for file in sorted(one.files or [], key=str):
        path = Path(str(file.locate()))
        folders = [part.lower() for part in file.parts[:-1]]
        in_metadata = bool(folders) and folders[0].endswith(".dist-info")
        named = "licenses" in folders or _NAME.search(path.name)
        if in_metadata and named and path.is_file() and path.read_bytes() not in seen:
            seen.add(path.read_bytes())
            yield path


def _all_of(requirements: list[str]) -> list[Distribution]:
    """Returns the installed distributions that `requirements` name, and theirs, by name."""
    from packaging.requirements import Requirement  # noqa: PLC0415 - comes with PyInstaller

    found: dict[str, Distribution] = {}
    waiting = [Requirement(words) for words in requirements]
    while waiting:
        wanted = waiting.pop()
        name = _plain(wanted.name)
        if name in found:
            continue
        found[name] = distribution(wanted.name)
        for words in found[name].requires or []:
            further = Requirement(words)
            extras = ("", *wanted.extras)
            if further.marker is None or any(further.marker.evaluate({"extra": extra}) for extra in extras):
                waiting.append(further)
    return [found[name] for name in sorted(found)]


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "_", name).lower()
