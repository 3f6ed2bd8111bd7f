"""The user guide, the palette and the global search."""

from __future__ import annotations

from desktop_app.guide.pages import GLOSSARY, GuidePlace
from desktop_app.petitions.lists.filters import ListFilter, View
from tools.tour.machinery import Tour, scene
from ui import stage
from ui.widgets.person_menu import PersonMenu


@scene
def guide(tour: Tour) -> None:
    """The user guide over the details: the page of the screen, what a search finds, contents, a term."""
    inbox = tour.inbox("s.kazemi")
    inbox.lists.show_list(ListFilter(view=View.MY_UNIT))
    stage.settle(400)
    window = tour.window()
    window.guide.toggle()
    stage.settle(200)
    tour.picture("guide")
    pane = window.guide.pane
    assert pane is not None
    pane.view.field.setText("مهلت متوقف")
    pane.view.field.searched.emit("مهلت متوقف")
    stage.settle(100)
    tour.picture("guide-found")
    pane.view.show_contents()
    stage.settle(100)
    tour.picture("guide-contents")
    pane.view.go(GuidePlace(GLOSSARY, "هامش"))
    stage.settle(100)
    tour.picture("guide-term")
    window.side_pane.close()
    window.guide.toggle_keys()
    stage.settle(200)
    tour.picture("guide-keys")
    window.guide.toggle()
    stage.settle(200)
    tour.picture("guide-keys-beside")
    window.side_pane.close()
    window.guide.leave_keys()
    about = window.guide.show_about()
    stage.settle(200)
    tour.picture("guide-about", about)
    about.reject()
    menu = PersonMenu((), tour.window().workplace.actor, window, lock=window.lock)
    tour.picture("person-menu", menu)
    menu.deleteLater()


@scene
def palette(tour: Tour) -> None:
    tour.inbox("s.kazemi")
    palette = tour.window().open_palette()
    stage.settle(200)
    tour.picture("palette", palette)
    palette.close()


@scene
def everywhere(tour: Tour) -> None:
    """The global search while typing."""
    tour.inbox("s.kazemi")
    window = tour.window()
    window.activateWindow()
    field = window.top_bar.search
    field.setFocus()
    field.setText("نگارخانه")
    field.searched.emit("نگارخانه")
    stage.until(window.everywhere.list.isVisible, "what was found")
    window.everywhere.list.go_to(1)
    stage.settle(300)
    tour.picture("everywhere")


@scene
def tour_offered(tour: Tour) -> None:
    """What a new person sees above the list at the first sign-in."""
    tour.inbox("s.kazemi")
    tour.window().tour_bar.offer()
    stage.settle(200)
    tour.picture("tour-offered")
    tour.window().tour_bar.hide()
