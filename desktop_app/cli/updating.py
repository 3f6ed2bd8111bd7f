"""The commands `mosharekat update publish` and `update check`. They need no database."""

from __future__ import annotations

from dataclasses import asdict

from desktop_app import __version__
from desktop_app.cli.output import Output, shown
from desktop_app.cli.parser import Arguments
from desktop_app.errors import UpdateError
from desktop_app.settings import Settings
from desktop_app.signing import read_private_key
from desktop_app.updates.looking import UpdateSource, newest, source_of
from desktop_app.updates.release import DESCRIPTION, Release, measured, publish
from desktop_app.wording import digits, fill, translate


def run(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Runs the command and returns its exit status."""
    return _publish(arguments, output) if arguments.action == "publish" else _check(settings, output)


def _publish(arguments: Arguments, output: Output) -> int:
    """Signs the description of the newest set-up in a folder. Raises `SigningError`, `UpdateError`."""
    folder, key = arguments.folder, arguments.key
    assert folder is not None
    assert key is not None
    private = read_private_key(key)
    release = publish(folder, private)
    words = translate("Updates", "Version {version} is described in {file}, signed with the key {key}.")
    document = {
        **asdict(release),
        "description": str(folder / DESCRIPTION),
        "key": private.public.text,
        "fingerprint": private.public.fingerprint,
    }
    output.result(
        document,
        fill(
            words,
            version=digits(release.version),
            file=shown(str(folder / DESCRIPTION)),
            key=shown(private.public.fingerprint),
        ),
    )
    return 0


def _check(settings: Settings, output: Output) -> int:
    """Looks for a newer version as the window does, and also reads its whole set-up. Raises `UpdateError`."""
    source = source_of(settings)
    found = newest(source, __version__) if source is not None else None
    if source is not None and found is not None:
        _require_whole(source, found[0])
    document = {
        "installed": __version__,
        "folder": settings.update_folder,
        "newer": asdict(found[0]) if found is not None else None,
    }
    if source is None:
        words = translate("Updates", "The office names no folder of newer versions (update_folder).")
    elif found is None:
        words = translate("Updates", "Version {version} is the newest one.")
    else:
        words = translate("Updates", "Version {version} is ready; its set-up is in {folder}.")
    version = found[0].version if found is not None else __version__
    output.result(document, fill(words, version=digits(version), folder=shown(settings.update_folder)))
    return 0


def _require_whole(source: UpdateSource, release: Release) -> None:
    try:
        with (source.folder / release.file).open("rb") as setup:
            fits = measured(setup) == (release.size, release.sha256)
    except OSError as error:
        raise UpdateError(reason="away", folder=str(source.folder)) from error
    if not fits:
        raise UpdateError(reason="hash", folder=str(source.folder), version=release.version)
