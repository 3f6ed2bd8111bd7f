"""The commands `mosharekat`, `run` and `demo`, which open the window. Qt is only imported here."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop_app.cli.addresses import check_address
from desktop_app.cli.output import Output
from desktop_app.cli.parser import Arguments
from desktop_app.clock import pc_clock
from desktop_app.crash_file import CrashFile, crash_path
from desktop_app.errors import UsageError
from desktop_app.handed_files import MOST
from desktop_app.only_window import OnlyWindow
from desktop_app.persian.dates import tehran_day
from desktop_app.scratch import scratch_folder
from desktop_app.settings import DATABASE_VARIABLE, Settings
from desktop_app.staff.roles import Actor, Role
from desktop_app.wording import translate

if TYPE_CHECKING:
    from desktop_app.services import Services

DEMO_PETITIONS: Final = 3000
#: The roles that the user of the demo can switch between.
_DEMO_ROLES: Final = (Role.CLERK, Role.REVIEWER, Role.MANAGER, Role.ADMINISTRATOR)


def run(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Opens the window, and returns after it is closed.

    Raises `NoDisplayError`, `BadFileError` (a file to compare), `AlreadyOpenError`.
    """
    if arguments.command == "demo":
        if arguments.pictures is not None:
            return _pictures(settings, arguments.pictures, output)
        return _demo(settings, tour=arguments.tour)
    files = _readable(arguments.files)
    from ui import application  # noqa: PLC0415 - the toolkit, only where a window opens
    from ui.second_start import is_first  # noqa: PLC0415

    application.require_display()
    check_address(settings.database_url)
    # A database that was named by this start itself is another program, not another start of the same one.
    named = arguments.database or os.environ.get(DATABASE_VARIABLE, "")
    only = OnlyWindow(settings.data_folder, named)
    if not is_first(only, files):
        return 0
    crashes = CrashFile(crash_path(settings.data_folder, named))
    try:
        start = application.Start(only, files, tuple(output.unseen), crashes.catch())
        return application.run(settings, start=start)
    finally:
        crashes.release()
        only.release()


def _readable(files: Sequence[Path]) -> tuple[Path, ...]:
    """Returns the absolute paths of files to compare. Raises `BadFileError`, `UsageError` for more than two."""
    if not files:
        return ()
    if len(files) > MOST:
        raise UsageError(
            reason=translate("Usage", "Give two files at most: the older text and the newer one.")
        )
    from desktop_app.documents.reading import require_readable  # noqa: PLC0415 - only where a file is given

    for path in files:
        require_readable(path)
    return tuple(path.absolute() for path in files)


def _demo(settings: Settings, *, tour: bool) -> int:
    """Runs the program on sample data in a temporary folder, which is deleted afterwards."""
    from desktop_app.guide.pages import TOUR  # noqa: PLC0415
    from ui import application  # noqa: PLC0415 - the toolkit, only where a window opens

    application.require_display()
    with scratch_folder() as scratch:
        services = demo_services(scratch)
        try:
            adjusted = replace(
                settings, data_folder=scratch, database=services.database.url.render_as_string()
            )
            people = demo_people(services)
            page = TOUR if tour else ""
            # The log stays where it began: the scratch folder goes.
            log_file = settings.log_file
            return application.run(adjusted, services=services, people=people, page=page, log_file=log_file)
        finally:
            services.close()


def _pictures(settings: Settings, folder: Path, output: Output) -> int:
    """Takes screenshots of the main tasks without a display, writes every kind of document, and lists the files."""
    # Must be set before Qt is loaded, which reads it once.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop_app.sample.papers import write_papers  # noqa: PLC0415 - reportlab, fonts
    from ui.demo.day import take_pictures  # noqa: PLC0415 - the toolkit, only where a window opens

    with scratch_folder() as scratch:
        services = demo_services(scratch)
        try:
            adjusted = replace(
                settings, data_folder=scratch, database=services.database.url.render_as_string()
            )
            people = demo_people(services)
            written = take_pictures(adjusted, services, people, folder)
            clerk, _, manager, _ = people
            written += write_papers(services, clerk, manager, folder / "papers")
        finally:
            services.close()
    output.result({"written": [str(path) for path in written]}, "\n".join(str(path) for path in written))
    return 0


def demo_services(folder: Path) -> Services:
    """Creates a new database in `folder` with sample data of the two years up to today."""
    from desktop_app.bootstrap import open_services  # noqa: PLC0415
    from desktop_app.database.engine import sqlite_url  # noqa: PLC0415
    from desktop_app.sample.filling import fill  # noqa: PLC0415

    services = open_services(sqlite_url(folder / "demo.db"))
    fill(services, petitions=DEMO_PETITIONS, until=tehran_day(pc_clock().now()))
    return services


def demo_people(services: Services) -> tuple[Actor, ...]:
    """Returns one user per role, the clerk first."""
    actors = [services.accounts.actor(person.id) for person in services.accounts.all() if person.active]
    chosen: list[Actor] = []
    for role in _DEMO_ROLES:
        fitting = [actor for actor in actors if actor.has(role) and actor not in chosen]
        chosen += sorted(fitting, key=lambda actor: len(actor.roles))[:1]
    return tuple(chosen)
