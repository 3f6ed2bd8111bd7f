"""Why a row was not imported, and what was told about rows that were: one sentence each."""

from __future__ import annotations

from typing import Final, Protocol

from desktop_app.errors import InvalidValueError
from desktop_app.wording.catalogue import fill, translate
from desktop_app.wording.errors import error_sentence


class Fault(Protocol):
    """What a sentence needs of a `desktop_app.intake.cells.RowFault`."""

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
    """«سطر ۷: …»: everything that is wrong with the row, in the language in use."""
    reasons = [fault_reason(fault), *(fault_reason(other) for other in fault.also)]
    return fill(translate("RowFaults", "Row {row}: {reasons}"), row=fault.row, reasons=" ".join(reasons))


def fault_reason(fault: Fault) -> str:
    """What is wrong, without the row's number and without its further faults."""
    own = _reasons().get(fault.reason)
    if own is not None:
        return own
    error = InvalidValueError(field=fault.field, reason=fault.reason, value=fault.value)
    return error_sentence(error)


def notice_sentence(notice: str, rows: int) -> str:
    """What was kept as it came, and in how many rows: `notice` is a key of `ImportResult.notices`."""
    return fill(_notices()[notice], rows=rows)


KNOWN_NOTICES: Final = ("controls", "markup")


def _reasons() -> dict[str, str]:
    return {
        "more_cells_than_columns": translate(
            "RowFaults", "There are more cells than columns; a text with the separator in it needs quotes."
        ),
        "unclosed_quote": translate(
            "RowFaults", "A quotation mark is opened and never closed, up to the end of the file."
        ),
        "not_json": translate("RowFaults", "The line is no JSON object."),
        "nested": translate(
            "RowFaults", "A value is a list or an object; only plain values can be imported."
        ),
    }


def _notices() -> dict[str, str]:
    return {
        "controls": translate(
            "RowFaults",
            "The text of {rows} rows holds control or direction characters; it was kept and is shown with signs.",
        ),
        "markup": translate(
            "RowFaults", "The text of {rows} rows holds HTML; it was kept and is shown as plain text."
        ),
    }
