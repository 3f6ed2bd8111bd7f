"""Parses the search syntax: words, "phrases", -excluded words and prefixes*, with the spelling variants of each
word.

This module is pure. A query becomes conditions over folded words; `database.search` translates them for each
engine. Variants come from orthographic rules, not from a dictionary. They cover the joining of compounds (space,
ZWNJ, nothing) and of «به» to the next word. They also cover the ezafe «ی» after «ه», and the carrier of a hamza.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from desktop_app.persian.digits import only_digits
from desktop_app.persian.spelling_variants import compounds_of, hamza_variants, one_sound
from desktop_app.persian.text import INVISIBLE, MARKS, ZWNJ, hamza_words, search_terms, words

#: Consecutive folded words. All of them must match.
Together = tuple[str, ...]

_QUOTED: Final = re.compile('["“”„«»‟]([^"“”„«»‟]*)["“”„«»‟]?')
#: Prefixes that exclude a word: the minus sign, and the dashes that keyboards and word processors type instead.
_EXCLUSION_MARKS: Final = "-−–—"
_PREFIX_MARKS: Final = "*٭"
_CODE_CHARACTERS: Final = set(" -–—−ـ\u200c\u200e\u200f")
#: At least this many digits, typed with spaces or dashes, form one number: a tracking code or a mobile number.
_LONG_NUMBER: Final = 9
_PIECE: Final = re.compile(rf"[{_EXCLUSION_MARKS}]?[^\s]+")
#: A word as written, with its vowel marks and the characters that join its parts.
_TOKEN: Final = re.compile(rf"\w[\w{MARKS}{INVISIBLE}{ZWNJ}]*")
_MAX_PHRASE_WORDS: Final = 12
_MAX_WORDS: Final = 32


@dataclass(frozen=True, slots=True)
class Wanted:
    """One required term. It matches where all words of any alternative in `ways` match.

    With `beginning`, the last word of each alternative also matches as a prefix.
    """

    ways: tuple[Together, ...]
    beginning: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed search: every term of `wanted` must match and none of `unwanted`.

    Each of `phrases` must also occur word for word in a single text; its words are in `wanted` too. A query
    without wanted terms matches nothing.
    """

    wanted: tuple[Wanted, ...] = ()
    unwanted: tuple[Wanted, ...] = ()
    phrases: tuple[Together, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """Returns the words to highlight, in the order of the query."""
        found = [word for phrase in self.phrases for word in phrase]
        found += [word for one in self.wanted for way in one.ways for word in way]
        return tuple(dict.fromkeys(found))


def parse_query(query: str) -> Query:
    """Parses a typed query. The last word also matches as a prefix, because the user may still be typing it."""
    code = only_digits(query)
    if code and not (set(query) - _CODE_CHARACTERS - set(code) - _digits_of(query)):
        # Only digits, spaces and dashes: one code, however the digits were grouped.
        return Query((Wanted(((code,),), beginning=len(code) >= 4),))
    phrases: list[Together] = []

    def collect(match: re.Match[str]) -> str:
        phrase = tuple(words(match.group(1)))[:_MAX_PHRASE_WORDS]
        # A phrase of one word becomes an ordinary term that matches the exact word, not a prefix.
        if phrase:
            phrases.append(phrase)
        return " "

    open_text = _QUOTED.sub(collect, query)
    unwanted: list[Wanted] = []
    plain: list[str] = []
    prefixes: list[Wanted] = []
    ends_in_word = bool(open_text.strip()) and not query.rstrip().endswith(tuple('"“”„«»‟'))
    for piece in _PIECE.findall(open_text):
        if piece[0] in _EXCLUSION_MARKS and len(piece) > 1 and words(piece[1:]):
            unwanted.append(Wanted((tuple(words(piece[1:])),), beginning=piece[-1] in _PREFIX_MARKS))
        elif piece[-1] in _PREFIX_MARKS and words(piece):
            prefixes.append(Wanted((tuple(words(piece)),), beginning=True))
        else:
            plain.append(piece)
    wanted = _wanted(_numbers_joined(plain))[:_MAX_WORDS]
    if wanted and ends_in_word and not prefixes and _last_is_plain(open_text):
        last = wanted[-1]
        short_number = all(way[-1].isdecimal() and len(way[-1]) < 4 for way in last.ways)
        # A short number matches exactly: as a prefix, «۲» would match every code.
        wanted[-1] = Wanted(last.ways, beginning=not short_number)
    wanted += prefixes
    wanted += [Wanted(((word,),)) for phrase in phrases for word in phrase]
    long_phrases = tuple(phrase for phrase in phrases if len(phrase) > 1)
    return Query(tuple(dict.fromkeys(wanted)), tuple(unwanted), long_phrases)


def contains_phrase(phrase: Together, text: str) -> bool:
    """Returns whether the words of a phrase occur consecutively in `text`, in any spelling."""
    return _in_a_row(phrase, words(text))


def _in_a_row(phrase: Together, found: list[str]) -> bool:
    first, count = phrase[0], len(phrase)
    at = -1
    for _ in range(found.count(first)):
        at = found.index(first, at + 1)
        if tuple(found[at : at + count]) == phrase:
            return True
    return False


def _last_is_plain(open_text: str) -> bool:
    last = _PIECE.findall(open_text)[-1]
    return last[0] not in _EXCLUSION_MARKS and last[-1] not in _PREFIX_MARKS


def _digits_of(query: str) -> set[str]:
    return {character for character in query if character.isdigit()}


def _numbers_joined(pieces: list[str]) -> list[str]:
    """Joins consecutive digit groups that are long enough for a code or mobile number: «۰۹۱۲ ۱۲۳ ۴۵۶۷»."""
    made: list[str] = []
    run: list[str] = []
    for piece in [*pieces, ""]:
        if piece and only_digits(piece) and not set(piece) - _CODE_CHARACTERS - _digits_of(piece):
            run.append(piece)
            continue
        number = "".join(map(only_digits, run))
        made += [number] if len(number) >= _LONG_NUMBER else run
        run = []
        if piece:
            made.append(piece)
    return made


def _wanted(pieces: list[str]) -> list[Wanted]:
    """Returns one term per word. A pair that may be one compound gets the joined form as an alternative of both
    words."""
    typed = " ".join(pieces)
    found = _without_ezafe(words(typed))
    compounds = _compounds(pieces)
    forms = {key: hamza_variants(word) for word in hamza_words(typed) for key in words(word)}
    made: list[Wanted] = []
    for at, word in enumerate(found):
        before = found[at - 1] if at else ""
        after = found[at + 1] if at + 1 < len(found) else ""
        ways: list[Together] = [(word,)]
        ways += [
            (joined,) for joined in (*_joined_forms(before, word), *_joined_forms(word, after)) if joined
        ]
        ways += [parts for parts in (_separated_form(word), *compounds.get(word, ())) if parts]
        ways += [(form,) for form in forms.get(word, ())]
        if "ط" in word:
            ways.append((one_sound(word),))
        if word.endswith("هی") and len(word) > 3:
            # «خانه‌ی» is a spelling of «خانهٔ», which is indexed as «خانه».
            ways.append((word[:-1],))
        made.append(Wanted(tuple(dict.fromkeys(ways))))
    return made


def _without_ezafe(found: list[str]) -> list[str]:
    """Drops a separate ezafe «ی»: «خانه ی ما» searches for «خانه» and «ما»."""
    return [word for at, word in enumerate(found) if not (word == "ی" and at and found[at - 1].endswith("ه"))]


def _joined_forms(first: str, second: str) -> tuple[str, ...]:
    """Returns the spellings of two words written as one."""
    if not first or not second or first.isdecimal() or second.isdecimal():
        return ()
    if first == "به":
        return first + second, "ب" + second
    return (first + second,)


def _separated_form(word: str) -> Together | None:
    """Separates a joined «به»: «بعنوان» becomes «به عنوان»."""
    if len(word) >= 5 and word.startswith("به"):
        return "به", word[2:]
    if len(word) >= 5 and word[0] == "ب":
        return "به", word[1:]
    return None


def _compounds(pieces: list[str]) -> dict[str, tuple[Together, ...]]:
    """Maps the joined form of each compound with a ZWNJ to its other spellings.

    «گفت‌وگو» is also «گفت» and «وگو» as separate words, «به‌عنوان» also «بعنوان».
    """
    made: dict[str, tuple[Together, ...]] = {}
    for piece in pieces:
        for compound in re.split(rf"[^\w{ZWNJ}]+", piece):
            if ZWNJ in compound:
                parts = tuple(word for part in compound.split(ZWNJ) for word in words(part))
                joined = "".join(parts)
                if len(parts) > 1:
                    made[joined] = (parts, *(((f"ب{joined[2:]}",),) if parts[0] == "به" else ()))
    return made


@lru_cache(maxsize=512)
def marked(query: Query, text: str) -> tuple[tuple[int, int], ...]:
    """Returns the spans of `text` that match `query`, in order and without overlap.

    A span is `[start, end)` in code points of `text` and always covers whole words as written.
    """
    if not query.wanted:
        return ()
    whole = {word for one in query.wanted for way in one.ways for word in way}
    prefixes = {way[-1] for one in query.wanted if one.beginning for way in one.ways}
    tokens = [(match.start(), match.end(), match.group()) for match in _TOKEN.finditer(text)]
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(tokens):
        start, end, token = tokens[at]
        reach = 1
        if not _is_wanted(token, whole, prefixes):
            # «کتاب خانه» matches a search for «کتابخانه».
            after = tokens[at + 1][2] if at + 1 < len(tokens) else ""
            pair = f"{token} {after}" if after and not _is_wanted(after, whole, prefixes) else ""
            joined = [*compounds_of(words(pair)), *words(pair)] if pair else []
            if not any(len(word) > len(token) and word in whole for word in joined):
                at += 1
                continue
            end, reach = tokens[at + 1][1], 2
        found.append((start, end))
        at += reach
    return tuple(found)


def _is_wanted(token: str, whole: set[str], prefixes: set[str]) -> bool:
    terms = search_terms(token)
    return any(term in whole or any(term.startswith(first) for first in prefixes) for term in terms)
