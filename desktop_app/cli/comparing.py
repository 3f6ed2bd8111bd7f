"""`mosharekat compare OLD NEW`: two files from disk, no database."""

from __future__ import annotations

import json
from pathlib import Path

from desktop_app.cli.output import Output, write_file
from desktop_app.cli.parser import Arguments
from desktop_app.documents import read_document


def run(arguments: Arguments, output: Output) -> int:
    """Compares and prints, or writes to the file of `-o`. Raises `BadFileError`, `NotWrittenError`."""
    made = compared(arguments.old, arguments.new, arguments.format)
    if arguments.output is None:
        output.text(made)
    else:
        write_file(arguments.output, made.encode("utf-8", "backslashreplace"))
        if arguments.json:
            output.result({"file": str(arguments.output)}, "")
    return 0


def compared(old_path: Path, new_path: Path, form: str) -> str:
    """The comparison of two files as `text`, `json` or `html`."""
    from desktop_app.comparison.engine import compare_texts, to_json  # noqa: PLC0415 - rapidfuzz and numpy
    from desktop_app.comparison.outputs import as_html, as_text  # noqa: PLC0415

    old, new = read_document(old_path), read_document(new_path)
    left_out = tuple(dict.fromkeys((*old.not_compared, *new.not_compared)))
    comparison = compare_texts(
        old.text, new.text, old_name=old.name, new_name=new.name, not_compared=left_out
    )
    if form == "json":
        return json.dumps(to_json(comparison), ensure_ascii=False, indent=2) + "\n"
    return as_html(comparison) if form == "html" else as_text(comparison)
