"""The list of petitions: views, filters, states."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QToolTip
from sqlalchemy import update

from desktop_app.errors import (
    DatabaseAwayError,
)
from desktop_app.office.model import OfficeRow
from desktop_app.people.petitioners import Contact
from desktop_app.persian.day_ranges import DayRange
from desktop_app.petitions.lists.filters import NOBODY, Grouping, ListFilter, Order, Scope, View, several
from desktop_app.petitions.lists.saved_views import NewView
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind, Status
from desktop_app.staff.roles import Membership, Role
from tools.tour.machinery import UNTIL, Tour, actor, locked, scene
from ui import stage
from ui.people.screen import PeopleScreen
from ui.petitions.lists.columns import PetitionColumn
from ui.petitions.screen import InboxScreen
from ui.widgets.plain import tip_text

COMPANY = ("شرکت تعاونی چندمنظوره ناشران، پدیدآورندگان و فروشندگان کتاب‌های دانشگاهی، کودک و نوجوان " * 5)[
    :398
] + "پی"


@scene
def inbox(tour: Tour) -> None:
    inbox = tour.inbox("s.kazemi")
    tour.picture("inbox")
    inbox.lists.show_view(View.ALL)
    stage.settle(400)
    tour.picture("inbox-all")
    inbox.lists.show_list(ListFilter(scope=Scope.CLOSED))
    stage.settle(400)
    tour.picture("inbox-closed")
    inbox.preview.toggle()
    stage.settle(300)
    tour.picture("inbox-wide")


@scene
def inbox_views(tour: Tour) -> None:
    """The filter as a sentence, headings, order, columns, suggestions of an empty list."""
    inbox = tour.inbox("s.kazemi")
    units = {unit.code: unit.id for unit in tour.services.units.all()}
    desk = units["desk"]
    wanted = ListFilter(
        kind="complaint", unit_id=units["press"], late=True, received=DayRange(words="۳۰ روز گذشته")
    )
    inbox.lists.show_list(replace(wanted, assignee_id=NOBODY, channel="portal"))
    stage.settle(600)
    tour.picture("inbox-filter-empty")
    inbox.lists.show_list(replace(wanted, kind=None, unit_id=desk, received=DayRange(date(2026, 9, 23))))
    stage.settle(600)
    tour.picture("inbox-filtered")
    finder = inbox.filter.finder.ask_more()
    stage.write(finder.field, "آبان")
    stage.settle(200)
    tour.picture("inbox-condition", finder)
    finder.close()
    both = several([units["press"], desk])
    inbox.lists.show_list(ListFilter(unit_id=both, status=several([Status.REFERRED, Status.IN_PROGRESS])))
    finder = inbox.filter.finder.ask("unit_id")
    stage.settle(600)
    tour.picture("inbox-several-values", finder)
    finder.close()
    tour.picture("inbox-several-filtered")
    inbox.lists.show_list(ListFilter(grouping=Grouping.UNIT, order=Order.SENDER))
    stage.settle(600)
    tour.picture("inbox-grouped")
    inbox.preview.toggle()
    for column in (PetitionColumn.STATUS, PetitionColumn.CHANNEL, PetitionColumn.REGISTRY):
        inbox.arranging.toggle(column)
    inbox.lists.show_list(ListFilter(scope=Scope.ANY, grouping=Grouping.SENDER, order=Order.SUBJECT))
    stage.settle(600)
    tour.picture("inbox-columns")
    menu = inbox.arranging.open_menu()
    stage.settle(200)
    tour.picture("inbox-arranging", menu)
    menu.close()
    for column in (PetitionColumn.STATUS, PetitionColumn.CHANNEL, PetitionColumn.REGISTRY):
        inbox.arranging.toggle(column)
    inbox.preview.toggle()


@scene
def inbox_states(tour: Tour) -> None:
    """Loading, one item, an error, and a person whom no petition reaches."""
    inbox = tour.inbox("s.kazemi")
    row = inbox.model.row_at(1) or inbox.model.row_at(0)
    assert row is not None
    inbox.lists.show_list(ListFilter(scope=Scope.ANY, registry=f"{row.registry_year}/{row.registry_number}"))
    stage.settle(500)
    tour.picture("inbox-one-item")
    inbox.side.show_loading()
    inbox.details.hide()
    stage.settle(100)
    tour.picture("inbox-loading")
    tour.open(tour.empty, "s.kazemi", "inbox")
    stage.settle(300)
    screen = tour.window().current_screen()
    assert isinstance(screen, InboxScreen)
    screen.model.failed.emit(DatabaseAwayError(where="srv-db01"))
    stage.settle(200)
    tour.picture("inbox-error")
    reviewer = frozenset({Membership(Role.REVIEWER, None)})
    tour.session.open_main(tour.empty, replace(actor(tour.empty, "e.rezaei"), memberships=reviewer))
    stage.settle(600)
    tour.picture("inbox-nothing-in-reach")


@scene
def inbox_worklist(tour: Tour) -> None:
    inbox = tour.inbox("d.moradi")
    inbox.papers.show_worklist()
    stage.settle(600)
    assert inbox.papers.worklist is not None
    inbox.papers.worklist.whose.setCurrentIndex(1)
    stage.settle(600)
    tour.picture("inbox-worklist")
    inbox.show_desk()


@scene
def inbox_escalation(tour: Tour) -> None:
    inbox = tour.inbox("d.moradi")
    inbox.papers.show_escalation()
    stage.settle(600)
    tour.picture("inbox-escalation")
    # Printed without a preview: the dialog names what is missing on its pages.
    with tour.services.database.writing() as session:
        session.execute(update(OfficeRow).values(logo=b64encode(b"no picture").decode("ascii")))
    inbox.papers.show_escalation()
    stage.settle(600)
    tour.picture("inbox-escalation-without-logo")
    tour.services.office.change_logo(actor(tour.services, "p.hosseini"), None)
    inbox.show_desk()


@scene
def inbox_saved_view(tour: Tour) -> None:
    inbox, clerk = tour.inbox("s.kazemi"), actor(tour.services, "s.kazemi")
    views = tour.services.saved_views
    desk = next(unit.id for unit in tour.services.units.all() if unit.code == "desk")
    wanted = ListFilter(unit_id=desk, received=DayRange(words="ماه جاری"), grouping=Grouping.UNIT)
    if not views.all(clerk):
        views.add(clerk, NewView("رسیده این ماه", wanted, unit_id=desk))
        views.add(clerk, NewView("معوق‌های من", replace(wanted, received=None, late=True)))
    inbox.keeping.count()
    stage.settle(500)
    inbox.keeping.show(inbox.keeping.rows[1])
    stage.settle(600)
    tour.picture("inbox-saved-view")
    menu = inbox.view_menu.open()
    stage.settle(200)
    tour.picture("inbox-saved-menu", menu)
    menu.close()
    inbox.preview.toggle()
    stage.settle(400)
    tour.picture("inbox-saved-wide")
    inbox.preview.toggle()


@scene
def inbox_empty(tour: Tour) -> None:
    tour.open(tour.empty, "n.amini", "inbox")
    stage.settle(300)
    tour.picture("inbox-empty")


@scene
def inbox_nothing_found(tour: Tour) -> None:
    inbox = tour.inbox("s.kazemi")
    inbox.lists.search("مجوز -کنسرت")
    stage.settle(600)
    tour.picture("inbox-search")
    inbox.lists.search("واژه‌ای‌که‌نیست")
    stage.settle(300)
    tour.picture("inbox-nothing-found")


@scene
def inbox_hostile_text(tour: Tour) -> None:
    inbox = tour.inbox("s.kazemi")
    inbox.lists.search("آزمون بلندی")
    stage.settle(400)
    tour.picture("inbox-long-text")
    inbox.lists.search("متن وارونه")
    stage.settle(400)
    tour.picture("inbox-hostile-text")


@scene
def inbox_locked_database(tour: Tour) -> None:
    inbox = tour.inbox("s.kazemi")
    with locked(tour.services):
        inbox.refresh()
        stage.settle(300)
        tour.picture("inbox-database-locked")
    stage.settle(300)


@scene
def long_names(tour: Tour) -> None:
    """A name of 400 characters in the list, its tip, the details, the form, the worklist and the people."""
    services, clerk = tour.services, actor(tour.services, "s.kazemi")
    wanted = ListFilter(scope=Scope.ANY, query="نشانی تازه دفتر مرکزی")
    if not services.inbox.find(clerk, wanted, 1)[1]:
        contact = Contact(COMPANY, mobile="09121110099", group="publisher")
        words = "تمدید پروانه نشر و نشانی تازه دفتر مرکزی."
        late = datetime.combine(UNTIL, datetime.min.time(), UTC) - timedelta(days=40)
        made = services.register.register(
            clerk, NewPetition(Kind.REQUEST, Channel.PHONE, words, "تمدید پروانه", contact, received_at=late,
                               unit_id=min(clerk.unit_ids))
        )  # fmt: skip
        services.desk.take(clerk, made.id, 1)
    inbox = tour.inbox("s.kazemi")
    row = services.inbox.find(clerk, wanted, 1)[1][0]
    inbox.lists.search("نشانی تازه دفتر مرکزی")
    stage.settle(600)
    inbox.open_petition(row.id)
    stage.settle(600)
    tour.picture("long-name-details")
    QToolTip.showText(QPoint(400, 300), tip_text(COMPANY), inbox.table)
    stage.settle(300)
    tip = next(one for one in QApplication.topLevelWidgets() if one.inherits("QTipLabel") and one.isVisible())
    tour.picture("long-name-tip", tip)
    QToolTip.hideText()
    inbox.papers.show_worklist()
    stage.settle(800)
    tour.picture("long-name-worklist")
    inbox.show_desk()
    inbox.registration.register()
    form = inbox.registration.form
    assert form is not None
    stage.write(form.fields.mobile, "09121110099")
    stage.settle(700)
    tour.picture("long-name-registering")
    form.fields.clear()
    inbox.show_desk()
    tour.open(services, "s.kazemi", "people")
    people = tour.window().current_screen()
    assert isinstance(people, PeopleScreen)
    stage.write(people.box, "شرکت تعاونی چندمنظوره")
    stage.settle(800)
    people.list.setCurrentIndex(people.model.index(0, 0))
    stage.settle(400)
    tour.picture("long-name-people")


@scene
def long_history(tour: Tour) -> None:
    """More events than are read at once: the link to earlier ones is above the time line."""
    services, clerk = tour.services, actor(tour.services, "s.kazemi")
    row = services.inbox.find(clerk, ListFilter(view=View.MINE), 1)[1][0]
    if len(services.desk.peek(clerk, row.id).history) < 200:
        for number in range(210):
            services.desk.note(clerk, row.id, f"تماس شماره {number + 1} با متقاضی")
    inbox = tour.inbox("s.kazemi")
    inbox.open_petition(row.id)
    stage.settle(800)
    inbox.details.body.ensureWidgetVisible(inbox.details.body.history.earlier)
    inbox.details.body.history.earlier.setFocus(Qt.FocusReason.TabFocusReason)
    stage.settle(200)
    tour.picture("long-history")


@scene
def labels(tour: Tour) -> None:
    inbox = tour.inbox("s.kazemi")
    inbox.lists.show_list(ListFilter(view=View.ALL))
    stage.settle(400)
    clerk = actor(tour.services, "s.kazemi")
    rows = [inbox.model.row_at(row) for row in range(1, 8)]
    for place, row in enumerate(found for found in rows if found is not None):
        for name in ("نمایشگاه کتاب", "پیگیری تلفنی", "مدارک ناقص")[: place % 4]:
            if name not in row.labels:
                tour.services.labels.put_on(clerk, row.id, name)
    inbox.refresh()
    stage.settle(500)
    inbox.table.step(2)
    stage.settle(500)
    tour.picture("labels")
    inbox.details.labels.ask()
    stage.settle(300)
    finder = inbox.details.labels.finder
    assert finder is not None
    tour.picture("labels-choose", finder)
    finder.reject()
    tour.administration("p.hosseini", "labels")
    stage.settle(300)
    tour.picture("labels-administration")
