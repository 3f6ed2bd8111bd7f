"""The structure tree of a PDF as plain data, and what of each page is in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf


@dataclass
class Node:
    """An element of the tree: its kind, its own words, the pieces of pages that say it as (page, MCID)."""

    kind: str
    text: str
    alternative: str
    attribute: str = ""
    marked: list[tuple[int, int]] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        yield self
        for child in self.children:
            yield from child.walk()

    def all(self, kind: str) -> list[Node]:
        return [node for node in self.walk() if node.kind == kind]

    @property
    def kinds(self) -> list[str]:
        return [child.kind for child in self.children]


def tree(content: bytes) -> Node:
    """The tree, after a check that it is sound: every piece belongs to one element, which the page names too."""
    with pikepdf.open(BytesIO(content)) as pdf:
        root = pdf.Root.StructTreeRoot
        assert pdf.Root.MarkInfo.Marked
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        by_page = dict(zip(list(root.ParentTree.Nums)[::2], list(root.ParentTree.Nums)[1::2], strict=True))
        owners: dict[tuple[int, int], Any] = {}
        for number, page in enumerate(pdf.pages):
            for mcid, owner in enumerate(
                by_page[page.obj.StructParents] if "/StructParents" in page.obj else ()
            ):
                owners[number, mcid] = owner.objgen
        seen: dict[tuple[int, int], Any] = {}
        found = _node(root.K, pages, seen)
        assert seen == owners
        for number, page in enumerate(pdf.pages):
            ids = [int(n) for n in re.findall(rb"<</MCID (\d+)>> BDC", page.Contents.read_bytes())]
            assert ids == [mcid for at, mcid in sorted(owners) if at == number]
            _balanced(page)
        return found


def _balanced(page: pikepdf.Page) -> None:
    """Everything that is drawn is marked, and whatever is opened is closed in its place."""
    opened: list[str] = []
    for instruction in pikepdf.parse_content_stream(page):
        name = str(instruction.operator)
        if name in ("BMC", "BDC"):
            opened.append(str(instruction.operands[0]))
        elif name == "EMC":
            opened.pop()
        elif name in ("Tj", "TJ", "f", "S", "f*", "B", "Do"):
            assert opened, instruction
        elif name in ("BT", "ET"):
            opened.append("BT") if name == "BT" else opened.remove("BT")
    assert opened == []


def _node(element: Any, pages: dict[Any, int], seen: dict[tuple[int, int], Any]) -> Node:
    attributes = element.get("/A", {})
    made = Node(
        str(element.S)[1:],
        str(element.get("/ActualText", "")),
        str(element.get("/Alt", "")),
        next((str(value)[1:] for name, value in attributes.items() if name != "/O"), ""),
    )
    children = element.get("/K", [])
    for child in children if isinstance(children, (pikepdf.Array, list)) else [children]:
        if isinstance(child, int):
            made.marked.append((pages[element.Pg.objgen], child))
        elif child.get("/Type") == pikepdf.Name.MCR:
            made.marked.append((pages[child.Pg.objgen], int(child.MCID)))
        else:
            assert child.P.objgen == element.objgen
            made.children.append(_node(child, pages, seen))
    for place in made.marked:
        assert place not in seen
        seen[place] = element.objgen
    return made
