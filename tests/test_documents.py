"""Checks the documents against the code: the architecture picture, and every path that they mention."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.architecture import PICTURE, PURPOSES, ROOT, draw, layers_of

DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
#: A path in backticks, relative to the root of the checkout; or a link target, relative to the document's folder.
_PATH = re.compile(r"`((?:desktop_app|docs|resources|tests|translations|ui)/[\w./-]*)`")
_LINK = re.compile(r"\]\(([\w./-]+)\)")


def test_the_committed_picture_is_what_the_contracts_say() -> None:
    drawn = PICTURE.read_text(encoding="utf-8") == draw()
    assert drawn, "docs/architecture.svg is out of date: run `python -m tests.architecture`"


def test_each_description_belongs_to_a_module_of_the_contracts() -> None:
    for container, purposes in PURPOSES.items():
        names = {name for layer in layers_of(container) for name in layer}
        assert set(purposes) <= names


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_each_path_in_a_document_exists(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    named = {ROOT / path for path in _PATH.findall(text)}
    linked = {document.parent / path for path in _LINK.findall(text)}
    assert [path for path in sorted(named | linked) if not path.exists()] == []
