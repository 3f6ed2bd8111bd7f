"""`python -m tests.guide_pictures`: takes the pictures of the user guide again, from the windows of the tour.

Each is a part of a screen on sample data, with numbered discs that the steps below it in the page explain. They are
written to `resources/help/pictures`; a page names them. Run it after a change of a screen that a page shows.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from desktop_app.petitions.lists.inbox import ListFilter, View
from desktop_app.services import Services
from desktop_app.settings import Settings
from desktop_app.wording import digits
from tests.architecture import ROOT
from tools.tour import Tour, appearance_of, filled, sample_day
from ui import stage
from ui.application import make_application
from ui.comments.screen import CommentsScreen
from ui.comparison.screen import ComparisonScreen
from ui.comparison.sources import RevisionPair
from ui.petitions.screen import InboxScreen
from ui.theme import font, theme
from ui.widgets.painting import fill_rounded
from ui.workplace import RegisterRequest

PICTURES: Final = ROOT / "resources" / "help" / "pictures"
#: Width of a picture in its own pixels, and of a disc.
_WIDE: Final = 760
_DISC: Final = 34


class SizedTour(Tour):
    """Its windows have the size of the pictures of the design."""

    def open(self, services: Services, username: str, screen: str) -> None:
        super().open(services, username, screen)
        self.window().resize(1440, 868)
        stage.settle(200)


@dataclass(frozen=True)
class Shot:
    """A part of a widget, in its own coordinates, and the middles of the discs from 1 on."""

    widget: QWidget
    part: QRect
    discs: Sequence[QPoint]


def middle(inner: QWidget, outer: QWidget, *, at: float = 0.5, down: float = 0.5) -> QPoint:
    """Returns a point of `inner` in coordinates of `outer`; `at` is a share of the width from the left."""
    return inner.mapTo(outer, QPoint(round(inner.width() * at), round(inner.height() * down)))


def inbox(tour: Tour) -> Shot:
    screen = tour.inbox("s.kazemi")
    screen.lists.show_list(ListFilter(view=View.MY_UNIT))
    stage.settle(500)
    side = screen.side
    first, third = (side.table.visualRect(side.table.model().index(row, 2)).center() for row in (1, 3))
    return Shot(
        side,
        QRect(0, 0, side.width(), 400),
        [
            middle(side.views, side, at=0.27),
            middle(side.filter, side, at=0.12, down=0.5),
            side.table.viewport().mapTo(side, QPoint(side.width() - 20, first.y() + 36)),
            side.table.viewport().mapTo(side, QPoint(round(side.width() * 0.16), third.y())),
        ],
    )


def petition(tour: Tour) -> Shot:
    screen = tour.inbox("n.amini")
    screen.lists.show_list(ListFilter(view=View.MINE))
    stage.settle(400)
    stage.press(screen.table, Qt.Key.Key_R, "r")
    stage.settle(300)
    details = screen.details
    return Shot(
        details,
        details.rect(),
        [
            middle(details.head, details, at=0.17, down=0.12),
            middle(details.body, details, at=0.06, down=0.38),
            middle(details.composer, details, at=0.05, down=0.08),
            middle(details.composer.send_button, details, at=-0.3),
        ],
    )


def phone(tour: Tour) -> Shot:
    tour.inbox("s.kazemi")
    window = tour.window()
    window.go("inbox", RegisterRequest())
    stage.settle(400)
    screen = window.current_screen()
    assert isinstance(screen, InboxScreen)
    form = screen.registration.form
    assert form is not None
    stage.write(form.fields.mobile, "09121234567")
    stage.settle(400)
    return Shot(
        form,
        form.rect(),
        [
            middle(form.fields.mobile, form, at=-0.12),
            middle(form.fields.kind, form, at=0.03),
            middle(form.fields.text, form, at=0.05, down=0.15),
            middle(form.footer, form, at=0.5),
        ],
    )


def comparison(tour: Tour) -> Shot:
    tour.open(tour.services, "e.rezaei", "comparison")
    draft = tour.services.drafting.by_code("galleries")
    tour.window().go("comparison", RevisionPair(draft.id, 2, 3))
    stage.settle(600)
    screen = tour.window().current_screen()
    assert isinstance(screen, ComparisonScreen)
    wide = screen.width()
    return Shot(
        screen,
        QRect(0, 0, wide, 520),
        [QPoint(round(wide * share), down) for share, down in ((0.88, 66), (0.53, 66), (0.23, 66))],
    )


def comments(tour: Tour) -> Shot:
    tour.open(tour.services, "e.rezaei", "comments")
    stage.settle(600)
    screen = tour.window().current_screen()
    assert isinstance(screen, CommentsScreen)
    wide = screen.width()
    return Shot(
        screen,
        QRect(0, 0, wide, 560),
        [QPoint(round(wide * share), down) for share, down in ((0.94, 250), (0.6, 380), (0.04, 335))],
    )


SHOTS: Final[dict[str, Callable[[Tour], Shot]]] = {
    "inbox": inbox,
    "petition": petition,
    "phone": phone,
    "comparison": comparison,
    "comments": comments,
}


def taken(shot: Shot) -> QImage:
    """Returns the picture: scaled, framed, with its discs."""
    image = shot.widget.grab(shot.part).toImage()
    wide = min(_WIDE, shot.part.width())
    scale = wide / shot.part.width()
    scaled = image.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
    scaled.setDevicePixelRatio(1.0)
    painter = QPainter(scaled)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    fill_rounded(painter, QRectF(scaled.rect()), None, 2, theme().line2, 2)
    for number, point in enumerate(shot.discs, 1):
        at = (point - shot.part.topLeft()) * scale
        box = QRectF(at.x() - _DISC / 2, at.y() - _DISC / 2, _DISC, _DISC)
        box.moveLeft(min(max(box.left(), 3), wide - _DISC - 3))
        fill_rounded(painter, box, theme().accent, _DISC / 2, theme().base, 2)
        words = font("heading", bold=True)
        painter.setFont(words)
        painter.setPen(theme().onacc)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), digits(number))
    painter.end()
    return scaled.convertToFormat(QImage.Format.Format_RGB888)


@sample_day()
def main() -> int:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        services, empty = filled(folder, petitions=3000), filled(folder, petitions=0)
        settings = Settings(data_folder=folder)
        make_application(settings)
        appearance_of("light")()
        tour = SizedTour(services, empty, folder, settings)
        PICTURES.mkdir(parents=True, exist_ok=True)
        for title, take in SHOTS.items():
            path = PICTURES / f"{title}.png"
            taken(take(tour)).save(str(path))
            print(f"{path.name}: {path.stat().st_size / 1000:.0f} kB")
        for opened in (services, empty):
            opened.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
