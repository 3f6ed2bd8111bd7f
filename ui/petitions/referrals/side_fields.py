"""Field above the text of an answer: the side referral it belongs to, where there are several."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.petitions.history.side_referrals import place_words
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label
from ui.petitions.desk.sending import BoxMode, Mode
from ui.widgets.choice import CodeComboBox

if TYPE_CHECKING:
    from desktop_app.petitions.desk.detail import PetitionDetail, ReferralRow
    from ui.petitions.desk.unsent import Choices


def side_choices(mode: BoxMode, detail: PetitionDetail) -> list[tuple[object, str]]:
    """Returns the side referrals to which `mode` applies, as pairs of id and text."""
    if mode in (Mode.SIDE_ANSWER, Mode.SIDE_RETURN):
        return [(row.id, referral_words(row)) for row in detail.referrals if row.answerable]
    if mode is Mode.SIDE_RECALL:
        return [(row.id, referral_words(row)) for row in detail.referrals if row.recallable]
    return []


def referral_words(row: ReferralRow) -> str:
    """Returns a referral as «حسن نوری، اداره کتاب (جهت اظهارنظر)»."""
    return fill(
        translate("Referrals", "{place} ({purpose})"),
        place=place_words(row.to_unit, row.to_person),
        purpose=label("purpose", row.purpose.value),
    )


class SideFields(QWidget):
    """Choice of a side referral."""

    #: The person chose another referral.
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.referral = CodeComboBox(translate("Referrals", "Referral on the side"))
        self.referral.currentIndexChanged.connect(lambda _index: self.changed.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.referral, 1)

    def offer(self, choices: Sequence[tuple[object, str]]) -> None:
        """Sets the referrals. The current choice is kept if it is among them."""
        self.referral.offer(choices)

    def chosen(self) -> Choices:
        """Returns the choice to save with an unsent text."""
        return {"referral": self.referral.code()}

    def choose(self, choices: Choices) -> None:
        """Restores a saved choice; the first referral where nothing was saved."""
        self.referral.choose(choices.get("referral") or self.referral.first())
