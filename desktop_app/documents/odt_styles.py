"""Which styles of an OpenDocument text hide what they format, and which page styles it uses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from desktop_app.documents.odt_lists import STYLE, TEXT

#: Maximum length of a chain of styles. A longer one is a loop.
_MAX_CHAIN: Final = 32
_STANDARD: Final = "Standard"


@dataclass(frozen=True, slots=True)
class _Style:
    parent: str | None
    #: None means inherited from the parent.
    hidden: bool | None


class HiddenStyles:
    """The styles by family and name, as far as they hide text."""

    def __init__(self, *roots: Any) -> None:
        self._styles: dict[tuple[str, str], _Style] = {}
        for root in roots:
            if root is None:
                continue
            for style in root.iter(f"{STYLE}style"):
                properties = style.find(f"{STYLE}text-properties")
                display = properties.get(f"{TEXT}display") if properties is not None else None
                key = style.get(f"{STYLE}family") or "", style.get(f"{STYLE}name") or ""
                hidden = None if display is None else display == "none"
                self._styles[key] = _Style(style.get(f"{STYLE}parent-style-name"), hidden)

    def hides(self, family: str, element: Any) -> bool:
        """Returns whether the style of an element hides its text; `family` is "text" or "paragraph"."""
        name = element.get(f"{TEXT}style-name")
        for _ in range(_MAX_CHAIN):
            style = self._styles.get((family, name)) if name else None
            if style is None:
                return False
            if style.hidden is not None:
                return style.hidden
            name = style.parent
        return False


def used_pages(content: Any, looks: Any) -> Iterator[Any]:
    """Yields the page styles that the text uses: the first one, those that a style names, and their successors."""
    pages = {page.get(f"{STYLE}name") or "": page for page in looks.iter(f"{STYLE}master-page")}
    named = [
        name
        for root in (content, looks)
        for style in root.iter(f"{STYLE}style")
        if (name := style.get(f"{STYLE}master-page-name"))
    ]
    waiting = [_STANDARD if _STANDARD in pages else next(iter(pages), ""), *named]
    seen: set[str] = set()
    for name in waiting:
        page = pages.get(name)
        if page is None or name in seen:
            continue
        seen.add(name)
        yield page
        waiting.append(page.get(f"{STYLE}next-style-name") or "")
