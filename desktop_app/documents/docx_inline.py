"""The text of a WordprocessingML paragraph: runs, fields, tracked changes, symbols, formulas, figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Final

from desktop_app.documents.document import LeftOut, PartKind
from desktop_app.documents.docx_fields import Fields
from desktop_app.documents.docx_styles import Styles, W, attribute, switched
from desktop_app.documents.lines import LineCollector, PartReference, References

MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_VML: Final = "{urn:schemas-microsoft-com:vml}"
_DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/"

DROPPED_CHANGES: Final = frozenset({f"{W}del", f"{W}moveFrom"})
KEPT_CHANGES: Final = frozenset({f"{W}ins", f"{W}moveTo"})
_PICTURES: Final = frozenset({f"{_DRAWING}main}}blip", f"{_VML}imagedata"})
_FIGURES: Final = frozenset(
    {
        f"{_DRAWING}chart}}chart",
        f"{_DRAWING}diagram}}relIds",
        f"{_VML}textpath",
        f"{_DRAWING}lockedCanvas}}lockedCanvas",
    }
)
_TRANSPARENT: Final = frozenset(
    f"{W}{tag}"
    for tag in ("hyperlink", "smartTag", "customXml", "dir", "bdo", "sdtContent", "rubyBase", "ruby")
)
_SIGNS: Final = {
    f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": "\n", f"{W}br": "\n",
    f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad",
}  # fmt: skip
#: The commonest signs of the symbol fonts, by the code that `w:sym` gives.
_SYMBOLS: Final = {
    0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF0FB: "✗", 0xF0FE: "☑", 0xF0FD: "☒", 0xF06F: "□",
    0xF0A8: "◻", 0xF06C: "●", 0xF06E: "■", 0xF0E0: "→", 0xF0DF: "←", 0xF0B0: "°", 0xF0B1: "±", 0xF0D7: "×",
    0xF0A3: "≤", 0xF0B3: "≥", 0xF0B9: "≠", 0xF02D: "−", 0xF0AE: "→", 0xF0AC: "←",
}  # fmt: skip


_REFERENCES: Final = {
    f"{W}footnoteReference": PartKind.FOOTNOTE,
    f"{W}endnoteReference": PartKind.ENDNOTE,
    f"{W}commentReference": PartKind.COMMENT,
}


@dataclass(frozen=True, slots=True)
class InlineText:
    """The text of a paragraph, the text boxes in it, and its references to notes by code point."""

    text: str
    boxes: list[Any]
    references: References


class InlineReader:
    """Reads what stands inside paragraphs, one after the other; fields go on from one to the next.

    What is left out on the way is added to `left_out`; `lines` bounds how deep elements may nest.
    """

    def __init__(
        self, lines: LineCollector, left_out: set[LeftOut], styles: Styles, *,
        hidden_fields: frozenset[str], obey_fields: bool,
    ) -> None:  # fmt: skip
        self.left_out = left_out
        self.fields = Fields(hidden_fields)
        self._lines = lines
        self._styles = styles
        self._hidden_fields = hidden_fields
        self._obey_fields = obey_fields
        self._silent = False
        self._boxes: list[Any] = []
        self._pieces: list[str] = []
        self._marks: list[tuple[int, PartReference]] = []
        self._inline: dict[str, Callable[[Any], None]] = {
            f"{W}t": self._text, f"{W}r": self._run, f"{W}sym": self._symbol, f"{W}fldChar": self._field_mark,
            f"{W}instrText": self._instruction, f"{W}fldSimple": self._simple_field, f"{W}sdt": self._control,
            f"{W}drawing": self._figure, f"{W}pict": self._figure, f"{W}object": self._object,
            f"{MC}AlternateContent": self._alternative,
            f"{_MATH}oMath": self._formula, f"{_MATH}oMathPara": self._formula,
            **dict.fromkeys(DROPPED_CHANGES, self._dropped), **dict.fromkeys(KEPT_CHANGES, self._kept),
            **dict.fromkeys(_TRANSPARENT, self._pieces_of), **dict.fromkeys(_SIGNS, self._sign),
            **dict.fromkeys(_REFERENCES, self._reference),
        }  # fmt: skip

    def read(self, paragraph: Any, *, hidden: bool) -> InlineText:
        """The text of a paragraph; `hidden`: its style hides what does not say otherwise."""
        outer = self._pieces, self._boxes, self._marks, self._silent
        self._pieces, self._boxes, self._marks, self._silent = [], [], [], hidden
        self._pieces_of(paragraph)
        whole = "".join(self._pieces)
        text = whole.strip("\n")
        before = len(whole) - len(whole.lstrip("\n"))
        ends = [0, *accumulate(map(len, self._pieces))] if self._marks else []
        references = [
            (min(len(text), max(0, ends[count] - before)), reference) for count, reference in self._marks
        ]
        found = InlineText(text, self._boxes, references)
        self._pieces, self._boxes, self._marks, self._silent = outer
        return found

    @contextmanager
    def fields_of_its_own(self) -> Iterator[None]:
        """While a text box is read: its fields are none of the text around it."""
        outer, self.fields = self.fields, Fields(self._hidden_fields)
        yield
        self.fields = outer

    def _pieces_of(self, parent: Any) -> None:
        self._lines.enter()
        for child in parent:
            read = self._inline.get(child.tag)
            if read is not None:
                read(child)
        self._lines.leave()

    def _put(self, text: str) -> None:
        if not self.fields.visible:
            return
        if self._silent:
            if text.strip():
                self.left_out.add(LeftOut.HIDDEN_TEXT)
            return
        self._pieces.append(text)

    def _run(self, run: Any) -> None:
        properties = run.find(f"{W}rPr")
        if properties is None:
            self._pieces_of(run)
            return
        hidden = switched(properties, "vanish")
        if hidden is None:
            style = attribute(properties.find(f"{W}rStyle"))
            hidden = (style is not None and self._styles.hidden(style)) or self._silent
        outer, self._silent = self._silent, hidden
        self._pieces_of(run)
        self._silent = outer

    def _text(self, element: Any) -> None:
        text = element.text or ""
        if element.get("{http://www.w3.org/XML/1998/namespace}space") != "preserve":
            text = text.strip(" \t\r\n")
        self._put(text.replace("\n", " "))

    def _sign(self, element: Any) -> None:
        self._put(_SIGNS[element.tag])

    def _reference(self, element: Any) -> None:
        if self.fields.visible and not self._silent:
            kind = _REFERENCES[element.tag]
            self._marks.append((len(self._pieces), (kind, attribute(element, "id") or "")))

    def _symbol(self, element: Any) -> None:
        try:
            code = int(attribute(element, "char") or "", 16)
            self._put(_SYMBOLS.get(code) or chr(code))
        except (ValueError, OverflowError):
            self._put("\ufffd")

    def _field_mark(self, element: Any) -> None:
        if self._obey_fields:
            self.fields.mark(attribute(element, "fldCharType"))
            self._note_contents()

    def _instruction(self, element: Any) -> None:
        self.fields.instruct(element.text or "")

    def _simple_field(self, element: Any) -> None:
        if not self.fields.hides(attribute(element, "instr") or ""):
            self._pieces_of(element)
        self._note_contents()

    def _note_contents(self) -> None:
        if self.fields.contents_left_out:
            self.left_out.add(LeftOut.CONTENTS)

    def _control(self, element: Any) -> None:
        inside = element.find(f"{W}sdtContent")
        if inside is not None:
            self._pieces_of(inside)

    def _dropped(self, element: Any) -> None:
        del element
        self.left_out.add(LeftOut.TRACKED_CHANGES)

    def _kept(self, element: Any) -> None:
        self.left_out.add(LeftOut.TRACKED_CHANGES)
        self._pieces_of(element)

    def _alternative(self, element: Any) -> None:
        chosen = chosen_alternative(element)
        if chosen is not None:
            self._pieces_of(chosen)

    def _formula(self, element: Any) -> None:
        self._put("".join(part.text or "" for part in element.iter(f"{_MATH}t")))

    def _object(self, element: Any) -> None:
        self.left_out.add(LeftOut.EMBEDDED)
        self._figure(element)

    def _figure(self, element: Any) -> None:
        for part in element.iter():
            if part.tag in _PICTURES:
                self.left_out.add(LeftOut.IMAGES)
            elif part.tag in _FIGURES:
                self.left_out.add(LeftOut.DRAWINGS)
            elif part.tag == f"{W}txbxContent" and not _inside_a_box(part, element) and not self._silent:
                self._boxes.append(part)


def chosen_alternative(alternatives: Any) -> Any | None:
    """The first choice that a modern Word would show; the fallback only where there is no choice."""
    choice = alternatives.find(f"{MC}Choice")
    return choice if choice is not None else alternatives.find(f"{MC}Fallback")


def _inside_a_box(box: Any, figure: Any) -> bool:
    for above in box.iterancestors():
        if above is figure:
            return False
        if above.tag == f"{W}txbxContent":
            return True
    return False
