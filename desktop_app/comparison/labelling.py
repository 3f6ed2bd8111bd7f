"""How a comparison is worded for a person: the names of classes, flags and counts in the language in use."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.comparison.result import Comparison, Entry, Flag, SpellingKind, Status
from desktop_app.persian.text import visible_controls
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label


def status_name(status: Status) -> str:
    """The name of what became of a provision."""
    names = {
        Status.UNCHANGED: translate("Comparison", "Unchanged"),
        Status.ORTHOGRAPHIC: translate("Comparison", "Spelling only"),
        Status.EDITED: translate("Comparison", "Edited"),
        Status.INSERTED: translate("Comparison", "Inserted"),
        Status.DELETED: translate("Comparison", "Deleted"),
    }
    return names[status]


def flag_name(flag: Flag) -> str:
    """The name of what else is true of a provision."""
    names = {
        Flag.MOVED: translate("Comparison", "Moved"),
        Flag.RENUMBERED: translate("Comparison", "Renumbered"),
        Flag.SPLIT: translate("Comparison", "Split"),
        Flag.MERGED: translate("Comparison", "Merged"),
    }
    return names[flag]


def spelling_name(kind: SpellingKind) -> str:
    """The name of a difference in spelling."""
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


def entry_title(entry: Entry) -> str:
    """An entry by its label on both sides: «ماده ۵ ← ماده ۶», or the words for a text without a label."""
    old = entry.old and (entry.old.label or translate("Comparison", "Text without a label"))
    new = entry.new and (entry.new.label or translate("Comparison", "Text without a label"))
    if old and new and old != new:
        return digits(f"{old} ← {new}")
    return digits(new or old or "")


def entry_classes(entry: Entry) -> str:
    """The classes of an entry in words: «اصلاح‌شده، جابه‌جا، تغییر شماره»."""
    flags = [flag_name(flag) for flag in Flag if flag in entry.flags]
    if entry.status is Status.UNCHANGED and flags:
        return translate("Comparison", ", ").join(flags)
    return translate("Comparison", ", ").join([status_name(entry.status), *flags])


def summary(comparison: Comparison) -> str:
    """The counts in one sentence; says so where nothing substantive changed."""
    counts = comparison.counts
    if not counts["changes"]:
        spelled = fill(translate("Comparison", "{n} in spelling only"), n=counts["orthographic"])
        said = translate("Comparison", "Nothing substantive changed.")
        return f"{said} {spelled}" if counts["orthographic"] else said
    parts = [fill(translate("Comparison", "{n} changes"), n=counts["changes"])]
    parts += [f"{status_name(status)}: {digits(counts[status])}" for status in Status if counts[status]]
    parts += [f"{flag_name(flag)}: {digits(counts[flag])}" for flag in Flag if counts[flag]]
    if comparison.stale_references:
        parts.append(
            fill(translate("Comparison", "Stale references: {n}"), n=len(comparison.stale_references))
        )
    return " · ".join(parts)


def left_out_sentence(keys: Sequence[str]) -> str:
    """What of the files was not compared, in words; empty where nothing was left out."""
    if not keys:
        return ""
    names = translate("Comparison", ", ").join(label("left_out", visible_controls(key)) for key in keys)
    return fill(translate("Comparison", "Not compared: {names}"), names=names)
