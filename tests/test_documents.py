"""Checks the documents against the code: the architecture picture, and every path that they mention."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.architecture import PICTURE, PURPOSES, ROOT, draw, layers_of

SET_UP_WORDS = ROOT / "resources" / "installer" / "words.nsh"
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
#: A path in backticks, relative to the root of the checkout; or a link target, relative to the document's folder.
_PATH = re.compile(r"`((?:desktop_app|docs|resources|tests|translations|ui)/[\w./-]*)`")
_LINK = re.compile(r"\]\(([\w./-]+)\)")
#: A name between quotation marks, with a capital letter: a label of the program, or a heading.
_LABEL = re.compile(r"“([A-Z][^”]+)”")
_HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)


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


def test_each_label_that_a_document_quotes_is_one_of_the_program() -> None:
    labels = {
        " ".join(str(source.text).split()).strip(" …:.")
        for source in ElementTree.parse(ROOT / "translations" / "mosharekat_fa.ts").iter("source")
    }
    labels.update(re.findall(r'"([^"]*)"$', SET_UP_WORDS.read_text(encoding="utf-8"), re.MULTILINE))
    texts = {document.name: document.read_text(encoding="utf-8") for document in DOCUMENTS}
    labels.update(heading for text in texts.values() for heading in _HEADING.findall(text))
    quoted = {
        (name, " ".join(label.split())) for name, text in texts.items() for label in _LABEL.findall(text)
    }
    assert [(name, label) for name, label in sorted(quoted) if label.strip(" …:.") not in labels] == []
