"""Finds the definitions of a legal text: in its article of definitions, and in sentences that name something.

Three forms are known: an item «شورا: …» of an article (or of a chapter) that announces definitions, «منظور از شورا در
این آیین‌نامه …», and «… که در این آیین‌نامه «شورا» نامیده می‌شود». A meaning «در این ماده» holds for that article alone
and is none. Patterns apply to flat texts (see `folding.flat`), in which every quotation mark is `"`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from desktop_app.comparison.draft import SegmentedText
from desktop_app.comparison.finding import places_of
from desktop_app.comparison.folding import KASHIDA, MARK_CLASS, bare
from desktop_app.comparison.labels import CLAUSES, LabelKind
from desktop_app.comparison.numbers import stretched
from desktop_app.comparison.result import Range
from desktop_app.comparison.structure import Provision
from desktop_app.persian.text import ZWNJ

#: The words of a term, folded and without plural and ezafe: ("دستگاه", "اجرایی").
TermKey = tuple[str, ...]


class TermDefinition(NamedTuple):
    """A term as written, its key, the index of its provision, and the ranges of its meaning."""

    term: Range
    key: TermKey
    provision: int
    meaning: tuple[Range, ...]


_W: Final = f"[ \n{ZWNJ}]*+"
_INSTRUMENT: Final = (
    f"(?:قانون|آیین{_W}نامه|دستورالعمل|اساس{_W}نامه|شیوه{_W}نامه|تصویب{_W}نامه|نظام{_W}نامه|ضوابط|مقررات|مصوبه"
    f"|بخشنامه|لایحه|سند|قرارداد)(?:{_W}اجرایی)?"
)
_HERE: Final = f"در{_W}(?:این|متن{_W}این){_W}{_INSTRUMENT}"
_HENCEFORTH: Final = (
    f"(?:{_HERE}|(?:از{_W}این|زین|از{_W}آن){_W}پس|از{_W}این{_W}به{_W}بعد|من{_W}بعد|به{_W}اختصار|اختصارا)"
)
_NAME: Final = f"[^\\W\\d_][\\w{ZWNJ}]*+"
_TERM: Final = f'(?:"{_W}(?P<quoted>[^"\n]{{2,80}}?){_W}"|(?P<plain>{_NAME}(?:[ \n]{_NAME}){{0,5}}?))'
#: «… که در این آیین‌نامه به اختصار «شورا» نامیده می‌شود».
_NAMED: Final = re.compile(
    f"{_HENCEFORTH}[ \n،:]*+{_TERM}"
    f"[ \n]*+(?:نامیده|خوانده|گفته|اطلاق){_W}(?:می{_W})?(?:شود|شوند|شده|گردد|گردند)"
)
#: What leads to the last words before a name, and is no part of the meaning.
_LEADS: Final = re.compile(f"(?:،{_W})?(?:که{_W})?(?:{_HENCEFORTH}{_W})*$")
_COLON: Final = re.compile("[ \n]*:")
#: «(از این پس «شورا»)».
_BRACKETED: Final = re.compile(
    f'\\({_W}(?:که{_W})?{_HENCEFORTH}[ \n،:]*+"{_W}(?P<quoted>[^"\n]{{2,80}}?){_W}"{_W}\\)'
)
#: «منظور از «شورا» در این قانون …».
_MEANT: Final = re.compile(
    f"(?:منظور|مراد|مقصود){_W}از{_W}(?:(?:واژه|کلمه|عبارت|اصطلاح){_W})?{_TERM}[ \n]*+،?[ \n]*+{_HERE}(?![^\\W_])"
    "[ \n،:]*+"
)
#: The heading of an article or chapter of definitions.
_TITLE: Final = re.compile(
    f"[ \n{ZWNJ}:-]*+(?:تعاریف|تعریف|تعریف{_W}ها|اصطلاحات|واژه{_W}ها|واژگان|کلیات{_W}و{_W}تعاریف|هدف{_W}و{_W}تعاریف)"
    f"(?:{_W}(?:و|،){_W}(?:اصطلاحات|مفاهیم|اختصارات|عبارات|کلیات|واژه{_W}ها|تعاریف))*+(?![^\\W_])"
)
#: «در این آیین‌نامه اصطلاحات زیر در معانی مشروح به کار می‌روند:».
_LEAD: Final = re.compile(
    f"(?:اصطلاح|واژه|واژگان|عبارت|کلم|تعاریف|مفاهیم|اختصار)[^.؛:]{{0,120}}"
    f"(?:معانی|معنی|معنای|مفهوم|مفاهیم|مشروح|تعریف|به{_W}جای|به{_W}شرح|به{_W}کار)[^.؛:]{{0,80}}(?:[:.]|$)"
)
#: How far into an article its lead may reach.
_LEAD_LENGTH: Final = 320
_MARK: Final = f"[ \n{ZWNJ}•*·▪-]*+"
#: The beginning of an item: its term, and what separates it from its meaning.
_ITEM: Final = re.compile(
    f'{_MARK}(?:"{_W}(?P<quoted>[^"\n]{{2,80}}?){_W}"|(?P<plain>{_NAME}(?:[ /]{_NAME}){{0,7}}?))'
    f"(?:{_W}\\([^)\n]{{0,80}}\\))?{_W}"
    f"(?:[:=]|[ ]?-(?=[ \n])|،?{_W}(?:عبارت(?:ند)?{_W}(?:است{_W}|اند{_W})?از|به{_W}(?:معنای|معنی|مفهوم)|یعنی)"
    f"(?![^\\W_])){_W}"
)
_ITEM_LINE: Final = re.compile("[^\n]+")
_SENTENCE_STARTS: Final = ".؛:\n"
_SENTENCE_ENDS: Final = re.compile("[.؛\n]|$")
#: The longest sentence that is searched for its start or its name.
_REACH: Final = 400
_NAMING: Final = ("نامیده", "خوانده", "گفته", "اطلاق")
_SUFFIXES: Final = frozenset({"ها", "های", "هایی", "ی"})
_PLURALS: Final = ("هایی", "های", "ها")
_BETWEEN: Final = f"[{MARK_CLASS}{KASHIDA}{ZWNJ}]*+"
#: The words of a definition that name no term.
_NO_TERMS: Final = frozenset({"این", "آن", "ماده", "تبصره", "بند", "موارد", "موارد زیر", "شامل"})


def term_key(words: str) -> TermKey:
    """Returns the key of a term in flat text; the same for «دستگاه‌های اجرایی» and «دستگاه اجرایی», «بیمه‌گر» and
    «بیمه گر»."""
    parts = map(bare, words.replace(ZWNJ, " ").split())
    return tuple(_stem(part) for part in parts if part and part not in _SUFFIXES)


def _stem(word: str) -> str:
    """Returns a folded word without «ها» and without the ezafe of a word that ends in a vowel («شورای»)."""
    for plural in _PLURALS:
        if word.endswith(plural) and len(word) > len(plural) + 1:
            return word.removesuffix(plural)
    return word[:-1] if len(word) > 3 and word[-1] == "ی" and word[-2] in "اوه" else word


def term_pattern(words: str) -> re.Pattern[str]:
    """Returns the pattern of a term in a flat text, as whole words, however it is joined, singular or plural."""
    parts = [part for part in words.split() if bare(part) and bare(part) not in _SUFFIXES]
    return re.compile(
        f"(?<![\\w{ZWNJ}])" + f"[ \n{ZWNJ}]++".join(map(_word_pattern, parts)) + f"(?!\\w|{ZWNJ}\\w)"
    )


def _word_pattern(word: str) -> str:
    pieces = [bare(piece) for piece in word.split(ZWNJ)]
    *first, last = [piece for piece in pieces if piece and piece not in _SUFFIXES] or pieces
    letters = f"[ {ZWNJ}]?".join(stretched(piece, _BETWEEN) for piece in (*first, _stem(last)))
    ezafe = f"(?:[ {ZWNJ}]?ی)?" if _stem(last)[-1:] in "اوه" else ""
    return f"{letters}(?:[ {ZWNJ}]?(?:هایی|های|ها))?{ezafe}"


def definitions_of(draft: SegmentedText) -> list[TermDefinition]:
    """Returns the definitions of a text in their order, each provision and term once."""
    found: dict[tuple[int, TermKey], TermDefinition] = {}
    for definition in (*_named(draft), *_meant(draft), *_items(draft)):
        found.setdefault((definition.provision, definition.key), definition)
    return sorted(found.values())


def is_item(draft: SegmentedText, provision: int, key: TermKey) -> bool:
    """Returns whether a provision begins as the definition of a term does, wherever it stands."""
    item = _ITEM.match(draft.flat, draft.provisions[provision].body, draft.provisions[provision].end)
    return item is not None and term_key(item["quoted"] or item["plain"]) == key


def _named(draft: SegmentedText) -> Iterator[TermDefinition]:
    text = draft.flat
    reached = 0
    for place in places_of(text, *_NAMING):
        start = max(reached, place - _REACH)
        match = _last_match(_NAMED, text, start, place)
        if match is not None:
            reached = match.end()
            yield from _defined(draft, match, *_named_meaning(draft, match))
    for place in places_of(text, "("):
        match = _BRACKETED.match(text, place)
        if match is not None:
            yield from _defined(draft, match, (_sentence_start(text, place), place))


def _named_meaning(draft: SegmentedText, match: re.Match[str]) -> tuple[Range, ...]:
    """Returns what stands before a name in its sentence, and what follows it after a colon."""
    text, start = draft.flat, match.start()
    first = _sentence_start(text, start)
    leads = _LEADS.search(text[first:start])
    end = start if leads is None else first + leads.start()
    provision = draft.index_at(start)
    if provision is None or not _COLON.match(text, match.end()):
        return ((first, end),)
    return (first, end), (match.end(), draft.provisions[provision].end)


def _last_match(pattern: re.Pattern[str], text: str, start: int, place: int) -> re.Match[str] | None:
    """Returns the shortest match that begins after `start` and contains `place`."""
    for at in reversed(places_of(text[start:place], "در", "از", "زین", "من", "به", "اختصارا")):
        match = pattern.match(text, start + at)
        if match is not None and match.start() < place < match.end():
            return match
    return None


def _meant(draft: SegmentedText) -> Iterator[TermDefinition]:
    for place in places_of(draft.flat, "منظور", "مراد", "مقصود"):
        match = _MEANT.match(draft.flat, place)
        if match is not None:
            end = _SENTENCE_ENDS.search(draft.flat, match.end())
            assert end is not None
            yield from _defined(draft, match, (match.end(), end.start()))


def _defined(draft: SegmentedText, match: re.Match[str], *meaning: Range) -> Iterator[TermDefinition]:
    name = "quoted" if match["quoted"] is not None else "plain"
    provision = draft.index_at(match.start())
    key = term_key(match[name])
    if provision is not None and key and " ".join(key) not in _NO_TERMS:
        body = draft.provisions[provision].body
        ranges = tuple((max(start, body), max(end, body)) for start, end in meaning)
        yield TermDefinition(match.span(name), key, provision, ranges)


def _sentence_start(text: str, place: int) -> int:
    above = text[max(0, place - _REACH) : place]
    return place - len(above) + max(above.rfind(mark) for mark in _SENTENCE_STARTS) + 1


def _items(draft: SegmentedText) -> Iterator[TermDefinition]:
    provisions = draft.provisions
    chapter: tuple[str, ...] | None = None
    index = 0
    while index < len(provisions):
        one = provisions[index]
        index += 1
        if one.kind.heading:
            if _TITLE.match(draft.flat, one.body, one.end):
                chapter = one.path
        elif one.kind is LabelKind.ARTICLE:
            below = _below(provisions, index)
            if _announces(draft, one):
                yield from _lines(draft, index - 1)
                yield from _clauses(draft, index, below)
            elif chapter is not None and one.path[: len(chapter)] == chapter:
                yield from _item(draft, index - 1, one.body, [*range(index, below)])
            index = below


def _below(provisions: tuple[Provision, ...], first: int) -> int:
    """Returns the index after the clauses and notes that follow an article."""
    last = first
    while last < len(provisions) and provisions[last].kind > LabelKind.ARTICLE:
        last += 1
    return last


def _announces(draft: SegmentedText, article: Provision) -> bool:
    end = min(article.end, article.body + _LEAD_LENGTH)
    return (
        _TITLE.match(draft.flat, article.body, end) is not None
        or _LEAD.search(draft.flat, article.body, end) is not None
    )


def _clauses(draft: SegmentedText, first: int, last: int) -> Iterator[TermDefinition]:
    """Yields the definitions in the clauses of an article; clauses below a clause belong to its meaning."""
    provisions = draft.provisions
    own = [at for at in range(first, last) if _defines(provisions[at])]
    for at, following in pairwise([*own, last]):
        nested = [index for index in range(at + 1, following) if provisions[index].kind in CLAUSES]
        yield from _item(draft, at, provisions[at].body, nested)


def _defines(provision: Provision) -> bool:
    """Returns whether a clause is one of the article itself («الف»), or numbered as one («۱-۱»)."""
    return provision.kind in CLAUSES and (len(provision.address) == 2 or "-" in provision.number)


def _lines(draft: SegmentedText, article: int) -> Iterator[TermDefinition]:
    """Yields the definitions in the lines of an article: «- شورا: …»."""
    provision = draft.provisions[article]
    lines = [*_ITEM_LINE.finditer(draft.flat, provision.body, provision.end)]
    for number, line in enumerate(lines):
        announces = number < 2 and (_TITLE.match(line[0]) or _LEAD.search(line[0]))
        if not announces:
            yield from _item(draft, article, line.start(), [], line.end())


def _item(
    draft: SegmentedText, provision: int, start: int, nested: list[int], end: int | None = None
) -> Iterator[TermDefinition]:
    stop = draft.provisions[provision].end if end is None else end
    match = _ITEM.match(draft.flat, start, stop)
    if match is not None and not _NAMED.search(match[0]):
        below = tuple((draft.provisions[at].body, draft.provisions[at].end) for at in nested)
        for one in _defined(draft, match, (match.end(), stop)):
            yield one._replace(provision=provision, meaning=(*one.meaning, *below))
