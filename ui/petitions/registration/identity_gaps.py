"""Watches which fields of the identity the registration form lacks, by the rules of the office."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop_app.petitions.registration.identity import missing_fields
from desktop_app.petitions.vocabulary import SPOKEN
from ui.petitions.registration.fields import RegisterFields
from ui.petitions.registration.notice_bar import NoticeBar, with_what_is_known

if TYPE_CHECKING:
    from desktop_app.office.office_settings import IdentityRule
    from desktop_app.people.petitioners import PetitionerRow


class IdentityGaps:
    """Shows in the notice what is missing, once something was typed and while the form `is_open`."""

    def __init__(self, fields: RegisterFields, notice: NoticeBar, is_open: Callable[[], bool]) -> None:
        self._fields, self._notice, self._is_open = fields, notice, is_open
        self._rules: tuple[IdentityRule, ...] = ()
        self._caller: PetitionerRow | None = None

    def know_caller(self, caller: PetitionerRow | None) -> None:
        self._caller = caller
        self.look()

    def know_rules(self, rules: tuple[IdentityRule, ...]) -> None:
        self._rules = rules
        self.look()

    def look(self) -> None:
        """Shows whether the identity is incomplete now."""
        fields = self._fields
        kind, channel = str(fields.kind.value()), fields.channel.code()
        contact = with_what_is_known(fields.contact_so_far(), self._caller)
        begun = self._is_open() and not fields.is_empty()
        missing = missing_fields(kind, channel, contact, self._rules) if begun else ()
        self._notice.show_missing(missing, listening=channel in SPOKEN)
