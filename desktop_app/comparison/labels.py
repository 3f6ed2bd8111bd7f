"""The syntax of labels of provisions in Persian legal texts.

All functions work on a flat text (see `folding.flat`), whose offsets are those of the original. `recognition`
decides which matches are labels.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import IntEnum
from functools import lru_cache, partial
from typing import Final, NamedTuple

from desktop_app.comparison.finding import LazyPattern
from desktop_app.comparison.folding import KASHIDA, MARK_CLASS
from desktop_app.comparison.numbers import ORDINALS, WORDS_PATTERN, stretched, value_of
from desktop_app.persian.text import ZWNJ


class LabelKind(IntEnum):
    """The kind of a label. A smaller value is a higher level of the hierarchy."""

    #: An annex, which has a numbering of its own.
    ANNEX = 0
    VOLUME = 1
    BOOK = 2
    DIVISION = 3
    TITLE = 4
    PART = 5
    CHAPTER = 6
    SECTION = 7
    SPEECH = 8
    SUBSECTION = 9
    #: An ordinal and a title without a word for the division: «اول - در خیار مجلس».
    ORDINAL = 10
    ARTICLE = 11
    NOTE = 12
    LETTER = 13
    NUMBER = 14
    BRACKETED = 15
    ITEM = 16
    PARAGRAPH = 17

    @property
    def heading(self) -> bool:
        """Returns whether the label heads a division and not a provision."""
        return self < LabelKind.ARTICLE


#: The kinds that a reference calls «بند», whatever the style of their number.
CLAUSES: Final = frozenset({LabelKind.LETTER, LabelKind.NUMBER, LabelKind.BRACKETED})


class ProvisionLabel(NamedTuple):
    """A label at `[start, end)` of a text, including its separator, which starts at `core_end`.

    `number` is canonical («دوم», «2» and «۲» are equal); it is empty without a number («تبصره ـ»). `word` is the
    canonical word of the label («ماده», «اصل», «بند»); it is empty for «الف)» and «۱-».
    """

    kind: LabelKind
    number: str
    start: int
    core_end: int
    end: int
    word: str = ""


#: Creates a `ProvisionLabel` from a tuple of all fields, in half the time of the constructor.
made_label: Final[Callable[[tuple[LabelKind, str, int, int, int, str]], ProvisionLabel]] = partial(
    tuple.__new__, ProvisionLabel
)


class LabelReading(NamedTuple):
    """A possible label, with the evidence for and against it."""

    label: ProvisionLabel
    #: Whether a dash, colon, full stop or bracket follows.
    separated: bool
    #: Whether only its neighbours can confirm it («م. رضایی» is a name, «م ا د ه ۵ …» a guess).
    doubtful: bool
    #: Whether it counts only in a series, because it has an unusual form: «"ماده ۵- …», «ماده-۵- …», «م ۵- …».
    loose: bool = False


made_reading: Final[Callable[[tuple[ProvisionLabel, bool, bool, bool]], LabelReading]] = partial(
    tuple.__new__, LabelReading
)

_HEADINGS: Final = {
    "کتاب": LabelKind.BOOK, "باب": LabelKind.TITLE, "بخش": LabelKind.PART, "فصل": LabelKind.CHAPTER,
    "مبحث": LabelKind.SECTION, "گفتار": LabelKind.SPEECH,
}  # fmt: skip
#: Headings whose words usually mean something else. They count only at the start of a line.
_RARE_HEADINGS: Final = {
    "جلد": LabelKind.VOLUME, "قسمت": LabelKind.DIVISION, "فقره": LabelKind.SUBSECTION,
    "پیوست": LabelKind.ANNEX, "ضمیمه": LabelKind.ANNEX,
}  # fmt: skip
_KINDS: Final = {
    **_HEADINGS, **_RARE_HEADINGS, "ماده": LabelKind.ARTICLE, "اصل": LabelKind.ARTICLE, "تبصره": LabelKind.NOTE,
    "بند": LabelKind.LETTER,
    "جزء": LabelKind.ITEM, "جز": LabelKind.ITEM,
}  # fmt: skip
LETTERS: Final = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
ALPHABET: Final[tuple[str, ...]] = ("الف", *LETTERS[1:])
#: The letters in abjad order, which older texts use for counting.
ABJAD: Final[tuple[str, ...]] = ("الف", *"بجدهوزحطیکلمنسعفصقرشتثخذضظغ")

#: Possessive quantifiers, so that no run of spaces makes a search quadratic.
_W: Final = f"[ {ZWNJ}]*+"
_STRETCH: Final = f"[{KASHIDA}{MARK_CLASS}{ZWNJ}]*+"
_SPACED: Final = f"[ {KASHIDA}{MARK_CLASS}{ZWNJ}]*+"
_EZAFE: Final = f"(?:ء|(?<=[ه{ZWNJ}])ی(?= ))?"
#: A dash after a digit separates the text («۵-۱۵ روز») unless another separator follows («۵-۱- …»).
_DEEPER: Final = rf"(?:/\d{{1,3}}|\.\d{{1,2}}(?=\D|$)|(?:-\d{{1,2}})++(?={_W}[-:.)](?!\d)))?"
NUMBER: Final = rf"(?:\d{{1,4}}{_DEEPER}(?!\d)|{WORDS_PATTERN})"
LETTER: Final = f"(?:الف|[بپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی])(?![^\\W_ـ]|{ZWNJ}[^\\W_])"
_REPEATED: Final = rf"(?:{_W}\(?{_W}مکرر(?:{_W}(?:\d{{1,2}}(?!\d)|یکم?|دوم?|سوم?|اول))?{_W}\)?)?"
#: Remains of brackets, bullets or bold type before a label.
_REMAINS: Final = "*#•▪●○◦■□◆◇▶►[("
_BEFORE: Final = f"(?:[{re.escape(_REMAINS)}]++{_W})?"


def _either(words: tuple[str, ...], between: str) -> str:
    return "|".join(stretched(word, between) for word in words)


def _named(name: str, words: tuple[str, ...], between: str = _STRETCH, number: str = "") -> str:
    return f"{_BEFORE}(?P<{name}_word>{_either(words, between)}){_EZAFE}{number or _numbered(name)}{_ending(name)}"


def _numbered(name: str) -> str:
    return f'{_W}(?:شماره{_W})?(?P<{name}>(?:[(["]{_W})?{NUMBER}{_REPEATED})'


def _ending(name: str) -> str:
    return f'(?P<{name}_close>{_W}[])"*]++)?(?P<{name}_sep>{_W}[-:./]++(?:{_W}[-:]++)*+\\**+)?'


_DIVISIONS: Final = (*_HEADINGS, "ماده", "اصل")
_SINGLE: Final = f"واحده{_STRETCH}(?![^\\W_])"
_ARTICLE: Final = _named("an", _DIVISIONS, number=f"(?:{_W}(?P<an_single>{_SINGLE})|{_numbered('an')})")
#: «تبصره-۱-» has a number, «تبصره - ۱- متن» a list.
_NOTE: Final = _named("nn", ("تبصره",), number=f"(?![^\\W\\d_])(?:(?:-(?=\\d{{1,3}}-))?{_numbered('nn')})?")
#: Text from OCR, with spaces between letters.
_OCR: Final = _named("on", (*_DIVISIONS, "تبصره"), _SPACED)
_CLAUSE: Final = (
    f"{_BEFORE}(?P<cn_word>{_either(('بند', 'جزء', 'جز'), _STRETCH)}){_EZAFE}{_W}"
    f'(?P<cn>(?:[(["]{_W})?(?:{LETTER}|{NUMBER}))'
    f'(?P<cn_close>{_W}[])"*]++)?(?:(?P<cn_sep>{_W}[-:.]++)|(?P<cn_end>{_W}(?=\n|$)))'
)
#: A clause without a separator: «بند (۱) متن».
_OPEN_CLAUSE: Final = (
    f"(?P<un_word>{_either(('بند', 'جزء', 'جز'), _STRETCH)}){_EZAFE}{_W}"
    f'(?P<un>[("]{_W}(?:{LETTER}|{NUMBER}){_W}[)"]|{LETTER}|{NUMBER})(?P<un_close>(?!))?(?P<un_sep>(?!))?(?= )'
)
#: Labels in unusual forms: in quotation marks or angle brackets, behind a dash, with a mark before the number.
_LOOSE: Final = (
    f'(?P<ln_before>(?:["<{{-]++{_W}){{1,3}}+)?{_BEFORE}'
    f"(?P<ln_word>{_either((*_DIVISIONS, 'تبصره'), _STRETCH)}){_EZAFE}"
    f'(?P<ln_close>{_W}[-.:](?={_W}["(]?{_W}{NUMBER}))?{_numbered("ln")}(?P<ln_end>{_W}[])"*>}}]++)?'
    f"(?P<ln_sep>{_W}[-:./،]++(?:{_W}[-:]++)*+\\**+)?"
)
#: «م ۵- …», an abbreviation of «ماده ۵».
_SHORT: Final = (
    f"(?P<mn_word>م){_W}(?P<mn_close>\\.{_W})?(?P<mn>\\d{{1,3}}(?!\\d)|\\({_W}\\d{{1,3}}{_W}\\))"
    f"(?P<mn_sep>{_W}[-:.)]++|(?<=\\)))(?!{_W}\\d)"
)
_MARK: Final = "(?:[*•▪●○◦■□]++ *+)?"
_BARE_LETTER: Final = f"(?:الف|[{LETTERS}])"
_LETTER_CLAUSE: Final = (
    f"{_MARK}(?P<lb>\\({_W}{_BARE_LETTER}[ـ{ZWNJ}]*+{_W}\\)){_W}[-:.]*+"
    rf"|{_MARK}(?P<ll>{_BARE_LETTER}(?:[-/]\d{{1,2}}(?={_W}[-):.](?!\d)))?)"
    f"(?P<ll_sep>[ـ{ZWNJ}]*+{_W}(?:[-):.]++|/(?= ))|ـ++(?![^\\W_]))-*+"
)
_NUMBER_CLAUSE: Final = (
    rf"{_MARK}(?P<nb>\({_W}\d{{1,3}}{_W}\)){_W}[-:.]*+"
    rf"|{_MARK}(?P<nl>\d{{1,3}}(?:[-.]\d{{1,3}}){{0,3}})(?!\d){_W}(?P<nl_sep>[-):]++|\.)-*+(?![\d/])"
)
_RARE: Final = _named("rn", tuple(_RARE_HEADINGS))
#: An ordinal before the title of an unnamed division. The text below decides whether it is a heading.
_ORDINAL_HEADING: Final = (
    f"(?=[^\\W\\d_]{{3,9}}[ {ZWNJ}{KASHIDA}]*+[-:])(?P<dn>{'|'.join(ORDINALS)})"
    f"{_STRETCH}(?P<dn_sep>{_W}[-:]++)"
)
_LINE_START: Final = f"[ \f\v{ZWNJ}]*+"
_WITHOUT_WORD: Final = f"{_SHORT}|{_LETTER_CLAUSE}|{_NUMBER_CLAUSE}"
#: A cheap test for the word of a label, whatever is before it and between its letters. Without a word, the long
#: patterns are not tried.
_ANYTHING: Final = f"[\\W{KASHIDA}]*+"
_WORD: Final = re.compile(f"[^\\w\n]*+(?:{_either(tuple(_KINDS), _ANYTHING)})")
_WITHOUT_WORD_AT_LINE: Final = re.compile(f"{_LINE_START}(?:{_WITHOUT_WORD}|{_ORDINAL_HEADING})")
#: Labels at the start of a line, in the order in which they are tried.
_AT_LINE: Final = (
    LazyPattern(f"{_LINE_START}(?:{_ARTICLE}|{_NOTE}|{_CLAUSE}|{_OPEN_CLAUSE}|{_WITHOUT_WORD})"),
    LazyPattern(f"{_LINE_START}(?:{_OCR}|{_RARE}|{_LOOSE}|{_ORDINAL_HEADING})"),
)
_INSIDE: Final = LazyPattern(f"{_ARTICLE}|{_NOTE}")
#: Clauses that may be inside a paragraph or directly after a label.
CLAUSE: Final = re.compile(f"{_LETTER_CLAUSE}|{_NUMBER_CLAUSE}")
BELOW: Final = LazyPattern(f"{_W}(?:{_CLAUSE}|{_LETTER_CLAUSE}|{_NUMBER_CLAUSE})")

_UNSEEN: Final = re.compile(f"[{KASHIDA}{MARK_CLASS}{ZWNJ} ]+")
#: A telephone area code, which is never the number of a clause.
_AREA_CODE: Final = re.compile(r"0\d\d")
_FOLLOWED_BY_DIGIT: Final = re.compile(rf"{_W}\d")
_PARTS: Final = {
    name: (f"{name}_word", f"{name}_close", f"{name}_sep") for name in ("an", "nn", "on", "cn", "rn", "un")
}
_NO_CORE: Final = f" {KASHIDA}"
_OPENING: Final = ("(", "[", '"')
_ORDINAL: Final = re.compile("\\d|م$|اول|نخست")
_BARE: Final = {
    "lb": LabelKind.LETTER,
    "ll": LabelKind.LETTER,
    "nb": LabelKind.BRACKETED,
    "nl": LabelKind.NUMBER,
}

#: The most common labels at the start of a line, matched without named groups for speed. The patterns above would
#: match them in the same way: the letter required after the separator excludes rarer forms.
COMMON: Final = (
    f"(?:({'|'.join((*_DIVISIONS, 'تبصره'))}) ([0-9]{{1,4}}) ?[-:]|(تبصره) ?[-:]|({_BARE_LETTER}) ?[-)]"
    rf"|([1-9][0-9]{{0,2}}) ?[-)])(?= ?[^\W\d_])"
)


def read_common(match: re.Match[str], start: int) -> LabelReading:
    """Returns the label at `start`, given a match of `COMMON`."""
    group, end = match.lastindex or 0, match.end()
    core_end, written = match.end(group), match[group]
    if group == 2:
        word = match[1]
        label = made_label((_KINDS[word], canonical_number(written), start, core_end, end, word))
    elif group == 3:
        label = made_label((LabelKind.NOTE, "", start, core_end, end, written))
    else:
        kind = LabelKind.LETTER if group == 4 else LabelKind.NUMBER
        label = made_label((kind, canonical_number(written), start, core_end, end, ""))
    return made_reading((label, True, False, False))


def at_line(text: str, start: int) -> re.Match[str] | None:
    """Returns the match of a possible label of any kind at the start of a line."""
    if _WORD.match(text, start) is None:
        return _WITHOUT_WORD_AT_LINE.match(text, start)
    matches = (pattern.compiled.match(text, start) for pattern in _AT_LINE)
    return next(filter(None, matches), None)


def inside(text: str, start: int) -> re.Match[str] | None:
    """Returns the match of a possible label of an article, a heading or a note inside a paragraph."""
    return _INSIDE.compiled.match(text, start) if _WORD.match(text, start) else None


def read(match: re.Match[str]) -> LabelReading | None:
    """Returns the label of a match of one of the other patterns, or None if it is not a label."""
    name = (match.lastgroup or "")[:2]
    if name == "dn":
        start, core_end = match.span("dn")
        number = canonical_number(match["dn"])
        return LabelReading(
            ProvisionLabel(LabelKind.ORDINAL, number, start, core_end, match.end()), True, True
        )
    if name in {"ln", "mn"}:
        return _read_loose(match, name)
    return _read_bare(match, name) if name in _BARE else _read_named(match, name)


def _read_loose(match: re.Match[str], name: str) -> LabelReading:
    word = "ماده" if name == "mn" else _spelled(match[f"{name}_word"])
    start = _without_blanks(match.string, match.start(), match.start(f"{name}_word"))
    end = match.end(f"{name}_end") if name == "ln" and match["ln_end"] else match.end(name)
    label = ProvisionLabel(_KINDS[word], canonical_number(match[name]), start, end, match.end(), word)
    return LabelReading(label, False, True, True)


def _read_named(match: re.Match[str], name: str) -> LabelReading:
    text, end = match.string, match.end()
    word_group, close_group, separator_group = _PARTS[name]
    word_start, core_end = match.span(word_group)
    word = _spelled(text[word_start:core_end])
    written = match[name]
    if written is not None:
        core_end = match.end(name)
    elif name == "an":
        written, core_end = "واحده", match.end("an_single")
    start = match.start()
    if start != word_start:
        start = _without_blanks(text, start, word_start)
    separated = name == "cn" or match[separator_group] is not None
    if (closed := match.end(close_group)) > 0:
        if text[start:word_start].strip(ZWNJ) or (written or "").startswith(_OPENING):
            core_end = closed
        elif text[core_end:closed].lstrip(f" {ZWNJ}").startswith(")"):
            separated = True
        elif not separated:
            end = core_end
    if text[core_end - 1] in _NO_CORE:
        # «تبصرهـ»: the kashida is used as a dash.
        core = text[word_start:core_end].rstrip(_NO_CORE)
        separated = separated or KASHIDA in text[word_start + len(core) : core_end]
        core_end = word_start + len(core)
    number = canonical_number(written) if written else ""
    kind = LabelKind.NUMBER if word == "بند" and number[:1].isdecimal() else _KINDS[word]
    doubtful = not separated and _doubtful(name, word, written, text[end : end + 1])
    return LabelReading(ProvisionLabel(kind, number, start, core_end, end, word), separated, doubtful)


def _doubtful(name: str, word: str, written: str | None, rest: str) -> bool:
    if name == "un":
        return True
    if name in {"on", "rn"}:
        return rest not in {"", "\n"}
    # «اصل دو شرط دارد» means a principle, not the second principle.
    return word == "اصل" and written is not None and not _ORDINAL.search(written)


def _read_bare(match: re.Match[str], name: str) -> LabelReading | None:
    written, kind = match[name], _BARE[name]
    end = match.end()
    if name == "nl" and _AREA_CODE.match(written):
        return None
    doubtful = False
    if name == "ll":
        separator = match["ll_sep"].strip(f" {ZWNJ}{KASHIDA}")
        # «م. رضایی» is a name, «ت: ۸۸۹۰» a telephone number.
        doubtful = separator == "." or (
            separator == ":" and _FOLLOWED_BY_DIGIT.match(match.string, end) is not None
        )
    start, core_end = match.span(name)
    start = _without_blanks(match.string, match.start(), start)
    label = ProvisionLabel(kind, canonical_number(written), start, core_end, end)
    return LabelReading(label, True, doubtful)


def _without_blanks(text: str, start: int, core: int) -> int:
    """Returns the start of the label, including the remains and invisible characters before it, but not spaces.

    Invisible characters before a label belong to it: otherwise they would form an empty provision.
    """
    while start < core and text[start].isspace():
        start += 1
    return start


@lru_cache(maxsize=256)
def _spelled(word: str) -> str:
    """Returns the canonical spelling of a label's word."""
    spelled = _UNSEEN.sub("", word)
    return "جزء" if spelled == "جز" else spelled


