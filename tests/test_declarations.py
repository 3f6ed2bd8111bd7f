"""A program that loads few modules still knows all tables, acts, rights and rules where it asks for all."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from desktop_app import tables
from desktop_app.database import declarations, statute_guard
from desktop_app.database.acts import script as acts_script
from tests.architecture import ROOT
from tests.statements import share_script_of_acts

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
#: Imports each module that names a table in a process of its own, forked from one that knows SQLAlchemy only.
_ALONE = """
import importlib, os, pathlib, re
import sqlalchemy.dialects.postgresql, sqlalchemy.dialects.sqlite, sqlalchemy.orm
named = re.compile("named_table[(]|roster_act[(]|ordering[(]")
paths = [path for path in sorted(pathlib.Path("desktop_app").rglob("*.py")) if named.search(path.read_text("utf-8"))]
failed = []
for path in paths:
    child = os.fork()
    if not child:
        try:
            importlib.import_module(".".join(path.with_suffix("").parts).removesuffix(".__init__"))
        except BaseException:
            os._exit(1)
        os._exit(0)
    if os.waitpid(child, 0)[1]:
        failed.append(path.as_posix())
print(len(paths) > 30, failed)
"""
#: A digest of the SQL of all acts and rules, on both engines.
_SQL = """
from hashlib import sha256
import desktop_app.tables
desktop_app.tables.metadata()
from desktop_app.database import statute_guard
from desktop_app.database.acts.script import script
whole = [script(), sorted(statute_guard.postgresql_bodies().items()), sorted(statute_guard.sqlite_triggers().items())]
print(sha256(repr(whole).encode()).hexdigest())
"""


def _said(code: str, seed: str = "random") -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, env=environment)
    return done.stdout.strip()


def test_every_declaration_is_known_before_all_are_asked_for() -> None:
    assert _said(_WHOLE).startswith("True")


def test_a_row_can_be_written_before_every_table_is_declared() -> None:
    # SQLAlchemy looks up the tables that the row's table refers to: they are always known, or in the same module.
    assert _said(_REFERRED_TO) == "True []"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows forks no process")
def test_a_module_that_names_a_table_can_be_the_first_one_that_is_imported() -> None:
    assert _said(_ALONE) == "True []"


def test_no_module_asks_the_metadata_for_a_table_by_itself() -> None:
    """It may know fewer tables than are needed; `named_table` and `all_tables` load them."""
    found = [
        f"{path.relative_to(ROOT).as_posix()}:{line}"
        for root in ("desktop_app", "ui")
        for path in sorted((ROOT / root).rglob("*.py"))
        if path != Path(declarations.__file__)
        for line in _uses_of_metadata(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def _uses_of_metadata(source: str) -> list[int]:
    """Returns the lines that read the attribute `metadata` of a class. Ruff bans names, but no attributes."""
    if ".metadata" not in source:
        return []
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Attribute)
        and node.attr == "metadata"
        and ast.unparse(node.value).split(".")[-1].istitle()
    ]


@pytest.mark.parametrize(
    "source", ['Base.metadata.tables["letter"]', "T = base.Base.metadata.tables", "x = Letter.metadata"]
)
def test_the_search_for_metadata_sees_each_form(source: str) -> None:
    assert _uses_of_metadata(source) == [1]
    assert _uses_of_metadata("importlib.metadata.version(x); table.metadata") == []


def test_every_process_makes_the_same_sql() -> None:
    """Otherwise a check of the database would find parts that another process made."""
    tables.metadata()
    if sys.platform != "win32":
        share_script_of_acts()  # another process of these tests may have made it: it takes long
    here = [
        acts_script.script(),
        sorted(statute_guard.postgresql_bodies().items()),
        sorted(statute_guard.sqlite_triggers().items()),
    ]
    seed = "1" if os.environ.get("PYTHONHASHSEED") != "1" else "2"
    assert _said(_SQL, seed) == sha256(repr(here).encode()).hexdigest()
