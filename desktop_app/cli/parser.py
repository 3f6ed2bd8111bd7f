"""Parses the command line, and finds options that are needed before the parser can run."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from desktop_app.cli.grammar import grammar
from desktop_app.errors import UsageError
from desktop_app.languages import LANGUAGES
from desktop_app.settings import Settings
from desktop_app.wording import translate


class Arguments(argparse.Namespace):
    """The parsed arguments; the attributes here are the defaults."""

    command: str = ""
    action: str = ""
    database: str = ""
    data_dir: Path | None = None
    language: str = ""
    json: bool = False
    shape: bool | None = None
    self_test: bool = False
    files: Sequence[Path] = ()
    file: Path
    address: str
    old: Path
    new: Path
    instrument: str = ""
    internal: bool = False
    petition: str
    addressee: str = ""
    classification: str = ""
    paper: str = ""
    enclosure: str | None = None
    copy: Sequence[str] = ()
    summary: str = ""
    channel: str = ""
    dry_run: bool = False
    rejects: Path | None = None
    format: Literal["", "text", "json", "html", "pdf", "docx"] = ""
    layout: Literal["both", "list", "side-by-side"] = "both"
    whole_text: bool = False
    output: Path | None = None
    query: str
    status: str = ""
    unit: str = ""
    limit: int = 50
    month: str = ""
    period: str = ""
    person: str = ""
    kind: str = ""
    values: Sequence[str] = ()
    fix: str = ""
    free: str = ""
    issue: bool = False
    signed_as: str = ""
    analysis: str = ""
    correct: str = ""
    afresh: bool = False
    text: bool = False
    printer: str | None = None
    copies: int = 1
    duplex: bool = False
    petitions: int
    instruments: int | None = None
    seed: int = 1
    until: str = ""
    seals: Path | None = None
    since_seal: bool = False
    event: int = 0
    key: Path | None = None
    public_key: Path | None = None
    mail: str = ""
    confirm: str = ""
    by: str = ""
    second: str = ""
    reason: str = ""
    pictures: Path | None = None
    tour: bool = False
    url: str
    backup: Path | None = None
    folder: Path | None = None
    keep: int = 7
    sign: bool = False
    encrypt: bool = False
    tries: bool = False
    accept_broken_chain: bool = False
    task: str = ""
    name: str
    at: str = ""
    account: str = ""
    newest: int = 0
    revision: int = 0
    since: int = 0
    original: Path | None = None
    with_annotations: bool = False
    changes: str = ""
    resolve: bool = False
    open: bool = False

    def on_top_of(self, settings: Settings) -> Settings:
        """Returns the settings of this PC with those of the command line on top. Raises `FixedSettingError`."""
        return settings.with_options(database=self.database, language=self.language)


def chosen_language(words: Sequence[str]) -> str:
    """Returns the value of `--language` before parsing, so that errors are localised; empty without a known one."""
    given = _given(words, "--language")
    return given if given in LANGUAGES else ""


def chosen_folder(words: Sequence[str]) -> Path | None:
    """Returns the value of `--data-dir` before parsing; None if it is missing."""
    given = _given(words, "--data-dir")
    return Path(given) if given else None


def chosen_task(words: Sequence[str]) -> str:
    """Returns the value of `--task` before parsing, so that a command that is not understood is noted too."""
    return _given(words, "--task")


def chosen_shape(words: Sequence[str]) -> bool | None:
    """Returns, before parsing, True if the last such option is `--shape`, False if `--no-shape`, None without one."""
    given = [word for word in words if word in ("--shape", "--no-shape")]
    return given[-1] == "--shape" if given else None


def _given(words: Sequence[str], option: str) -> str:
    for place, word in enumerate(words):
        if word.startswith(f"{option}="):
            return word.removeprefix(f"{option}=")
        if word == option and place + 1 < len(words):
            return words[place + 1]
    return ""


def parse(words: Sequence[str]) -> Arguments:
    """Parses the command line. Raises `UsageError`, and `SystemExit` after `--help`."""
    if not words:
        # The window, which need not wait for the grammar of all commands.
        return Arguments()
    arguments = grammar().parse_args(words, namespace=Arguments())
    if arguments.command == "compare":
        if arguments.json:
            arguments.format = "json"
        arguments.format = arguments.format or _form_of(arguments.output)
        arguments.json = arguments.json or arguments.format == "json"
    if (arguments.command, arguments.action) in {("database", "backup"), ("database", "try-backup")}:
        _one_place(arguments)
    return arguments


def _one_place(arguments: Arguments) -> None:
    """Raises `UsageError` unless exactly one place of the back-up is given: a file or a folder."""
    if (arguments.backup is None) == (arguments.folder is None):
        raise UsageError(reason=translate("Usage", "Give either a FILE or --folder."))


def _form_of(output: Path | None) -> Literal["text", "json", "html", "pdf", "docx"]:
    """Returns the format for the suffix of the output file; text by default."""
    match output.suffix.lower() if output is not None else "":
        case ".pdf":
            return "pdf"
        case ".docx":
            return "docx"
        case ".html" | ".htm":
            return "html"
        case ".json":
            return "json"
        case _:
            return "text"
