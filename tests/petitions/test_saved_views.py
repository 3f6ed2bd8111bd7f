"""Saved views and chosen columns on both engines: whose they are, who may change them, what the history keeps."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.errors import ConflictError, InvalidValueError, NotFoundError, NotPermittedError
from desktop_app.persian.day_ranges import DayRange
from desktop_app.petitions.lists.filters import Grouping, ListFilter, Order
from desktop_app.petitions.lists.saved_views import NewView
from desktop_app.reports.trail import TrailFilter
from tests.department import TestOffice

LATE = ListFilter(kind="complaint", late=True, received=DayRange(words="ماه جاری"), order=Order.SENDER,
                  backwards=True, grouping=Grouping.UNIT)  # fmt: skip


def test_a_view_is_kept_whole_for_oneself_and_changed(office: TestOffice) -> None:
    views = office.services.saved_views
    made = views.add(office.clerk, NewView("  شکایت‌های  دیر ", LATE, ("kind", "channel")))
    assert made.terms == NewView("شکایت‌های دیر", LATE, ("kind", "channel"))
    assert made.may_change
    assert views.all(office.other_clerk) == views.all(office.manager) == ()
    [row] = views.all(office.clerk)
    assert row == made
    with pytest.raises(NotFoundError):
        views.change(office.other_clerk, made.id, made.version, made.terms)
    renamed = views.change(
        office.clerk, made.id, made.version, replace(made.terms, name="دیرها", columns=None)
    )
    assert renamed.terms == NewView("دیرها", LATE)
    with pytest.raises(ConflictError):
        views.remove(office.clerk, made.id, made.version)
    terms = views.remove(office.clerk, made.id, renamed.version)
    assert views.all(office.clerk) == ()
    assert views.add(office.clerk, terms).terms == renamed.terms


def test_a_shared_view_is_read_by_its_unit_and_changed_by_its_maker_or_manager(office: TestOffice) -> None:
    views, music = office.services.saved_views, office.music.id
    with pytest.raises(NotPermittedError):
        views.add(office.clerk, NewView("موسیقی", LATE, unit_id=music))
    made = views.add(office.music_clerk, NewView("موسیقی", LATE, unit_id=music))
    assert views.all(office.clerk) == ()
    [read] = views.all(office.music_manager)
    assert (read.owner_name, read.unit_name, read.may_change) == (
        office.music_clerk.name,
        "اداره موسیقی",
        True,
    )
    theirs = views.add(office.music_manager, NewView("مدیر", LATE, unit_id=music))
    [first, second] = views.all(office.music_clerk)
    assert [(row.id, row.may_change) for row in (first, second)] == [(theirs.id, False), (made.id, True)]
    with pytest.raises(NotPermittedError):
        views.remove(office.music_clerk, theirs.id, theirs.version)
    changed = views.change(
        office.music_manager, made.id, made.version, replace(made.terms, name="موسیقی دیر")
    )
    views.remove(office.music_manager, changed.id, changed.version)
    trail, of_views = office.services.trail, TrailFilter(item_type="saved_view")
    events = trail.page(office.administrator, of_views, trail.outline(office.administrator, of_views), 0, 9)
    told = [(event.action, event.actor_name) for event in events if event.item_id == made.id]
    assert told == [
        ("view_removed", office.music_manager.name), ("view_changed", office.music_manager.name),
        ("view_added", office.music_clerk.name),
    ]  # fmt: skip


@pytest.mark.parametrize(("name", "reason"), [("  ", "empty"), ("ن" * 81, "too_long")])
def test_a_view_has_a_name(office: TestOffice, name: str, reason: str) -> None:
    with pytest.raises(InvalidValueError) as refused:
        office.services.saved_views.add(office.clerk, NewView(name, LATE))
    assert refused.value.parameters["reason"] == reason


def test_columns_are_kept_for_each_person(office: TestOffice) -> None:
    views = office.services.saved_views
    assert views.columns(office.clerk) is None
    views.keep_columns(office.clerk, ("kind", "status"))
    views.keep_columns(office.clerk, ("status",))
    assert views.columns(office.clerk) == ("status",)
    assert views.columns(office.manager) is None


def test_sizes_are_kept_for_each_person_beside_the_columns(office: TestOffice) -> None:
    views = office.services.saved_views
    assert views.sizes(office.clerk) == {}
    views.keep_sizes(office.clerk, {"full_said": 500})
    assert views.columns(office.clerk) is None
    views.keep_columns(office.clerk, ("status",))
    views.keep_sizes(office.clerk, {"subject": 300})
    assert views.sizes(office.clerk) == {"full_said": 500, "subject": 300}
    assert views.columns(office.clerk) == ("status",)
    assert views.sizes(office.manager) == {}
