"""The document as a tree of headings, paragraphs, lists, tables and figures, for whoever has it read aloud.

A PDF shows ink; tags say what the ink is (ISO 32000-1, 14.7 and 14.8). Whatever draws says first what it draws:

    paper.mark(element)   # what follows says this element, in any number of pieces and on any number of pages
    paper.mark(None)      # what follows is decoration: a rule, a tint, a head that was read before

An element enters the tree when something of it is drawn, so the tree is in the order in which pages are set: that is
the order of reading. Elements belong to one writing; blocks make new ones each time they are asked for their pieces.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final, NamedTuple

from pikepdf import Array, Dictionary, Name, Pdf, String

#: Tables are tagged by cells up to so many elements in one document, then by rows: ten thousand rows of cells would
#: be a megabyte of tags, which nobody has read aloud.
MOST_BY_CELLS: Final = 6_000


def encodable(text: str) -> str:
    """`text` with U+FFFD for halves of a surrogate pair, such as a file name may hold: no PDF string can."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


class MarkedContent(NamedTuple):
    """A piece of a page that says an element: the page, counted from 0, and the piece's number on it."""

    page: int
    number: int


Attribute = tuple[str, str, str | int]
COLUMN_HEAD: Final[Attribute] = ("Table", "Scope", "Column")


def spanning(columns: int) -> Attribute:
    """Of a cell that reaches over so many columns."""
    return "Table", "ColSpan", columns


class Element:
    """A part of the document. `kind` is a standard structure type (`H1`, `P`, `TD`); `parent` None is the document.

    `alternative` is said in place of a figure, `text` in place of glyphs, which stand on the page from left to right;
    `attribute` is one that its kind has: who owns it, its name, its value (see `COLUMN_HEAD`).
    """

    __slots__ = ("alternative", "attribute", "children", "entered", "kind", "parent", "text")

    def __init__(
        self,
        kind: str,
        parent: Element | None = None,
        *,
        text: str = "",
        alternative: str = "",
        attribute: Attribute | None = None,
    ) -> None:
        self.kind = kind
        self.parent = parent
        self.text = text
        self.alternative = alternative
        self.attribute = attribute
        self.children: list[Element | MarkedContent] = []
        self.entered = False


class Structure:
    """The tree of one writing, and what of each page belongs to which element of it."""

    def __init__(self, canvas: Any) -> None:
        self.root = Element("Document")
        self.root.entered = True
        self._canvas: Any = canvas
        self._pages: list[list[Element]] = []
        self._open: Element | None = None
        self._marking = False
        self._aside = False
        self._count = 0

    @property
    def crowded(self) -> bool:
        """Whether tables are tagged by rows from here on."""
        return self._count >= MOST_BY_CELLS

    def begin_page(self) -> None:
        """What is marked from here on is on the next page."""
        self._pages.append([])

    def drop_page(self) -> None:
        """Forgets the page that was begun last, and what was entered on it."""
        dropped = {id(element) for element in self._pages.pop()}
        self.root.children = [child for child in self.root.children if id(child) not in dropped]
        self._marking = False

    def mark(self, element: Element | None) -> None:
        """What is drawn from here on says `element`; None: it is decoration."""
        if self._aside:
            element = None
        if self._marking and element is self._open:
            return
        self.close()
        if element is None:
            self._canvas._code.append("/Artifact BMC")
        else:
            self.enter(element)
            contents = self._pages[-1]
            self._canvas._code.append(f"/{element.kind} <</MCID {len(contents)}>> BDC")
            element.children.append(MarkedContent(len(self._pages) - 1, len(contents)))
            contents.append(element)
        self._open, self._marking = element, True

    def close(self) -> None:
        """Ends what was marked last; the operators of a page are whole from here on."""
        if self._marking:
            self._canvas._code.append("EMC")
        self._open, self._marking = None, False

    def enter(self, element: Element) -> None:
        """Gives `element` its place in the tree: behind what its parent has by now."""
        while not element.entered:
            element.entered = True
            self._count += 1
            parent = element.parent or self.root
            parent.children.append(element)
            element = parent

    @contextmanager
    def aside(self, kind: str = "") -> Iterator[None]:
        """All that is drawn within is decoration, whatever it says of itself. `kind` (`Header`, `Footer`) names what
        comes again on every page."""
        self.close()
        if kind:
            self._canvas._code.append(f"/Artifact <</Type /Pagination /Subtype /{kind}>> BDC")
        self._aside, self._open, self._marking = True, None, bool(kind)
        try:
            yield
        finally:
            self._aside = False
            self.close()

    def write(self, pdf: Pdf) -> None:
        """Puts the tree into `pdf`, whose pages are those that were marked."""
        pages = [page.obj for page in pdf.pages]
        tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        made = _Making(pdf, pages)
        tree.K = made.element(self.root, tree)
        numbers = Array()
        for number, (page, contents) in enumerate(zip(pages, self._pages, strict=True)):
            if contents:
                page.StructParents = number
                numbers.append(number)
                numbers.append(pdf.make_indirect(Array([made.objects[id(element)] for element in contents])))
            page.Tabs = Name.S
        tree.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
        tree.ParentTreeNextKey = len(pages)
        pdf.Root.StructTreeRoot = tree
        pdf.Root.MarkInfo = Dictionary(Marked=True)


class _Making:
    """Makes PDF objects of elements, parents before their children."""

    def __init__(self, pdf: Pdf, pages: list[Any]) -> None:
        self.objects: dict[int, Any] = {}
        self._pdf = pdf
        self._pages = pages
        self._attributes: dict[Attribute, Any] = {}
        self._notes = 0

    def element(self, element: Element, parent: Any) -> Any:
        made = self._pdf.make_indirect(Dictionary(S=Name(f"/{element.kind}"), P=parent))
        self.objects[id(element)] = made
        if element.alternative:
            made.Alt = String(encodable(element.alternative))
        if element.text:
            made.ActualText = String(encodable(element.text))
        if element.attribute:
            made.A = self._attribute(element.attribute)
        if element.kind == "Note":
            # Notes have to be told apart (ISO 14289-1, 7.9).
            self._notes += 1
            made.ID = String(f"note-{self._notes}")
        first = next((child.page for child in element.children if isinstance(child, MarkedContent)), None)
        if first is not None:
            made.Pg = self._pages[first]
        kept: list[Any] = []
        for child in element.children:
            if isinstance(child, Element):
                kept.append(self.element(child, made))
            elif child.page == first:
                kept.append(child.number)
            else:
                kept.append(Dictionary(Type=Name.MCR, Pg=self._pages[child.page], MCID=child.number))
        if kept:
            made.K = kept[0] if len(kept) == 1 else Array(kept)
        return made

    def _attribute(self, attribute: Attribute) -> Any:
        """One object for all elements that have it in common."""
        if attribute not in self._attributes:
            owner, name, value = attribute
            made = Dictionary(O=Name(f"/{owner}"))
            made[f"/{name}"] = value if isinstance(value, int) else Name(f"/{value}")
            self._attributes[attribute] = self._pdf.make_indirect(made)
        return self._attributes[attribute]
