"""The texts about changes, folds and missing sides, in the language in use. Without Qt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from desktop_app.comparison import labelling
from desktop_app.comparison.labelling import DIVISION, provision_title
from desktop_app.comparison.result import (
    Comparison,
    Entry,
    Flag,
    ProvisionPlace,
    RewrittenPair,
    SideName,
    Span,
)
from desktop_app.comparison.standing import percent
from desktop_app.wording import digits, fill, language_in_use, translate
from ui.widgets.comparison_view.changes import ChangeKind, ChangeStop, changed_places
from ui.widgets.comparison_view.marks import side_text
from ui.widgets.comparison_view.offsets import displayable
from ui.widgets.comparison_view.rows import Row

_NUMBER: Final = re.compile(r"\d+")
_SPACE: Final = re.compile(r"\s+")
#: Maximum length of words quoted in a summary. Longer changes are only counted.
LONGEST_QUOTE: Final = 28


def change_title(comparison: Comparison, change: ChangeStop) -> str:
    """Returns the title of a change in the list. A renumbered provision has both numbers, the old one first."""
    entry = comparison.entries[change.entries[0]]
    new = provision_title(entry.new) if entry.new else ""
    old = provision_title(entry.old) if entry.old else ""
    if Flag.RENUMBERED in change.flags and old and new and old != new:
        return renumbered(old, new)
    return new or old or _opening(comparison, entry)


def change_summary(comparison: Comparison, change: ChangeStop) -> str:
    """Returns a short summary of a change."""
    # The list cuts the end, which must not be the digits of a confidence.
    pair = uncertain_pair(comparison, change.entries)
    parts = [] if pair is None else [confidence_words(pair)]
    parts.append(_what(comparison, change))
    if change.stale and change.kind is not ChangeKind.STALE:
        parts.append(_stale_count(len(change.stale)))
    return translate("Comparison", "; ").join(parts)


def uncertain_pair(comparison: Comparison, entries: Iterable[int]) -> RewrittenPair | None:
    """Returns the uncertain pair that one of the entries begins, or None."""
    uncertain = comparison.uncertain_by_entry
    return next((uncertain[index] for index in entries if index in uncertain), None) if uncertain else None


def confidence_words(pair: RewrittenPair) -> str:
    """Returns «اطمینان ۷۲٪»."""
    return fill(translate("Comparison", "confidence {percent}"), percent=percent(pair.confidence))


def chapter(place: ProvisionPlace | None) -> tuple[str, ...]:
    """Returns the labels of the division that contains a provision; empty outside of any division."""
    path = place.path if place else ()
    return tuple(step for step in path if DIVISION.match(step))


def chapter_counterparts(comparison: Comparison) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Maps the path of each division of OLD to its path in NEW, where its number may differ."""
    return {
        chapter(entry.old): chapter(entry.new)
        for entry in comparison.entries
        if entry.old is not None
        and entry.new is not None
        and entry.old.label
        and DIVISION.match(entry.old.label)
    }


def chapter_titles(comparison: Comparison) -> dict[tuple[str, ...], str]:
    """Returns the heading of each division by its path, «فصل دوم ـ صدور پروانه», preferably from NEW."""
    found: dict[tuple[str, ...], str] = {}
    sides = (
        (comparison.old.text, [entry.old for entry in comparison.entries]),
        (comparison.new.text, [entry.new for entry in comparison.entries]),
    )
    for text, places in sides:
        for place in places:
            if place is not None and place.label and DIVISION.match(place.label):
                found[chapter(place)] = digits(_plain(text[place.start : place.end])[:80])
    return found


def absent_note(comparison: Comparison, row: Row, side: SideName, side_name: str) -> str:
    """Returns the text on the hatched side of a row: where the provision moved to or from, or that it is missing.

    A part beside the body goes with its provision."""
    entry = comparison.entries[row.entry]
    if row.shows(side):
        return ""
    text = side_text(comparison, side)
    if not text or text.isspace():
        first = next(i for i, e in enumerate(comparison.entries) if (e.old if side == "new" else e.new))
        return (
            fill(translate("Comparison", "{side} has no text"), side=side_name) if first == row.entry else ""
        )
    if entry.new is not None and entry.old is not None:
        if side == "new":
            return fill(
                translate("Comparison", "Moved to {place}"),
                place=isolated(_named(comparison, entry.new, "new")),
            )
        return fill(
            translate("Comparison", "Came from {place}"), place=isolated(_named(comparison, entry.old, "old"))
        )
    return fill(translate("Comparison", "Not in {side}"), side=side_name)


def stale_note(now: str) -> str:
    """Returns the tag of a stale reference, with its correct target."""
    if not now:
        return translate("Comparison", "Stale reference: no longer there")
    number = _NUMBER.search(now)
    name = digits(number.group()) if number else digits(now)
    return fill(translate("Comparison", "Stale reference: now {label}"), label=name)


def spoken_title(comparison: Comparison, change: ChangeStop) -> str:
    """Returns the title of a change for reading aloud, without an arrow."""
    entries = [comparison.entries[index] for index in change.entries]
    new = entries[0].new
    if new is not None and new.label:
        return labelling.change_title(entries[:1])
    return change_title(comparison, change)


