"""Finds the parts of a legal text that are not provisions: footnotes, quotations of other laws, signatures, and
lists of recipients of copies.

Offsets are code points of the flat text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from desktop_app.comparison.contents import Region
from desktop_app.comparison.finding import places_of
from desktop_app.comparison.folding import KASHIDA
from desktop_app.comparison.labels import LabelKind, LabelReading, ProvisionLabel
from desktop_app.comparison.result import Range
from desktop_app.persian.text import INVISIBLE, ZWNJ

_BLANK: Final = f" \f\v\r{ZWNJ}"
_W: Final = f"[ \r{ZWNJ}]*+"
#: The rule above the footnotes of a page.
_RULE: Final = re.compile(rf"\n[ \f{ZWNJ}]*+[-⎯{KASHIDA}]{{5,}}+(?:{_W}\n)++")
_SUPERSCRIPTS: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_NOTE: Final = re.compile(
    rf"{_W}(?:[\[(]{_W}(?P<bracketed>\d{{1,3}}){_W}[\])]|(?P<raised>[{_SUPERSCRIPTS}]{{1,3}})"
    rf"|(?P<plain>\d{{1,3}})(?!\d){_W}[-.:)])"
)
#: A footnote mark in the text: in brackets, raised, joined to a word or after a full stop. Never a label's
#: number.
_MARK_AT: Final = (
    r"(?<=[^\n])[\[(] ?{number} ?[\])]|{raised}|(?<=[^\W\d_])(?<!ماده)(?<!اصل)(?<!تبصره)(?<!بند){number}(?!\d)"
    r"|(?<=[.،؛\"]){number}(?=[ \n])"
)
_PAGE: Final = 6000
#: Spaces and invisible characters in a text that is not flat.
_AROUND: Final = rf"[ \t\r\u00a0{ZWNJ}{INVISIBLE}]"
_OPENS: Final = re.compile(rf"(?:[\n:]|\A){_AROUND}*\Z")
_LEFT_OPEN: Final = re.compile("«[^«»\n]*+\n")
_ENDS_LINE: Final = re.compile(rf"(?:{_AROUND}|[.؛،)])*(?:\n|\Z)")
_MAX_QUOTATION: Final = 6000
_INDENT: Final = 12
_COPIES: Final = re.compile(
    rf"\n[ \f{ZWNJ}*]*+رونوشت(?:{_W}(?:به|برای|جهت(?: اطلاع| اقدام)?|گیرندگان))?{_W}(?:[:؛-]|(?=\n))"
)
_SIGNATORY: Final = re.compile(
    "(?<![^\\W_])(?:رئیس|رییس|رئیس‌جمهور|وزیر|مدیرکل|مدیر کل|مدیر|معاون|دبیر|استاندار|فرماندار|سرپرست"
    "|قائم‌مقام|امضا|امضاء)(?![^\\W_])"
)
_CLOSING: Final = re.compile("(?:مشتمل بر|به تصویب رسید|تصویب شد)")
_G: Final = f"[ \\n{ZWNJ}]*+"
#: The closing formula: the number of articles and the body that passed the law, possibly over several lines.
_FORMULA: Final = re.compile(
    f"\\n{_W}(?:این{_G})?(?:قانون|مصوبه|لایحه|ضوابط|اساسنامه|دستورالعمل|موافقتنامه"
    f"|(?:آیین|تصویب|شیوه|نظام|موافقت){_G}نامه){_G}(?:(?:فوق|حاضر|یادشده|مذکور){_G})?"
    rf"(?:(?:که{_G})?مشتمل{_G}بر|در{_G}(?:\d+|[^\W\d_]+){_G}(?:ماده|بخش|فصل|اصل|بند)(?![^\W_]))"
    "[^؛]{0,700}?(?:تصویب|تأیید|تایید|رسید)"
)
#: What an amending law amends, in words separated by single spaces.
_AMENDED: Final = (
    "(?<![^\\W_])(?:ماده|مواد|اصل|اصول|تبصره|بند|جزء?|فصل|قانون|لایحه|متن|عبارت|جدول|مصوبه|ضوابط|مقررات|دستورالعمل"
    "|اساسنامه|موافقت ?نامه|(?:آیین|تصویب|شیوه|نظام|بخش) ?نامه)(?: ?های?)?(?![^\\W_])"
)
_FILLER: Final = (
    rf"(?:{_AMENDED}|آن(?:ها)?|این|مذکور|مزبور|یادشده|به|شرح|صورت|ترتیب|زیر|ذیل|عنوان|و [^\W_]+|[(\d،)]+)"
)
#: The end of a sentence that introduces inserted text: «… به شرح زیر اصلاح می‌شود:».
_INSERTS: Final = re.compile(
    rf"(?<![^\W_])(?:اصلاح|الحاق|جایگزین|اضافه|افزوده|تغییر) (?:{_FILLER} ){{0,12}}"
    "(?:داده )?(?:می ?)?(?:شوند|شود|گردند|گردد|شدند|شد|گردیدند|گردید|یابند|یابد|یافت|(?:شده|گردیده|یافته) است)"
    "(?: [^.]{0,40}(?:شرح|صورت|ترتیب|قرار|متن)[^.]{0,20})? ?:$"
)
#: The amended provision, and an introduction to an article's own list: «پروانه در موارد زیر اصلاح می‌شود:».
_AMENDED_ONE: Final = re.compile(_AMENDED)
_LISTS: Final = re.compile("(?:موارد|شرایط|مدارک|مراحل|حالات|حالت)(?: های)? (?:زیر|ذیل)")
_ENDED: Final = (".", "؛", ":", "،")
_LINE: Final = re.compile(r"[^\n]+")
#: Maximum number of labels inserted into another law at once.
_INSERTED: Final = 120
_INTRODUCTION: Final = 200
#: Maximum number of notes, clauses and broken references between an article and the text that it inserts.
_BROKEN: Final = 12
_SIGNATURE_LINES: Final = 8
_MAX_CLOSING: Final = 600
_SIGNATURE_REACH: Final = 3000


def footnotes_of(text: str, flat_text: str, readings: Sequence[LabelReading]) -> Iterator[Region]:
    """Yields the footnotes of each page: numbered lines below a rule, whose marks occur in the text above it.

    `text` has the page ends whose page numbers are blanked in `flat_text`.
    """
    at, above, heads = 0, 0, None
    while rule := _RULE.search(flat_text, at):
        # The line break after one rule may also be the one before the next.
        at = rule.end() - 1
        note = _NOTE.match(flat_text, rule.end())
        above, page = at, flat_text[max(above, rule.start() - _PAGE) : rule.start()]
        if note and _is_marked(page, note):
            heads = heads or {
                r.label.start for r in readings if r.separated and r.label.kind <= LabelKind.NOTE
            }
            end = _page_end(text, flat_text, rule.end(), heads)
            yield Region(rule.start() + 1, end, None)
            at = max(at, end - 1)


def _is_marked(above: str, note: re.Match[str]) -> bool:
    number = note["bracketed"] or note["plain"]
    if number is None:
        number = "".join(str(_SUPERSCRIPTS.index(digit)) for digit in note["raised"])
    raised = "".join(_SUPERSCRIPTS[int(digit)] for digit in number)
    return re.search(_MARK_AT.format(number=number, raised=raised), above) is not None


def _page_end(text: str, flat_text: str, start: int, heads: set[int]) -> int:
    """Returns the end of the footnotes that start at `start`: the page end, a blank line, or the next article."""
    at = end = start
    while at < len(flat_text):
        line_end = flat_text.find("\n", at)
        line_end = len(flat_text) if line_end < 0 else line_end
        line = flat_text[at:line_end]
        first = at + len(line) - len(line.lstrip(_BLANK))
        if at > start and (first in heads or "\n" in text[at:first] or "\f" in text[at:first]):
            break
        if first < line_end:
            end = line_end
        elif not _NOTE.match(flat_text, line_end + 1):
            break
        at = line_end + 1
    return end


def quoted_of(text: str) -> Iterator[Range]:
    """Yields quotations of several lines, as an amending law quotes the articles that it inserts into another
    law.

    A quotation starts a line or follows a colon, and ends a line. Unpaired quotation marks are ignored.
    """
    if not _LEFT_OPEN.search(text):
        return
    opened: list[int] = []
    for at in places_of(text, "«", "»"):
        if text[at] == "«":
            opened.append(at)
        elif opened:
            start = opened.pop()
            if (
                at - start <= _MAX_QUOTATION
                and "\n" in text[start:at]
                and _OPENS.search(text, max(0, start - _INDENT), start)
                and _ENDS_LINE.match(text, at + 1)
            ):
                yield start, at + 1


def inserted_of(flat_text: str, readings: Sequence[LabelReading]) -> Iterator[Range]:
    """Yields text that an amending law inserts into another without quotation marks.

    It runs from the label after «… به شرح زیر اصلاح می‌شود:» to the amending law's own next article, recognised
    by its number.
    """
    reached = 0
    firsts = [reading.label.start for reading in readings]
    # At most two spaces may follow the colon.
    below = (
        range(bisect_right(firsts, at), bisect_right(firsts, at + 4)) for at in places_of(flat_text, ":")
    )
    for at in dict.fromkeys(chain.from_iterable(below)):
        first = firsts[at]
        if first < reached:
            continue
        if not _inserts(flat_text[_after_label(readings, at, first - _INTRODUCTION) : first]):
            continue
        article = _article_above(readings, at)
        following = article and _next_of(article, readings[at : at + _INSERTED])
        if following and following.start > first:
            reached = following.start
            yield first, reached


def _after_label(readings: Sequence[LabelReading], at: int, minimum: int) -> int:
    """Returns where the text above the label `readings[at]` starts, but not before `minimum`.

    A certain label ends the search. A possible reference («ماده ۹ به شرح زیر …») is part of the text.
    """
    for reading in reversed(readings[max(0, at - _BROKEN) : at]):
        if reading.separated:
            return max(0, minimum, reading.label.end)
    return max(0, minimum)


def _inserts(flat_words: str) -> bool:
    """Returns whether the text above a label says that a provision is amended as follows."""
    words = " ".join(flat_words.replace(ZWNJ, " ").split())
    end = _INSERTS.search(words)
    if end is None or _LISTS.search(words):
        return False
    sentence = words.rfind(". ", 0, end.start()) + 1
    return _AMENDED_ONE.search(words, sentence) is not None


def _article_above(readings: Sequence[LabelReading], at: int) -> ProvisionLabel | None:
    """Returns the article that contains the label `readings[at]`, or None."""
    for reading in reversed(readings[max(0, at - _BROKEN) : at]):
        label = reading.label
        if label.kind is LabelKind.ARTICLE and reading.separated:
            return label if label.number.isdecimal() else None
    return None


def _next_of(article: ProvisionLabel, readings: Sequence[LabelReading]) -> ProvisionLabel | None:
    """Returns the label of the article with the next number, or None."""
    number = str(int(article.number) + 1)
    for reading in readings:
        if reading.label.kind is LabelKind.ARTICLE and reading.label.number == number:
            return reading.label
    return None


def copies_of(flat_text: str, readings: Sequence[LabelReading]) -> Iterator[Region]:
    """Yields the lists of recipients of copies («رونوشت:»), each up to the next article or heading."""
    end, heads = 0, None
    for match in _COPIES.finditer(flat_text):
        if match.start() >= end:
            heads = heads or [r.label.start for r in readings if r.label.kind <= LabelKind.ARTICLE]
            below = bisect_right(heads, match.start())
            end = heads[below] if below < len(heads) else len(flat_text)
            yield Region(match.start() + 1, end, ())


def before_signature(flat_text: str, start: int, end: int) -> int:
    """Returns the end of the last provision, `[start, end)`, without the signatures or closing formula below it.

    Returns `end` if there is neither.
    """
    formula = _FORMULA.search(flat_text, max(start, end - _SIGNATURE_REACH), end)
    if formula is not None and flat_text[start : formula.start()].strip():
        return formula.start() + 1
    found = _LINE.finditer(flat_text, max(start, end - _SIGNATURE_REACH), end)
    lines = [line for line in found if not line.group().isspace()]
    cut, signed, passed = end, False, False
    for index in range(len(lines) - 1, max(-1, len(lines) - 2 - _SIGNATURE_LINES), -1):
        words = lines[index].group().strip()
        ended = words.endswith(_ENDED)
        signs = (_CLOSING if ended else _SIGNATORY).search(words) is not None
        if ended and not passed and not words.endswith(".") and not _SIGNATORY.search(words):
            # A list follows a colon, perhaps of members: these are not signatures.
            return end
        if index == 0 or len(words) > _MAX_CLOSING or (not signs and (len(words) > 60 or ended)):
            break
        cut, signed, passed = lines[index].start(), signed or signs, passed or (signs and ended)
    return cut if signed else end
