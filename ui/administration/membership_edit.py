"""Edits a person's roles and their units, one line each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.staff.roles import Membership, Role
from desktop_app.wording import translate
from desktop_app.wording.labels import labels
from ui.widgets.button import Button, IconButton
from ui.widgets.painting import set_margins

if TYPE_CHECKING:
    from desktop_app.staff.units import UnitRow


class MembershipEdit(QWidget):
    """`memberships()` returns the roles in the fields."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._units: Sequence[UnitRow] = ()
        self.lines: list[_Line] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self.add_button = Button(
            translate("Administration", "Another role"), "ghost", icon="ph.plus", size="small"
        )
        self.add_button.clicked.connect(lambda _checked=False: self.add(Membership(Role.CLERK, None)))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        whole.addLayout(self._column)
        whole.addWidget(self.add_button)

    def show_memberships(self, memberships: Iterable[Membership], units: Sequence[UnitRow]) -> None:
        """Shows these roles, with `units` as the choices."""
        self._units = units
        for line in list(self.lines):
            self._remove(line)
        order = list(Role)
        for membership in sorted(memberships, key=lambda m: (order.index(m.role), m.unit_id or 0)):
            self.add(membership)

    def memberships(self) -> frozenset[Membership]:
        return frozenset(line.membership() for line in self.lines)

    def add(self, membership: Membership) -> None:
        """Adds a line."""
        line = _Line(membership, self._units)
        line.remove_button.clicked.connect(lambda _checked=False: self._remove(line))
        self.lines.append(line)
        self._column.addWidget(line)

    def _remove(self, line: _Line) -> None:
        self.lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()


class _Line(QWidget):
    def __init__(self, membership: Membership, units: Sequence[UnitRow]) -> None:
        super().__init__()
        self.role = QComboBox()
        self.role.setAccessibleName(translate("Administration", "Role"))
        for value, word in labels("role").items():
            self.role.addItem(word, value)
        self.role.setCurrentIndex(self.role.findData(membership.role.value))
        self.unit = QComboBox()
        self.unit.setAccessibleName(translate("Administration", "Unit"))
        self.unit.addItem(translate("Administration", "The whole office"), None)
        for unit in units:
            if unit.active or unit.id == membership.unit_id:
                self.unit.addItem(unit.name, unit.id)
        self.unit.setCurrentIndex(max(0, self.unit.findData(membership.unit_id)))
        self.remove_button = IconButton(
            "ph.x", translate("Administration", "Take this role away"), icon_side=14
        )
        row = QHBoxLayout(self)
        set_margins(row, 0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.role, 1)
        row.addWidget(self.unit, 1)
        row.addWidget(self.remove_button)

    def membership(self) -> Membership:
        return Membership(Role(self.role.currentData()), self.unit.currentData())
