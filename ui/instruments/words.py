"""Texts of the drafts screen about instruments, revisions and their history. Does not depend on Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from desktop_app.comparison.labelling import part_name
from desktop_app.documents.document import PartKind
from desktop_app.instruments.drafting.service import InstrumentRow, RevisionRow
from desktop_app.instruments.vocabulary import InstrumentStatus
from desktop_app.persian.dates import day_and_month, long_date
from desktop_app.persian.text import shown_name
from desktop_app.staff.roles import Role
from desktop_app.wording import fill, number, translate
from desktop_app.wording.errors import rule_sentence
from desktop_app.wording.labels import label

_FINISHED: Final = frozenset(
    {
        InstrumentStatus.PROMULGATED,
        InstrumentStatus.SUBMITTED,
        InstrumentStatus.WITHDRAWN,
    }
)


@dataclass(frozen=True, slots=True)
class WindowStatus:
    """A consultation window on a day: its text, the elapsed part (0 to 1), and whether it is over."""

    words: str
    used: float
    over: bool


def window_of(row: InstrumentRow, today: date) -> WindowStatus | None:
    """Returns the state of the window on a day in Tehran; None for an instrument without a window."""
    if row.opened_on is None or row.closes_on is None:
        return None
    left = (row.closes_on - today).days
    whole = max(1, (row.closes_on - row.opened_on).days)
    if left < 0:
        words = fill(translate("Instruments", "ended {day}"), day=day_and_month(row.closes_on))
        return WindowStatus(words, 1.0, over=True)
    used = min(1.0, max(0.0, (today - row.opened_on).days / whole))
    if left == 0:
        return WindowStatus(translate("Instruments", "ends today"), used, over=False)
    return WindowStatus(fill(translate("Instruments", "{n} days left"), n=left), used, over=False)


def revision_source(row: RevisionRow) -> str:
    """Returns the source file of a revision, and its length."""
    size = fill(translate("Instruments", "{n} characters"), n=number(row.characters))
    if not row.source_name:
        return size
    return translate("Instruments", " · ").join([shown_name(row.source_name), size])


def left_out_sentence(keys: Sequence[str], beside: Iterable[PartKind]) -> str:
    """Returns what was not read of a file, and what is compared `beside` the text; empty if it is all in the text."""
    comma, said = translate("Instruments", ", "), []
    if keys:
        names = comma.join(label("left_out", key) for key in keys)
        said.append(fill(translate("Instruments", "Not read: {names}"), names=names))
    kinds = list(dict.fromkeys(beside))
    if kinds:
        sentence = translate("Instruments", "Compared, but neither shown here nor published: {names}")
        said.append(fill(sentence, names=comma.join(map(part_name, kinds))))
    return translate("Instruments", " · ").join(said)


def move_name(to: InstrumentStatus) -> str:
    """Returns the button text of a move to a status."""
    if to is InstrumentStatus.LEGAL_REVIEW:
        return translate("Instruments", "Send to legal review")
    if to is InstrumentStatus.DRAFTING:
        return translate("Instruments", "Back to drafting")
    return label("instrument_status", to.value)


def why_no_revision(row: InstrumentRow) -> str:
    """Returns the reason why the person cannot import a revision: the status or the required role."""
    if row.status is InstrumentStatus.READY:
        return translate(
            "Instruments", "A ready draft takes no revision; a manager can return it to amending."
        )
    if row.status in _FINISHED:
        return rule_sentence("instrument_is_finished")
    who = translate("Instruments", ", ").join(
        label("role", role.value) for role in (Role.CLERK, Role.REVIEWER, Role.MANAGER)
    )
    return fill(translate("Instruments", "Revisions are imported by: {who}."), who=who)


def window_days(row: InstrumentRow) -> str:
    """Returns for example «۲۶ آبان تا ۱۱ آذر ۱۴۰۵»; empty without a window."""
    if row.opened_on is None or row.closes_on is None:
        return ""
    words = translate("Instruments", "{start} to {end}")
    return fill(words, start=day_and_month(row.opened_on), end=long_date(row.closes_on))
