"""The command `mosharekat compare OLD NEW`, which compares two files without a database."""

from __future__ import annotations

import getpass
import sys
from datetime import datetime
from typing import TYPE_CHECKING

from desktop_app.cli.output import Output, shown, write_file
from desktop_app.cli.parser import Arguments
from desktop_app.clock import pc_clock
from desktop_app.documents import read_here
from desktop_app.errors import UsageError
from desktop_app.wording import fill, translate

if TYPE_CHECKING:
    from desktop_app.comparison.provenance import Provenance
    from desktop_app.comparison.result import Comparison

#: Formats that a terminal cannot display.
_FILES = frozenset({"pdf", "docx"})


def run(arguments: Arguments, output: Output) -> int:
    """Compares, and prints the result or writes it to the file given by `-o`.

    Raises `BadFileError`, `NotWrittenError`, `UsageError`.
    """
    if arguments.format in _FILES and arguments.output is None and sys.stdout.isatty():
        reason = translate("Usage", "{form} needs a file: give one with {option}.")
        raise UsageError(reason=fill(reason, form=shown(arguments.format), option=shown("-o")))
    made = _made(arguments, compared(arguments), pc_clock().now(), output)
    if arguments.output is None:
        _print(made, arguments.format, output)
        return 0
    write_file(arguments.output, made if isinstance(made, bytes) else _encoded(made))
    sentence = translate("CommandLine", "The comparison is in {path}.")
    output.result({"file": str(arguments.output)}, fill(sentence, path=shown(str(arguments.output))))
    return 0


def compared(arguments: Arguments) -> Comparison:
    """Returns the comparison of the two files. Raises `BadFileError`."""
    from desktop_app.comparison.engine import compare_texts  # noqa: PLC0415 - rapidfuzz and numpy

    old, new = read_here(arguments.old), read_here(arguments.new)
    left_out = tuple(dict.fromkeys((*old.not_compared, *new.not_compared)))
    return compare_texts(
        old.text, new.text, old_name=old.name, new_name=new.name, not_compared=left_out,
        old_parts=old.parts, new_parts=new.parts,
    )  # fmt: skip


def _made(arguments: Arguments, comparison: Comparison, made_at: datetime, output: Output) -> str | bytes:
    """Returns the output in the requested format. What a document could not take over is noted.

    JSON depends only on the two files. The other formats contain the time and the user.
    """
    if arguments.format == "json":
        from desktop_app.comparison.engine import to_json  # noqa: PLC0415

        return to_json(comparison)
    provenance = _provenance(comparison, made_at)
    if arguments.format == "pdf":
        from desktop_app.reports.comparison_pdf import comparison_pdf  # noqa: PLC0415 - reportlab, fonts

        layout = "side_by_side" if arguments.layout == "side-by-side" else arguments.layout
        return comparison_pdf(comparison, provenance, layout=layout, whole_text=arguments.whole_text)
    if arguments.format == "docx":
        from desktop_app.reports.redline import made_here, redline  # noqa: PLC0415

        made = redline(comparison, provenance, arguments.old, arguments.new, made_here)
        for sentence in made.notes:
            output.note(sentence)
        return made.data
    if arguments.format == "html":
        from desktop_app.comparison.html_output import as_html  # noqa: PLC0415

        return as_html(comparison, provenance)
    from desktop_app.comparison.outputs import as_text  # noqa: PLC0415

    return as_text(comparison, provenance)


def _provenance(comparison: Comparison, made_at: datetime) -> Provenance:
    from desktop_app.comparison.provenance import Provenance  # noqa: PLC0415

    title = fill(
        translate("CommandLine", "{old} and {new}"), old=comparison.old.name, new=comparison.new.name
    )
    return Provenance(title, made_at, _user_name())


def _user_name() -> str:
    """Returns the operating system's user, or an empty string if unknown."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _print(made: str | bytes, form: str, output: Output) -> None:
    if isinstance(made, bytes):
        output.binary(made)
    elif form == "text":
        output.text(made)
    elif form == "json":
        output.json(made)
    else:
        output.raw(made)


def _encoded(text: str) -> bytes:
    """Encodes text that may contain lone surrogates, which UTF-8 cannot represent."""
    return text.encode("utf-8", "backslashreplace")
