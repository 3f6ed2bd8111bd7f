"""How a petitioner stands in the list: disc, name, group, and what is known of them, masked."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from desktop_app.persian.digits import isolated
from desktop_app.persian.text import visible_controls
from desktop_app.wording import digits, translate
from desktop_app.wording.labels import label
from ui.guard import guarded
from ui.people.people_model import PeopleModel
from ui.theme import font, theme
from ui.theme_tokens import ROW_TWO_LINES
from ui.widgets.avatar import draw_avatar
from ui.widgets.painting import Mirror, draw_text
from ui.widgets.rows import RowDelegate


class PersonDelegate(RowDelegate):
    """Draws rows of a `PeopleModel`."""

    def __init__(self, model: PeopleModel) -> None:
        super().__init__(None, height=ROW_TWO_LINES)
        self.setParent(model)
        self._model = model

    @guarded(None)
    def draw(
        self,
        painter: QPainter,
        rect: QRectF,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        del option
        person = self._model.row_at(index.row())
        if person is None:
            return
        now, mirror = theme(), Mirror.of(rect)
        name = visible_controls(person.name) or translate("People", "no name")
        draw_avatar(painter, mirror.at(16, 28, top=rect.center().y() - 14, height=28), person.name or "؟")
        draw_text(painter, mirror.at(56, rect.width() * 0.4), name, font("interface"), now.text)
        middle = 64 + rect.width() * 0.4
        draw_text(painter, mirror.at(middle, 90), label("group", person.group), font("secondary"), now.text2)
        known = [isolated(digits(number)) for number in (person.mobile, person.national_id) if number]
        box = mirror.at(middle + 98, max(20.0, rect.width() - middle - 98 - 16))
        draw_text(
            painter, box, "    ".join(known), font("secondary"), now.text2, Qt.AlignmentFlag.AlignTrailing
        )
