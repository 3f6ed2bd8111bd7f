"""The structure tree of a document (headings, paragraphs, lists, tables, figures) for screen readers.

A PDF contains marks on a page; tags describe their meaning (ISO 32000-1, 14.7 and 14.8). Announce it before
drawing:

    paper.mark(element)   # the following content belongs to this element, in any number of pieces and pages
    paper.mark(None)      # the following content is decoration: a rule, a tint, a repeated header

An element enters the tree with its first content. The tree therefore has the order in which pages are drawn,
which is the reading order. Elements belong to one run of writing; blocks make new ones whenever their pieces
are requested.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final, NamedTuple

from pikepdf import Array, Dictionary, Name, Pdf, String

#: Number of elements of a document after which tables are tagged by rows instead of cells. Ten thousand rows
#: of tagged cells would take a megabyte, and nobody has them read aloud.
MOST_BY_CELLS: Final = 6_000


def encodable(text: str) -> str:
    """Replaces lone surrogates, which file names may contain and PDF strings cannot, by U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


class MarkedContent(NamedTuple):
    """A marked part of a page: the page, from 0, and the number of the part on it."""

    page: int
    number: int


Attribute = tuple[str, str, str | int]
COLUMN_HEAD: Final[Attribute] = ("Table", "Scope", "Column")


def spanning(columns: int) -> Attribute:
    """Attribute of a cell that spans `columns` columns."""
    return "Table", "ColSpan", columns


class Element:
    """A part of the document; without `parent`, at the top level.

    `kind` is a standard structure type (`H1`, `P`, `TD`). `alternative` describes a figure; `text` replaces the
    glyphs, whose order on the page is left to right. `attribute` is an attribute of its kind: owner, name,
    value (see `COLUMN_HEAD`).
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
    """The structure tree of one run of writing, and the element of each marked part of the pages."""

    def __init__(self, canvas: Any) -> None:
        self.root = Element("Document")
        self.root.entered = True
        self._canvas: Any = canvas
        self._pages: list[list[Element]] = []
        self._open: Element | None = None
        self._marking = False
        self._in_artifact = False
        self._count = 0

    @property
    def crowded(self) -> bool:
        """Whether tables are tagged by rows from here on."""
        return self._count >= MOST_BY_CELLS

    def begin_page(self) -> None:
        """Starts the next page; later marks belong to it."""
        self._pages.append([])

    def drop_page(self) -> None:
        """Drops the last page and the elements that entered the tree on it."""
        dropped = {id(element) for element in self._pages.pop()}
        self.root.children = [child for child in self.root.children if id(child) not in dropped]
        self._marking = False

    def mark(self, element: Element | None) -> None:
        """Assigns the following content to `element`, or marks it as decoration if None."""
        if self._in_artifact:
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
        """Ends the current marked content, so that the operators of the page are complete."""
        if self._marking:
            self._canvas._code.append("EMC")
        self._open, self._marking = None, False

    def enter(self, element: Element) -> None:
        """Appends `element` to its parent in the tree, if it is not there yet."""
        while not element.entered:
            element.entered = True
            self._count += 1
            parent = element.parent or self.root
            parent.children.append(element)
            element = parent

    @contextmanager
    def artifact(self, kind: str = "") -> Iterator[None]:
        """Marks everything drawn in the context as decoration, whatever its own marks are.

        `kind` (`Header`, `Footer`) names content that is repeated on every page.
        """
        self.close()
        if kind:
            self._canvas._code.append(f"/Artifact <</Type /Pagination /Subtype /{kind}>> BDC")
        self._in_artifact, self._open, self._marking = True, None, bool(kind)
        try:
            yield
        finally:
            self._in_artifact = False
            self.close()

    def write(self, pdf: Pdf) -> None:
        """Writes the tree into `pdf`, which must have the pages that were marked."""
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
    """Makes PDF objects of elements, parents before children."""

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
            # Every note needs a unique ID (ISO 14289-1, 7.9).
            self._notes += 1
            made.ID = String(f"note-{self._notes}")
        first = next((child.page for child in element.children if isinstance(child, MarkedContent)), None)
        if first is not None:
            made.Pg = self._pages[first]
        kids: list[Any] = []
        for child in element.children:
            if isinstance(child, Element):
                kids.append(self.element(child, made))
            elif child.page == first:
                kids.append(child.number)
            else:
                kids.append(Dictionary(Type=Name.MCR, Pg=self._pages[child.page], MCID=child.number))
        if kids:
            made.K = kids[0] if len(kids) == 1 else Array(kids)
        return made

    def _attribute(self, attribute: Attribute) -> Any:
        """Returns one shared object for all elements with the same attribute."""
        if attribute not in self._attributes:
            owner, name, value = attribute
            made = Dictionary(O=Name(f"/{owner}"))
            made[f"/{name}"] = value if isinstance(value, int) else Name(f"/{value}")
            self._attributes[attribute] = self._pdf.make_indirect(made)
        return self._attributes[attribute]
