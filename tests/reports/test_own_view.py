"""What a person looked at last on the reports screen, on both engines."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import update

from desktop_app.persian.dates import JalaliDay, JalaliMonth
from desktop_app.reports.own_view import KeptReportView, ReportView
from desktop_app.reports.period import Period
from desktop_app.reports.scope import ReportScope
from tests.department import TestOffice
from tests.guarded import Department

ABAN = Period.month(JalaliMonth(1405, 8))


def test_each_person_has_a_choice_of_their_own(office: TestOffice) -> None:
    views, clerk = office.services.report_views, office.clerk
    assert views.of(clerk) is None
    first = KeptReportView(ReportScope(ABAN, office.books.id, kind=("complaint", "request")), "kind")
    views.keep(clerk, first)
    views.keep(office.manager, KeptReportView(ReportScope(Period.year(1404)), "unit"))
    assert views.of(clerk) == first
    second = KeptReportView(ReportScope(ABAN, person_id=clerk.person_id, channel="phone"), "crossed")
    views.keep(clerk, second)
    assert views.of(clerk) == second
    # Without an account there is nothing to keep it under.
    nobody = replace(clerk, person_id=None)
    views.keep(nobody, first)
    assert views.of(nobody) is None
    with office.services.database.writing() as session:
        session.execute(update(ReportView).values(choice={"period": "1405-99"}))
    assert views.of(clerk) is None


def test_the_latest_period_of_its_kind_is_shown_and_days_stay() -> None:
    yesterday = JalaliDay(1405, 9, 12).to_date()
    for chosen, shown in (
        (Period.month(JalaliMonth(1405, 2)), ABAN),
        (Period.year(1402), Period.year(1404)),
        (Period.week(JalaliDay(1405, 1, 20).to_date()), Period.parse("1405-08-30..1405-09-06")),
        (Period.parse("1405-02-03..1405-02-04"), Period.parse("1405-02-03..1405-02-04")),
    ):
        view = KeptReportView(ReportScope(chosen, 3), "unit")
        assert view.latest(yesterday) == KeptReportView(ReportScope(shown, 3), "unit")


def test_the_database_keeps_a_choice_from_others(department: Department) -> None:
    services, rezaei = department.signed_in("rezaei")
    services.report_views.keep(rezaei, KeptReportView(ReportScope(ABAN), "unit"))
    assert services.report_views.of(rezaei) is not None
    with department.sql("yazdi") as psql:
        assert psql.execute("SELECT count(*) FROM report_view").fetchone() == (0,)
        assert psql.execute("UPDATE report_view SET choice = '{}'").rowcount == 0
