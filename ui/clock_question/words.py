"""What the question about the clock says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.persian.dates import clock_time, full_date, tehran_day
from desktop_app.wording import digits, fill, translate

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.office.clock import ClockState


def why_words(state: ClockState) -> str:
    """Returns why the clock is asked about."""
    assert state.doubt is not None
    days = abs((tehran_day(state.doubt.now) - tehran_day(state.doubt.last)).days)
    sentences = {
        "gap": translate(
            "Clock",
            "The program was last used {days} days ago. After such a time it asks once which day it is.",
        ),
        "jump": translate("Clock", "The clock of this PC was set to another time while the program ran."),
        "behind": translate(
            "Clock",
            "The clock of this PC stands before the latest time that the program has seen: one is wrong.",
        ),
    }
    return fill(sentences[state.doubt.reason.value], days=digits(days))


def last_words(state: ClockState) -> str:
    """Returns the latest time seen, or the one that it should be after a jump."""
    assert state.doubt is not None
    sentences = {
        "gap": translate("Clock", "Last time it was: {moment}"),
        "jump": translate("Clock", "By the time that has passed, it should be: {moment}"),
        "behind": translate("Clock", "The latest time seen was: {moment}"),
    }
    return fill(sentences[state.doubt.reason.value], moment=_moment(state.doubt.last))


def question_words(state: ClockState) -> str:
    """Returns the question, and who answers it."""
    if state.goes_back:
        question = (
            translate(
                "Clock",
                "Is the clock right now, and was the latest time wrong? Then take it back, with a reason; the history"
                " keeps that.",
            )
            if state.alone
            else translate(
                "Clock",
                "Is the clock right now, and was the latest time wrong? Then two people take it back, with a reason:"
                " you, and a second one who signs here.",
            )
        )
    elif state.alone:
        question = translate(
            "Clock", "Is it this day today? Then confirm it, with a reason; the history keeps that."
        )
    else:
        question = translate(
            "Clock", "Is it this day today? Then two people confirm it: you, and a second one who signs here."
        )
    otherwise = translate(
        "Clock",
        "If the clock is wrong, set it right in the settings of the computer: this question then goes away by"
        " itself.",
    )
    return f"{question} {otherwise}"


def clock_words(state: ClockState) -> str:
    """Returns the time by the clock of the PC."""
    return fill(translate("Clock", "{time} o'clock by this PC"), time=clock_time(state.now))


def confirm_words(state: ClockState) -> str:
    """Returns what the button does."""
    return (
        translate("Clock", "Take it back to this day")
        if state.goes_back
        else translate("Clock", "Confirm the day")
    )


def bar_words(state: ClockState) -> str:
    """Returns the line over the screens while nobody has answered."""
    words = translate(
        "Clock",
        "The clock of this PC says {day}, and nobody has confirmed that. Steps of the law wait; everything else goes"
        " on.",
    )
    return fill(words, day=full_date(state.day))


def _moment(moment: datetime) -> str:
    words = translate("Clock", "{day}, {time} o'clock")
    return fill(words, day=full_date(tehran_day(moment)), time=clock_time(moment))
