"""Fields above the text of an order: the recipients, purpose and deadline, and those of the side referrals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.petitions.referrals.side import DEFAULT_DAYS, SidePlace, SideTarget
from desktop_app.petitions.vocabulary import Purpose
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label
from ui.widgets.choice import CodeComboBox
from ui.widgets.plain import LinkLabel, PlainLabel
from ui.widgets.recipients import Recipients
from ui.widgets.term_mark import ORDER_NOTE, TermMark

if TYPE_CHECKING:
    from ui.petitions.desk.unsent import Choices

#: Chosen as the purpose: others act on it, and the petition stays where it is.
_STAYS: Final = "stays"
_DAYS: Final = (1, 2, 3, 5, 7, 10, 15, 20, 30)


def days_choices() -> list[tuple[object, str]]:
    """Returns the choices of a deadline in working days, the first without one."""
    words = translate("Referrals", "{count} working days")
    none: tuple[object, str] = (None, translate("Referrals", "no day"))
    return [none, *((days, fill(words, count=days)) for days in _DAYS)]


def _purposes(*wanted: Purpose) -> list[tuple[object, str]]:
    return [(purpose, label("purpose", purpose.value)) for purpose in wanted]


class OrderFields(QWidget):
    """The unit or clerk that receives the petition, and the recipients of side referrals.

    All side referrals of one order share purpose and deadline. For different ones, the person sends twice.
    """

    #: The person changed a choice.
    changed = Signal()
    #: The administrator wants to add units.
    units_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        #: Whether the person may add units.
        self.administers = False
        #: The person, who is not offered as a recipient.
        self.me: int | None = None
        self.no_units = PlainLabel("", "secondary", "warn", wrap=True)
        self.add_units = LinkLabel(translate("Inbox", "Add units"), self.units_wanted.emit, "secondary")
        self.purpose = CodeComboBox(translate("Inbox", "Purpose"))
        self.days = CodeComboBox(translate("Referrals", "Until"))
        self.days.offer(days_choices())
        self._mark = TermMark(ORDER_NOTE)
        self._beside = QWidget()
        self.recipients = Recipients((self.purpose, 6), (self.days, 4), (self._mark, 0), over=self._beside)
        self.side_purpose = CodeComboBox(translate("Referrals", "Purpose on the side"))
        self.side_purpose.offer(_purposes(Purpose.OPINION, Purpose.ACTION, Purpose.INFORMATION))
        self.side_days = CodeComboBox(translate("Referrals", "Until, on the side"))
        self.side_days.offer(days_choices(), DEFAULT_DAYS)
        self.purpose.currentIndexChanged.connect(self._on_purpose)
        for choice in (self.purpose, self.days, self.side_purpose, self.side_days):
            choice.setMinimumContentsLength(3)
            choice.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.recipients.changed.connect(self._on_recipients)
        self._lay_out()
        self.allow(moves=True, beside=True)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        beside = QHBoxLayout(self._beside)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(8)
        beside.addWidget(PlainLabel(translate("Referrals", "The others:"), "secondary", "text2"))
        beside.addWidget(self.side_purpose, 1)
        beside.addWidget(self.side_days, 1)
        for part in (self.no_units, self.add_units, self.recipients):
            column.addWidget(part)
        self._beside.hide()

    # Recipients

    @property
    def aside(self) -> bool:
        """Whether the petition stays where it is, and all recipients receive side referrals."""
        return self.purpose.code() is not Purpose.ACTION

    @property
    def receiver(self) -> SidePlace | None:
        """The place that receives the petition; None if it stays where it is, or if none is chosen."""
        return None if self.aside or not self.recipients.places else self.recipients.places[0]

    @property
    def beside(self) -> tuple[SidePlace, ...]:
        """The recipients of side referrals."""
        return self.recipients.places if self.aside else self.recipients.places[1:]

    def targets(self) -> tuple[SideTarget, ...]:
        """Returns the side referrals to send."""
        purpose, days = self.side_purpose.code(), self.side_days.code()
        if self.aside:
            purpose, days = self.purpose.code(), self.days.code()
        asked = Purpose.ACTION if purpose == _STAYS else purpose
        return tuple(SideTarget(place.unit_id, place.person_id, asked, days) for place in self.beside)

    def _on_recipients(self) -> None:
        self._show_beside()
        self.changed.emit()

    def _show_beside(self) -> None:
        self._beside.setVisible(self.receiver is not None and bool(self.beside))
        self.recipients.call_responsible(not self.aside)

    # What is kept with an unfinished text

    def chosen(self) -> Choices:
        """Returns the choices to save with an unsent text."""
        places = self.recipients.places
        apart = self.receiver is not None and bool(self.beside)
        return {
            "places": [[p.unit_id, p.person_id, p.unit, p.person] for p in places] or None,
            "purpose": self.purpose.code(),
            "days": self.days.code(),
            "side_purpose": self.side_purpose.code() if apart else None,
            "side_days": (self.side_days.code() or 0) if apart else None,
        }

    def choose(self, choices: Choices) -> None:
        """Restores saved choices; the defaults where nothing was saved."""
        kept: Sequence[tuple[int, int | None, str, str]] = choices.get("places") or ()
        self.recipients.choose(SidePlace(*place) for place in kept)
        self.purpose.choose(choices.get("purpose") or self.purpose.first())
        if not choices.get("purpose"):
            self._on_purpose()
        else:
            self.days.choose(choices.get("days"))
        self.side_purpose.choose(choices.get("side_purpose") or Purpose.OPINION)
        self.side_days.choose(choices.get("side_days", DEFAULT_DAYS) or None)

    def offer_places(self, places: Iterable[SidePlace] | None, without: int | None) -> None:
        """Sets the places for a referral; `without` is the unit that has the petition; None: not read yet."""
        self.recipients.offer(places, without=without, me=self.me)
        lacks = self.recipients.lacks_places
        if self.administers:
            lacking = translate("Inbox", "There is no unit yet to refer it to.")
        else:
            lacking = translate("Inbox", "There is no unit to refer it to; an administrator adds units.")
        self.no_units.setText(lacking if lacks else "")
        self.no_units.setVisible(lacks)
        self.add_units.setVisible(self.administers and lacks)

    def allow(self, *, moves: bool, beside: bool) -> None:
        """Adapts the choices. `moves`: the petition can be referred. `beside`: side referrals are possible."""
        action: list[tuple[object, str]] = _purposes(Purpose.ACTION) if moves else []
        stays: tuple[object, str] = (_STAYS, translate("Referrals", "Action beside us"))
        aside = [*_purposes(Purpose.OPINION, Purpose.INFORMATION), stays]
        self.purpose.offer([*action, *(aside if beside else [])])
        self.recipients.takes_many = beside

    def _on_purpose(self) -> None:
        # A referred petition has its own deadline; what others do beside it needs one.
        self.days.choose(DEFAULT_DAYS if self.purpose.code() in (Purpose.OPINION, _STAYS) else None)
        self.days.setEnabled(self.purpose.code() is not Purpose.INFORMATION)
        self._show_beside()
