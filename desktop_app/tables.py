"""Declares the tables that others refer to, and all of them on request.

SQLAlchemy writes a row of a table only while the tables that it refers to are known. Every other table is declared
by the modules that use it.
"""

# ruff: noqa: F401

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import MetaData

import desktop_app.database.audit
import desktop_app.database.files
import desktop_app.instruments.campaigns.model
import desktop_app.instruments.model
import desktop_app.intake.sources.model
import desktop_app.office.model
import desktop_app.people.model
import desktop_app.petitions.model
import desktop_app.staff.model
from desktop_app.database.declarations import all_tables, register_loader

if TYPE_CHECKING:
    from desktop_app.database.transfer import Program


def metadata() -> MetaData:
    """Returns the metadata of all tables."""
    return all_tables()


def program() -> Program:
    """Returns what `database` needs from higher layers for copying and restoring."""
    from desktop_app.database.transfer import Program  # noqa: PLC0415 - due with a backup only
    from desktop_app.petitions.lists.indexing import reindex  # noqa: PLC0415

    return Program(metadata, reindex)


def _declare_all() -> None:
    from desktop_app import declarations  # noqa: PLC0415 - many modules, which a start does not need


register_loader(_declare_all)
