"""The commands `mosharekat settings show` and `settings machine`. They need no database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from desktop_app.cli.output import Output, shown
from desktop_app.cli.parser import Arguments
from desktop_app.errors import UsageError
from desktop_app.settings import Origin, Settings, machine_settings_file
from desktop_app.settings.addresses import masked
from desktop_app.settings.machine import MachineSettings, read_machine_settings, write_machine_settings
from desktop_app.settings.values import FILE_NAME, MACHINE_NAMES, RULES, ValueKind, choices, machine_value_of
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.errors import error_sentence


def run(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Runs the command and returns its exit status."""
    return _machine(arguments, output) if arguments.action == "machine" else _show(settings, output)


def _show(settings: Settings, output: Output) -> int:
    """Prints every setting with its origin. A password in an address is masked."""
    rows = [
        {
            "name": name,
            "value": _shown_value(name, settings),
            "from": settings.origin(name).value,
            "fixed": settings.is_fixed(name),
        }
        for name in ("data_folder", *RULES)
    ]
    files = {
        "machine_file": str(settings.layers.machine_file),
        "user_file": str(settings.data_folder / FILE_NAME),
    }
    trouble = settings.layers.trouble
    document = {"settings": rows, **files, "problem": error_sentence(trouble) if trouble else None}
    output.result(document, "" if output.as_json else _table(rows, files, output))
    return 0


def _shown_value(name: str, settings: Settings) -> Any:
    value = getattr(settings, name)
    if name == "data_folder":
        return str(value)
    return masked(value) if RULES[name].kind is ValueKind.ADDRESS else value


def _table(rows: Sequence[Mapping[str, Any]], files: Mapping[str, str], output: Output) -> str:
    origins = {
        Origin.DEFAULT.value: translate("Settings", "default"),
        Origin.MACHINE.value: translate("Settings", "the office"),
        Origin.USER.value: translate("Settings", "the user"),
        Origin.ENVIRONMENT.value: translate("Settings", "environment variable"),
        Origin.OPTION.value: translate("Settings", "command line"),
    }
    fixed = translate("Settings", "fixed")
    cells = [
        (
            shown(str(row["name"])),
            _worded(row["value"]),
            origins[str(row["from"])],
            fixed if row["fixed"] else "",
        )
        for row in rows
    ]
    places = [
        (translate("Settings", "File of the office"), shown(files["machine_file"])),
        (translate("Settings", "File of the user"), shown(files["user_file"])),
    ]
    return "\n".join([output.table(cells), "", *(f"{name}: {path}" for name, path in places)])


def _worded(value: object) -> str:
    if isinstance(value, bool):
        return translate("Settings", "yes") if value else translate("Settings", "no")
    return digits(value) if isinstance(value, int) else shown(str(value)) if value else "-"


def _machine(arguments: Arguments, output: Output) -> int:
    """Changes the machine's file. Raises `UsageError`, `MachineSettingsError`, `NotWrittenError`; the file is then
    unchanged. An invalid value in it is replaced or left out; a file that cannot be read is not replaced.
    """
    path = machine_settings_file()
    found = read_machine_settings(path)
    if found.trouble is not None and found.trouble.parameters["reason"] != "value":
        raise found.trouble
    values, fixed = dict(found.values), set(found.fixed)
    wanted, fix, free = _wanted(arguments.values), _names(arguments.fix), _names(arguments.free)
    if not (wanted or fix or free):
        raise UsageError(reason=translate("Usage", "Give a NAME=VALUE, --fix or --free."))
    for name, text in wanted:
        if text:
            values[name] = _value(name, text)
        else:
            values.pop(name, None)
    fixed = (fixed | fix) - free
    write_machine_settings(path, MachineSettings(values, frozenset(fixed), found.others))
    words = translate("Settings", "The office's settings for this PC are written: {path}.")
    document = {"file": str(path), "values": values, "fixed": sorted(fixed)}
    output.result(document, fill(words, path=shown(str(path))))
    return 0


def _wanted(given: Sequence[str]) -> list[tuple[str, str]]:
    parts = [one.partition("=") for one in given]
    for name, sign, _ in parts:
        if not sign:
            reason = translate("Usage", "{value} is no NAME=VALUE.")
            raise UsageError(reason=fill(reason, value=shown(name)))
        _require_known(name)
    return [(name, value.strip()) for name, _, value in parts]


def _names(given: str) -> set[str]:
    names = {name.strip() for name in given.split(",") if name.strip()}
    for name in sorted(names):
        _require_known(name)
    return names


def _require_known(name: str) -> None:
    if name not in MACHINE_NAMES:
        reason = translate("Usage", "{name} is no setting of the office; the settings are {names}.")
        raise UsageError(reason=fill(reason, name=shown(name), names=shown(", ".join(MACHINE_NAMES))))


def _value(name: str, text: str) -> object:
    if RULES[name].kind is ValueKind.KEY and Path(text).is_absolute():
        from desktop_app.signing import read_public_key  # noqa: PLC0415

        text = read_public_key(Path(text)).text
    try:
        return machine_value_of(name, text)
    except ValueError as error:
        # The value may be an address with a password, so the sentence leaves it out.
        reason = translate("Usage", "{name} takes {what}.")
        raise UsageError(reason=fill(reason, name=shown(name), what=_expected(name))) from error


def _expected(name: str) -> str:
    rule = RULES[name]
    match rule.kind:
        case ValueKind.ADDRESS:
            return translate("Usage", "the address of an SQLite or PostgreSQL database, without a password")
        case ValueKind.PATH:
            return translate("Usage", "a whole path, from the drive or the server on")
        case ValueKind.KEY:
            return translate("Usage", "the line of a public key file, or the whole path of the file")
        case ValueKind.CHOICE:
            return shown(", ".join(choices(name)))
        case ValueKind.NUMBER:
            words = translate("Usage", "a whole number from {least} to {most}")
            return fill(words, least=digits(rule.bounds[0]), most=digits(rule.bounds[1]))
        case _:
            return shown("yes, no")
