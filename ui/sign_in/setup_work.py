"""Worker functions of the set-up page: testing, selecting and preparing a database. Without widgets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from desktop_app.errors import CancelledError
from desktop_app.settings import Settings, save_settings

if TYPE_CHECKING:
    from desktop_app.database.connection_steps import Rights, StepResult
    from desktop_app.progress import Progress
    from desktop_app.services import Services

#: The name that our instructions give to the database.
USUAL_NAME: Final = "mosharekat"
#: Called on the worker thread after each step.
OnStep = Callable[["StepResult"], None]


@dataclass(frozen=True)
class DepartmentChoice:
    """The input for the server of a department.

    `before` is the previous address, whose other options are kept.
    """

    hosts: str
    port: str
    database: str
    certificate: str
    before: str = ""

    def address(self) -> str:
        """The address without login. Raises `InvalidValueError`."""
        from desktop_app.database.address import department_address  # noqa: PLC0415 - after the first paint

        return department_address(self.hosts, self.port, self.database, self.certificate, self.before)


def choice_of(address: str) -> DepartmentChoice:
    """Returns the fields of an address in the settings."""
    from sqlalchemy import make_url  # noqa: PLC0415 - after the first paint

    from desktop_app.database.address import PORT, hosts_of  # noqa: PLC0415
    from desktop_app.database.postgresql import several_hosts  # noqa: PLC0415

    url = make_url(several_hosts(address))
    hosts = hosts_of(url)
    ports = {host.port for host in hosts}
    one = next(iter(ports)) if len(ports) == 1 else PORT
    names = ", ".join(host.name if host.port == one else f"{host.name}:{host.port}" for host in hosts)
    certificate = url.query.get("sslrootcert", "")
    return DepartmentChoice(
        names,
        str(one),
        url.database or "",
        certificate if isinstance(certificate, str) else "",
        url.render_as_string(),
    )


def choice_at_first(settings: Settings) -> DepartmentChoice:
    """Returns the fields for the settings in use; those of an empty form if they name no server."""
    if settings.is_department:
        return choice_of(settings.database_url)
    return DepartmentChoice("", "5432", USUAL_NAME, settings.certificate)


def try_address(address: str, on_step: OnStep, progress: Progress) -> bool:
    """Whether this computer can use the server of a department, as far as this can be tested without a login."""
    return _try(address, _any_rights(), on_step, progress)


def use_department(settings: Settings, address: str, on_step: OnStep, progress: Progress) -> Settings | None:
    """Saves and returns the settings with that server; returns None without changes if the test fails."""
    if not try_address(address, on_step, progress):
        return None
    return _saved(settings, address)


def save_department(settings: Settings, address: str) -> Settings:
    """Saves and returns the settings with a server that was tested."""
    return _saved(settings, address)


def use_this_pc(settings: Settings) -> tuple[Settings, Services]:
    """Opens the local file, which is created if missing, and saves the settings.

    Raises `DatabaseAwayError`, `NewerDatabaseError`, `NetworkShareError`; `ServerOnlyError`, or what is wrong with
    the settings of the machine, where this PC must not have a file.
    """
    from desktop_app.bootstrap import open_services  # noqa: PLC0415

    chosen = replace(settings, database="")
    chosen.require_usable_database()
    services = open_services(chosen.database_url)
    return _saved(settings, ""), services


def prepare_department(
    settings: Settings, address: str, username: str, password: str, on_step: OnStep, progress: Progress
) -> tuple[Settings, Services | None] | None:
    """Creates or upgrades the schema as its owner; returns None if the connection test fails.

    The services are those of the owner where there are no accounts yet; the login is not stored. Raises
    `AppError`.
    """
    from sqlalchemy import make_url  # noqa: PLC0415

    from desktop_app.bootstrap import prepare, services_of  # noqa: PLC0415
    from desktop_app.database.connection_steps import Rights  # noqa: PLC0415
    from desktop_app.database.engine import Database  # noqa: PLC0415

    theirs = make_url(address).set(username=username, password=password)
    login = theirs.render_as_string(hide_password=False)
    if not _try(login, Rights.OWNER, on_step, progress):
        return None
    database = Database(login)
    try:
        prepare(database)
        services = services_of(database)
        empty = services.accounts.is_empty()
    except Exception:
        database.close()
        raise
    if not empty:
        services.close()
    return _saved(settings, address), services if empty else None


def _any_rights() -> Rights:
    from desktop_app.database.connection_steps import Rights  # noqa: PLC0415

    return Rights.ANY


def _try(address: str, rights: Rights, on_step: OnStep, progress: Progress) -> bool:
    from sqlalchemy import make_url  # noqa: PLC0415

    from desktop_app.database.connecting import try_steps, usable  # noqa: PLC0415

    results: list[StepResult] = []
    steps = try_steps(make_url(address), rights)
    try:
        for result in steps:
            if progress.cancelled():
                raise CancelledError(done=len(results))
            results.append(result)
            on_step(result)
    finally:
        steps.close()
    if progress.cancelled():
        raise CancelledError(done=len(results))
    return usable(results)


def _saved(settings: Settings, address: str) -> Settings:
    """Saves the address; a certificate that the settings name anyway is left out, so that it follows them."""
    from sqlalchemy import make_url  # noqa: PLC0415

    if address and settings.certificate:
        url = make_url(address)
        if url.query.get("sslrootcert") == settings.certificate:
            address = url.difference_update_query(["sslrootcert"]).render_as_string(hide_password=False)
    chosen = replace(settings, database=address)
    save_settings(chosen)
    return chosen
