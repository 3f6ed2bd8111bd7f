"""What words a widget paints, and where: it is painted on a device that records text and draws nothing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import (
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPainter,
    QPainterPath,
    QRegion,
    QTextItem,
    QTransform,
)
from PySide6.QtWidgets import QWidget

#: Pixels by which words may touch: letters reach beyond their width.
_SLACK: Final = 3
#: Share of the height of a line at its top and foot where no letter is.
_AIR: Final = 0.25

Words = tuple[QRectF, str]


def words_over_others(widget: QWidget) -> list[str]:
    """Returns a sentence for each two words that the widget itself paints over each other."""
    painted = [(_core(place), words) for place, words in painted_words(widget)]
    found: list[str] = []
    for (place, words), (other_place, other) in combinations(painted, 2):
        both = place.intersected(other_place)
        # A part of what is marked is painted once more in another colour.
        again = words == other and abs(place.y() - other_place.y()) <= 1
        if both.width() > _SLACK and both.height() > _SLACK and not again:
            found.append(f"{type(widget).__name__} paints «{words[:40]}» over «{other[:40]}»")
    return found


def painted_words(widget: QWidget) -> Sequence[Words]:
    """Returns each run of words in sight that the widget paints, without its children, in its own pixels."""
    device = _Recorder(widget.width(), widget.height())
    with QPainter(device) as painter:
        widget.render(painter, QPoint(), QRegion(), QWidget.RenderFlag(0))
    sight = QRectF(widget.visibleRegion().boundingRect())
    return [(place, words) for place, words in device.found if words.strip() and place.intersects(sight)]


def _core(place: QRectF) -> QRectF:
    air = place.height() * _AIR
    return place.adjusted(1, air, -1, -air)


class _Recorder(QPaintDevice):
    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self._size = width, height
        self.found: list[Words] = []
        self._engine = _TextEngine(self.found)

    def paintEngine(self) -> QPaintEngine:  # noqa: N802 - Qt's name
        return self._engine

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        kinds = QPaintDevice.PaintDeviceMetric
        width, height = self._size
        known = {
            kinds.PdmWidth: width, kinds.PdmHeight: height, kinds.PdmDepth: 32, kinds.PdmDpiX: 96,
            kinds.PdmDpiY: 96, kinds.PdmPhysicalDpiX: 96, kinds.PdmPhysicalDpiY: 96,
            kinds.PdmDevicePixelRatio: 1, kinds.PdmDevicePixelRatioScaled: 1 << 16,
        }  # fmt: skip
        return known.get(metric, 0)


class _TextEngine(QPaintEngine):
    """Takes whatever is painted, and keeps the text that is not clipped away."""

    def __init__(self, found: list[Words]) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self._found = found
        self._transform = QTransform()
        self._clip: QRectF | None = None

    def begin(self, pdev: QPaintDevice) -> bool:
        del pdev
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state: QPaintEngineState) -> None:  # noqa: N802 - Qt's name
        self._transform = QTransform(state.transform())
        painter = self.painter()
        self._clip = (
            painter.transform().mapRect(painter.clipBoundingRect()) if painter.hasClipping() else None
        )

    def drawTextItem(  # noqa: N802 - Qt's name
        self,
        p: QPointF | QPoint | QPainterPath.Element,
        textItem: QTextItem,  # noqa: N803
    ) -> None:
        start = QPointF(p.x, p.y) if isinstance(p, QPainterPath.Element) else QPointF(p)
        ascent = textItem.ascent()
        place = QRectF(start.x(), start.y() - ascent, textItem.width(), ascent + textItem.descent())
        place = self._transform.mapRect(place)
        if self._clip is not None:
            place = place.intersected(self._clip)
        if not place.isEmpty():
            self._found.append((place, textItem.text()))

    # Qt paints whatever else there is by these three.

    def drawPixmap(self, *_what: object) -> None:  # noqa: N802 - Qt's name
        pass

    def drawPath(self, *_what: object) -> None:  # noqa: N802 - Qt's name
        pass

    def drawPolygon(self, *_what: object) -> None:  # noqa: N802 - Qt's name
        pass
