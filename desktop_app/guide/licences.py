"""The licences of the program and its parts, for whoever asks what it is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Final

from desktop_app.paths import beside_the_packages, resource

_NAME: Final = re.compile(r"[A-Za-z0-9._-]+")
_RULE: Final = "=" * 60


def licence_text() -> str:
    """Returns the licences as text, in English.

    The frozen program has a file with all texts. Elsewhere it is our licence, that of the font, and the licence of
    each installed part by name.
    """
    frozen = beside_the_packages("LICENCES.txt")
    if frozen.exists():
        return frozen.read_text("utf-8")
    parts = sorted(_parts("mosharekat", set()), key=lambda one: one.name.lower())
    named = "\n".join(f"{one.name} {one.version}: {_licence(one)}" for one in parts)
    font = resource("fonts", "OFL.txt").read_text("utf-8")
    chapters = [("Mosharekat", _own()), ("Vazirmatn (font)", font), ("Parts", named)]
    return "\n".join(f"{_RULE}\n{title}\n{_RULE}\n\n{words.strip()}\n" for title, words in chapters)


def _own() -> str:
    checkout = beside_the_packages("LICENSE")
    if checkout.exists():
        return checkout.read_text("utf-8")
    try:
        files = distribution("mosharekat").files or []
    except PackageNotFoundError:
        return "MIT"
    found = next((Path(str(file.locate())) for file in files if file.name == "LICENSE"), None)
    return "MIT" if found is None else found.read_text("utf-8")


def _parts(name: str, seen: set[str]) -> Iterator[Distribution]:
    """Yields the installed packages that a package requires, and theirs; those of extras are left out."""
    try:
        required = distribution(name).requires or []
    except PackageNotFoundError:
        return
    for words in required:
        match = _NAME.match(words)
        if match is None or "extra ==" in words or match.group().lower() in seen:
            continue
        seen.add(match.group().lower())
        try:
            yield distribution(match.group())
        except PackageNotFoundError:
            continue
        yield from _parts(match.group(), seen)


def _licence(one: Distribution) -> str:
    metadata = one.metadata
    for key in ("License-Expression", "License"):
        found = metadata.get_all(key)
        if found and found[0]:
            return str(found[0]).splitlines()[0]
    named = [words for words in metadata.get_all("Classifier") or [] if words.startswith("License ::")]
    return named[0].rpartition(" :: ")[2] if named else "see its documentation"
