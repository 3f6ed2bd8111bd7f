"""The commands that look after the database, and their options."""

from __future__ import annotations

from pathlib import Path

from desktop_app.cli.localized_parser import Subcommands, positive
from desktop_app.wording import translate


def database_commands(below: Subcommands) -> None:
    below.add("init", translate("Help", "makes the tables"))
    below.add("upgrade", translate("Help", "brings the tables up to this program"))
    below.add("check", translate("Help", "looks for damage"))
    below.add("info", translate("Help", "tells what the database is and holds"))
    clock = below.add(
        "clock", translate("Help", "tells whether the clock of this PC is trusted, and confirms the day")
    )
    clock.add_argument("--confirm", metavar="1405-09-03", help=translate("Help", "the day that it is today"))
    clock.add_argument("--by", metavar="USER", help=translate("Help", "who confirms it"))
    clock.add_argument(
        "--second", metavar="USER", help=translate("Help", "who signs it as the second person")
    )
    clock.add_argument("--reason", metavar="TEXT", help=translate("Help", "why; it stays in the history"))
    backup = below.add("backup", translate("Help", "makes a back-up, while others work"))
    backup.add_argument(
        "backup", metavar="FILE", nargs="?", default=None, type=Path, help=translate("Help", "a new file")
    )
    backup.add_argument(
        "--folder", metavar="DIR", type=Path, help=translate("Help", "instead of FILE: names it by the time")
    )
    backup.add_argument(
        "--keep",
        metavar="N",
        type=positive,
        help=translate("Help", "in that folder, keeps the newest N of this database (7)"),
    )
    backup.add_argument(
        "--sign",
        action="store_true",
        help=translate("Help", "signs it, with the key of the keyring or of --key; see “audit key”"),
    )
    backup.add_argument("--key", metavar="FILE", type=Path, help=translate("Help", "file of the private key"))
    backup.add_argument(
        "--encrypt",
        action="store_true",
        help=translate("Help", "with a passphrase, asked for or from MOSHAREKAT_BACKUP_PASSPHRASE"),
    )
    backup.add_argument(
        "--try",
        action="store_true",
        dest="tries",
        help=translate("Help", "then restores it into a file for a moment, and keeps the verdict"),
    )
    restore = below.add("restore", translate("Help", "restores a back-up into an empty database"))
    restore.add_argument("file", metavar="FILE", type=Path, help=translate("Help", "the back-up"))
    trial = below.add(
        "try-backup",
        translate("Help", "restores a back-up into a file for a moment, and says whether it is sound"),
    )
    trial.add_argument(
        "backup", metavar="FILE", nargs="?", default=None, type=Path, help=translate("Help", "the back-up")
    )
    trial.add_argument(
        "--folder",
        metavar="DIR",
        type=Path,
        help=translate("Help", "instead of FILE: the newest one of this database in DIR"),
    )
    for command in (restore, trial):
        command.add_argument(
            "--public-key",
            metavar="FILE",
            type=Path,
            help=translate("Help", "public key of the custodian; only what it signed is accepted"),
        )
    copy = below.add("copy-to", translate("Help", "carries everything into another, empty database"))
    copy.add_argument("url", metavar="URL", help=translate("Help", "address of the empty database"))
    for command in (restore, copy):
        command.add_argument(
            "--accept-broken-chain",
            action="store_true",
            help=translate(
                "Help", "also where the history was tampered with: as it stands, and written into it"
            ),
        )
