"""The commands that write reports, letters and the package of a consultation, and their options."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop_app.cli.annotation_grammar import report_annotations
from desktop_app.cli.localized_parser import Subcommands, add_instrument, add_output, add_printing
from desktop_app.wording import translate


def report_commands(below: Subcommands) -> None:
    monthly = below.add("monthly", translate("Help", "the monthly report as PDF, XLSX, CSV or text"))
    _monthly(monthly)
    consultation = below.add(
        "consultation", translate("Help", "the summing-up of a consultation as PDF, DOCX or XLSX")
    )
    add_instrument(consultation, required=True)
    consultation.add_argument(
        "--internal",
        action="store_true",
        help=translate(
            "Help", "the office's own form, which says who wrote each comment; not for publication"
        ),
    )
    add_output(consultation, required=True)
    report_annotations(below)


def _monthly(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--month",
        metavar="1405-08",
        help=translate("Help", "a Jalali month, or “last”: the last one that is over"),
    )
    command.add_argument(
        "--period",
        metavar="1405-Q3",
        help=translate("Help", "instead: a quarter, a year (1405) or days (1405-08-01..1405-08-15)"),
    )
    command.add_argument("--unit", help=translate("Help", "only of this unit, by name or code"))
    command.add_argument("--person", help=translate("Help", "only of this colleague, by name or user name"))
    command.add_argument("--kind", help=translate("Help", "only of this kind"))
    command.add_argument("--channel", help=translate("Help", "only what came this way"))
    command.add_argument(
        "--issue",
        action="store_true",
        help=translate("Help", "issues it: numbered and frozen; once is enough"),
    )
    command.add_argument(
        "--signed-as", metavar="NAME", help=translate("Help", "who answers for it, on its signature line")
    )
    command.add_argument(
        "--analysis", metavar="TEXT", help=translate("Help", "the manager's own words, on its first page")
    )
    command.add_argument(
        "--key",
        metavar="FILE",
        type=Path,
        help=translate(
            "Help", "the private key for its seal; otherwise that of the keyring, if there is one"
        ),
    )
    command.add_argument(
        "--correct", metavar="REASON", help=translate("Help", "issues a new edition, and says why")
    )
    command.add_argument(
        "--afresh", action="store_true", help=translate("Help", "counts anew what was issued, too")
    )
    command.add_argument(
        "--text", action="store_true", help=translate("Help", "prints its figures as text, without a file")
    )
    add_printing(command, translate("Help", "prints it, on the usual printer unless one is named"))
    add_output(command, required=False)


def letter_command(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--petition", metavar="CODE", required=True, help=translate("Help", "tracking code of the petition")
    )
    command.add_argument(
        "--kind",
        choices=("reply", "slip", "referral", "dossier"),
        required=True,
        help=translate("Help", "reply letter, receipt, referral sheet or dossier"),
    )
    command.add_argument(
        "--issue",
        action="store_true",
        help=translate("Help", "sends the reply out under the next number of the office"),
    )
    command.add_argument("--addressee", help=translate("Help", "name and address, parted by “|”"))
    command.add_argument(
        "--classification",
        choices=("normal", "confidential", "strictly_confidential"),
        help=translate("Help", "how secret the reply is; as its template says, unless it is named"),
    )
    command.add_argument("--paper", choices=("a4", "a5"), help=translate("Help", "size of the paper"))
    command.add_argument("--enclosure", metavar="TEXT", help=translate("Help", "what is enclosed"))
    command.add_argument(
        "--copy",
        metavar="TEXT",
        action="append",
        help=translate("Help", "who gets a copy, with the purpose; may stand several times"),
    )
    add_output(command, required=True)


def publish_command(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "instrument", metavar="INSTRUMENT", help=translate("Help", "code of the draft document")
    )
    command.add_argument(
        "-o",
        "--output",
        metavar="DIR",
        type=Path,
        required=True,
        help=translate("Help", "folder to write, new or empty"),
    )
