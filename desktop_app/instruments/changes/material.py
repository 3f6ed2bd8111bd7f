"""The material changes of a comparison: what the public has not read, without numbers and spelling.

A change is one provision that was edited, inserted, deleted or moved, or the provisions of a split or merge. What
stands below an inserted or deleted provision is part of the same change.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Final

from desktop_app.comparison.folding import flat
from desktop_app.comparison.labelling import ARTICLE, DIVISION
from desktop_app.comparison.labels import LabelKind
from desktop_app.comparison.readings import at_lines
from desktop_app.comparison.result import (
    MARGINS,
    Comparison,
    Entry,
    Flag,
    ProvisionPlace,
    ProvisionStatus,
    Range,
    is_change,
)
from desktop_app.comparison.tokens import Vocabulary
from desktop_app.comparison.weight import WeightKind, kinds_of
from desktop_app.documents.document import PartKind
from desktop_app.instruments.vocabulary import LONGEST_PROVISION
from desktop_app.persian.text import INVISIBLE, fold

_KEY: Final = 32
_ONE_SIDED: Final = frozenset({ProvisionStatus.INSERTED, ProvisionStatus.DELETED})
#: Names are part of a Persian legal text, in whatever language the program speaks.
_DELETED: Final = " (حذف‌شده)"
_HEAD: Final = "سرآغاز متن"
_AFTER: Final = "متن پس از "
_UNSEEN: Final = re.compile(f"[{re.escape(INVISIBLE)}]")
_PARTS: Final[Mapping[PartKind, str]] = {
    PartKind.FOOTNOTE: "پانوشت", PartKind.ENDNOTE: "پی‌نوشت", PartKind.COMMENT: "یادداشت",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class MaterialChange:
    """A change. Ranges are code points of each side's text; None on the side that lacks the provision.

    `name` is unique in its comparison, and is how a comment names its carrier. `key` depends on the words of both
    sides alone: the same change in a later revision has the same key. `entries` are those of the comparison, the
    first of them gives the status.
    """

    name: str
    key: str
    status: ProvisionStatus
    flags: frozenset[Flag]
    kinds: tuple[WeightKind, ...]
    old: Range | None
    new: Range | None
    entries: tuple[int, ...] = ()

    @property
    def weighty(self) -> bool:
        return bool(self.kinds)


@dataclass(frozen=True)
class MaterialChanges:
    """The changes of a comparison in its order; how many entries differ in their number or spelling alone."""

    changes: tuple[MaterialChange, ...]
    renumbered: int
    spelled: int
    #: The names of the changes, folded. A name that another provision has, too, is none.
    aliases: Mapping[str, int]

    @cached_property
    def by_name(self) -> dict[str, MaterialChange]:
        return {change.name: change for change in self.changes}

    @cached_property
    def by_entry(self) -> dict[int, MaterialChange]:
        return {index: change for change in self.changes for index in change.entries}

    def named(self, name: str) -> MaterialChange | None:
        """Returns the change that a person means by a name: its own, or one that no other change has."""
        at = self.aliases.get(_folded(name))
        return self.by_name.get(name) or (self.changes[at] if at is not None else None)


def material_changes(comparison: Comparison) -> MaterialChanges:
    """Finds the material changes of a comparison."""
    entries = comparison.entries
    found = [
        tuple(indices)
        for indices in _joined(comparison)
        if any(_is_material(entries[index]) for index in indices)
    ]
    material = {index for indices in found for index in indices}
    quiet = [entry for index, entry in enumerate(entries) if index not in material]
    names = _names(comparison)
    vocabulary = Vocabulary()
    titles = _unique(names[indices[0]][0] for indices in found)
    changes = tuple(
        _change(comparison, indices, title, vocabulary) for indices, title in zip(found, titles, strict=True)
    )
    return MaterialChanges(
        changes,
        renumbered=sum(Flag.RENUMBERED in entry.flags for entry in quiet),
        spelled=sum(entry.status is ProvisionStatus.ORTHOGRAPHIC for entry in quiet),
        aliases=_aliases(found, names, changes),
    )


def _is_material(entry: Entry) -> bool:
    number_alone = (
        entry.status not in _ONE_SIDED | {ProvisionStatus.EDITED}
        and entry.flags == {Flag.RENUMBERED}
        and _kinds(entry) is None
    )
    return is_change(entry) and not number_alone and entry.part not in MARGINS


def _kinds(entry: Entry) -> tuple[LabelKind, LabelKind] | None:
    """Returns what a provision was and became, if that is another kind: a note that became an article."""
    old, new = entry.old, entry.new
    if old is None or new is None or old.label is None or new.label is None:
        return None
    kinds = _kind(old.label), _kind(new.label)
    return kinds if kinds[0] != kinds[1] else None


def _kind(label: str) -> LabelKind:
    """Returns the kind of a provision: one for all divisions, and one for clauses in whatever style."""
    found = at_lines(flat(label))
    kind = found[0].label.kind if found else LabelKind.LETTER
    if kind.heading:
        return LabelKind.DIVISION
    return kind if kind in {LabelKind.ARTICLE, LabelKind.NOTE} else LabelKind.LETTER


def _joined(comparison: Comparison) -> Iterator[list[int]]:
    """Yields the entries of each change: those of a group, and a one-sided provision with what is below it."""
    entries, seen = comparison.entries, set[int]()
    groups: dict[int, list[int]] = {}
    for index, entry in enumerate(entries):
        if entry.group is not None:
            groups.setdefault(entry.group, []).append(index)
    for index, entry in enumerate(entries):
        if index in seen:
            continue
        indices = groups[entry.group] if entry.group is not None else [index]
        if entry.group is None and entry.status in _ONE_SIDED:
            indices += _below(entries, index)
        seen.update(indices)
        yield indices


def _below(entries: tuple[Entry, ...], index: int) -> list[int]:
    """Returns the entries that follow one, on the same side alone, and are below it; a division has none."""
    top = entries[index]
    place = top.new or top.old
    assert place is not None
    found: list[int] = []
    if not place.label or DIVISION.match(place.label) or place.part is not None:
        return found
    for at in range(index + 1, len(entries)):
        own = entries[at].new or entries[at].old
        if (
            entries[at].status is not top.status
            or entries[at].group is not None
            or own is None
            or own.path[: len(place.path)] != place.path
            or len(own.path) == len(place.path)
        ):
            break
        found.append(at)
    return found


def _change(
    comparison: Comparison, indices: tuple[int, ...], name: str, vocabulary: Vocabulary
) -> MaterialChange:
    entries = [comparison.entries[index] for index in indices]
    old, new = _words("old", comparison, entries), _words("new", comparison, entries)
    flags = frozenset(flag for entry in entries for flag in entry.flags)
    first = next((entry for entry in entries if entry.status is not ProvisionStatus.UNCHANGED), entries[0])
    kinds = kinds_of(_keys(old, vocabulary), _keys(new, vocabulary))
    if not kinds and any(entry.weighty for entry in entries):
        kinds = (WeightKind.MEANING,)
    moved = sorted(flag.value for flag in flags - {Flag.RENUMBERED})
    became = [f"{pair[0].name}>{pair[1].name}" for pair in map(_kinds, entries) if pair is not None]
    parts = (first.status.value, *moved, *became, *old, "", *new)
    return MaterialChange(
        name,
        sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_KEY],
        first.status,
        flags,
        kinds,
        _range(entry.old for entry in entries),
        _range(entry.new for entry in entries),
        indices,
    )


def _words(side: str, comparison: Comparison, entries: list[Entry]) -> list[str]:
    """Returns the words of each provision of one side, behind its label."""
    text = comparison.old.text if side == "old" else comparison.new.text
    places = [entry.old if side == "old" else entry.new for entry in entries]
    return [_body(text, place) for place in places if place is not None]


def _body(text: str, place: ProvisionPlace) -> str:
    start = place.start + (
        len(place.label) if place.label and text.startswith(place.label, place.start) else 0
    )
    return " ".join(text[start : place.end].split()).lstrip("-–ـ:.() ")


def _keys(words: list[str], vocabulary: Vocabulary) -> list[str]:
    text = flat(" ".join(words))
    return list(vocabulary.tokens(text, 0, len(text)).keys)


def _range(places: Iterable[ProvisionPlace | None]) -> Range | None:
    there = [place for place in places if place is not None]
    return (min(one.start for one in there), max(one.end for one in there)) if there else None


# Names


def _names(comparison: Comparison) -> list[tuple[str, ...]]:
    """Returns the names of each entry, its own first: of the new text, or of the old one if it was deleted."""
    found: list[tuple[str, ...]] = []
    home = ""
    for entry in comparison.entries:
        place = entry.new or entry.old
        assert place is not None
        chain = _chain(place)
        if place.part is not None:
            own = f"{_PARTS.get(place.part, place.part.value)} {home}".strip()
            found.append((own,))
            continue
        own = " ".join(reversed(chain)) if chain else f"{_AFTER}{home}" if home else _HEAD
        if chain:
            home = own
        others = [" ".join(reversed(chain[-depth:])) for depth in range(1, len(chain))]
        if entry.new is None:
            found.append((own[: LONGEST_PROVISION - len(_DELETED)] + _DELETED, own, *others))
            continue
        before = _chain(entry.old) if entry.old is not None else ()
        found.append((own, *others, " ".join(reversed(before))))
    return found


def _chain(place: ProvisionPlace) -> tuple[str, ...]:
    """Returns the labels of a provision from its article on, without headings above it; bare letters as clauses."""
    if place.label is None:
        return ()
    path = place.path
    article = next((at for at, step in enumerate(path) if ARTICLE.match(step)), None)
    steps = (
        path[article:]
        if article is not None
        else [one for one in path[:-1] if not DIVISION.match(one)] + [path[-1]]
    )
    return tuple(f"بند {step}" if len(step) <= 3 else step for step in map(_shown, steps))


def _shown(label: str) -> str:
    """Returns a label with single spaces, and without characters that nobody sees."""
    return " ".join(_UNSEEN.sub("", label).split())


def _unique(names: Iterable[str]) -> list[str]:
    """Returns the names, shortened to what a carrier holds, those that are there already with a number.

    A name in another spelling is there already, because nobody could tell the two apart.
    """
    found: list[str] = []
    taken, last = set[str](), dict[str, int]()
    for name in names:
        first = shown = name[:LONGEST_PROVISION]
        number = last.get(first, 1)
        while _folded(shown) in taken:
            number += 1
            mark = f" ({number})"
            shown = name[: LONGEST_PROVISION - len(mark)] + mark
        last[first] = number
        taken.add(_folded(shown))
        found.append(shown)
    return found


def _aliases(
    found: list[tuple[int, ...]], names: list[tuple[str, ...]], changes: tuple[MaterialChange, ...]
) -> dict[str, int]:
    """Returns the names by which a person may mean one change alone; its own names come before all others.

    A name that an unchanged provision has in either text means none.
    """
    change_of = {index: at for at, indices in enumerate(found) for index in indices}
    owners: dict[str, set[int]] = {}
    for index, own in enumerate(names):
        # An unchanged entry owns its names under a number that no change has.
        owner = change_of.get(index, -1 - index)
        for name in own:
            owners.setdefault(_folded(name), set()).add(owner)
    one = {name: next(iter(who)) for name, who in owners.items() if name and len(who) == 1}
    own_names = {_folded(change.name): at for at, change in enumerate(changes)}
    return {name: at for name, at in one.items() if at >= 0} | own_names


def _folded(name: str) -> str:
    return fold(name).replace("بند ", "").strip()
