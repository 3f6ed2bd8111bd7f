"""The texts beside the body of a DOCX: notes and comments by their references, headers and footers by sections."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from desktop_app.documents.document import DocumentPart, LeftOut, PartKind
from desktop_app.documents.docx_body import DocxBodyReader
from desktop_app.documents.docx_fields import CONTENTS, PAGE_NUMBERS
from desktop_app.documents.docx_numbering import DocxNumbering
from desktop_app.documents.docx_styles import Styles, W, attribute, switched
from desktop_app.documents.lines import PartReference

Reader = TypeVar("Reader", bound=DocxBodyReader)

_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_NOTES: Final = {
    "footnotes": (PartKind.FOOTNOTE, LeftOut.FOOTNOTES),
    "endnotes": (PartKind.ENDNOTE, LeftOut.ENDNOTES),
    "comments": (PartKind.COMMENT, LeftOut.COMMENTS),
}
_MARGINS: Final = {
    f"{W}headerReference": (PartKind.HEADER, LeftOut.HEADER),
    f"{W}footerReference": (PartKind.FOOTER, LeftOut.FOOTER),
}
#: What a margin without own words consists of: dashes around a page number, tabs, a rule.
NO_WORDS: Final = " -–—_\t\n/"


@dataclass(slots=True)
class DocxText:
    """The lines of one text of the package, its references by code point, and what it leaves out."""

    lines: list[str]
    places: list[tuple[int, PartReference]]
    left_out: set[LeftOut]


@dataclass(frozen=True, slots=True)
class DocxReading:
    """What all texts of a package are read with: its file name for errors, lists, styles, language."""

    name: str
    numbering: Any | None
    styles: Styles
    persian: bool

    def body(self, body: Any) -> DocxText:
        """Reads the body, or another text with its own lists."""
        return self.text(body, self.lists, CONTENTS)

    def text(self, root: Any, numbering: Callable[[], DocxNumbering], hidden: frozenset[str]) -> DocxText:
        """Reads one text; results of the fields in `hidden` are dropped."""
        reader = self.reader(root, DocxBodyReader, numbering, hidden)
        return DocxText(reader.lines.found, list(reader.lines.places()), reader.left_out)

    def lists(self) -> DocxNumbering:
        """Returns the lists of the package, before their first number."""
        return DocxNumbering(self.numbering, self.styles)

    def reader(
        self, root: Any, make: type[Reader], numbering: Callable[[], DocxNumbering], hidden: frozenset[str]
    ) -> Reader:
        """Returns a reader of the class `make` that has read one text."""
        for obey_fields in (True, False):
            reader = make(
                self.name, numbering(), self.styles,
                persian=self.persian, hidden_fields=hidden, obey_fields=obey_fields,
            )  # fmt: skip
            reader.read(root)
            if not reader.inline.fields.unfinished:
                break
            # An unterminated field would hide the rest of the text: read again and ignore fields.
        return reader


@dataclass(slots=True)
class DocxPartReader:
    """Reads the texts beside the body into `found`; `left_out` names those that nothing visible refers to.

    `places` are the references of the body. Those of notes are added: a comment on a note stands where the note does.
    """

    reading: DocxReading
    places: list[tuple[int, PartReference]]
    found: list[DocumentPart] = field(default_factory=list)
    left_out: set[LeftOut] = field(default_factory=set)

    def notes(self, relation: str, roots: Sequence[Any]) -> None:
        """Reads notes of one kind, each at its first reference."""
        kind, key = _NOTES[relation]
        notes = {attribute(note, "id") or "": note for root in roots for note in root if _is_normal(note)}
        at = {name: offset for offset, (of, name) in sorted(self.places, reverse=True) if of is kind}
        numbering = self.reading.lists()
        for name, note in sorted(notes.items(), key=lambda one: at.get(one[0], -1)):
            read = self.reading.text(note, lambda: numbering, CONTENTS | PAGE_NUMBERS)
            words = "\n".join(line.strip() for line in read.lines).strip()
            if not words:
                continue
            if name not in at:
                self.left_out.add(key)
                continue
            self.left_out |= read.left_out
            self.found.append(DocumentPart(kind, at[name], words))
            self.places += [(at[name], reference) for _offset, reference in read.places]

    def margins(
        self, body: Any, settings: Any | None, targets: Mapping[str, str], roots: Mapping[str, Any]
    ) -> None:
        """Reads the headers and footers that the sections show; equal ones once."""
        shown = list(dict.fromkeys(_shown(body, settings)))
        for tag, (kind, key) in _MARGINS.items():
            members = [targets[name] for of, name in shown if of == tag and targets.get(name) in roots]
            texts = {member: self._margin(roots[member]) for member in members}
            words = dict.fromkeys(text for text in texts.values() if text)
            self.found += [DocumentPart(kind, None, text) for text in words]
            others = [part for part, root in roots.items() if root.tag == _ROOTS[kind] and part not in texts]
            if any((text := self._margin(roots[part])) and text not in words for part in others):
                self.left_out.add(key)

    def _margin(self, root: Any) -> str:
        read = self.reading.text(root, self.reading.lists, CONTENTS | PAGE_NUMBERS)
        self.left_out |= read.left_out
        words = "\n".join(line.strip() for line in read.lines if line.strip(NO_WORDS))
        return words.strip()


_ROOTS: Final = {PartKind.HEADER: f"{W}hdr", PartKind.FOOTER: f"{W}ftr"}


def _is_normal(note: Any) -> bool:
    """Returns whether a note is none of the separators between text and notes."""
    return attribute(note, "type") in (None, "normal")


def _shown(body: Any, settings: Any | None) -> list[tuple[str, str]]:
    """Returns the element name and relationship of each margin that a section shows.

    Margins of the first page and of even pages are shown only where the document says so.
    """
    sections = [one for one in body.iter(f"{W}sectPr") if one.getparent().tag != f"{W}sectPrChange"]
    kinds = {"default", None}
    if any(switched(section, "titlePg") for section in sections):
        kinds.add("first")
    if switched(settings, "evenAndOddHeaders"):
        kinds.add("even")
    return [
        (reference.tag, reference.get(f"{_R}id") or "")
        for section in sections
        for reference in section
        if reference.tag in _MARGINS and attribute(reference, "type") in kinds
    ]
