"""Fields above the text of an order: unit, purpose and deadline, and recipients of side referrals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.petitions.history.side_referrals import place_words
from desktop_app.petitions.referrals.side import DEFAULT_DAYS, SidePlace, SideTarget
from desktop_app.petitions.vocabulary import Purpose
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label
from ui.widgets.button import Button
from ui.widgets.choice import CodeComboBox
from ui.widgets.finder import FinderEntry
from ui.widgets.plain import LinkLabel, PlainLabel, set_tip
from ui.widgets.term_mark import ORDER_NOTE, TermMark

if TYPE_CHECKING:
    from ui.petitions.desk.unsent import Choices

_DAYS: Final = (1, 2, 3, 5, 7, 10, 15, 20, 30)


def days_choices() -> list[tuple[object, str]]:
    """Returns the choices of a deadline in working days, the first without one."""
    words = translate("Referrals", "{count} working days")
    none: tuple[object, str] = (None, translate("Referrals", "no day"))
    return [none, *((days, fill(words, count=days)) for days in _DAYS)]


def purposes(*wanted: Purpose) -> list[tuple[object, str]]:
    """Returns these purposes as choices."""
    return [(purpose, label("purpose", purpose.value)) for purpose in wanted]


class OrderFields(QWidget):
    """The unit that receives the petition, and the recipients of side referrals.

    All side referrals of one order share purpose and deadline. For different ones, the person sends twice.
    """

    #: The person changed a choice.
    changed = Signal()
    #: The person wants to choose the recipients of side referrals.
    beside_asked = Signal()
    #: The administrator wants to add units.
    units_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        #: Whether the person may add units.
        self.administers = False
        self.no_units = PlainLabel("", "secondary", "warn", wrap=True)
        self.add_units = LinkLabel(translate("Inbox", "Add units"), self.units_wanted.emit, "secondary")
        self.unit = CodeComboBox(translate("Inbox", "Unit"))
        self.purpose = CodeComboBox(translate("Inbox", "Purpose"))
        self.purpose.offer(purposes(*Purpose))
        self.days = CodeComboBox(translate("Referrals", "Until"))
        self.days.offer(days_choices())
        words = translate("Referrals", "Others at the same time…")
        self.beside_button = Button(words, "ghost", icon="ph.git-branch", key="Ctrl+B", size="small")
        self.beside_button.clicked.connect(lambda _checked=False: self.beside_asked.emit())
        self.names = PlainLabel("", "secondary", elide=True)
        self.side_purpose = CodeComboBox(translate("Referrals", "Purpose on the side"))
        self.side_purpose.offer(purposes(Purpose.OPINION, Purpose.ACTION, Purpose.INFORMATION))
        self.side_days = CodeComboBox(translate("Referrals", "Until, on the side"))
        self.side_days.offer(days_choices(), DEFAULT_DAYS)
        self._beside: tuple[SidePlace, ...] = ()
        self.purpose.currentIndexChanged.connect(self._on_purpose)
        for choice in (self.unit, self.purpose, self.days, self.side_purpose, self.side_days):
            choice.setMinimumContentsLength(3)
            choice.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.no_units)
        column.addWidget(self.add_units)
        first, second, self._third = QHBoxLayout(), QHBoxLayout(), QWidget()
        for row in (first, second):
            row.setSpacing(8)
            column.addLayout(row)
        first.addWidget(self.unit, 6)
        first.addWidget(self.purpose, 5)
        first.addWidget(self.days, 4)
        second.addWidget(self.beside_button)
        second.addWidget(self.names, 1)
        second.addWidget(TermMark(ORDER_NOTE))
        third = QHBoxLayout(self._third)
        third.setContentsMargins(0, 0, 0, 0)
        third.setSpacing(8)
        third.addWidget(PlainLabel(translate("Referrals", "Those:"), "secondary", "text2"))
        third.addWidget(self.side_purpose, 1)
        third.addWidget(self.side_days, 1)
        column.addWidget(self._third)
        self._show_beside()

    # Recipients

    @property
    def beside(self) -> tuple[SidePlace, ...]:
        """The recipients of side referrals."""
        return self._beside

    def targets(self) -> tuple[SideTarget, ...]:
        """Returns the side referrals to send."""
        purpose, days = self.side_purpose.code(), self.side_days.code()
        return tuple(SideTarget(place.unit_id, place.person_id, purpose, days) for place in self._beside)

    def toggle(self, place: SidePlace) -> None:
        """Adds a recipient, or removes it if it was chosen before."""
        left = tuple(one for one in self._beside if one != place)
        self._beside = left if len(left) < len(self._beside) else (*self._beside, place)
        self._show_beside()
        self.changed.emit()

    def entries(self, places: Iterable[SidePlace], without: int | None, me: int | None) -> list[FinderEntry]:
        """Returns the recipients to choose from, without the unit `without` itself and the person `me`."""
        return [
            FinderEntry(
                place.person or place.unit,
                place,
                beside=place.unit if place.person else translate("Referrals", "the whole unit"),
                more=place.unit,
                marked=place in self._beside,
                many=True,
            )
            for place in places
            if (place.person_id or place.unit_id != without)
            and (not place.person_id or place.person_id != me)
        ]

    def _show_beside(self) -> None:
        names = [place_words(place.unit, place.person) for place in self._beside]
        words = translate("Referrals", "; ").join(names)
        self.names.setText(words)
        set_tip(self.names, "\n".join(names))
        self._third.setVisible(bool(names))

    # What is kept with an unfinished text

    def chosen(self) -> Choices:
        """Returns the choices to save with an unsent text."""
        return {
            "unit": self.unit.code(),
            "purpose": self.purpose.code(),
            "days": self.days.code(),
            "beside": [[p.unit_id, p.person_id, p.unit, p.person] for p in self._beside] or None,
            "side_purpose": self.side_purpose.code() if self._beside else None,
            "side_days": (self.side_days.code() or 0) if self._beside else None,
        }

    def choose(self, choices: Choices) -> None:
        """Restores saved choices; the defaults where nothing was saved."""
        self.unit.choose(choices.get("unit"))
        self.purpose.choose(choices.get("purpose") or self.purpose.first())
        if not choices.get("purpose"):
            self._on_purpose()
        else:
            self.days.choose(choices.get("days"))
        kept: Sequence[tuple[int, int | None, str, str]] = choices.get("beside") or ()
        self._beside = tuple(SidePlace(*place) for place in kept)
        self.side_purpose.choose(choices.get("side_purpose") or Purpose.OPINION)
        self.side_days.choose(choices.get("side_days", DEFAULT_DAYS) or None)
        self._show_beside()

    def offer_units(self, units: Sequence[tuple[int, str]] | None, without: int | None) -> None:
        """Sets the units for a referral, except for `without`, which has the petition; None: not read yet."""
        first: tuple[object, str] = (None, translate("Inbox", "Choose the unit"))
        others = [(key, name) for key, name in units or () if key != without]
        self.unit.offer([first, *others])
        lacks = units is not None and not others
        if self.administers:
            lacking = translate("Inbox", "There is no unit yet to refer it to.")
        else:
            lacking = translate("Inbox", "There is no unit to refer it to; an administrator adds units.")
        self.no_units.setText(lacking if lacks else "")
        self.no_units.setVisible(lacks)
        self.add_units.setVisible(self.administers and lacks)

    def allow(self, *, moves: bool, beside: bool) -> None:
        """Adapts the choices. `moves`: the petition can be referred. `beside`: side referrals are possible."""
        aside = (Purpose.OPINION, Purpose.INFORMATION)
        self.purpose.offer(purposes(*Purpose) if moves else purposes(*aside))
        self.beside_button.setEnabled(beside)

    def _on_purpose(self) -> None:
        # A referred petition has its own deadline, but a request for an opinion needs one.
        self.days.choose(DEFAULT_DAYS if self.purpose.code() is Purpose.OPINION else None)
        self.days.setEnabled(self.purpose.code() is not Purpose.INFORMATION)