def spoken(
    comparison: Comparison, change: ChangeStop, position: int, total: int, decided: Sequence[str] = ()
) -> str:
    """Returns a sentence about a change for a screen reader: its position, title, summary, decisions and text."""
    words = [
        fill(translate("Comparison", "Change {n} of {total}"), n=position, total=total),
        spoken_title(comparison, change),
        change_summary(comparison, change),
        *([translate("Comparison", "weighty")] if change.weighty else []),
        *decided,
    ]
    for side, label in (("old", translate("Comparison", "was")), ("new", translate("Comparison", "now"))):
        text = change_text(comparison, change, "old" if side == "old" else "new")
        if text:
            words.append(f"{label}: {text[:400]}")
    return translate("Comparison", "; ").join(words)


def change_text(comparison: Comparison, change: ChangeStop, side: SideName) -> str:
    """Returns the whole text of a change on one side; empty if that side lacks it."""
    text = side_text(comparison, side)
    places = [
        comparison.entries[i].old if side == "old" else comparison.entries[i].new for i in change.entries
    ]
    return "\n".join(text[place.start : place.end].strip() for place in places if place is not None)


def _what(comparison: Comparison, change: ChangeStop) -> str:
    if change.kind is ChangeKind.EDITED:
        return _edit(comparison, change)
    return {
        ChangeKind.INSERTED: translate("Comparison", "Insertion"),
        ChangeKind.DELETED: translate("Comparison", "Deletion"),
        ChangeKind.STALE: _stale_count(len(change.stale)),
        ChangeKind.ORTHOGRAPHIC: translate("Comparison", "Joining makes another word")
        if change.weighty
        else translate("Comparison", "Spelling only"),
        ChangeKind.MOVED: translate("Comparison", "Moved and edited")
        if change.places
        else translate("Comparison", "Moved"),
        ChangeKind.RENUMBERED: translate("Comparison", "Number")
        if change.stale
        else translate("Comparison", "Number only"),
    }[change.kind]


def _edit(comparison: Comparison, change: ChangeStop) -> str:
    if Flag.SPLIT in change.flags:
        return fill(
            translate("Comparison", "Split into {n} provisions"), n=parts_of(comparison, change, "new")
        )
    if Flag.MERGED in change.flags:
        return fill(
            translate("Comparison", "Merged from {n} provisions"), n=parts_of(comparison, change, "old")
        )
    if change.places == 1:
        for index in change.entries:
            for place in changed_places(comparison.entries[index].spans, comparison.old.text):
                short = _short_edit(comparison, place)
                if short:
                    return short
        return translate("Comparison", "1 place in the text")
    if change.places == 0:
        return translate("Comparison", "Edited")
    return fill(translate("Comparison", "{n} places in the text"), n=change.places)


def parts_of(comparison: Comparison, change: ChangeStop, side: SideName) -> int:
    """Returns the number of provisions on `side` of a split or merged change."""
    entries = [comparison.entries[index] for index in change.entries]
    return sum((entry.old if side == "old" else entry.new) is not None for entry in entries)


def _short_edit(comparison: Comparison, place: Sequence[Span]) -> str:
    old = _plain(comparison.old.text[place[0].old[0] : place[-1].old[1]])
    new = _plain(comparison.new.text[place[0].new[0] : place[-1].new[1]])
    if len(old) + len(new) > LONGEST_QUOTE:
        return ""
    if old and new:
        return fill(translate("Comparison", "“{old}” became “{new}”"), old=isolated(old), new=isolated(new))
    if new:
        return fill(translate("Comparison", "“{new}” added"), new=isolated(new))
    return fill(translate("Comparison", "“{old}” left out"), old=isolated(old))


def _stale_count(count: int) -> str:
    if count == 1:
        return translate("Comparison", "one stale reference")
    return fill(translate("Comparison", "{n} stale references"), n=count)


def renumbered(old: str, new: str) -> str:
    """Returns the old and the new title without repeated words: «ماده ۱۷ ← ۱۹», «ماده هفتم ← هشتم», «بند ۳ ← ۲
    ماده پنجم»."""
    was, now = old.split(" "), new.split(" ")
    ahead = _shared(was, now)
    behind = _shared(was[ahead:][::-1], now[ahead:][::-1])
    if not ahead or ahead + behind >= min(len(was), len(now)):
        return f"{old} ← {new}"
    tail = now[len(now) - behind :]
    return " ".join([*was[: len(was) - behind], "←", *now[ahead : len(now) - behind], *tail])


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """Returns the number of equal words at the start."""
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _named(comparison: Comparison, place: ProvisionPlace, side: SideName) -> str:
    return provision_title(place) or f"«{_start(side_text(comparison, side), place)}»"


def _opening(comparison: Comparison, entry: Entry) -> str:
    place = entry.new or entry.old
    if place is None:
        return ""
    return _start(side_text(comparison, "new" if entry.new else "old"), place)


def _start(text: str, place: ProvisionPlace) -> str:
    words = _plain(text[place.start : min(place.end, place.start + 60)]).split(" ")
    opening = " ".join(words[:4])
    return f"{opening} …" if len(words) > 4 else opening


def isolated(name: str) -> str:
    """Isolates Persian words in a left-to-right sentence. In a right-to-left one they need no isolation."""
    return name if language_in_use().right_to_left else f"\u2068{name}\u2069"


def _plain(text: str) -> str:
    """Returns `text` in one line, with control and override characters made visible."""
    return displayable(_SPACE.sub(" ", text)).strip(" ـ–—:.-")
