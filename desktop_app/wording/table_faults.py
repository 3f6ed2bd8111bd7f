"""Messages about tables that cannot be imported: one for each `TableFault`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from desktop_app.wording.catalogue import fill, translate
from desktop_app.wording.labels import label


def table_fault_sentence(reason: str, parameters: Mapping[str, object]) -> str:
    """Returns the message for the reason of a `BadFileError`, or an empty string if it is no `TableFault`.

    `parameters` has the `name` of the file, and, depending on the reason, `fields` (keys separated by commas) or
    `limit` (megabytes).
    """
    if reason not in SENTENCES:
        return ""
    keys = [key for key in str(parameters.get("fields", "")).split(",") if key]
    quoted = [fill(translate("Tables", "“{name}”"), name=label("field", key)) for key in keys]
    return fill(
        SENTENCES[reason](),
        name=parameters.get("name", ""),
        limit=parameters.get("limit", ""),
        fields=translate("Tables", " and ").join(quoted),
        theirs=parameters.get("theirs", ""),
        ours=parameters.get("ours", ""),
        names=parameters.get("names", ""),
    )


SENTENCES: Final[dict[str, Callable[[], str]]] = {
    "unknown_table": lambda: translate(
        "Tables",
        "“{name}” cannot be imported. Save it as CSV, XLSX, JSON Lines (.jsonl) or mail (.eml, .mbox).",
    ),
    "not_a_text_table": lambda: translate(
        "Tables", "“{name}” is named like a text table, but is binary data. Save it as CSV or XLSX."
    ),
    "not_json_lines": lambda: translate(
        "Tables", "“{name}” is not JSON Lines: every line has to be one object with the fields of a row."
    ),
    "not_mail": lambda: translate(
        "Tables", "“{name}” is named like mail, but holds none. Export it as .eml or .mbox."
    ),
    "another_instrument": lambda: translate(
        "Tables", "“{name}” holds comments on “{theirs}”, not on “{ours}”; nothing was imported."
    ),
    "provisions_do_not_fit": lambda: translate(
        "Tables",
        "“{name}” does not seem to be about “{ours}”: that has no {names}. Nothing was imported; check the draft.",
    ),
    "no_rows": lambda: translate("Tables", "“{name}” holds no rows; nothing was imported."),
    "missing_columns": lambda: translate(
        "Tables",
        "“{name}” has no column for {fields}; name the columns in the first row, or choose them yourself.",
    ),
    "too_many_cells": lambda: translate(
        "Tables",
        "The cells of “{name}” are spread too far. Copy the rows to a new sheet, save it and try again.",
    ),
    "too_many_columns": lambda: translate(
        "Tables", "“{name}” has more than {limit} columns. Keep those that are needed, and try again."
    ),
    "table_too_large": lambda: translate(
        "Tables", "“{name}” is larger than {limit} megabytes. Split it and import the parts one by one."
    ),
}
