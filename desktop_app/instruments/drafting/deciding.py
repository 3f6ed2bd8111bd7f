"""What a decision on a change, a place or a correction makes of the choices for the next revision."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.comparison.repairing import Repair, RepairChoices
from desktop_app.comparison.result import Range
from desktop_app.instruments.drafting.coming_text import ComingBlock, PlaceState
from desktop_app.instruments.drafting.composition_choices import CompositionChoices


def with_change(taken: CompositionChoices, block: ComingBlock, *, refused: bool) -> CompositionChoices:
    """Takes or refuses a whole change; what was decided on its places is forgotten."""
    places = {one.place for one in block.places}
    ranges = {place.new for place in places}
    return replace(
        taken,
        old=taken.old | {block.key} if refused else taken.old - {block.key},
        places=taken.places - places,
        edits=tuple(one for one in taken.edits if one.place not in ranges),
    )


def with_place(
    taken: CompositionChoices, block: ComingBlock, number: int, *, refused: bool
) -> CompositionChoices:
    """Takes or refuses one place of a change; a change that was refused as a whole is refused place by place."""
    apart = _apart(taken, block)
    place = block.places[number].place
    places = apart.places | {place} if refused else apart.places - {place}
    return replace(apart.with_edit(place.new, None), places=places)


def with_words(
    taken: CompositionChoices, block: ComingBlock, place: int | None, words: str, source: str, *, start: int
) -> CompositionChoices:
    """Writes words in place of a place, or without one of the whole provision at `start` of the newer revision.

    `source` are the words that the newer revision has there: writing them again takes the edit back.
    """
    if place is None:
        span: Range = (start, start + len(source))
        return taken.with_edit(span, None if words == source else words)
    apart, found = _apart(taken, block), block.places[place]
    if words in (found.old, found.new) and found.old != found.new:
        return with_place(taken, block, place, refused=words == found.old)
    rest = replace(apart, places=apart.places - {found.place})
    return rest.with_edit(found.place.new, words)


def with_repair(taken: CompositionChoices, item: Repair, *, left_out: bool) -> CompositionChoices:
    """Leaves a correction out, or applies it with the others."""
    chosen = taken.repair or RepairChoices()
    without = chosen.without | {item.key} if left_out else chosen.without - {item.key}
    return replace(taken, repair=replace(chosen, without=without))


def with_answer(taken: CompositionChoices, item: Repair, words: str) -> CompositionChoices:
    """Answers what a reference should name; empty words leave it as it is."""
    chosen = taken.repair or RepairChoices()
    rest = tuple(one for one in chosen.answers if one[0] != item.key)
    return replace(taken, repair=replace(chosen, answers=(*rest, (item.key, words))))


def _apart(taken: CompositionChoices, block: ComingBlock) -> CompositionChoices:
    """Turns a refused change into its refused places."""
    if block.key not in taken.old:
        return taken
    places = frozenset(one.place for one in block.places if one.state is PlaceState.REFUSED)
    return replace(taken, old=taken.old - {block.key}, places=taken.places | places)
