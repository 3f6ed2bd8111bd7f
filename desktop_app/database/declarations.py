"""Loads the modules that declare what the database consists of, before all declarations are asked for at once.

A program that only opens the database loads few of them. This package does not import the rooms above it, so the
composition root registers a loader.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sqlalchemy import MetaData, Table

from desktop_app.database.base import Base

_loaders: Final[list[Callable[[], None]]] = []


def register_loader(load: Callable[[], None]) -> None:
    """Registers a function that imports modules with declarations; later calls of it must do nothing."""
    _loaders.append(load)


def load_all() -> None:
    """Imports every module that declares tables, acts, rights or rules."""
    for load in _loaders:
        load()


def all_tables() -> MetaData:
    """Returns the metadata of all tables."""
    load_all()
    return Base.metadata


def named_table(name: str) -> Table:
    """Returns the table with this name; loads all declarations if no loaded module has it.

    Without this the screens that were opened before would decide which acts can be done.
    """
    known = Base.metadata.tables
    return known[name] if name in known else all_tables().tables[name]
