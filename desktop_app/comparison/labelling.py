"""Texts that describe a comparison to a person, in the language in use: names of classes, flags and counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from desktop_app.comparison.digest import QuietEntries
from desktop_app.comparison.numbers import value_of
from desktop_app.comparison.provenance import Provenance
from desktop_app.comparison.result import (
    Comparison,
    Entry,
    Flag,
    ProvisionPlace,
    ProvisionStatus,
    SpellingKind,
    StaleReference,
)
from desktop_app.documents.document import PartKind
from desktop_app.persian.dates import clock_time, full_date, tehran_day
from desktop_app.persian.text import fold, visible_controls
from desktop_app.wording import PERSIAN, digits, fill, language_in_use, translate
from desktop_app.wording.labels import label

#: The first word of an article's label and of a division's heading. A digit may follow without a space, and a
#: quotation mark precede it.
ARTICLE: Final = re.compile(
    r"^[«\"“<-]? ?(?:ماده|مادهٔ|مادۀ|اصل|م(?=\W*\d)|المادة|article|art|section|sec|§)(?![^\W\d_])",
    re.IGNORECASE,
)
DIVISION: Final = re.compile(
    r"^(?:کتاب|باب|بخش|فصل|گفتار|مبحث|قسمت|پیوست|ضمیمه|الفصل|الباب|القسم|الكتاب|المبحث|الفرع|الملحق"
    r"|chapter|part|title|book|annex|appendix|schedule)(?![^\W\d_])",
    re.IGNORECASE,
)
_BARE: Final = re.compile(r"^[^\w]*(\w{1,3})[^\w]*$")
_SPACE: Final = re.compile(r"\s+")
#: A number joined to its word («ماده۴»), and one in brackets («ماده (۴)»): equivalent spellings.
_GLUED: Final = re.compile(r"(?<=[^\W\d_])(?=\d)")
_BRACKETS: Final = re.compile(r"(?<=\w) ?\( ?(\d+) ?\)")


def status_name(status: ProvisionStatus) -> str:
    """Returns the name of a status."""
    names = {
        ProvisionStatus.UNCHANGED: translate("Comparison", "Unchanged"),
        ProvisionStatus.ORTHOGRAPHIC: translate("Comparison", "Spelling only"),
        ProvisionStatus.EDITED: translate("Comparison", "Edited"),
        ProvisionStatus.INSERTED: translate("Comparison", "Inserted"),
        ProvisionStatus.DELETED: translate("Comparison", "Deleted"),
    }
    return names[status]


def flag_name(flag: Flag) -> str:
    """Returns the name of a flag."""
    names = {
        Flag.MOVED: translate("Comparison", "Moved"),
        Flag.RENUMBERED: translate("Comparison", "Renumbered"),
        Flag.SPLIT: translate("Comparison", "Split"),
        Flag.MERGED: translate("Comparison", "Merged"),
    }
    return names[flag]


def weighty_name() -> str:
    """Returns the name of a weighty change: see `weight`."""
    return translate("Comparison", "Weighty")


def spelling_name(kind: SpellingKind) -> str:
    """Returns the name of a kind of spelling difference."""
    names = {
        SpellingKind.LETTER_FORM: translate("Comparison", "Letter form"),
        SpellingKind.DIGITS: translate("Comparison", "Digits"),
        SpellingKind.MARKS: translate("Comparison", "Marks"),
        SpellingKind.JOINING: translate("Comparison", "Joining"),
        SpellingKind.PUNCTUATION: translate("Comparison", "Punctuation"),
        SpellingKind.SPACING: translate("Comparison", "Spacing"),
        SpellingKind.INVISIBLE: translate("Comparison", "Invisible characters"),
    }
    return names[kind]


def provision_title(place: ProvisionPlace) -> str:
    """Returns the name of a provision, «ماده ۴», «تبصره ماده ۴» or «بند ب ماده ۱۹»; empty without a label.

    A part beside the body is named with the provision that refers to it: «پانوشت ماده ۴».
    """
    if place.part is not None:
        return _part_title(place.part, place.path)
    label = _plain(place.label or "")
    if not label:
        return ""
    bare = _BARE.match(label)
    if bare and not ARTICLE.match(label):
        label = fill(translate("Comparison", "Clause {label}"), label=digits(bare.group(1)))
    above = next((step for step in reversed(place.path[:-1]) if ARTICLE.match(step)), None)
    if above is None or ARTICLE.match(label) or DIVISION.match(label):
        return digits(label)
    return fill(
        translate("Comparison", "{label} of {article}"), label=digits(label), article=digits(_plain(above))
    )


def part_name(kind: PartKind) -> str:
    """Returns the name of a kind of part beside the body."""
    names = {
        PartKind.FOOTNOTE: translate("Comparison", "Footnote"),
        PartKind.ENDNOTE: translate("Comparison", "Endnote"),
        PartKind.COMMENT: translate("Comparison", "Marginal comment"),
        PartKind.HEADER: translate("Comparison", "Page header"),
        PartKind.FOOTER: translate("Comparison", "Page footer"),
    }
    return names[kind]


def _part_title(kind: PartKind, path: tuple[str, ...]) -> str:
    home = provision_title(ProvisionPlace(path[-1], path, 0, 0)) if path else ""
    if not home:
        return part_name(kind)
    return fill(translate("Comparison", "{part} of {provision}"), part=part_name(kind), provision=home)


def division_title(place: ProvisionPlace) -> str:
    """Returns the divisions above a provision, «باب اول، فصل دوم»; empty outside of any division."""
    above = place.path[:-1] if place.label and place.path else place.path
    steps = [digits(_plain(step)) for step in above if DIVISION.match(step)]
    return translate("Comparison", ", ").join(steps)


def change_title(entries: Sequence[Entry]) -> str:
    """Returns the provisions of a change as named in NEW, with their different names in OLD: «ماده ۱۹ (پیش‌تر
    ماده ۱۷)».

    There is no arrow in it, so that it renders in any font and can be read aloud.
    """
    old = places_title([entry.old for entry in entries])
    new = places_title([entry.new for entry in entries])
    if old and new and not same_name(old, new):
        return fill(translate("Comparison", "{new} (was {old})"), new=new, old=old)
    return new or old or translate("Comparison", "Text without a label")


def same_name(old: str, new: str) -> bool:
    """Returns whether two titles differ at most in spelling: «تبصره يك» and «تبصره ۱»."""
    return old == new or _spelled_alike(old) == _spelled_alike(new)


def _spelled_alike(title: str) -> list[str]:
    parts = fold(title).split()
    values = map(value_of, parts)
    return [part if value is None else str(value) for part, value in zip(parts, values, strict=True)]


def stretch_title(comparison: Comparison, stretch: QuietEntries) -> tuple[str, str]:
    """Returns the content of a collapsed run and its range: («۱۲ ماده بدون تغییر», «ماده ۵ تا ۱۶»)."""
    parts: list[str] = []
    if stretch.unchanged:
        places = _places(comparison, stretch.unchanged)
        articles = sum(map(_is_article, places))
        parts.append(_unchanged_articles(articles) if articles else _unchanged_provisions(len(places)))
    if stretch.spelled:
        parts.append(spelled_provisions(len(stretch.spelled)))
    if stretch.filtered:
        parts.append(fill(translate("Comparison", "{n} changes outside the filter"), n=len(stretch.filtered)))
    every = _places(comparison, stretch.entries)
    named = [place for place in every if _is_article(place)] or every
    names = [title for title in map(provision_title, named) if title]
    return translate("Comparison", " · ").join(parts), _range(names)


def spelled_provisions(count: int) -> str:
    """Returns the text for a number of provisions that differ in spelling only."""
    if count == 1:
        return translate("Comparison", "1 provision changed in spelling only")
    return fill(translate("Comparison", "{n} provisions changed in spelling only"), n=count)


def _unchanged_articles(count: int) -> str:
    if count == 1:
        return translate("Comparison", "1 article without a change")
    return fill(translate("Comparison", "{n} articles without a change"), n=count)


def _unchanged_provisions(count: int) -> str:
    if count == 1:
        return translate("Comparison", "1 provision without a change")
    return fill(translate("Comparison", "{n} provisions without a change"), n=count)


def _is_article(place: ProvisionPlace) -> bool:
    return bool(place.label and ARTICLE.match(place.label))


def is_division(place: ProvisionPlace) -> bool:
    """Returns whether a provision is the heading of a chapter, part or book."""
    return bool(place.label and DIVISION.match(place.label))


def stale_sentence(reference: StaleReference) -> str:
    """Returns the sentence about a stale reference, with its correct form."""
    if not reference.now:
        said = translate("Comparison", "Stale reference: “{was}” is no longer there")
        return fill(said, was=visible_controls(reference.was))
    said = translate("Comparison", "Stale reference: “{was}” should read “{now}”")
    return fill(said, was=visible_controls(reference.was), now=visible_controls(reference.now))


def side_names(comparison: Comparison) -> tuple[str, str]:
    """Returns the names of OLD and NEW, with generic names as fallback."""
    return (
        comparison.old.name or translate("Comparison", "Older revision"),
        comparison.new.name or translate("Comparison", "Newer revision"),
    )


def provenance_facts(comparison: Comparison, provenance: Provenance | None) -> list[tuple[str, str]]:
    """Returns the head of an output as pairs of name and text.

    They cover both texts, the time and author of the comparison, the hidden classes and the parts not compared.
    Unknown facts are left out. Without provenance, only the texts are listed.
    """
    old, new = side_names(comparison)
    facts = [
        (
            translate("Comparison", "Older text"),
            _with_detail(old, provenance.old_detail if provenance else ""),
        ),
        (
            translate("Comparison", "Newer text"),
            _with_detail(new, provenance.new_detail if provenance else ""),
        ),
    ]
    comma = translate("Comparison", ", ")
    if provenance is not None:
        day = full_date(tehran_day(provenance.made_at))
        when = fill(translate("Comparison", "{day}, {time}"), day=day, time=clock_time(provenance.made_at))
        facts.append((translate("Comparison", "Compared"), _with_detail(when, provenance.made_by)))
        if provenance.hidden:
            facts.append((translate("Comparison", "Hidden here"), comma.join(provenance.hidden)))
    if comparison.not_compared:
        facts.append((translate("Comparison", "Not compared"), left_out_names(comparison.not_compared)))
    return [(what, visible_controls(words)) for what, words in facts]


def _with_detail(name: str, detail: str) -> str:
    return translate("Comparison", " · ").join([name, detail]) if detail else name


def _places(comparison: Comparison, indices: Iterable[int]) -> list[ProvisionPlace]:
    entries = (comparison.entries[index] for index in indices)
    return [place for entry in entries if (place := entry.new or entry.old) is not None]


def places_title(places: Iterable[ProvisionPlace | None]) -> str:
    """Returns a common name for provisions, «ماده ۵ و ۶» or «ماده ۵ تا ۹»; empty if none has a label."""
    titles = [provision_title(place) for place in places if place is not None]
    return _range(list(dict.fromkeys(title for title in titles if title)))


def _range(titles: Sequence[str]) -> str:
    if not titles or titles[0] == titles[-1]:
        return titles[0] if titles else ""
    first, last = range_ends(titles[0], titles[-1])
    if len(titles) == 2:
        return fill(translate("Comparison", "{first} and {last}"), first=first, last=last)
    return fill(translate("Comparison", "{first} to {last}"), first=first, last=last)


def range_ends(first: str, last: str) -> tuple[str, str]:
    """Returns two titles as ends of a range, without repeating common words: («ماده ۵», «۱۶»), («بند ۳», «۵ ماده
    ۴»)."""
    one, other = first.split(" "), last.split(" ")
    article = next((at for at in range(1, len(other)) if ARTICLE.match(" ".join(other[at:]))), len(other))
    shared = other[article:]
    if language_in_use().code == PERSIAN and 0 < len(shared) < len(one) and one[-len(shared) :] == shared:
        one, other = one[: -len(shared)], other[:article]
    else:
        shared = []
    if len(one) == len(other) == 2 and one[0] == other[0]:
        other = other[1:]
    return " ".join(one), " ".join([*other, *shared])


def _plain(text: str) -> str:
    """Normalises a label: «ماده ۴» for «ماده۴-» and «ماده (۴):»."""
    name = _SPACE.sub(" ", text).strip(' ـ–—:.-«»"“”<>')
    return _GLUED.sub(" ", _BRACKETS.sub(r" \1", name))


def entry_classes(entry: Entry) -> str:
    """Returns the classes of an entry: «اصلاح‌شده، جابه‌جا، تغییر شماره»."""
    flags = [flag_name(flag) for flag in Flag if flag in entry.flags]
    if entry.status is ProvisionStatus.UNCHANGED and flags:
        return translate("Comparison", ", ").join(flags)
    return translate("Comparison", ", ").join([status_name(entry.status), *flags])


def summary(comparison: Comparison) -> str:
    """Returns the counts in one sentence, which says so if nothing substantive changed."""
    counts = comparison.counts
    if not counts["changes"]:
        spelled = fill(translate("Comparison", "{n} in spelling only"), n=counts["orthographic"])
        said = translate("Comparison", "Nothing substantive changed.")
        return f"{said} {spelled}" if counts["orthographic"] else said
    parts = [fill(translate("Comparison", "{n} changes"), n=counts["changes"])]
    weighty = sum(entry.weighty for entry in comparison.entries)
    if weighty:
        parts.append(f"{weighty_name()}: {digits(weighty)}")
    parts += [
        f"{status_name(status)}: {digits(counts[status])}" for status in ProvisionStatus if counts[status]
    ]
    parts += [f"{flag_name(flag)}: {digits(counts[flag])}" for flag in Flag if counts[flag]]
    if comparison.stale_references:
        parts.append(
            fill(translate("Comparison", "Stale references: {n}"), n=len(comparison.stale_references))
        )
    return " · ".join(parts)


def parts_sentence(comparison: Comparison) -> str:
    """Returns the sentence about the parts beside both texts, in their order; empty if there are none."""
    kinds = {part.kind for side in (comparison.old, comparison.new) for part in side.parts}
    if not kinds:
        return ""
    names = [part_name(kind) for kind in PartKind if kind in kinds]
    said = translate("Comparison", "After the text stand its other parts: {names}")
    return fill(said, names=translate("Comparison", ", ").join(names))


def left_out_sentence(keys: Sequence[str]) -> str:
    """Returns the sentence about parts of the files that were not compared; empty if there are none."""
    if not keys:
        return ""
    return fill(translate("Comparison", "Not compared: {names}"), names=left_out_names(keys))


def left_out_names(keys: Sequence[str]) -> str:
    """Returns the names of the parts that the file readers left out."""
    return translate("Comparison", ", ").join(label("left_out", visible_controls(key)) for key in keys)