def _unwrapped(written: str) -> str:
    return written.strip(f' {ZWNJ}()[]"ـ')


@lru_cache(maxsize=16384)
def canonical_number(written: str) -> str:
    """Returns a number as a key: digits without leading zeros, or the letter. «۵ مکرر» differs from «۵»."""
    core, repeated, rest = written.partition("مکرر")
    core = _unwrapped(core)
    value = value_of(core)
    key: str = str(value) if value is not None else _canonical_parts(core)
    if repeated:
        repetition = value_of(_unwrapped(rest))
        key += f" مکرر {repetition}" if repetition is not None else " مکرر"
    return key


def _canonical_parts(core: str) -> str:
    """Normalises a number of several parts («1.1» equals «1-1») and a lone «ا» (the first letter)."""
    if core in {"ا", "آ"}:
        return ALPHABET[0]
    return core.replace(".", "-") if core[:1].isdecimal() else core


def follows(number: str, following: str) -> bool:
    """Returns whether `following` is the next number of a list after `number`, in either alphabetical order."""
    if number.isdecimal() and following.isdecimal():
        return int(following) == int(number) + 1
    if "-" in number or "-" in following:
        return _follows_deeper(number.split("-"), following.split("-"))
    return any(
        number in order and following in order and order.index(following) == order.index(number) + 1
        for order in (ALPHABET, ABJAD)
    )


def _follows_deeper(number: list[str], following: list[str]) -> bool:
    if following[:-1] == number:
        return following[-1] == "1"
    depth = len(following)
    return (
        depth <= len(number)
        and following[:-1] == number[: depth - 1]
        and follows(number[depth - 1], following[-1])
    )
