"""Messages about rows that were not imported, and notices about rows that were."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from desktop_app.errors import InvalidValueError
from desktop_app.persian.digits import isolated
from desktop_app.wording.catalogue import fill, translate
from desktop_app.wording.errors import error_sentence
from desktop_app.wording.labels import label


class Fault(Protocol):
    """The attributes of a `desktop_app.intake.formats.cells.RowFault` needed here."""

    @property
    def row(self) -> int: ...
    @property
    def field(self) -> str: ...
    @property
    def reason(self) -> str: ...
    @property
    def value(self) -> str: ...
    @property
    def also(self) -> tuple[Fault, ...]: ...


def row_fault_sentence(fault: Fault) -> str:
    """Returns all problems of a row in the language in use: «سطر ۷: …»."""
    reasons = [fault_reason(fault), *(fault_reason(other) for other in fault.also)]
    return fill(translate("RowFaults", "Row {row}: {reasons}"), row=fault.row, reasons=" ".join(reasons))


def changed_row_sentence(row: int, external_id: str, fields: Sequence[str]) -> str:
    """Returns that a known row came with other words, and in which fields."""
    words = translate("RowFaults", "Row {row}: number {external_id} is there with other words ({fields}).")
    names = "، ".join(label("field", name) for name in fields)
    return fill(words, row=row, external_id=isolated(external_id), fields=names)


def fault_reason(fault: Fault) -> str:
    """Returns the first problem of a row, without the row number and further problems."""
    own = _reasons().get(fault.reason)
    if own is not None:
        return own
    error = InvalidValueError(field=fault.field, reason=fault.reason, value=fault.value)
    return error_sentence(error)


def notice_sentence(notice: str, rows: int) -> str:
    """Returns a notice about values imported unchanged. `notice` is a key of `ImportResult.notices`."""
    return fill(_notices()[notice], rows=rows)


def _reasons() -> dict[str, str]:
    return {
        "more_cells_than_columns": translate(
            "RowFaults", "There are more cells than columns; a text with the separator in it needs quotes."
        ),
        "unclosed_quote": translate(
            "RowFaults", "A quotation mark is opened and never closed, up to the end of the file."
        ),
        "no_such_petition": translate(
            "RowFaults", "There is no petition of this tracking code here, or its personal data was masked."
        ),
        "not_closed_yet": translate("RowFaults", "The petition is not resolved yet."),
        "marked_otherwise": translate(
            "RowFaults", "The petition has another mark already; a mark is not replaced."
        ),
        "two_questions_open": translate(
            "RowFaults",
            "Two questions about satisfaction wait for an answer from this sender: choose the petition.",
        ),
        "no_question_open": translate(
            "RowFaults", "It looks like an answer about satisfaction, and nobody asked this sender."
        ),
        "answer_is_late": translate(
            "RowFaults", "The answer about satisfaction came after the last day: choose whether it counts."
        ),
        "answered_already": translate(
            "RowFaults", "The question about satisfaction is answered already; an answer is not replaced."
        ),
        "several_digits": translate(
            "RowFaults", "The answer about satisfaction has more than one digit: choose the mark."
        ),
        "no_such_mark": translate("RowFaults", "The answer about satisfaction is none of the marks 1 to 5."),
        "words_against_mark": translate(
            "RowFaults", "The words of the answer about satisfaction contradict its digit: choose the mark."
        ),
        "not_json": translate("RowFaults", "The line is no JSON object."),
        "not_storable": translate("RowFaults", "The row holds characters that no database can keep."),
        "not_a_mail": translate("RowFaults", "This is no mail that can be read."),
        "mail_too_large": translate("RowFaults", "The mail is larger than 30 megabytes."),
        "too_many_parts": translate(
            "RowFaults", "The mail is nested deeper than any mail that a person writes."
        ),
        "too_much_text": translate("RowFaults", "There is more text than in any letter."),
        "reader_crashed": translate(
            "RowFaults", "The mail ended the process that reads files; it may be damaged or harmful."
        ),
        "too_slow": translate("RowFaults", "Reading the mail takes too long; it may be harmful."),
        "too_much_memory": translate("RowFaults", "The mail would take too much memory; it may be harmful."),
        "no_reader": translate("RowFaults", "The process that reads files does not start."),
        "bounce": translate("RowFaults", "A mail server says that a mail did not arrive."),
        "no_bounce": translate("RowFaults", "This mail is no report of a mail server."),
        "bounce_of_another": translate("RowFaults", "It names no message of the office."),
        "automatic_reply": translate("RowFaults", "A program answered: somebody is away."),
        "another_instrument": translate("RowFaults", "The row is about another draft."),
        "unknown_provision": translate(
            "RowFaults", "The draft has no such provision; the comment was taken in and waits as unsure."
        ),
        "no_letter": translate(
            "RowFaults",
            "The comment did not come by letter; it was taken in without the number. By letter goes what says so in"
            " the column of the channel.",
        ),
        "unreadable_attachment": translate(
            "RowFaults",
            "A file that came along cannot be read: its name or its content is missing or spoiled.",
        ),
        "empty_attachment": translate("RowFaults", "A file that came along is empty."),
        "too_large_attachment": translate(
            "RowFaults", "A file that came along is larger than the office keeps."
        ),
        "too_many_attachments": translate(
            "RowFaults", "More files came along than a petition can have; take in the important ones by hand."
        ),
        "changed_words": translate(
            "RowFaults",
            "A row with this number is there already, with other words: choose what becomes of it.",
        ),
        "takes_no_comments": translate("RowFaults", "The draft does not stand before the public."),
        "files_with_a_comment": translate(
            "RowFaults", "Files came along with a comment; only petitions have files."
        ),
        "nested": translate(
            "RowFaults", "A value is a list or an object; only plain values can be imported."
        ),
    }


def _notices() -> dict[str, str]:
    return {
        "joined": translate("RowFaults", "{rows} parts of longer text messages were joined."),
        "further": translate(
            "RowFaults",
            "{rows} rows were written to petitions that were there already, and stand beside them.",
        ),
        "without_reply": translate(
            "RowFaults",
            "{rows} rows lack a required part of the identity: they are notices, which get no reply.",
        ),
        "parts_missing": translate("RowFaults", "{rows} text messages came without one of their parts."),
        "one_sender": translate(
            "RowFaults",
            "{rows} comments came from one sender; each is kept, the sender counts as one person.",
        ),
        "controls": translate(
            "RowFaults",
            "The text of {rows} rows holds control or direction characters; it was kept and is shown with signs.",
        ),
        "markup": translate(
            "RowFaults", "The text of {rows} rows holds HTML; it was kept and is shown as plain text."
        ),
    }
