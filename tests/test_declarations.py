"""A program that loads few modules still knows all tables, acts, rights and rules where it asks for all."""

from __future__ import annotations

import subprocess
import sys

_WHOLE = """
import importlib, pkgutil, sys
import desktop_app
from desktop_app.tables import metadata
from desktop_app.database import clock_mark, statute_guard
from desktop_app.database.acts import model as acts
from desktop_app.database.rights import model as rights

def known():
    keepers, rules = clock_mark._KEEPERS, statute_guard._DECLARED
    return [sorted(map(str, one)) for one in (metadata().tables, acts.declared(), rights._DECLARED, keepers, rules)]

def names():
    return [len(one) for one in known()]

before = names()
for module in pkgutil.walk_packages(desktop_app.__path__, "desktop_app."):
    if not module.name.endswith(("__main__", "migrations.env")):
        importlib.import_module(module.name)
print(before == names(), before)
"""
_REFERRED_TO = """
import desktop_app.tables
from desktop_app.database.base import Base
declared = set(Base.metadata.tables)
tables = desktop_app.tables.metadata().tables.values()
home = {mapper.local_table.name: mapper.class_.__module__ for mapper in Base.registry.mappers}
pairs = {(key.parent.table.name, key.target_fullname.split(".")[0]) for table in tables for key in table.foreign_keys}
print(len(pairs) > 50, [pair for pair in pairs if pair[1] not in declared and home[pair[0]] != home[pair[1]]])
"""


def _said(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_every_declaration_is_known_before_all_are_asked_for() -> None:
    assert _said(_WHOLE).startswith("True")


def test_a_row_can_be_written_before_every_table_is_declared() -> None:
    # SQLAlchemy looks up the tables that the row's table refers to: they are always known, or in the same module.
    assert _said(_REFERRED_TO) == "True []"
