"""Chooses how paragraphs look, so that the automatic numbers of OLD give the numbers that NEW shows.

The numbers are counted in the order of NEW, as a reader counts them once all changes are accepted. Where no look of
OLD gives the number, it is written as text in a paragraph that belongs to no list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from lxml import etree

from desktop_app.documents.docx import DocxMain
from desktop_app.documents.docx_numbering import DocxNumbering
from desktop_app.documents.docx_styles import W, attribute
from desktop_app.reports.comparison_docx.sequence import Concern
from desktop_app.reports.redline.marks import Signer, change_look, look_of, set_look, style_of, with_number

#: What a new paragraph takes over from NEW where no paragraph of OLD has its style.
_TAKEN_OVER: Final = frozenset(f"{W}{tag}" for tag in ("pStyle", "numPr", "bidi", "jc"))
#: So many lists are tried for a number.
_LISTS: Final = 12
_LOOK: Final = (f"{W}pStyle", f"{W}numPr/{W}numId", f"{W}numPr/{W}ilvl")
_WORD: Final = re.compile(r"\w+")


class ParagraphNumbers:
    """The numbers of the accepted document so far."""

    def __init__(
        self, main: DocxMain, new: str, labels: Mapping[int, str] | None, lists: Iterable[Any], signer: Signer
    ) -> None:
        """`labels` has the automatic numbers of NEW by their places, and is None where it has no mark-up.

        `lists` are paragraphs of OLD with numbers.
        """
        self._numbering, self._styles = DocxNumbering(main.numbering, main.styles), main.styles
        self._persian, self._new, self._labels, self._signer = main.persian, new, labels, signer
        #: Whether the paragraphs that follow are in cells.
        self.in_cells = False
        self._lists = list(_distinct(lists))[-_LISTS:]

    def kept(self, paragraph: Any, at: int, end: int, *, typed: bool) -> int:
        """Settles a paragraph of OLD that becomes NEW `[at, end)`; returns the length of its automatic number.

        With `typed`, the number that NEW shows is in the text of OLD.
        """
        own = paragraph.find(f"{W}pPr")
        label = self._foreseen(own)
        wanted = bool(self.wanted(at)) and not typed
        if not self._fits(label, at, end) or (wanted and not label):
            before = look_of(paragraph)
            lists = self._in_lists(before) if wanted else ()
            other = next((look for look in lists if self._exact(look, at, end)), None)
            if other is None and label:
                other = with_number(before, None)
            if other is not None:
                change = self._signer.element("pPrChange", Concern.WORDS)
                change_look(paragraph, other, change, self._spelled_out(before))
                own = other
        return self._counted(own, at, end)

    def passed(self, paragraph: Any) -> None:
        """Counts a paragraph of OLD that shows no number."""
        self._counted(paragraph.find(f"{W}pPr"), 0, 0)

    def wanted(self, at: int) -> str:
        """Returns the automatic number of NEW at a place, if it has one."""
        return "" if self._labels is None else self._labels.get(at, "")

    def inserted(
        self, paragraph: Any, at: int, end: int, models: Sequence[Any], like: Any | None
    ) -> tuple[int, Any | None]:
        """Gives a new paragraph for NEW `[at, end)` the look of one of the `models`, the first that fits best.

        `like` is the paragraph of NEW: its place in a list is tried too. Returns the length of its automatic number,
        and the model.
        """
        tried = list(dict.fromkeys([*models, *self._lists]))
        looks = [(look_of(model), model) for model in tried] or [(look_of(paragraph), None)]
        if like is not None and all(style_of(model) != style_of(like) for model in models):
            # A style of OLD that none of its paragraphs has.
            looks[:0] = [(look, None) for look in self._styled(like)]
        number = like.find(f"{W}pPr/{W}numPr") if like is not None and self.wanted(at) else None
        if number is not None:
            looks.append((with_number(looks[0][0], number), looks[0][1]))
        looks.append((with_number(looks[0][0], None), looks[0][1]))
        look, model = min(looks, key=lambda one: self._rank(one[0], at, end))
        set_look(paragraph, look)
        return self._counted(look, at, end), model

    def _styled(self, like: Any) -> Iterator[Any]:
        """Yields the look of a paragraph of NEW in its style, if OLD has that style too."""
        if self._styles.chain(style_of(like)):
            look = look_of(like)
            for child in [child for child in look if child.tag not in _TAKEN_OVER]:
                look.remove(child)
            yield look

    def _rank(self, look: Any, at: int, end: int) -> int:
        """Returns 0 for a look that gives the number of NEW, 2 for one that gives another."""
        label = self._foreseen(look)
        if not self._fits(label, at, end):
            return 2
        if self._labels is None:
            return 0 if label else 1
        return 0 if label.strip() == self.wanted(at).strip() else 1

    def _exact(self, look: Any, at: int, end: int) -> bool:
        label = self._foreseen(look)
        return bool(label) and self._fits(label, at, end)

    def _fits(self, label: str, at: int, end: int) -> bool:
        return not label or self._length(label, at, end) > 0

    def _length(self, label: str, at: int, end: int) -> int:
        """Returns how much of NEW `[at, end)` is the number; the space at the end of a cell is not shown."""
        if self._new.startswith(label, at) and at + len(label) <= end:
            return len(label)
        bare = label.rstrip()
        ends_cell = self.in_cells and at + len(bare) == end
        return len(bare) if ends_cell and self._new.startswith(bare, at) else 0

    def _in_lists(self, own: Any) -> Iterator[Any]:
        for paragraph in self._lists:
            number = paragraph.find(f"{W}pPr/{W}numPr")
            if number is not None:
                yield with_number(own, number)

    def _foreseen(self, look: Any | None) -> str:
        style, rtl = self._style(look)
        return self._numbering.foreseen(look, style, rtl=rtl, persian=self._persian)

    def _style(self, look: Any | None) -> tuple[str | None, bool]:
        style = attribute(look.find(f"{W}pStyle")) if look is not None else None
        return style, self._styles.paragraph_rtl(look, style)

    def _spelled_out(self, look: Any) -> Any:
        """Returns a look that names the list which its style names: LibreOffice does not take that back itself."""
        style = attribute(look.find(f"{W}pStyle"))
        inherited, level = self._styles.number(style), self._numbering.level_of(look, style)
        if look.find(f"{W}numPr") is not None or inherited is None or level is None:
            return look
        number = etree.Element(f"{W}numPr")
        for tag, value in (("ilvl", level), ("numId", inherited[0])):
            etree.SubElement(number, f"{W}{tag}", {f"{W}val": str(value)})
        return with_number(look, number)

    def _counted(self, look: Any | None, at: int, end: int) -> int:
        style, rtl = self._style(look)
        label = self._numbering.label(look, style, rtl=rtl, persian=self._persian)
        return self._length(label, at, end) if label else 0


def first_word(text: str) -> str:
    """Returns the first word of a line, which often tells what it is («ماده», «تبصره»)."""
    found = _WORD.search(text)
    return found.group() if found else ""


def _distinct(paragraphs: Iterable[Any]) -> Iterator[Any]:
    """Yields the last paragraph of each style and list."""
    found: dict[tuple[str | None, ...], Any] = {}
    for paragraph in paragraphs:
        places = (paragraph.find(f"{W}pPr/{path}") for path in _LOOK)
        key = tuple(attribute(place) for place in places)
        found.pop(key, None)
        found[key] = paragraph
    yield from found.values()
