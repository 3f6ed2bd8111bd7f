"""Labels of provisions in real Persian legal texts: where they stand, and what is only a reference.

Everything here works on a flat text (see `folding.flat`), whose offsets are those of the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from desktop_app.comparison.numbers import WORDS_PATTERN, value_of
from desktop_app.persian.text import ZWNJ


class Kind(IntEnum):
    """What a label heads; the smaller stands above the greater."""

    BOOK = 1
    TITLE = 2
    PART = 3
    CHAPTER = 4
    SECTION = 5
    SPEECH = 6
    ARTICLE = 7
    NOTE = 8
    LETTER = 9
    NUMBER = 10
    BRACKETED = 11
    ITEM = 12
    PARAGRAPH = 13

    @property
    def heading(self) -> bool:
        """Whether it is a division of the text and no rule of its own."""
        return self <= Kind.SPEECH


@dataclass(frozen=True, slots=True)
class Label:
    """A label at `[start, end)` of a text, its separator included; `core_end` is where the separator begins.

    `number` is the same however it is spelled («دوم», «2», «۲»); empty where there is none («تبصره ـ»).
    """

    kind: Kind
    number: str
    start: int
    core_end: int
    end: int


_HEADINGS: Final = {
    "کتاب": Kind.BOOK, "باب": Kind.TITLE, "بخش": Kind.PART, "فصل": Kind.CHAPTER,
    "مبحث": Kind.SECTION, "گفتار": Kind.SPEECH,
}  # fmt: skip
LETTERS: Final = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
ALPHABET: Final = ("الف", *LETTERS[1:])

#: Possessive, so that no run of blanks can make a search quadratic.
_W: Final = f"[ {ZWNJ}]*+"
_EZAFE: Final = f"(?:{ZWNJ}?ٔ|{ZWNJ}ی|ی(?= ))?"
NUMBER: Final = rf"(?:\d{{1,4}}(?:/\d{{1,3}})?(?!\d)|{WORDS_PATTERN})"
LETTER: Final = f"(?:الف|[بپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی])(?![^\\W_ـ]|{ZWNJ}[^\\W_])"
_REPEATED: Final = f"(?:{_W}\\(?{_W}مکرر(?:{_W}{NUMBER})?{_W}\\)?)?"


def _separated(group: str) -> str:
    return f"(?P<{group}>{_W}[-:./]++(?:{_W}[-:]++)*+)?"


def _numbered(group: str) -> str:
    return f'{_W}(?P<{group}>[(\\["]?{_W}{NUMBER}(?:{_W}[)\\]"])?{_REPEATED})'


_HEADING: Final = f"(?P<heading>(?:{'|'.join(_HEADINGS)})){_EZAFE}{_numbered('hn')}{_separated('hs')}"
_ARTICLE: Final = (
    f"(?P<article>ماده|اصل){_EZAFE}(?:{_W}(?P<single>واحده(?![^\\W_ـ]))|{_numbered('an')})"
    f"(?:{_separated('as')}|{_W}(?P<ap>\\)))"
)
_NOTE: Final = (
    f"(?P<note>تبصره){_EZAFE}(?![^\\W_ـ])ـ*(?:{_numbered('nn')})?(?:{_separated('ns')}|{_W}(?P<np>\\)))"
)
_NAMED_CLAUSE: Final = (
    f'(?P<clause>بند|جزء|جز){_EZAFE}{_W}(?P<cn>[("]?{_W}(?:{LETTER}|{NUMBER}){_W}[)"]?)'
    f"(?P<cs>{_W}[-:.)]+|{_W}(?=\n|$))"
)
_LETTER_CLAUSE: Final = (
    f"(?P<lb>\\({_W}(?:الف|[{LETTERS[1:]}])[ـ{ZWNJ}]*+{_W}\\)){_W}[-:.]*"
    f"|(?P<ll>(?:الف|[{LETTERS[1:]}]))(?:[ـ{ZWNJ}]*+{_W}[-):./]+|ـ+(?![^\\W_]))-*"
)
_NUMBER_CLAUSE: Final = (
    rf"(?P<nb>\({_W}\d{{1,3}}{_W}\)){_W}[-:.]*"
    rf"|(?P<nl>\d{{1,3}}(?:[-.]\d{{1,3}}){{0,3}})(?!\d){_W}(?:[-):]+|\.)-*(?![\d/])"
)
_CLAUSE: Final = re.compile(f"{_W}(?:{_NAMED_CLAUSE}|{_LETTER_CLAUSE}|{_NUMBER_CLAUSE})")
_AT_LINE: Final = re.compile(
    f"^{_W}(?:{_HEADING}|{_ARTICLE}|{_NOTE}|{_NAMED_CLAUSE}|{_LETTER_CLAUSE}|{_NUMBER_CLAUSE})", re.MULTILINE
)
_ARTICLE_INSIDE: Final = re.compile(f"(?:{_ARTICLE}|{_NOTE})(?<=[-:])")
_CLAUSE_INSIDE: Final = re.compile(f"(?:{_LETTER_CLAUSE}|{_NUMBER_CLAUSE})(?<=[-)])")
#: Where one of them may begin: cheap, for it is looked for in all of the text.
_PERHAPS_ARTICLE: Final = re.compile("ماده|اصل|تبصره")
_PERHAPS_CLAUSE: Final = re.compile(
    rf"[:.؛،]{_W}(?=\(|[^\W\d_][ـ{ZWNJ}]*+{_W}[-)]|الف[ـ{ZWNJ}]*+{_W}[-)]|\d{{1,3}}[-.\d]{{0,12}}{_W}[-)])"
)
#: What follows a reference and never a label without a separator.
_GOES_ON: Final = re.compile(
    f"{_W}(?:این|آن|همین|همان|قانون|آیین|دستورالعمل|اساسنامه|مذکور|فوق|یادشده|یاد|و|یا|تا|الی|است|نیست|که|را|نیز"
    f"|می|نمی|شد|شده|ماده|مواد|اصل|تبصره|بند|جزء|های?|هایی|به|از|مصوب|موضوع)(?![^\\W_])"
)
_SENTENCE_END: Final = frozenset('.؛:!؟)]"-')
#: A sentence that ends in a verb is over even where its full stop was forgotten.
_VERB_END: Final = re.compile(
    "(?:است|نیست|بود|شود|شوند|شد|گردد|گردند|باشد|باشند|نماید|نمایند|کند|کنند|دهد|دهند|دارد|دارند|گیرد|گیرند|رسد|یابد)$"
)


def labels_of(text: str) -> list[Label]:
    """All labels of the flat `text`, in its order; references inside running text are left out."""
    found: list[Label] = []
    for match in _AT_LINE.finditer(text):
        label = _label(match)
        if _only_a_reference(text, match, label):
            continue
        found.append(label)
        if not label.kind.heading:
            found.extend(_behind(text, label))
    found.extend(_inside(text, found))
    found.sort(key=lambda label: label.start)
    return found


def _label(match: re.Match[str]) -> Label:
    groups = match.groupdict()
    kind, core, number = _read(groups)
    # What is not seen before a label belongs to it; else it would be a provision of nothing.
    start = match.start(core)
    while start > match.start() and match.string[start - 1] == ZWNJ:
        start -= 1
    end = match.end()
    core_end = match.end(number) if number else match.end(core)
    if kind is Kind.ARTICLE and groups.get("single"):
        core_end = match.end("single")
    written = "واحده" if groups.get("single") else (groups[number] or "" if number else "")
    return Label(kind, canonical_number(written), start, core_end, end)


def _read(groups: dict[str, str | None]) -> tuple[Kind, str, str | None]:
    """The kind, the group at which the label begins and the group of its number."""
    if word := groups.get("heading"):
        return _HEADINGS[word], "heading", "hn"
    if groups.get("article"):
        return Kind.ARTICLE, "article", None if groups.get("single") else "an"
    if groups.get("note"):
        return Kind.NOTE, "note", "nn" if groups.get("nn") else None
    if word := groups.get("clause"):
        if word != "بند":
            return Kind.ITEM, "clause", "cn"
        return (
            (Kind.NUMBER if value_of(_unwrapped(groups["cn"])) is not None else Kind.LETTER),
            "clause",
            "cn",
        )
    for group, kind in (("lb", Kind.LETTER), ("ll", Kind.LETTER), ("nb", Kind.BRACKETED)):
        if groups.get(group):
            return kind, group, group
    return Kind.NUMBER, "nl", "nl"


def _unwrapped(written: str | None) -> str:
    return (written or "").strip(f' {ZWNJ}()[]"ـ')


def canonical_number(written: str) -> str:
    """The number as a key: digits without leading noughts, the letter, «۵ مکرر» kept apart from «۵»."""
    core, repeated, behind = written.partition("مکرر")
    core = _unwrapped(core)
    value = value_of(core)
    key = str(value) if value is not None else core
    if repeated:
        again = value_of(_unwrapped(behind))
        key += f" مکرر {again}" if again is not None else " مکرر"
    return key


def _only_a_reference(text: str, match: re.Match[str], label: Label) -> bool:
    """Whether what looks like a label at the start of a line is running text: «ماده ۱۲ این قانون …»."""
    if label.kind in {Kind.LETTER, Kind.NUMBER, Kind.BRACKETED, Kind.ITEM}:
        return False
    if match.group("hs") or match.group("as") or match.group("ns"):
        return False
    if _GOES_ON.match(text, label.end):
        return True
    # A line that goes on with the sentence of the line above was wrapped, not begun.
    above = text[max(0, match.start() - 81) : match.start()]
    if not above.endswith("\n") or above.endswith("\n\n") or label.kind.heading:
        return False
    line = above[:-1].rpartition("\n")[2].rstrip(f" {ZWNJ}")
    if len(line) < 60 or text[label.end : label.end + 1] in {"\n", ""}:
        return False
    return line[-1] not in _SENTENCE_END and _VERB_END.search(line) is None


def _behind(text: str, label: Label) -> Iterator[Label]:
    """Clauses whose label follows straight behind another: «ماده ۵ـ الف) …», «تبصره ۱ـ (۱) …»."""
    while label.core_end < label.end or label.kind is Kind.BRACKETED:
        match = _CLAUSE.match(text, label.end)
        if match is None:
            return
        below = _label(match)
        if match.group("clause") and not match.group("cs").strip(f" {ZWNJ}"):
            return
        if below.kind <= label.kind or below.number not in {"1", "الف"}:
            return
        yield below
        label = below


def _inside(text: str, at_lines: list[Label]) -> Iterator[Label]:
    """Labels that run together inside a paragraph: «… مشخص می‌شود. ماده ۳ـ …», «…: الف) … ب) …»."""
    taken = {label.start for label in at_lines}
    candidates = [label for label in _candidates(text) if label.start not in taken]
    if not candidates:
        return
    merged: list[tuple[int, Label, bool]] = [(label.start, label, True) for label in at_lines]
    merged += [(label.start, label, False) for label in candidates]
    merged.sort(key=lambda item: (item[0], not item[2]))
    last: dict[Kind, str] = {}
    for position, (_start, label, sure) in enumerate(merged):
        if not sure and not _plausible(text, label, last, merged[position + 1 : position + 13]):
            continue
        if not sure:
            yield label
        if label.kind <= Kind.NOTE:
            last = {kind: number for kind, number in last.items() if kind < label.kind}
        last[label.kind] = label.number


def _candidates(text: str) -> Iterator[Label]:
    for word in _PERHAPS_ARTICLE.finditer(text):
        at = word.start()
        if at and not text[at - 1].isalpha() and (match := _ARTICLE_INSIDE.match(text, at)):
            yield _label(match)
    for stop in _PERHAPS_CLAUSE.finditer(text):
        if match := _CLAUSE_INSIDE.match(text, stop.end()):
            yield _label(match)


def _plausible(text: str, label: Label, last: dict[Kind, str], behind: list[tuple[int, Label, bool]]) -> bool:
    before = text[max(0, label.start - 40) : label.start].rstrip(f" {ZWNJ}")
    if label.kind <= Kind.NOTE:
        if before.endswith((".", "؛", "!", "؟")):
            return True
        follows = _successor(last.get(label.kind, "0"), label.number) or label.kind is Kind.NOTE
        return follows and _VERB_END.search(before) is not None
    if _successor(last.get(label.kind, ""), label.number):
        return True
    if label.number not in {"1", "الف"}:
        return False
    line_end = text.find("\n", label.end)
    for start, other, _sure in behind:
        if line_end != -1 and start > line_end + 200:
            return False
        if other.kind is label.kind:
            return _successor(label.number, other.number)
    return False


def _successor(number: str, following: str) -> bool:
    if number.isdigit() and following.isdigit():
        return int(following) == int(number) + 1
    if number in ALPHABET and following in ALPHABET:
        return ALPHABET.index(following) == ALPHABET.index(number) + 1
    return False
