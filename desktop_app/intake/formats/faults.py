"""Faults of tables, in addition to the faults of any file."""

from __future__ import annotations

from enum import StrEnum

from desktop_app.foreign.faults import ReaderFault


class TableFault(StrEnum):
    """Why a table is refused as a whole; the reason of a `BadFileError`.

    The texts are in `desktop_app.wording.table_faults`.
    """

    UNKNOWN_TABLE = "unknown_table"
    NOT_A_TEXT_TABLE = "not_a_text_table"
    NOT_JSON_LINES = "not_json_lines"
    NOT_MAIL = "not_mail"
    #: Parameters: `theirs` (the draft named in the file), `ours` (the chosen draft).
    ANOTHER_INSTRUMENT = "another_instrument"
    #: Parameters: `ours`, `names` (a few unknown provisions).
    PROVISIONS_DO_NOT_FIT = "provisions_do_not_fit"
    NO_ROWS = "no_rows"
    #: Parameter: `fields`, the keys of the fields without a column.
    MISSING_COLUMNS = "missing_columns"
    TOO_MANY_CELLS = "too_many_cells"
    #: Parameter: `limit`, the number of columns.
    TOO_MANY_COLUMNS = "too_many_columns"
    #: Parameter: `limit`, in megabytes.
    TABLE_TOO_LARGE = "table_too_large"


class UnreadableRow(StrEnum):
    """Why a row cannot be split into cells; the reason of a row fault without a field."""

    MORE_CELLS_THAN_COLUMNS = "more_cells_than_columns"
    UNCLOSED_QUOTE = "unclosed_quote"
    NOT_JSON = "not_json"
    NESTED = "nested"
    NOT_A_MAIL = "not_a_mail"
    MAIL_TOO_LARGE = "mail_too_large"
    TOO_MANY_PARTS = "too_many_parts"
    #: A mail, or a line of a CSV.
    TOO_MUCH_TEXT = "too_much_text"
    BOUNCE = "bounce"
    AUTOMATIC_REPLY = "automatic_reply"
    #: The process for foreign files failed at the row; the values are those of `ReaderFault`.
    READER_CRASHED = ReaderFault.READER_CRASHED.value
    TOO_SLOW = ReaderFault.TOO_SLOW.value
    TOO_MUCH_MEMORY = ReaderFault.TOO_MUCH_MEMORY.value
    NO_READER = ReaderFault.NO_READER.value
