"""Loads the modules that declare what the database consists of, before all declarations are asked for at once.

A program that only opens the database loads few of them. This package does not import the rooms above it, so the
composition root registers a loader.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

_loaders: Final[list[Callable[[], None]]] = []


def register_loader(load: Callable[[], None]) -> None:
    """Registers a function that imports modules with declarations; later calls of it must do nothing."""
    _loaders.append(load)


def load_all() -> None:
    """Imports every module that declares tables, acts, rights or rules."""
    for load in _loaders:
        load()
