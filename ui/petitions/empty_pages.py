"""Pages shown in place of an empty or unreadable list: the reason, and commands that help."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.lists.filters import conditions_set
from desktop_app.petitions.lists.inbox import ListFilter, View
from desktop_app.staff.roles import Actor, Role
from desktop_app.wording import fill, translate
from ui.errors import sentence
from ui.widgets.empty_state import EmptyState, FirstStep

if TYPE_CHECKING:
    from desktop_app.petitions.lists.sections import Unassigned

Act = Callable[[], object]
_MOST_DROPS: Final = 3


@dataclass(frozen=True)
class Ways:
    """Callbacks for the commands of an empty page."""

    show_view: Callable[[View], object]
    open_petition: Callable[[int], object]
    register: Act
    import_file: Act
    clear_filter: Act
    retry: Act
    drop: Callable[[str], object]
    set_up: Act


@dataclass(frozen=True)
class Drop:
    """A condition of the filter, and the number of petitions (`count`) that match without it."""

    name: str
    words: str
    count: int


def empty_page(
    wanted: ListFilter,
    actor: Actor,
    counts: dict[View, int],
    waiting: Unassigned,
    today: date,
    ways: Ways,
    drops: Sequence[Drop] = (),
    set_up_left: int = 0,
) -> EmptyState:
    """Returns the page for a list without rows. `set_up_left`: what the administrator has still to set up."""
    if wanted.query or _narrowed(wanted):
        return _nothing_found(wanted, ways, drops)
    if not actor.roles & {Role.CLERK, Role.MANAGER, Role.ADMINISTRATOR}:
        return _not_at_the_desk()
    if wanted.view is View.MINE:
        steps = (*_set_up_step(set_up_left, ways), *_steps(actor, counts, waiting, today, ways))
        return EmptyState(
            translate("Inbox", "Nothing is left on your desk"),
            translate("Inbox", "Whatever is referred to you appears right here."),
            steps=steps,
        )
    title, text = _words(wanted.view, actor)
    # Where the office has no open petitions at all, every view offers to register or import one.
    first = wanted.view is View.ALL or not counts.get(View.ALL)
    steps = (*_phone_step(actor, ways), *_import_step(actor, ways)) if first else ()
    return EmptyState(title, text, steps=(*_set_up_step(set_up_left, ways), *steps))


def error_page(error: Exception, ways: Ways) -> EmptyState:
    """Returns the page for a list that could not be read."""
    step = FirstStep(
        "ph.arrow-clockwise",
        translate("Inbox", "Try once more"),
        translate("Inbox", "What you typed is kept."),
        translate("Inbox", "Try again"),
        ways.retry,
        "F5",
    )
    title = translate("Inbox", "The list could not be read")
    return EmptyState(title, sentence(error), icon="ph.warning-circle", steps=(step,), tone="danger")


def _not_at_the_desk() -> EmptyState:
    """Returns the page for a person without a role at the desk."""
    return EmptyState(
        translate("Inbox", "Petitions are seen by the clerks and managers of their units"),
        translate("Inbox", "You have neither role; an administrator can give you one."),
        icon="ph.lock-simple",
        tone="warn",
    )


def no_permission_page() -> EmptyState:
    """Returns the page for a person who may not register petitions."""
    return EmptyState(
        translate("Inbox", "Petitions are registered by clerks"),
        translate("Inbox", "Your account has no role for this; an administrator can give you one."),
        icon="ph.lock-simple",
        tone="warn",
    )


def _narrowed(wanted: ListFilter) -> bool:
    return bool(conditions_set(wanted))


def _nothing_found(wanted: ListFilter, ways: Ways, drops: Sequence[Drop]) -> EmptyState:
    if wanted.query:
        title = translate("Inbox", "Nothing was found")
        text = translate("Inbox", "Spelling does not matter; fewer words find more.")
    else:
        title = translate("Inbox", "Nothing fits this filter")
        text = translate("Inbox", "One condition less shows more.")
    step = FirstStep(
        "ph.funnel-simple",
        translate("Inbox", "Without the conditions"),
        translate("Inbox", "Shows the whole view again"),
        translate("Inbox", "Clear the filter"),
        ways.clear_filter,
    )
    return EmptyState(title, text, icon="ph.magnifying-glass", steps=(*_drop_steps(drops, ways), step))


def _drop_steps(drops: Sequence[Drop], ways: Ways) -> tuple[FirstStep, ...]:
    """Returns commands that remove one condition each, the most effective first."""
    helpful = sorted((drop for drop in drops if drop.count), key=lambda drop: -drop.count)
    return tuple(
        FirstStep(
            "ph.funnel",
            fill(translate("Inbox", "Without “{condition}”"), condition=drop.words),
            fill(translate("Inbox", "{count} petitions fit the rest"), count=drop.count),
            translate("Inbox", "Drop it"),
            partial(ways.drop, drop.name),
        )
        for drop in helpful[:_MOST_DROPS]
    )


def _steps(
    actor: Actor, counts: dict[View, int], waiting: Unassigned, today: date, ways: Ways
) -> tuple[FirstStep, ...]:
    steps: list[FirstStep] = []
    if counts.get(View.UNROUTED):
        steps.append(
            FirstStep(
                "ph.tray",
                fill(
                    translate("Inbox", "{count} petitions have not gone anywhere yet"),
                    count=counts[View.UNROUTED],
                ),
                translate("Inbox", "No rule fitted them; you choose their unit"),
                translate("Inbox", "See the unrouted"),
                lambda: ways.show_view(View.UNROUTED),
                "G+U",
            )
        )
    if waiting.count and waiting.oldest is not None and waiting.oldest_id is not None:
        days = (today - tehran_day(waiting.oldest)).days
        oldest = waiting.oldest_id
        steps.append(
            FirstStep(
                "ph.hand",
                fill(translate("Inbox", "{count} of your unit have no assignee"), count=waiting.count),
                fill(translate("Inbox", "The oldest of them came {count} days ago"), count=days),
                translate("Inbox", "Look at one"),
                lambda: ways.open_petition(oldest),
            )
        )
    return (*steps, *_phone_step(actor, ways))


def _set_up_step(left: int, ways: Ways) -> tuple[FirstStep, ...]:
    """Returns the way to the checklist; it leads to the units, without which nothing can be referred."""
    if not left:
        return ()
    return (
        FirstStep(
            "ph.gear-six",
            fill(translate("Inbox", "{count} things of the office are still to be set up"), count=left),
            translate("Inbox", "Units, accounts, deadlines: without a unit no petition can be referred"),
            translate("Inbox", "Set up the office"),
            ways.set_up,
        ),
    )


def _phone_step(actor: Actor, ways: Ways) -> tuple[FirstStep, ...]:
    if not may_register(actor):
        return ()
    return (
        FirstStep(
            "ph.phone",
            translate("Inbox", "Is somebody on the line?"),
            translate("Inbox", "The phone form opens with what the caller sent before"),
            translate("Inbox", "Register a call"),
            ways.register,
            "Ctrl+T",
        ),
    )


def _import_step(actor: Actor, ways: Ways) -> tuple[FirstStep, ...]:
    if not may_register(actor):
        return ()
    return (
        FirstStep(
            "ph.download-simple",
            translate("Inbox", "Is there a file from the portal?"),
            translate("Inbox", "CSV, XLSX or JSON Lines; you see it before it is taken in"),
            translate("Inbox", "Import a file"),
            ways.import_file,
        ),
    )


def may_register(actor: Actor) -> bool:
    """Whether the person may register petitions. The desk service checks it again."""
    return bool(actor.roles & {Role.CLERK, Role.MANAGER, Role.ADMINISTRATOR})


def _words(view: View, actor: Actor) -> tuple[str, str]:
    if view is View.MY_UNIT and not actor.unit_ids:
        return (
            translate("Inbox", "You belong to no unit"),
            translate("Inbox", "An administrator can put you into one; its petitions then stand here."),
        )
    return {
        View.MINE: ("", ""),
        View.MY_UNIT: (
            translate("Inbox", "Your unit has nothing open"),
            translate("Inbox", "What is referred to the unit stands here until it is resolved."),
        ),
        View.UNROUTED: (
            translate("Inbox", "Everything has found its unit"),
            translate("Inbox", "What no rule fits waits here until somebody chooses its unit."),
        ),
        View.WAITING: (
            translate("Inbox", "Nobody is being waited for"),
            translate("Inbox", "What waits for the petitioner stands here; its clock stands still."),
        ),
        View.LATE: (
            translate("Inbox", "Nothing is late"),
            translate("Inbox", "What is past its deadline would stand here."),
        ),
        View.THIS_WEEK: (
            translate("Inbox", "Nothing is due this week"),
            translate("Inbox", "What is due until Friday would stand here."),
        ),
        View.ALL: (
            translate("Inbox", "No petition is open"),
            translate("Inbox", "What is imported or registered appears here."),
        ),
    }[view]
