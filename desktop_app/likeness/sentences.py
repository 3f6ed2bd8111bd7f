"""Cuts texts into sentences, and decides whether a sentence of one text stands in another one.

Letters are compared after folding, without spaces and punctuation; small numbers in words are digits, so that «ده
روز» and «۱۰ روز» are the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from desktop_app.persian.text import fold

#: A mark between digits («۳٫۵», «3.5») ends no sentence.
_SENTENCE: Final = re.compile(r"(?:[^.!؟?؛\n]|(?<=\d)\.(?=\d))+(?:[.!؟?؛]+(?=\s|$)|\n|$|[.!؟?؛])")
_WORD: Final = re.compile(r"[^\W_]+")
_BETWEEN_NUMBERS: Final = re.compile(r"(?<=\d)\n(?=\d)")
_THOUSANDS: Final = re.compile(r"(?<=\d)[,٬](?=\d{3})")
_NUMBERS: Final = {
    word: str(number)
    for number, word in (
        (0, "صفر"), (1, "یک"), (2, "دو"), (3, "سه"), (4, "چهار"), (5, "پنج"), (6, "شش"), (7, "هفت"), (8, "هشت"),
        (9, "نه"), (10, "ده"), (11, "یازده"), (12, "دوازده"), (13, "سیزده"), (14, "چهارده"), (15, "پانزده"),
        (16, "شانزده"), (17, "هفده"), (18, "هجده"), (18, "هیجده"), (19, "نوزده"),
        (20, "بیست"), (30, "سی"), (40, "چهل"), (50, "پنجاه"),
        (60, "شصت"), (70, "هفتاد"), (80, "هشتاد"), (90, "نود"), (100, "صد"), (1000, "هزار"),
    )
}  # fmt: skip
#: After these words comes a name, in which no letter is a slip.
_BEFORE_NAMES: Final = frozenset(
    """خیابان کوچه میدان بلوار بزرگراه اتوبان چهارراه محله شهرک شهر شهرستان استان بخش روستا روستای دهستان اقای خانم
    دکتر مهندس استاد حاج سید نشر انتشارات موسسه شرکت مجتمع مدرسه دانشگاه کتابفروشی""".split()  # noqa: SIM905 - thirty quoted words read worse
)
#: How forms of verbs end, of which a «ن» in front makes the contrary.
_VERB_ENDS: Final = ("د", "م", "ی", "ده", "ته", "شت", "فت", "خت", "ست")
#: A slip in a shorter word is another word.
_MIN_WORD: Final = 2
#: Words between two texts of so many pairs of sentences are compared without slips.
MOST_PAIRS: Final = 10_000

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its place in the text in code points, its letters, and its words in lines."""

    begin: int
    end: int
    letters: str
    words: str


def sentences_in(text: str) -> tuple[Sentence, ...]:
    """Returns the sentences of a text that have letters or digits, in order."""
    found = []
    for match in _SENTENCE.finditer(text):
        said = match.group()
        letters, words = _letters_and_words(said)
        if letters:
            begin = match.start() + len(said) - len(said.lstrip())
            found.append(Sentence(begin, match.end() - len(said) + len(said.rstrip()), letters, words))
    return tuple(found)


@lru_cache(maxsize=4096)
def _letters_and_words(said: str) -> tuple[str, str]:
    words = [_NUMBERS.get(word, word) for word in _WORD.findall(_THOUSANDS.sub("", fold(said)))]
    # «۱ ۲» is not «۱۲».
    return _BETWEEN_NUMBERS.sub(" ", "\n".join(words)).replace("\n", ""), "\n".join(words)


def letters_of(text: str) -> str:
    """Returns the letters of all sentences of a text."""
    return "".join(one.letters for one in sentences_in(text))


def ends_of(sentence: Sentence, letters: str, begin: int, *, slips: bool = True) -> list[int]:
    """Returns where a sentence may end that stands in `letters` at `begin`; nothing if it does not stand there.

    It may have one slip of the pen: a letter that is missing, one too many, or two that are swapped. A number, a
    name after «خیابان» and its like, and a «ن» before a verb are no slips.
    """
    own = sentence.letters
    if letters.startswith(own, begin):
        last = len(own) - 1
        # The last letter may be the first of the next sentence.
        missing = [begin + last] if slips and last and _is_slip(sentence, last, own[last]) else []
        return [begin + len(own), *missing]
    if not slips:
        return []
    at = _first_difference(own, letters, begin)
    there, rest, found = begin + at, own[at + 1 :], []
    if letters.startswith(rest, there) and _is_slip(sentence, at, own[at]):
        found.append(begin + len(own) - 1)
    if there < len(letters):
        if letters.startswith(own[at] + rest, there + 1) and _is_slip(
            sentence, at, letters[there], extra=True
        ):
            found.append(begin + len(own) + 1)
        if (
            rest
            and letters.startswith(rest[0] + own[at] + rest[1:], there)
            and _is_slip(sentence, at, own[at])
        ):
            found.append(begin + len(own))
    return found


def _first_difference(own: str, letters: str, begin: int) -> int:
    """Returns the length of the common prefix, by bisection."""
    low, high = 0, min(len(own), len(letters) - begin)
    while low < high:
        middle = (low + high + 1) // 2
        if letters.startswith(own[:middle], begin):
            low = middle
        else:
            high = middle - 1
    return low


def _is_slip(sentence: Sentence, at: int, letter: str, *, extra: bool = False) -> bool:
    """Whether a letter may be missing or swapped at a place of the sentence, or be one too many before it."""
    if not letter.isalpha():
        return False
    before, end = "", 0
    for word in sentence.words.split("\n"):
        begin = end + (sentence.letters[end : end + 1] == " ")
        end = begin + len(word)
        # A letter too many between two words may belong to either.
        if begin <= at < end + extra:
            contrary = letter == "ن" and at == begin and _is_verb(word.removeprefix("ن"))
            inside = any(map(str.isdigit, word)) or len(word) < _MIN_WORD
            if before in _BEFORE_NAMES or contrary or (inside and begin < at + (not extra) and at < end):
                return False
        before = word
    return True


def _is_verb(word: str) -> bool:
    return word.startswith("می") or word.endswith(_VERB_ENDS)
