"""The tags below the text of a row: stale references, split, merged and uncertain provisions. Without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from desktop_app.comparison.labelling import provision_title
from desktop_app.comparison.result import Comparison, Entry, Flag, SideName
from desktop_app.comparison.standing import percent
from desktop_app.wording import fill, translate
from ui.widgets.comparison_view.changes import ChangeStop
from ui.widgets.comparison_view.labels import parts_of, stale_note
from ui.widgets.comparison_view.marks import stale_references
from ui.widgets.comparison_view.rows import Row

TagKind = Literal["stale", "split", "merged", "uncertain"]


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag and its text."""

    kind: TagKind
    words: str


def tags(comparison: Comparison, row: Row, change: ChangeStop | None, side: SideName) -> list[Tag]:
    """Returns the tags of a row on one side. A split is shown in OLD, merges and stale references in NEW."""
    entry = comparison.entries[row.entry]
    found: list[Tag] = []
    if row.begins and change is not None and change.entries[0] == row.entry:
        note = _parted(comparison, change, entry, side)
        if note is not None:
            found.append(note)
    if row.begins and side == ("old" if entry.new is None else "new"):
        doubt = _uncertain(comparison, row.entry)
        if doubt is not None:
            found.append(doubt)
    if side == "new":
        within = row.range_of("new", entry.new)
        if within is not None:
            found.extend(
                Tag("stale", stale_note(reference.now))
                for reference in stale_references(comparison, entry)
                if within[0] <= reference.new[0] < within[1]
            )
    return found


def _uncertain(comparison: Comparison, entry: int) -> Tag | None:
    pair = comparison.uncertain_by_entry.get(entry)
    if pair is None:
        return None
    if pair.paired:
        template = translate("Comparison", "Uncertain pair, {percent}")
        return Tag("uncertain", fill(template, percent=percent(pair.confidence)))
    other = next(
        comparison.entries[index]
        for index, one in comparison.uncertain_by_entry.items()
        if one is pair and index != entry
    )
    place = other.new or other.old
    title = provision_title(place) if place is not None else ""
    template = translate("Comparison", "Perhaps {title}, {percent}")
    title = title or translate("Comparison", "another article")
    return Tag("uncertain", fill(template, title=title, percent=percent(pair.confidence)))


def _parted(comparison: Comparison, change: ChangeStop, entry: Entry, side: SideName) -> Tag | None:
    if Flag.SPLIT in entry.flags and side == "old":
        count = parts_of(comparison, change, "new")
        return Tag("split", fill(translate("Comparison", "Split into {n} provisions"), n=count))
    if Flag.MERGED in entry.flags and side == "new":
        count = parts_of(comparison, change, "old")
        return Tag("merged", fill(translate("Comparison", "Merged from {n} provisions"), n=count))
    return None
