"""The numbers beside the sections of the administration: what is in use, or waits, in each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Final

from desktop_app.persian.dates import JalaliDay
from desktop_app.petitions.outbox.model import MessageState
from ui.administration.confirmations_panel import may_be_confirmed
from ui.widgets.month_grid import today

if TYPE_CHECKING:
    from desktop_app.services import AdministrationServices
    from desktop_app.staff.roles import Actor

_COUNTS: Final[Mapping[str, Callable[[AdministrationServices, Actor], int | None]]] = {
    "units": lambda services, _: sum(row.active for row in services.units.all()),
    "staff": lambda services, _: sum(row.active for row in services.accounts.all()),
    "deputies": lambda services, _: sum(row.in_force for row in services.deputies.all()),
    "confirmations": lambda services, actor: sum(
        map(may_be_confirmed, services.confirmations.pending(actor))
    ),
    "improvements": lambda services, actor: sum(
        row.done_on is None for row in services.improvements.all(actor)
    ),
    "intake": lambda services, actor: services.staging.count_quarantined(actor),
    "sources": lambda services, _: sum(row.settings.active for row in services.sources.all()),
    "outbox": lambda services, actor: services.outbox.counts(actor).get(MessageState.FAILED, 0),
    "routing": lambda services, _: sum(row.active for row in services.routing_rules.all()),
    "closures": lambda services, _: len(services.closures.of_year(JalaliDay.of(today()).year)),
    "templates": lambda services, _: sum(row.active for row in services.templates.all()),
    "services": lambda services, _: sum(row.active for row in services.catalogue.all()),
    "checklists": lambda services, _: sum(row.active for row in services.checklists.all()),
    "identity": lambda services, _: len(services.office.identity_rules()),
    # Nothing is shown where nothing is left to do.
    "set_up": lambda services, actor: len(services.readiness.checklist(actor).remaining) or None,
}


def count_sections(
    services: AdministrationServices, actor: Actor, sections: Iterable[str]
) -> dict[str, int | None]:
    """Returns the number of each section that has one; None where nothing is shown."""
    return {name: _COUNTS[name](services, actor) for name in sections if name in _COUNTS}
