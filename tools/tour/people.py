"""Petitioners."""

from __future__ import annotations

from tools.tour.machinery import Tour, scene
from ui import stage
from ui.people.screen import PeopleScreen


@scene
def people(tour: Tour) -> None:
    tour.open(tour.services, "s.kazemi", "people")
    stage.settle(400)
    tour.picture("people")


@scene
def people_correction(tour: Tour) -> None:
    tour.open(tour.services, "d.moradi", "people")
    stage.settle(400)
    screen = tour.window().current_screen()
    assert isinstance(screen, PeopleScreen)
    screen.list.setCurrentIndex(screen.model.index(4, 0))
    stage.settle(300)
    tour.picture("people-of-a-manager")
    stage.click(screen.person.correct_button)
    stage.settle(300)
    assert screen.correcting is not None
    tour.picture("people-correction", screen.correcting)
    screen.correcting.reject()
