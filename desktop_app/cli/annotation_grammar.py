"""The commands of annotations and their options: out to Word, in from Word, and lists."""

from __future__ import annotations

from pathlib import Path

from desktop_app.cli.localized_parser import Subcommands, add_instrument, add_output, positive
from desktop_app.wording import translate


def export_commands(below: Subcommands) -> None:
    revision = below.add("revision", translate("Help", "a revision as DOCX, plain or with tracked changes"))
    add_instrument(revision, required=True)
    revision.add_argument(
        "--revision", metavar="N", type=positive, help=translate("Help", "its number; the last one without")
    )
    revision.add_argument(
        "--since",
        metavar="N",
        type=positive,
        help=translate("Help", "with the changes since this revision as tracked changes"),
    )
    revision.add_argument(
        "--original",
        metavar="FILE",
        type=Path,
        help=translate("Help", "the revision of --since as DOCX; the changes are tracked in this file"),
    )
    revision.add_argument(
        "--with-annotations",
        action="store_true",
        help=translate("Help", "with the annotations as comments; internal, not for publication"),
    )
    add_output(revision, required=True)


def import_annotations(below: Subcommands) -> None:
    command = below.add(
        "annotations", translate("Help", "comments and tracked changes of a DOCX that was worked on in Word")
    )
    command.add_argument("file", metavar="FILE", type=Path, help=translate("Help", "the file"))
    add_instrument(command, required=True)
    command.add_argument(
        "--changes",
        choices=("suggestions", "revision", "leave"),
        help=translate("Help", "what tracked changes become: suggested wordings, the next revision, nothing"),
    )
    command.add_argument(
        "--resolve",
        action="store_true",
        help=translate("Help", "also closes the annotations that the file calls resolved"),
    )
    command.add_argument(
        "--dry-run", action="store_true", help=translate("Help", "checks and counts, keeps nothing")
    )


def report_annotations(below: Subcommands) -> None:
    command = below.add("annotations", translate("Help", "a list of annotations as PDF, XLSX or CSV"))
    add_instrument(command, required=False)
    command.add_argument("--person", help=translate("Help", "only of this colleague, by name or user name"))
    command.add_argument("--open", action="store_true", help=translate("Help", "only open ones"))
    add_output(command, required=True)
