"""Makes the redline from the bytes of the files. Runs where foreign files are parsed."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from typing import Any

from desktop_app.documents.docx import DocxMain, docx_main, read_body
from desktop_app.documents.docx_trace import TracingReader
from desktop_app.documents.faults import open_package
from desktop_app.documents.markup import Parts
from desktop_app.reports.comparison_docx.sequence import Concern
from desktop_app.reports.redline.accepting import TRACES, accept_changes
from desktop_app.reports.redline.blocks import Block, blocks_of_docx, blocks_of_text
from desktop_app.reports.redline.marks import Signer, last_id
from desktop_app.reports.redline.order import RedlineMade, RedlineOrder
from desktop_app.reports.redline.package import packed_again, written
from desktop_app.reports.redline.script import Script
from desktop_app.reports.redline.writing import RedlineWriter


def make_redline(order: RedlineOrder, old: bytes, new: bytes | None) -> RedlineMade:
    """Returns the redline in the package `old`. `new` is the other file if it is a DOCX. Raises `BadFileError`."""
    script = Script(order.old, order.new, order.pieces)
    with open_package("", old, kind="docx") as package:
        parts = Parts(package, name="")
        main = docx_main(parts)
        accepted = accept_changes(main.root)
        olds = _blocks(main, order.old)
        if olds is None:
            return RedlineMade(b"")
        replaced, others = _accepted_parts(package, parts, main.part)
        authors = {Concern(key): name for key, name in order.authors.items()}
        signer = Signer(authors, order.date, max([last_id(main.root), *map(last_id, replaced.values())]))
        writer = RedlineWriter(main, script, olds, _news(order.new, new), signer)
        writer.write()
        changed = {name: written(root) for name, root in replaced.items() if name in others}
        data, macros = packed_again(package, parts, main.part, {**changed, main.part: written(main.root)})
    return RedlineMade(data, writer.recast, accepted or bool(others), macros)


def _blocks(main: DocxMain, text: str) -> list[Block] | None:
    """Returns the lines of a DOCX; None if they are not those at the start of `text`."""
    reader = read_body("", main, TracingReader)
    body = "\n".join(reader.lines.found)
    if text != body and not text.startswith(f"{body}\n"):
        return None
    return blocks_of_docx(reader.traced)


def _news(text: str, data: bytes | None) -> list[Block]:
    if data is not None:
        with open_package("", data, kind="docx") as package:
            main = docx_main(Parts(package, name=""))
            found = _blocks(main, text)
        if found is not None:
            return found
    return blocks_of_text(text)


def _accepted_parts(package: zipfile.ZipFile, parts: Parts, main: str) -> tuple[dict[str, Any], set[str]]:
    """Returns the other parts with text, and the names of those where changes were accepted."""
    roots, changed = {}, set()
    for name in _texts(package.namelist(), main):
        data = parts.bytes(name)
        if any(trace in data for trace in TRACES):
            root = parts.root(name)
            roots[name] = root
            if accept_changes(root):
                changed.add(name)
    return roots, changed


def _texts(names: Iterable[str], main: str) -> Iterable[str]:
    kinds = ("header", "footer", "footnotes", "endnotes", "comments")
    folder = main.rpartition("/")[0]
    return [
        name
        for name in names
        if name.startswith(tuple(f"{folder}/{kind}" for kind in kinds)) and name.endswith(".xml")
    ]
