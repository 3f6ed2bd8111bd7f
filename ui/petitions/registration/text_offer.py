"""The offer to text the tracking code to the caller, as the office has set it and once a number is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.petitions.registration.fields import RegisterFields
from ui.petitions.registration.footer import RegisterFooter
from ui.petitions.registration.way_line import WayLine

if TYPE_CHECKING:
    from desktop_app.petitions.registration.forecast import Forecast


class TextOffer(QObject):
    """Keeps the offer in the footer in step with the forecast and with the typed number."""

    def __init__(self, fields: RegisterFields, way: WayLine, footer: RegisterFooter) -> None:
        super().__init__(footer)
        self._fields, self._footer = fields, footer
        #: What the office has set; None where no message can be sent.
        self._by_itself: bool | None = None
        footer.offer_text(None, mobile=False)
        way.forecast.connect(self._on_forecast)
        fields.number_entered.connect(lambda _number: self._show())

    def _on_forecast(self, found: Forecast) -> None:
        self._by_itself = found.texts
        self._show()

    def _show(self) -> None:
        self._footer.offer_text(self._by_itself, mobile=bool(self._fields.contact_so_far().mobile))
