"""What the set-up page has done on a worker: trying a database, taking it, preparing it. No widgets here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.errors import CancelledError
from desktop_app.settings import Settings, save_settings

if TYPE_CHECKING:
    from desktop_app.database.connecting import Rights, StepResult
    from desktop_app.progress import Progress
    from desktop_app.services import Services

#: Told each step as it is done, on the worker.
OnStep = Callable[["StepResult"], None]


@dataclass(frozen=True)
class DepartmentChoice:
    """What was typed of a department's server. `extra` is what an address said besides, kept as it was."""

    hosts: str
    port: str
    database: str
    certificate: str
    before: str = ""

    def address(self) -> str:
        """The address without any login. Raises `InvalidValueError`."""
        from desktop_app.database.address import department_address  # noqa: PLC0415 - after the first paint

        return department_address(self.hosts, self.port, self.database, self.certificate, self.before)


def choice_of(address: str) -> DepartmentChoice:
    """The fields for an address that is in the settings."""
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


def try_address(address: str, on_step: OnStep, progress: Progress) -> bool:
    """Whether a department's server can be used from this PC, as far as that can be told without a login."""
    return _try(address, _any_rights(), on_step, progress)


def use_department(settings: Settings, address: str, on_step: OnStep, progress: Progress) -> Settings | None:
    """The settings with that server in them, saved, or None where it is of no use: then nothing was changed."""
    if not try_address(address, on_step, progress):
        return None
    return _saved(settings, address)


def use_this_pc(settings: Settings) -> tuple[Settings, Services]:
    """Opens the file of this PC, which is made where it is not there; the settings that name it, saved.

    Raises `DatabaseAwayError`, `NewerDatabaseError`, `NetworkShareError`."""
    from desktop_app.bootstrap import open_services  # noqa: PLC0415

    chosen = replace(settings, database="")
    services = open_services(chosen.database_url)
    return _saved(settings, ""), services


def prepare_department(
    settings: Settings, address: str, username: str, password: str, on_step: OnStep, progress: Progress
) -> tuple[Settings, Services | None] | None:
    """Makes or upgrades the schema as its owner; None where the way there ends before.

    The services are those of the owner where nobody has an account yet; the login is kept nowhere else. Raises
    `AppError`.
    """
    from sqlalchemy import make_url  # noqa: PLC0415

    from desktop_app.bootstrap import prepare, services_of  # noqa: PLC0415
    from desktop_app.database.connecting import Rights  # noqa: PLC0415
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
    from desktop_app.database.connecting import Rights  # noqa: PLC0415

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
    chosen = replace(settings, database=address)
    save_settings(chosen)
    return chosen
