"""Loads the pages of the user guide in the order of its table of contents.

The guide exists in Persian only; the pages are the same in every language of the program.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from desktop_app.guide.markup import GuideBlock, Piece, parse
from desktop_app.paths import resource

GLOSSARY: Final = "glossary"
#: The page of a window without a screen of its own.
FIRST_PAGE: Final = "first-hour"
#: The page with a tour over sample data.
TOUR: Final = "tour"
_RELATED: Final = "صفحه‌های مرتبط"


@dataclass(frozen=True, slots=True)
class GuidePlace:
    """A place of the guide: a page, and one of its headings or nothing."""

    page: str
    heading: str = ""


@dataclass(frozen=True)
class GuidePage:
    """A page: its blocks without the title, and the links to related pages."""

    name: str
    title: str
    blocks: tuple[GuideBlock, ...]
    related: tuple[Piece, ...] = ()

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(block.text for block in self.blocks if block.kind == "heading")


@dataclass(frozen=True, slots=True)
class GuideGroup:
    """A group of the table of contents."""

    title: str
    pages: tuple[GuidePage, ...]


@dataclass(frozen=True)
class Guide:
    """The whole guide."""

    groups: tuple[GuideGroup, ...]
    pages: Mapping[str, GuidePage]

    @property
    def terms(self) -> tuple[str, ...]:
        """The words that the glossary explains."""
        return self.pages[GLOSSARY].headings

    def explained(self, term: str) -> tuple[GuideBlock, ...]:
        """Returns the explanation of a term of the glossary; nothing for another word."""
        blocks = self.pages[GLOSSARY].blocks
        starts = [at for at, block in enumerate(blocks) if block.kind == "heading"]
        for start, end in zip(starts, [*starts[1:], len(blocks)], strict=True):
            if blocks[start].text == term:
                return blocks[start + 1 : end]
        return ()


def target_of(link: str, page: str) -> GuidePlace:
    """Returns the place of a link that stands on `page`."""
    name, _, heading = link.partition("#")
    return GuidePlace(name.removesuffix(".md") or page, heading.replace("-", " "))


@lru_cache
def guide() -> Guide:
    """Returns the guide. Raises `OSError` or `tomllib.TOMLDecodeError` for a broken installation."""
    return load(resource("help", "fa"))


def load(folder: Path) -> Guide:
    """Reads a guide from a folder with `contents.toml` and its pages."""
    contents = tomllib.loads((folder / "contents.toml").read_text("utf-8"))
    groups = tuple(
        GuideGroup(group["title"], tuple(_page(folder, name) for name in group["pages"]))
        for group in contents["group"]
    )
    return Guide(groups, MappingProxyType({page.name: page for group in groups for page in group.pages}))


def _page(folder: Path, name: str) -> GuidePage:
    blocks = parse((folder / f"{name}.md").read_text("utf-8"))
    related = tuple(
        piece for block in blocks if block.text.startswith(_RELATED) for piece in block.pieces if piece.target
    )
    body = tuple(block for block in blocks if block.kind != "title" and not block.text.startswith(_RELATED))
    title = next(block.text for block in blocks if block.kind == "title")
    return GuidePage(name, title, body, related)
