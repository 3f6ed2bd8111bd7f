"""One PC whose program is closed and started again while its clock is moved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, text

from desktop_app.bootstrap import services_of, sign_in
from desktop_app.clock import FixedClock
from desktop_app.database.audit import Event, history
from desktop_app.database.clock_mark import ClockMark
from desktop_app.database.clock_watch import DoubtReason
from desktop_app.database.engine import Database
from desktop_app.errors import AppError, RuleError
from desktop_app.instruments.vocabulary import InstrumentStatus
from desktop_app.office.acts import OFFICE
from desktop_app.office.clock import SecondSignature
from desktop_app.persian.dates import tehran_day
from desktop_app.services import Services
from tests.conftest import with_cheap_passwords
from tests.department import PASSWORD, TestOffice
from tests.instruments.consulting import Consultation

DAY = timedelta(days=1)
SECOND = SecondSignature("nouri", PASSWORD)


class Pc:
    """One PC on which the program is closed and started again, with a consultation that waits to be opened."""

    def __init__(self, office: TestOffice, clock: FixedClock) -> None:
        self.clock = clock
        self.consultation = Consultation(office, clock).register()
        self.consultation.ask()
        self._opened: list[Services] = []

    @property
    def office(self) -> TestOffice:
        return self.consultation.office

    @property
    def services(self) -> Services:
        return self.office.services

    def restart(self) -> None:
        """Starts the program on the same file, and signs in, as every morning."""
        url = self.services.database.url.render_as_string(hide_password=False)
        started = with_cheap_passwords(services_of(Database(url, clock=self.clock)))
        self._opened.append(started)
        self.consultation.office = replace(self.office, services=started)
        sign_in(started, "yazdi", PASSWORD)
        started.clock.look()

    def close(self) -> None:
        for services in self._opened:
            services.close()

    @property
    def mark(self) -> datetime:
        with self.services.database.reading() as session:
            return session.scalars(select(ClockMark.at)).one()

    def doubt(self) -> DoubtReason | None:
        found = self.services.clock.state().doubt
        return None if found is None else found.reason

    def confirm(self, second: SecondSignature | None = SECOND, reason: str = "") -> None:
        self.services.clock.confirm(
            self.office.manager, tehran_day(self.clock.now()), second=second, reason=reason
        )

    def is_refused(self, rule: str = "clock_not_confirmed") -> None:
        with pytest.raises(RuleError) as refusal:
            self.consultation.open()
        assert refusal.value.parameters["rule"] == rule
        assert self.consultation.stands() is InstrumentStatus.LEGAL_REVIEW

    def opens(self) -> None:
        self.consultation.open()
        assert self.consultation.stands() is InstrumentStatus.OPEN
        assert self.consultation.now.row.opened_on == tehran_day(self.clock.now())

    def events(self) -> list[Event]:
        with self.services.database.reading() as session:
            return [one for one in history(session, "office", OFFICE) if one.action.startswith("clock_")]

    def raw(self, statement: str, **values: Any) -> None:
        with self.services.database.engine.begin() as connection:
            connection.execute(text(statement), values)


@pytest.fixture
def pc(sqlite_office: TestOffice, clock: FixedClock) -> Iterator[Pc]:
    made = Pc(sqlite_office, clock)
    yield made
    made.close()


def refused(act: Any) -> AppError:
    with pytest.raises(AppError) as error:
        act()
    return error.value
