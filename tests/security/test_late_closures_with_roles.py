"""A closure entered later, each person over their own login; by SQL it opens nothing for anybody else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from desktop_app.documents.document import Document
from desktop_app.errors import NotPermittedError
from desktop_app.instruments.consultation.gate import Publishing
from desktop_app.instruments.drafting.service import InstrumentDetail
from desktop_app.instruments.vocabulary import InstrumentKind, InstrumentStatus
from desktop_app.office.window_moves import WindowEffect
from desktop_app.petitions.deadlines.closures import Closure
from desktop_app.services import Services
from desktop_app.staff.roles import Actor
from tests.guarded import Department, by_sql
from tests.instruments.consulting import FIRST_TEXT, NEXT_TEXT
from tests.security.refusing import refused

#: An open day, some time ago.
PAST = "(SELECT max(d)::date FROM generate_series(app.today() - 60, app.today() - 20, interval '1 day') AS d"
PAST += " WHERE NOT app.is_closed(d::date))"


def put_back(department: Department, number: int) -> date:
    """The schema's owner puts a window into the past; returns its last day."""
    with department.owner.database.engine.begin() as connection:
        for statement in (
            "ALTER TABLE instrument DISABLE TRIGGER a_statute",
            f"UPDATE instrument SET opened_on = {PAST} - 60, closes_on = {PAST} WHERE id = {number}",
            "ALTER TABLE instrument ENABLE TRIGGER a_statute",
        ):
            connection.exec_driver_sql(statement)
        found = connection.exec_driver_sql(
            f"SELECT closes_on FROM instrument WHERE id = {number}"
        ).scalar_one()
    assert isinstance(found, date)
    return found


@dataclass
class Draft:
    """A draft whose window is over, and the services over each one's own login."""

    department: Department
    id: int

    def of(self, name: str) -> tuple[Services, Actor]:
        return self.department.signed_in(name)

    @property
    def now(self) -> InstrumentDetail:
        services, actor = self.of("rezaei")
        return services.drafting.detail(actor, self.id)

    @property
    def version(self) -> int:
        return self.now.row.version

    def write(self, words: str) -> None:
        services, actor = self.of("rezaei")
        services.drafting.add_revision(actor, self.id, Document("draft.txt", words, (), "txt", ""))

    def by_sql(self, name: str, act: str, **given: Any) -> str | None:
        """The rule that refuses an act over a login; an act that is allowed is rolled back."""
        with self.department.sql(name) as theirs, theirs.transaction(force_rollback=True):
            return by_sql(theirs, act, self.id, item_type="instrument", **given)


def over(department: Department) -> tuple[Draft, date]:
    """A draft with its last day, some time ago."""
    services, rezaei = department.signed_in("rezaei")
    made = services.drafting.register(rezaei, InstrumentKind.LICENSING_DIRECTIVE, "دستورالعمل صدور مجوز")
    draft = Draft(department, made.row.id)
    draft.write(FIRST_TEXT)
    services.drafting.move(rezaei, draft.id, draft.version, InstrumentStatus.LEGAL_REVIEW)
    reviewer, sadeghi = draft.of("sadeghi")
    reviewer.life.ask_to_open(sadeghi, draft.id, draft.version, revision=1, place=Publishing.PORTAL)
    manager, yazdi = draft.of("yazdi")
    manager.life.open(yazdi, draft.id, draft.version)
    return draft, put_back(department, draft.id)


def revised(draft: Draft) -> None:
    reviewer, sadeghi = draft.of("sadeghi")
    reviewer.life.start_revising(sadeghi, draft.id, draft.version)
    draft.write(NEXT_TEXT)


def summed_up(draft: Draft) -> None:
    """The reviewer gives reasons for the changes that nobody asked for, and freezes the summing-up."""
    reviewer, sadeghi = draft.of("sadeghi")
    changes = reviewer.material_changes.read(sadeghi, draft.id)
    if changes is not None and changes.unexplained:
        keys = [one.change.key for one in changes.unexplained]
        reviewer.material_changes.explain(sadeghi, draft.id, keys, "برای هماهنگی با دیگر ماده‌ها.")
    reviewer.summing_up.freeze(sadeghi, draft.id)


