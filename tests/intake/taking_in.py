"""Tables that are taken in as petitions."""

from __future__ import annotations

from pathlib import Path

from desktop_app.intake.imports import petitions
from desktop_app.intake.imports.importing import ImportResult
from desktop_app.petitions.lists.inbox import ListFilter, Order, Scope
from tests.department import TestOffice

EVERYTHING = ListFilter(scope=Scope.ANY, order=Order.OLDEST)


def take_in(office: TestOffice, path: Path, **options: object) -> ImportResult:
    return petitions.run(office.services, office.clerk, petitions.plan(path), **options)  # type: ignore[arg-type]


def total(office: TestOffice) -> int:
    return office.services.inbox.outline(office.clerk, EVERYTHING).total
