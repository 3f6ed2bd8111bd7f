"""Resolves a reviewer's choices for the next revision against a comparison, and proposes its summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.comparison.composed_text import Choices, ProvisionOrigin, Wording
from desktop_app.comparison.composing import changed, composed
from desktop_app.comparison.labelling import provision_title
from desktop_app.comparison.places import known_places
from desktop_app.comparison.repairing import RepairChoices, RepairKind, Repairs, repairs_of
from desktop_app.comparison.result import Comparison, Entry, ProvisionPlace, StatedCount
from desktop_app.instruments.annotations.placing import place_on
from desktop_app.instruments.drafting.composition_choices import CompositionChoices
from desktop_app.instruments.drafting.review_marks import ChangeKey
from desktop_app.instruments.model import Revision, Thread, ThreadMessage
from desktop_app.instruments.vocabulary import ThreadKind, ThreadStatus
from desktop_app.wording import fill, translate

#: The maximum number of names in a proposed summary; further ones are only counted.
MOST_NAMES: Final = 30


@dataclass(slots=True)
class CompositionPlan:
    """The resolved choices, as input of `composed`. The wordings of `threads` come first, then those in place."""

    choices: Choices
    threads: list[Thread] = field(default_factory=list)
    settled: list[int] = field(default_factory=list)
    lost: int = 0
    #: The changes of which single places were refused or written anew.
    partly: tuple[int, ...] = ()


def plan_of(
    session: Session, taken: CompositionChoices, older: Revision, newer: Revision, comparison: Comparison
) -> CompositionPlan:
    """Resolves `taken` against a comparison of the two revisions."""
    known = {ChangeKey.of(entry): index for index, entry in enumerate(comparison.entries) if changed(entry)}
    entries = frozenset(known[key] for key in taken.old if key in known)
    plan = CompositionPlan(Choices(entries), lost=sum(key not in known for key in taken.old))
    wordings: list[Wording] = []
    for number in taken.threads:
        thread = session.get(Thread, number)
        wording = None if thread is None else suggested_wording(session, thread, older, newer)
        if thread is None or wording is None:
            plan.settled.append(number)
        else:
            plan.threads.append(thread)
            wordings.append(wording)
    entered = _in_place(plan, taken, comparison)
    plan.choices = Choices(entries, (*wordings, *entered))
    return plan


def _in_place(
    plan: CompositionPlan, taken: CompositionChoices, comparison: Comparison
) -> tuple[Wording, ...]:
    """Returns the wordings of refused places and of words written in place, and counts places that are not known."""
    old, new = comparison.old.body, comparison.new.body
    known = known_places(comparison.entries, old, new) if taken.places else {}
    plan.lost += sum(place not in known for place in taken.places)
    touched = {known[place] for place in taken.places if place in known}
    written = {one.place for one in taken.edits}
    made = [
        Wording(ProvisionOrigin.NEW, *place.new, old[slice(*place.old)])
        for place in sorted(taken.places)
        if place in known and place.new not in written
    ]
    for one in taken.edits:
        if not 0 <= one.start <= one.end <= len(new):
            plan.lost += 1
            continue
        made.append(Wording(ProvisionOrigin.NEW, one.start, one.end, one.text))
        index = comparison.entry_at("new", max(one.start, one.end - 1))
        touched |= set() if index is None else {index}
    plan.partly = tuple(sorted(touched))
    return tuple(made)


def suggested_wording(session: Session, thread: Thread, older: Revision, newer: Revision) -> Wording | None:
    """Returns the replacement that an open suggestion makes, preferably in the newer revision.

    Returns None for any other thread, and for one without a place in either revision.
    """
    if thread.kind != ThreadKind.SUGGESTION or thread.status != ThreadStatus.OPEN:
        return None
    words = session.scalar(
        select(ThreadMessage.text)
        .where(ThreadMessage.thread_id == thread.id)
        .order_by(ThreadMessage.id)
        .limit(1)
    )
    for origin, revision in ((ProvisionOrigin.NEW, newer), (ProvisionOrigin.OLD, older)):
        place = place_on(session, thread.id, revision.id)
        if words and place is not None and place.begin is not None and place.end is not None:
            return Wording(origin, place.begin, place.end, words)
    # No text begins before its start, so that this wording is reported as one without a place.
    return Wording(ProvisionOrigin.NEW, -1, -1, words) if words else None


def misstated(text: str) -> tuple[StatedCount, ...]:
    """Returns the numbers of provisions that a text states and does not have."""
    from desktop_app.comparison.folding import flat  # noqa: PLC0415 - what only a preview needs
    from desktop_app.comparison.stated import wrong_counts  # noqa: PLC0415
    from desktop_app.comparison.structure import parse  # noqa: PLC0415

    return wrong_counts(text, flat(text), parse(text))


def doubled_titles(text: str, newer: str) -> tuple[str, ...]:
    """Returns the names that occur more often in `text` than in the newer revision, and more than once.

    A restored provision may have a number that was reused meanwhile.
    """
    from desktop_app.comparison.structure import parse  # noqa: PLC0415 - what only a preview needs

    def named(words: str) -> Counter[tuple[str, ...]]:
        return Counter(one.path for one in parse(words) if one.label)

    before = named(newer)
    doubled = [path for path, count in named(text).items() if count > max(1, before[path])]
    return tuple(provision_title(ProvisionPlace(path[-1], path, 0, 0)) for path in doubled)


def unnumbered_titles(text: str) -> tuple[str, ...]:
    """Returns the names of the notes without a number that stand beside another note of the same article."""
    from desktop_app.comparison.labels import LabelKind  # noqa: PLC0415 - what only a preview needs
    from desktop_app.comparison.structure import parse  # noqa: PLC0415

    notes = [one for one in parse(text) if one.kind is LabelKind.NOTE and one.label]
    count = Counter(one.path[:-1] for one in notes)
    bare = [one.path for one in notes if not one.number and count[one.path[:-1]] > 1]
    return tuple(provision_title(ProvisionPlace(path[-1], path, 0, 0)) for path in dict.fromkeys(bare))


def made_of(comparison: Comparison, plan: CompositionPlan, taken: CompositionChoices) -> Repairs:
    """Returns the text of a plan, with its numbers and references put right if that was chosen, and every correction
    that it needs."""
    made = composed(comparison, plan.choices)
    found = repairs_of(comparison, made, taken.repair or RepairChoices())
    return found if taken.repair is not None else Repairs(found.items, made)


def proposed_summary(
    comparison: Comparison, plan: CompositionPlan, old: int, new: int, repairs: Repairs | None = None
) -> str:
    """Returns a summary that lists the choices and the number of corrections, in the current language."""
    parts = [fill(translate("Composing", "Built from revisions {old} and {new}"), old=old, new=new)]
    names = list(dict.fromkeys(_name(comparison, comparison.entries[i]) for i in sorted(plan.choices.old)))
    if names:
        parts.append(
            fill(translate("Composing", "taken from revision {old}: {names}"), old=old, names=_listed(names))
        )
    said = [
        f"«{' '.join(thread.anchor['quote'].split())[:40]}» ({thread.author_name})" for thread in plan.threads
    ]
    if said:
        parts.append(fill(translate("Composing", "suggested wordings applied: {names}"), names=_listed(said)))
    partly = list(dict.fromkeys(_name(comparison, comparison.entries[i]) for i in plan.partly))
    if partly:
        parts.append(
            fill(translate("Composing", "taken in part or written anew: {names}"), names=_listed(partly))
        )
    if repairs is not None:
        parts += _repaired(repairs)
    return translate("Composing", "; ").join(parts)


def _repaired(repairs: Repairs) -> list[str]:
    names = {
        RepairKind.NUMBER: translate("Composing", "provisions renumbered: {n}"),
        RepairKind.REFERENCE: translate("Composing", "stale references put right: {n}"),
        RepairKind.COUNT: translate("Composing", "stated numbers put right: {n}"),
    }
    counts = [(words, repairs.count(kind)) for kind, words in names.items()]
    return [fill(words, n=count) for words, count in counts if count]


def _listed(names: Iterable[str]) -> str:
    every = list(names)
    shown = translate("Composing", ", ").join(every[:MOST_NAMES])
    if len(every) <= MOST_NAMES:
        return shown
    return fill(translate("Composing", "{names} and {n} more"), names=shown, n=len(every) - MOST_NAMES)


def _name(comparison: Comparison, entry: Entry) -> str:
    """Returns for example «ماده ۴» or «تبصره ماده ۴»; the first words of an entry without a label."""
    place, text = (entry.old, comparison.old.text) if entry.old else (entry.new, comparison.new.text)
    assert place is not None
    words = " ".join(text[place.start : place.end].split()[:4])
    return provision_title(place) or f"«{words}»"
