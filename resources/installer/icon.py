"""`python -m resources.installer.icon`: draws `mosharekat.ico` and the picture beside the set-up's first page.

The icon is the logo of the sign-in page. Each size is drawn by itself, so that small ones stay sharp. The picture is
the pattern of the sign-in page.
"""

from __future__ import annotations

import os
import struct
from pathlib import Path
from typing import Final

FILE: Final = Path(__file__).with_name("mosharekat.ico")
SIDE_FILE: Final = Path(__file__).with_name("side.bmp")
#: The size that NSIS gives the picture, in pixels.
_SIDE: Final = (164, 314)
#: Sides in pixels: title bar, task bar and desktop at 100 to 250 %, and the largest of the Explorer.
SIDES: Final = (16, 20, 24, 32, 40, 48, 64, 128, 256)
#: In the smallest sizes the two lines of writing would only be specks.
_WITHOUT_WRITING: Final = 20


def main() -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - after the variable is set

    application = QGuiApplication([])
    FILE.write_bytes(icon_file([(side, picture(side)) for side in SIDES]))
    draw_side()
    del application


def picture(side: int) -> bytes:
    """Returns the logo as a PNG, `side` pixels wide and high."""
    from PySide6.QtCore import QBuffer, QIODevice, QRectF  # noqa: PLC0415
    from PySide6.QtGui import QImage, QPainter  # noqa: PLC0415

    from ui.theme_tokens import Theme  # noqa: PLC0415
    from ui.widgets.girih import draw_logo, draw_star  # noqa: PLC0415

    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(0)
    box = QRectF(0, 0, side, side)
    colours = Theme("light")
    painter = QPainter(image)
    if side <= _WITHOUT_WRITING:
        draw_star(painter, box.center(), side / 2, colours.accent, None)
        draw_star(painter, box.center(), side / 5, colours.pane, None)
    else:
        draw_logo(painter, box, colours.accent, colours.pane)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, b"PNG")
    return bytes(buffer.data().data())


def draw_side() -> None:
    """Writes the picture as a bitmap of few colours, the only form that NSIS takes."""
    from PySide6.QtCore import QRectF, Qt  # noqa: PLC0415
    from PySide6.QtGui import QImage, QPainter  # noqa: PLC0415

    from ui.theme_tokens import Theme  # noqa: PLC0415
    from ui.widgets.girih import draw_field, draw_logo  # noqa: PLC0415

    colours, (wide, high) = Theme("light"), _SIDE
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    image.fill(colours.brand)
    painter = QPainter(image)
    draw_field(painter, QRectF(-18, -8, wide + 18, high + 8), colours.brandline)
    # A quiet ground for the logo.
    painter.fillRect(QRectF(0, 204, wide, 110), colours.brand)
    painter.fillRect(QRectF(0, 203, wide, 1), colours.brandline)
    draw_logo(painter, QRectF(wide / 2 - 30, 228, 60, 60), colours.onbrand, colours.brand)
    painter.end()
    few = Qt.ImageConversionFlag.ThresholdDither
    image.convertToFormat(QImage.Format.Format_Indexed8, few).save(str(SIDE_FILE), b"BMP")


def icon_file(pictures: list[tuple[int, bytes]]) -> bytes:
    """Returns an icon of Windows that contains PNGs, as every Windows since Vista reads it."""
    start = 6 + 16 * len(pictures)
    entries, content = b"", b""
    for side, data in pictures:
        # A side of 256 is written as 0; one plane, 32 bits a pixel.
        entries += struct.pack(
            "<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(data), start + len(content)
        )
        content += data
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + content


if __name__ == "__main__":
    main()
