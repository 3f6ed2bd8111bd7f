"""Texts about the publication of a draft: steps, gate conditions, windows. Does not depend on Qt."""

from __future__ import annotations

from typing import Final

from desktop_app.instruments.consultation.gate import GatePoint, InstrumentAction
from desktop_app.instruments.consultation.late_closures import LateClosure
from desktop_app.instruments.consultation.windows import ConsultationWindow
from desktop_app.instruments.drafting.service import Exposure, InstrumentDetail
from desktop_app.instruments.vocabulary import ENDS, InstrumentStatus, Track
from desktop_app.persian.dates import full_date, long_date
from desktop_app.wording import fill, translate
from desktop_app.wording.errors import rule_sentence
from desktop_app.wording.labels import label

#: The order of the steps; the first available one is the next step.
ORDER: Final = tuple(InstrumentAction)
ICONS: Final = {
    InstrumentAction.ASK_TO_OPEN: "ph.megaphone-simple", InstrumentAction.OPEN: "ph.check",
    InstrumentAction.DECLINE: "ph.arrow-u-up-left",
    InstrumentAction.EXTEND: "ph.calendar-plus", InstrumentAction.START_REVISING: "ph.pencil-line",
    InstrumentAction.OPEN_AGAIN: "ph.calendar-plus", InstrumentAction.LEAVE_CLOSED: "ph.calendar-x",
    InstrumentAction.SUM_UP: "ph.lock-simple",
    InstrumentAction.MAKE_READY: "ph.check-circle", InstrumentAction.FINISH: "ph.circle-wavy-check",
    InstrumentAction.REVISE_AGAIN: "ph.arrow-u-up-left",
    InstrumentAction.WITHDRAW: "ph.x-circle",
    InstrumentAction.TAKE_UP_AGAIN: "ph.arrow-counter-clockwise",
}  # fmt: skip

#: States in which the text may differ from the one that the public read.
BEHIND: Final = frozenset(
    {
        InstrumentStatus.REVISING,
        InstrumentStatus.READY,
        InstrumentStatus.PROMULGATED,
        InstrumentStatus.SUBMITTED,
    }
)


#: The steps after which the window is open.
_OPENING: Final = (InstrumentAction.OPEN, InstrumentAction.EXTEND, InstrumentAction.OPEN_AGAIN)


def step_name(step: InstrumentAction, track: Track, late: LateClosure | None = None) -> str:
    """Returns the button text of a step; with `late`, a window is opened again until a day that is known."""
    if step is InstrumentAction.OPEN_AGAIN and late is not None:
        return fill(translate("Life", "Open again until {day}"), day=long_date(late.until))
    if step is InstrumentAction.FINISH:
        promulgated = ENDS[track] is InstrumentStatus.PROMULGATED
        return translate("Life", "Promulgate") if promulgated else translate("Life", "Submit")
    return {
        InstrumentAction.ASK_TO_OPEN: translate("Life", "Ask to open to the public"),
        InstrumentAction.OPEN: translate("Life", "Approve and open"),
        InstrumentAction.DECLINE: translate("Life", "Decline the opening"),
        InstrumentAction.EXTEND: translate("Life", "Extend the window"),
        InstrumentAction.START_REVISING: translate("Life", "Begin to amend"),
        InstrumentAction.OPEN_AGAIN: translate("Life", "Open again until the first working day"),
        InstrumentAction.LEAVE_CLOSED: translate("Life", "Leave the window closed"),
        InstrumentAction.SUM_UP: translate("Life", "Freeze the summing-up"),
        InstrumentAction.MAKE_READY: translate("Life", "Declare ready"),
        InstrumentAction.REVISE_AGAIN: translate("Life", "Back to amending"),
        InstrumentAction.WITHDRAW: translate("Life", "Withdraw"),
        InstrumentAction.TAKE_UP_AGAIN: translate("Life", "Take up again"),
    }[step]


