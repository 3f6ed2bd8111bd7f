"""What a report counts, in words: its heading on screen, on paper, in tables and in text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop_app.petitions.lists.filters import values_of
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label

if TYPE_CHECKING:
    from desktop_app.reports.service import MonthlyReport


def scope_words(report: MonthlyReport) -> str:
    """Names the scope: a unit, a colleague, kinds and channels, or all units.

    Where the reader sees only a part of it, the words say so and name the units.
    """
    scope = report.scope
    parts = (
        [_named(translate("Monthly report", "unit: {name}"), report.unit_name)] if report.unit_name else []
    )
    if report.within is not None:
        parts = [accessible_words([report.unit_name] if report.unit_name else report.within)]
    if report.person_name:
        parts.append(_named(translate("Monthly report", "clerk: {name}"), report.person_name))
    for family, value in (("kind", scope.kind), ("channel", scope.channel)):
        parts += [label(family, str(one)) for one in values_of(value)]
    return translate("Window", ", ").join(parts) or translate("Monthly report", "all units")


def _named(template: str, name: str) -> str:
    return fill(template, name=name)


def accessible_words(units: Sequence[str]) -> str:
    """Returns for example «درخواست‌های در دسترس ادارهٔ کتاب»; without a unit only that they are accessible."""
    if not units:
        return translate("Monthly report", "accessible petitions")
    words = translate("Monthly report", "accessible petitions of {units}")
    return fill(words, units=translate("Window", ", ").join(units))


def period_and_scope(report: MonthlyReport) -> str:
    """The line below the title."""
    words = translate("Monthly report", "{month}, {scope}")
    return fill(words, month=report.figures.period.title, scope=scope_words(report))