def test_an_administrator_alone_enters_the_closure_that_opens_a_window_again(department: Department) -> None:
    draft, end = over(department)
    closure = Closure(end, "تعطیلی آلودگی هوا")
    for name in ("rezaei", "sadeghi", "yazdi"):
        services, actor = draft.of(name)
        with pytest.raises(NotPermittedError):
            services.closures.preview(actor, None, end)
        with pytest.raises(NotPermittedError):
            services.closures.add(actor, closure)
    # Over one's own login nothing of it is written past the acts, and the acts ask for the closure.
    for name in ("rezaei", "sadeghi", "yazdi", "admin"):
        with department.sql(name) as theirs:
            refused(theirs, f"INSERT INTO closed_day (day, name, source) VALUES ('{end}', 'x', 'office')")
            refused(theirs, f"UPDATE instrument SET closes_on = app.today() + 30 WHERE id = {draft.id}")
            refused(theirs, f"UPDATE instrument SET closure_reason = 'x' WHERE id = {draft.id}")
        rule = "ends_on_open_day" if name == "admin" else "not_your_role"
        assert draft.by_sql(name, "reopen_window") == rule
    administrator, admin = draft.of("admin")
    [would] = administrator.closures.preview(admin, None, end)
    assert draft.now.row.status is InstrumentStatus.CLOSED
    assert administrator.closures.add(admin, closure).windows == (would,)
    again = draft.now
    assert (again.row.status, again.row.closes_on) == (InstrumentStatus.OPEN, would.until)
    assert would.until is not None
    assert would.until > draft.of("rezaei")[0].drafting.today()
    assert again.history[-1].actor_name == admin.name
    reviewer, sadeghi = draft.of("sadeghi")
    assert [row.instrument_id for row in reviewer.bells.of(sadeghi).rows] == [draft.id]


def test_a_manager_alone_decides_when_amending_has_begun(department: Department) -> None:
    draft, end = over(department)
    revised(draft)
    administrator, admin = draft.of("admin")
    [asked] = administrator.closures.add(admin, Closure(end, "برف")).windows
    assert asked.effect is WindowEffect.ASKED
    for name in ("rezaei", "sadeghi", "admin"):
        for act in ("open_again", "leave_closed"):
            assert draft.by_sql(name, act, words="x") == "not_your_role"
    reviewer, sadeghi = draft.of("sadeghi")
    summed_up(draft)
    assert draft.by_sql("sadeghi", "make_ready", no_change_reason="") == "closure_needs_a_decision"
    assert draft.by_sql("yazdi", "leave_closed", words="  ") == "text_missing"
    manager, yazdi = draft.of("yazdi")
    done = manager.life.leave_closed(yazdi, draft.id, draft.version, "همه نظرها رسیده بود.")
    assert (done.closure_reason, done.history[-1].actor_name) == ("همه نظرها رسیده بود.", yazdi.name)
    assert draft.by_sql("yazdi", "open_again") == "no_closure_to_decide"
    summed_up(draft)
    reviewer.life.make_ready(sadeghi, draft.id, draft.version)


def test_a_last_day_that_is_closed_by_the_act_alone_still_asks_a_manager(department: Department) -> None:
    """An administrator who enters it by SQL leaves the windows as they are; the law finds it afterwards."""
    draft, end = over(department)
    given: dict[str, Any] = {"day": end.isoformat(), "name": "برف", "source": "office", "estimated": False}
    with department.sql("admin") as theirs:
        assert by_sql(theirs, "closed_day_added", 0, item_type="closed_day", **given) is None
        theirs.commit()
    assert draft.now.row.status is InstrumentStatus.CLOSED
    revised(draft)
    late = draft.now.late_closure
    assert late is not None
    assert (late.day, late.name) == (end, "برف")
    manager, yazdi = draft.of("yazdi")
    again = manager.life.open_again(yazdi, draft.id, draft.version)
    assert (again.row.status, again.row.closes_on) == (InstrumentStatus.OPEN, late.until)
