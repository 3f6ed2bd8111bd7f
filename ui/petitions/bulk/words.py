"""Texts of bulk acts: the act, its result, and the petitions that were not changed, with the reasons."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.errors import NotWrittenError
from desktop_app.persian.dates import clock_time, short_date, tehran_day
from desktop_app.persian.text import visible_controls
from desktop_app.petitions.bulk.acts import Act, HandOver, PutLabel, Refer, Resolve, Take
from desktop_app.petitions.registration.codes import shown_code
from desktop_app.whole_file import write_whole
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.errors import error_sentence
from desktop_app.wording.labels import label
from desktop_app.wording.moves import face_of

if TYPE_CHECKING:
    from desktop_app.petitions.bulk.keeping import RunRow
    from desktop_app.petitions.bulk.run import BulkFailure, BulkProgress


def result_words(run: BulkProgress, name: str) -> str:
    """Returns what was done with how many petitions, and where to; `name` is as in `act_words`."""
    ended = label("outcome", run.act.outcome.value) if isinstance(run.act, Resolve) else ""
    told = fill(_done_template(run.act), name=visible_controls(name), count=len(run.done), outcome=ended)
    left = translate("Bulk", "{told} {failed} stayed as they were.")
    if not run.failures and not run.untouched:
        return told
    if run.untouched:
        left = translate("Bulk", "{told} {failed} stayed as they were, {untouched} were not reached.")
    return fill(left, told=told, failed=len(run.failures), untouched=run.untouched)


def _done_template(act: Act) -> str:
    if isinstance(act, Refer):
        return translate("Bulk", "{count} petitions were referred to {name}.")
    if isinstance(act, HandOver):
        return translate("Bulk", "{count} petitions were handed over to {name}.")
    if isinstance(act, Resolve):
        return translate("Bulk", "{count} petitions were ended as “{outcome}”.")
    if isinstance(act, PutLabel):
        on = translate("Bulk", "The label {name} was put on {count} petitions.")
        return on if act.on else translate("Bulk", "The label {name} was taken off {count} petitions.")
    if isinstance(act, Take):
        return translate("Bulk", "{count} petitions are yours now.")
    return translate("Bulk", "{count} petitions were archived.")


def _result(done: int, failed: int, untouched: int) -> str:
    words = translate("Bulk", "Done with {done} petitions.")
    if untouched:
        words = translate(
            "Bulk", "Done with {done} petitions; {failed} stayed, {untouched} were not reached."
        )
    elif failed:
        words = translate("Bulk", "Done with {done} petitions; {failed} stayed.")
    return fill(words, done=done, failed=failed, untouched=untouched)


def back_words(back: int, wanted: int, unreached: int = 0) -> str:
    """Returns the result of an undo of `wanted` petitions.

    `back` of them were restored. `unreached` were not tried, because the undo was stopped.
    """
    built = wanted - back - unreached
    words = translate("Bulk", "{count} petitions are as they were before.")
    if built > 0:
        words = translate(
            "Bulk", "{count} petitions are as they were before; on {stayed} somebody has built already."
        )
    if unreached:
        stopped = translate("Bulk", "Stopped: {left} were not reached and stand as they were done.")
        words = f"{words} {stopped}"
    return fill(words, count=back, stayed=built, left=unreached)


def act_words(act: Act, name: str) -> str:
    """Returns the title of an act. `name` is the name of its unit, person, outcome or label."""
    if isinstance(act, Refer):
        return fill(translate("Bulk", "Referred to {name}"), name=name)
    if isinstance(act, HandOver):
        return fill(translate("Bulk", "Handed over to {name}"), name=name)
    if isinstance(act, Resolve):
        return fill(translate("Bulk", "Ended as “{name}”"), name=label("outcome", act.outcome.value))
    if isinstance(act, PutLabel):
        words = (
            translate("Bulk", "Label put on: {name}")
            if act.on
            else translate("Bulk", "Label taken off: {name}")
        )
        return fill(words, name=name)
    return face_of(act.move).title


def run_title(row: RunRow) -> str:
    """Returns the time of a run and the title of its act."""
    when = f"{short_date(tehran_day(row.began_at))}، {clock_time(row.began_at)}"
    return f"{when}   {visible_controls(act_words(row.act, row.name))}"


def run_result(row: RunRow) -> str:
    """Returns the result of a stored run."""
    told = _result(row.done, row.refused, row.untouched)
    if not row.undone:
        return told
    words = translate("Bulk", "{told} {undone} were taken back.")
    if row.undone == row.done:
        words = translate("Bulk", "{told} All of them were taken back.")
    return fill(words, told=told, undone=row.undone)


def broken_off_words(row: RunRow) -> str:
    """Returns the message about an interrupted run, shown when the window opens."""
    words = translate(
        "Bulk",
        "An act on many broke off: {act}, done with {done} of {total}. Go on with it, or take it back: Shift+B.",
    )
    return fill(words, act=act_words(row.act, row.name), done=row.done, total=row.total)


def failure_words(failure: BulkFailure) -> str:
    """Returns the tracking code of a petition that was not changed, and the reason."""
    code = shown_code(failure.tracking_code) if failure.tracking_code else digits(failure.petition_id)
    return f"{code}: {error_sentence(failure.error)}"


def write_failures(failures: Sequence[BulkFailure], target: Path) -> None:
    """Writes the failures as CSV in UTF-8 with a byte order mark, as spreadsheets expect.

    Raises `NotWrittenError` where the file cannot be written.
    """
    made = io.StringIO()
    rows = csv.writer(made)
    rows.writerow([translate("Bulk", "Tracking code"), translate("Bulk", "Why it stayed")])
    rows.writerows([failure.tracking_code, error_sentence(failure.error)] for failure in failures)
    try:
        write_whole(target, made.getvalue().encode("utf-8-sig"))
    except OSError as error:
        raise NotWrittenError.because(target.name, error) from error
