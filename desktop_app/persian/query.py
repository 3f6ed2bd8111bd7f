"""What a search asks for: words, "phrases", -words, beginnings*; a word with the other spellings that it may have.

Pure: a query becomes conditions over folded words, which each engine writes in its own way (`database.search`).
Spelling has rules and no dictionary here: what a compound is joined by (a space, a ZWNJ, nothing), «به» that is
written together, the ezafe «ی» behind «ه», hamza on whatever carrier.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from desktop_app.persian.digits import only_digits
from desktop_app.persian.spelling_variants import compounds_of, hamza_variants, one_sound
from desktop_app.persian.text import INVISIBLE, MARKS, ZWNJ, hamza_words, search_terms, words

#: Words in a row, each a folded word; all of them have to be there.
Together = tuple[str, ...]

_QUOTED: Final = re.compile('["“”„«»‟]([^"“”„«»‟]*)["“”„«»‟]?')
#: Signs that a word is not wanted: the minus, and what keyboards and word processors make of it.
_NOT: Final = "-−–—"
_MORE: Final = "*٭"
_CODE_CHARACTERS: Final = set(" -–—−ـ\u200c\u200e\u200f")
#: A number of at least so many digits that was typed with blanks or dashes is one number: a code, a mobile.
_LONG_NUMBER: Final = 9
_PIECE: Final = re.compile(rf"[{_NOT}]?[^\s]+")
#: A word as it is written, with its vowel marks and whatever joins its parts.
_TOKEN: Final = re.compile(rf"\w[\w{MARKS}{INVISIBLE}{ZWNJ}]*")
_LONGEST_PHRASE: Final = 12
_MOST_WORDS: Final = 32


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing that has to be there: any of `ways`, each of them words that all have to be there. `beginning` tells
    that the last word of each way may be the beginning of a longer one."""

    ways: tuple[Together, ...]
    beginning: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A search: everything in `wanted` and nothing in `unwanted`; `phrases` stand word for word in one text, beside
    being wanted as words. Without anything wanted nothing is found."""

    wanted: tuple[Wanted, ...] = ()
    unwanted: tuple[Wanted, ...] = ()
    phrases: tuple[Together, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """The words to be marked where they stand, in the order of the query."""
        found = [word for phrase in self.phrases for word in phrase]
        found += [word for one in self.wanted for way in one.ways for word in way]
        return tuple(dict.fromkeys(found))


def parse_query(query: str) -> Query:
    """The query that was typed. The last word may be a beginning, because it is still being typed."""
    code = only_digits(query)
    if code and not (set(query) - _CODE_CHARACTERS - set(code) - _digits_of(query)):
        # Digits, blanks and dashes alone are one code, however it was grouped.
        return Query((Wanted(((code,),), beginning=len(code) >= 4),))
    phrases: list[Together] = []

    def put_aside(match: re.Match[str]) -> str:
        phrase = tuple(words(match.group(1)))[:_LONGEST_PHRASE]
        # A phrase of one word is that word, as it stands and no beginning.
        if phrase:
            phrases.append(phrase)
        return " "

    open_text = _QUOTED.sub(put_aside, query)
    unwanted: list[Wanted] = []
    plain: list[str] = []
    begun: list[Wanted] = []
    ends_in_word = bool(open_text.strip()) and not query.rstrip().endswith(tuple('"“”„«»‟'))
    for piece in _PIECE.findall(open_text):
        if piece[0] in _NOT and len(piece) > 1 and words(piece[1:]):
            unwanted.append(Wanted((tuple(words(piece[1:])),), beginning=piece[-1] in _MORE))
        elif piece[-1] in _MORE and words(piece):
            begun.append(Wanted((tuple(words(piece)),), beginning=True))
        else:
            plain.append(piece)
    wanted = _wanted(_numbers_joined(plain))[:_MOST_WORDS]
    if wanted and ends_in_word and not begun and _last_is_plain(open_text):
        last = wanted[-1]
        short_number = all(way[-1].isdecimal() and len(way[-1]) < 4 for way in last.ways)
        # A short number is a number, else «۲» would find every code.
        wanted[-1] = Wanted(last.ways, beginning=not short_number)
    wanted += begun
    wanted += [Wanted(((word,),)) for phrase in phrases for word in phrase]
    kept = tuple(phrase for phrase in phrases if len(phrase) > 1)
    return Query(tuple(dict.fromkeys(wanted)), tuple(unwanted), kept)


def stands_in(phrase: Together, text: str) -> bool:
    """Whether the words of a phrase stand one behind the other in `text`, in whatever spelling."""
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
    return last[0] not in _NOT and last[-1] not in _MORE


def _digits_of(query: str) -> set[str]:
    return {character for character in query if character.isdigit()}


def _numbers_joined(pieces: list[str]) -> list[str]:
    """«۰۹۱۲ ۱۲۳ ۴۵۶۷» is one number where it is long enough to be a code or a mobile."""
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
    """Words one by one; a pair that may be one compound is also wanted as that, and so counts once."""
    typed = " ".join(pieces)
    found = _without_ezafe(words(typed))
    compounds = _compounds(pieces)
    forms = {key: hamza_variants(word) for word in hamza_words(typed) for key in words(word)}
    made: list[Wanted] = []
    for at, word in enumerate(found):
        before = found[at - 1] if at else ""
        after = found[at + 1] if at + 1 < len(found) else ""
        ways: list[Together] = [(word,)]
        ways += [(joined,) for joined in (*_together(before, word), *_together(word, after)) if joined]
        ways += [parts for parts in (_apart(word), *compounds.get(word, ())) if parts]
        ways += [(form,) for form in forms.get(word, ())]
        if "ط" in word:
            ways.append((one_sound(word),))
        if word.endswith("هی") and len(word) > 3:
            # «خانه‌ی» is «خانهٔ», and «خانه» in the index.
            ways.append((word[:-1],))
        made.append(Wanted(tuple(dict.fromkeys(ways))))
    return made


def _without_ezafe(found: list[str]) -> list[str]:
    """«خانه ی ما» asks for «خانه» and «ما»."""
    return [word for at, word in enumerate(found) if not (word == "ی" and at and found[at - 1].endswith("ه"))]


def _together(first: str, second: str) -> tuple[str, ...]:
    """How two words look when they are written as one."""
    if not first or not second or first.isdecimal() or second.isdecimal():
        return ()
    if first == "به":
        return first + second, "ب" + second
    return (first + second,)


def _apart(word: str) -> Together | None:
    """«بعنوان» is «به عنوان»."""
    if len(word) >= 5 and word.startswith("به"):
        return "به", word[2:]
    if len(word) >= 5 and word[0] == "ب":
        return "به", word[1:]
    return None


def _compounds(pieces: list[str]) -> dict[str, tuple[Together, ...]]:
    """Compounds with a ZWNJ by their joined form: «گفت‌وگو» is also «گفت» and «وگو» apart, «به‌عنوان» «بعنوان»."""
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
    """Where in `text` what a query asks for stands: code points `[start, end)`, in order, never overlapping. A word
    is marked whole, as it is written there."""
    if not query.wanted:
        return ()
    whole = {word for one in query.wanted for way in one.ways for word in way}
    begun = {way[-1] for one in query.wanted if one.beginning for way in one.ways}
    tokens = [(match.start(), match.end(), match.group()) for match in _TOKEN.finditer(text)]
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(tokens):
        start, end, token = tokens[at]
        reach = 1
        if not _is_wanted(token, whole, begun):
            # «کتاب خانه» where «کتابخانه» is asked for.
            after = tokens[at + 1][2] if at + 1 < len(tokens) else ""
            pair = f"{token} {after}" if after and not _is_wanted(after, whole, begun) else ""
            joined = [*compounds_of(words(pair)), *words(pair)] if pair else []
            if not any(len(word) > len(token) and word in whole for word in joined):
                at += 1
                continue
            end, reach = tokens[at + 1][1], 2
        found.append((start, end))
        at += reach
    return tuple(found)


def _is_wanted(token: str, whole: set[str], begun: set[str]) -> bool:
    terms = search_terms(token)
    return any(term in whole or any(term.startswith(first) for first in begun) for term in terms)
