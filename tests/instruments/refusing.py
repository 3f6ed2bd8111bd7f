"""What the law of drafts refuses, by the services and by SQL."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import exc

from desktop_app.errors import RuleError
from tests.instruments.consulting import Consultation

#: Those that a comment cannot be without.
COLUMNS_OF_A_COMMENT = (
    "instrument_id", "identity_key", "channel", "sender", '"group"', "provision", "quote", "text", "received_at",
    "reason", "decided_by", "version",
)  # fmt: skip


def refused(rule: str, act: Callable[[], object], consultation: Consultation) -> None:
    """The act is refused by the rule, and everything is as before."""
    before = consultation.now if consultation.id else None
    with pytest.raises(RuleError) as error:
        act()
    assert error.value.parameters["rule"] == rule
    if before is not None:
        assert consultation.now == before


def refused_by_sql(rule: str, statement: str, consultation: Consultation, **values: object) -> None:
    before = consultation.now
    with pytest.raises(exc.DBAPIError) as error:
        consultation.sql(statement, **values)
    assert f"statute: {rule}" in str(error.value.orig)
    assert consultation.now == before


def day_of(consultation: Consultation, after: int) -> object:
    """A day as the driver of the engine takes it."""
    day = consultation.today + timedelta(days=after)
    return day.isoformat() if consultation.services.database.is_sqlite else day


def missing(consultation: Consultation) -> set[str]:
    """What the gate says is missing for the next step."""
    return {point.rule for point in consultation.now.gate.points if not point.holds}
