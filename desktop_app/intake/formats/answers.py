"""Reads the answer to the question how satisfied somebody is: one digit from 1 to 5, in digits of any script.

A digit counts where nothing but the usual words stand beside it, or where it stands before a text of its own: on the
first line, or before a full stop or comma. A text with other words is never an answer alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from desktop_app.persian.text import ZWNJ, fold

_GOOD: Final = (
    "راضی", "عالی", "خوب", "خوبی", "خشنود", "خرسند", "رضایت", "good", "excellent", "satisfied", "great",
)  # fmt: skip
_BAD: Final = ("ناراضی", "نارضایتی", "بد", "ضعیف", "افتضاح", "ناراحت", "bad", "poor", "dissatisfied")
_NOT: Final = ("نه", "نیستم", "نبودم", "نبود", "نیست", "نداشتم", "ندارم", "not", "no")
_USUAL: Final = (
    "نمره", "امتیاز", "رضایتمندی", "مندی", "میزان", "درجه", "عدد", "گزینه", "جواب", "پاسخ", "سلام", "درود", "ممنون",
    "ممنونم", "متشکر", "متشکرم", "مرسی", "سپاس", "سپاسگزارم", "تشکر", "خیلی", "بسیار", "کاملا", "متوسط", "من", "با",
    "از", "و", "هم", "هستم", "بودم", "بود", "است", "یا", "تا", "بین", "شاید", "دارم", "داشتم", "ام", "شما",
    "می", "دهم", "میدهم", "score", "mark", "rating", "hello", "hi", "thanks", "thank", "you", "very", "i",
    "am", "is", "my", "answer",
)  # fmt: skip
_KNOWN: Final = frozenset(map(fold, (*_GOOD, *_BAD, *_NOT, *_USUAL)))
_GOOD_KEYS, _BAD_KEYS, _NOT_KEYS = (frozenset(map(fold, words)) for words in (_GOOD, _BAD, _NOT))
_DIGITS: Final = frozenset("0123456789")
_END: Final = re.compile(r"[\n.،,;؛!?؟:]+")
_TOKEN: Final = re.compile(r"[0-9]+|[^\W\d_]+")
#: The second entry of a numbered list, whose first digit is no mark.
_LIST: Final = re.compile(r"(?:^|\s)[2-9]\s*[.)\-–]")
#: A mail whose subject repeats that of the question.
_REPLY: Final = re.compile(r"\s*(?:re|aw|پاسخ|جواب)\s*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AnswerReading:
    """What a text says as an answer: its mark, or why that is not clear.

    With `more` it says something else beside the mark, which is taken in as any other text.
    """

    mark: int | None
    reason: str = ""
    more: bool = False


def read_answer(text: str, subject: str = "") -> AnswerReading | None:
    """Returns what a text says as an answer; None for a text that is none."""
    if subject.strip() and not _REPLY.match(subject):
        text = f"{subject}\n{text}"
    # Each part is folded by itself: folding makes one line of a text.
    parts = [tokens for part in _END.split(text.replace(ZWNJ, " ")) if (tokens := _TOKEN.findall(fold(part)))]
    head = 0
    while head < len(parts) and all(token[0] in _DIGITS or token in _KNOWN for token in parts[head]):
        head += 1
    known = [token for part in parts[:head] for token in part]
    digits = "".join(token for token in known if token[0] in _DIGITS)
    if not digits:
        return None
    reading = _of(digits, known)
    if head == len(parts):
        return reading
    if reading.mark is None or _LIST.search(folded := fold(text), folded.index(digits) + 1):
        return None
    return AnswerReading(reading.mark, more=True)


def marks_in(text: str) -> tuple[int, ...]:
    """Returns the digits from 1 to 5 in a text, in order: the marks that somebody may have meant."""
    return tuple(dict.fromkeys(int(digit) for digit in fold(text) if digit in "12345"))


def _of(digits: str, words: list[str]) -> AnswerReading:
    if len(digits) > 1:
        return AnswerReading(None, "several_digits")
    mark = int(digits)
    if not 1 <= mark <= 5:
        return AnswerReading(None, "no_such_mark")
    good, bad, negated = (any(word in keys for word in words) for keys in (_GOOD_KEYS, _BAD_KEYS, _NOT_KEYS))
    if negated:
        good, bad = bad, good
    if (good and bad) or (negated and not (good or bad)) or (good and mark < 3) or (bad and mark > 3):
        return AnswerReading(None, "words_against_mark")
    return AnswerReading(mark)
