"""Searches the user guide for words, in the spelling variants that the search of the program knows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from desktop_app.guide.markup import GuideBlock
from desktop_app.guide.pages import GLOSSARY, Guide, GuidePage, GuidePlace
from desktop_app.persian.query import Query, Wanted, marked, parse_query
from desktop_app.persian.text import search_terms


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a page that was found: its place, the title to show, and the line with most of the words."""

    target: GuidePlace
    title: str
    beside: str
    words: str


@dataclass(frozen=True, slots=True)
class _Part:
    passage: Passage
    lines: tuple[str, ...]
    named: frozenset[str]
    terms: frozenset[str]


def find(guide: Guide, typed: str) -> list[Passage]:
    """Returns the parts with all typed words, those with the words in their title first; nothing for no words.

    Where no part has all of them, those with most. The last word also matches as a prefix.
    """
    query = parse_query(typed)
    if not query.wanted:
        return []
    counted = [(_count(query, part.named | part.terms), part) for part in _parts(guide)]
    most = max((count for count, _ in counted), default=0)
    found = [part for count, part in counted if count == most > 0]
    return [
        replace(part.passage, words=max(part.lines, key=lambda line: len(marked(query, line))))
        for part in sorted(found, key=lambda part: _count(query, part.named), reverse=True)
    ]


def _count(query: Query, terms: frozenset[str]) -> int:
    """Returns how many of the wanted words occur; 0 where an unwanted one does."""
    unwanted = any(_matches(one, terms) for one in query.unwanted)
    return 0 if unwanted else sum(_matches(one, terms) for one in query.wanted)


def _matches(one: Wanted, terms: frozenset[str]) -> bool:
    return any(
        all(word in terms for word in way[:-1])
        and (way[-1] in terms or (one.beginning and any(term.startswith(way[-1]) for term in terms)))
        for way in one.ways
    )


@lru_cache
def _parts_of(page: GuidePage) -> tuple[_Part, ...]:
    made: list[_Part] = []
    heading, held = "", list[GuideBlock]()
    for block in (*page.blocks, None):
        if block is not None and block.kind != "heading":
            held.extend([] if block.kind == "picture" else [block])
            continue
        # The words before the first heading of the glossary introduce it and explain nothing.
        if held and (heading or page.name != GLOSSARY):
            made.append(_part(page, heading, held))
        heading, held = ("" if block is None else block.text), []
    return tuple(made)


def _part(page: GuidePage, heading: str, blocks: list[GuideBlock]) -> _Part:
    lines = tuple(block.text for block in blocks)
    passage = Passage(
        GuidePlace(page.name, heading), heading or page.title, page.title if heading else "", lines[0]
    )
    named = search_terms(f"{page.title} {heading}" if page.name != GLOSSARY else heading)
    return _Part(passage, lines, frozenset(named), frozenset(search_terms(" ".join(lines))))


def _parts(guide: Guide) -> list[_Part]:
    return [part for page in guide.pages.values() for part in _parts_of(page)]
