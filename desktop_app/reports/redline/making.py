"""Makes the redline from the bytes of the files. Runs where foreign files are parsed."""

from __future__ import annotations

import zipfile
from collections.abc import Collection, Iterable, Sequence
from typing import Any, Final

from desktop_app.documents.docx import DocxMain, docx_main, read_body
from desktop_app.documents.docx_body import DocxBodyReader
from desktop_app.documents.docx_trace import TracingReader
from desktop_app.documents.faults import open_package
from desktop_app.documents.holdable import holdable
from desktop_app.documents.markup import Parts
from desktop_app.reports.comparison_docx.sequence import Concern
from desktop_app.reports.redline.accepting import TRACES, accept_changes
from desktop_app.reports.redline.blocks import DocumentLine, blocks_of_docx, blocks_of_text
from desktop_app.reports.redline.marks import Signer, last_id
from desktop_app.reports.redline.order import RedlineMade, RedlineOrder
from desktop_app.reports.redline.package import packed_again, written
from desktop_app.reports.redline.script import EditScript
from desktop_app.reports.redline.writing import RedlineWriter

#: Parts beside the main one that have paragraphs.
_KINDS: Final = ("header", "footer", "footnotes", "endnotes", "comments")
#: A document that is not right after so many attempts is not made.
_ATTEMPTS: Final = 3


def make_redline(order: RedlineOrder, old: bytes, new: bytes | None, name: str = "") -> RedlineMade:
    """Returns the redline in the package `old`. `new` is the other file if it is a DOCX.

    The result is read again. Lines that did not become those of NEW are written as new lines the next time. Raises
    `BadFileError` with `name`.
    """
    script = EditScript(order.old, order.new, order.pieces)
    authors = {Concern(key): name for key, name in order.authors.items()}
    news = _news(order.new, new, name)
    apart: set[int] = set()
    with open_package(name, old, kind="docx") as package:
        for _ in range(_ATTEMPTS):
            attempt = _Attempt(Parts(package, name=name), package.namelist())
            if not attempt.fits(order.old):
                break
            attempt.write(script, news, Signer(authors, order.date, attempt.last_id), apart)
            wrong = attempt.wrong_lines([order.new[block.start : block.end] for block in news])
            if not wrong:
                return attempt.packed(package)
            apart |= wrong
    return RedlineMade(b"")


class _Attempt:
    """The parts of OLD, without the changes that they had, and what is written into them."""

    def __init__(self, parts: Parts, names: Iterable[str]) -> None:
        self._parts, self._main = parts, docx_main(parts)
        self._accepted = accept_changes(self._main.root)
        self._others = _changed_parts(parts, names, self._main.part)
        self._olds: list[DocumentLine] = []
        self._recast = 0

    @property
    def last_id(self) -> int:
        return max(last_id(root) for root in (self._main.root, *self._others.values()))

    def fits(self, text: str) -> bool:
        """Returns whether the file has the lines at the start of `text`."""
        self._olds = _blocks(self._main, text)
        return bool(self._olds)

    def write(
        self, script: EditScript, news: Sequence[DocumentLine], signer: Signer, apart: Collection[int]
    ) -> None:
        writer = RedlineWriter(self._main, script, self._olds, news, signer, apart)
        writer.write()
        self._recast = writer.recast

    def wrong_lines(self, wanted: Sequence[str]) -> set[int]:
        """Returns the lines of NEW that the accepted document does not have.

        An empty last paragraph is no fault: nothing can delete it after a text box.
        """
        found = read_body("", self._main, DocxBodyReader).lines.found
        wanted = [holdable(line) for line in wanted]
        if "\n".join(found) in ("\n".join(wanted), "\n".join([*wanted, ""])):
            return set()
        pairs = list(zip(found, wanted, strict=False))
        if len(found) == len(wanted):
            return {at for at, (one, other) in enumerate(pairs) if one != other}
        start = next((at for at, (one, other) in enumerate(pairs) if one != other), len(pairs))
        backwards = zip(reversed(found), reversed(wanted), strict=False)
        same = next((at for at, (one, other) in enumerate(backwards) if one != other), 0)
        return set(range(max(0, start - 1), min(len(wanted), len(wanted) - same + 1)))

    def packed(self, package: zipfile.ZipFile) -> RedlineMade:
        changed = {name: written(root) for name, root in self._others.items()}
        changed[self._main.part] = written(self._main.root)
        data, macros = packed_again(package, self._parts, self._main.part, changed)
        return RedlineMade(data, self._recast, self._accepted or bool(self._others), macros)


def _blocks(main: DocxMain, text: str) -> list[DocumentLine]:
    """Returns the lines of a DOCX; none if they are not those at the start of `text`.

    The empty paragraph that no document may lack after its last table is no line of `text`.
    """
    reader = read_body("", main, TracingReader)
    body = "\n".join(reader.lines.found)
    if body == f"{text}\n":
        return blocks_of_docx(reader.traced[:-1])
    return blocks_of_docx(reader.traced) if text == body or text.startswith(f"{body}\n") else []


def _news(text: str, data: bytes | None, name: str) -> list[DocumentLine]:
    if data is not None:
        with open_package(name, data, kind="docx") as package:
            found = _blocks(docx_main(Parts(package, name=name)), text)
        if found:
            return found
    return blocks_of_text(text)


def _changed_parts(parts: Parts, names: Iterable[str], main: str) -> dict[str, Any]:
    """Returns the roots of the other parts in which changes were accepted."""
    folder = main.rpartition("/")[0]
    found: dict[str, Any] = {}
    for name in names:
        if name.startswith(tuple(f"{folder}/{kind}" for kind in _KINDS)) and name.endswith(".xml"):
            data = parts.bytes(name)
            root = parts.root(name) if any(trace in data for trace in TRACES) else None
            if root is not None and accept_changes(root):
                found[name] = root
    return found