def gate_sentence(point: GatePoint) -> str:
    """Returns the sentence of a gate condition: that it is met, or what is missing."""
    if not point.holds and point.rule == "changes_are_explained" and not point.missing:
        return translate("Life", "The changes since the publication are not listed yet; look through them.")
    if not point.holds:
        return fill(rule_sentence(point.rule), count=point.missing)
    return {
        "window_still_open": translate("Life", "The window is over."),
        "every_comment_is_decided": translate("Life", "Every comment of the public is decided."),
        "newer_revision_or_reason": translate(
            "Life", "There is a revision behind the one that the public read."
        ),
        "summing_up_is_needed": translate("Life", "The summing-up is frozen."),
        "accepted_is_carried": translate(
            "Life", "Every accepted comment names a provision that really changed, or why none did."
        ),
        "changes_are_explained": translate("Life", "Every change that nobody asked for has its reason."),
        "objections_are_closed": translate("Life", "Every objection is closed."),
    }[point.rule]


def lead_name(point: GatePoint) -> str:
    """Returns the words of the link to what a condition still misses; empty if there is none."""
    if point.holds:
        return ""
    return {
        "objections_are_closed": translate("Life", "Show them one after the other"),
        "every_comment_is_decided": translate("Life", "Go to the comments"),
        "accepted_is_carried": translate("Life", "Name what carries them"),
        "changes_are_explained": translate("Life", "Look through the changes"),
    }.get(point.rule, "")


def window_end(window: ConsultationWindow) -> str:
    """Returns for example «پایان: شنبه ۲۱ آذر ۱۴۰۵، ساعت ۲۴»."""
    return fill(translate("Life", "The window ends at the end of {day}."), day=full_date(window.closes_on))


def closure_words(late: LateClosure) -> str:
    """Returns what a manager decides on: the day, why it was closed, and to when the window would be open."""
    words = translate(
        "Life",
        "{day}, the last day of the window, was declared closed ({name}) after amending began. Opened again today,"
        " the window ends at the end of {until}.",
    )
    return fill(words, day=full_date(late.day), name=late.name, until=full_date(late.until))


def place_name(place: str) -> str:
    """Returns the name of the place where a draft is published."""
    return label("publishing", place or "portal")


def exposure_words(exposure: Exposure) -> str:
    """Returns revision and place of a publication, who requested and who approved it."""
    parts = [
        fill(
            translate("Life", "Revision {n} on the {place}"),
            n=exposure.revision,
            place=place_name(exposure.place),
        )
    ]
    if exposure.asked_by:
        parts.append(fill(translate("Life", "asked for by {who}"), who=exposure.asked_by))
    if exposure.approved_by:
        parts.append(fill(translate("Life", "approved by {who}"), who=exposure.approved_by))
    elif exposure.asked_until:
        parts.append(fill(translate("Life", "until {day} at least"), day=long_date(exposure.asked_until)))
    return translate("Life", ", ").join(parts)


def step_done(step: InstrumentAction, detail: InstrumentDetail) -> str:
    """Returns the message after a completed step."""
    row = detail.row
    if step is InstrumentAction.ASK_TO_OPEN:
        words = translate("Life", "A manager was asked to open “{title}” to the public.")
    elif step is InstrumentAction.DECLINE:
        words = translate("Life", "The opening of “{title}” was declined.")
    elif step is InstrumentAction.LEAVE_CLOSED:
        words = translate("Life", "The window of “{title}” stays closed; the summing-up will say why.")
    elif step in _OPENING and row.closes_on is not None:
        words = translate("Life", "“{title}” is open to the public until the end of {day}.")
    elif step is InstrumentAction.SUM_UP:
        words = translate("Life", "The summing-up of “{title}” is frozen.")
    else:
        words = translate("Life", "“{title}” is in the state “{state}” now.")
    return fill(
        words,
        title=row.title,
        day=full_date(row.closes_on) if row.closes_on else "",
        state=label("instrument_status", row.status.value),
    )
