"""The age of the last valid back-up as text, for `database info` and the administrator's panel."""

from __future__ import annotations

from typing import Protocol

from desktop_app.wording.catalogue import fill, translate


class Aged(Protocol):
    """The part of a back-up record needed here: its age in whole days."""

    @property
    def age_days(self) -> int: ...


def last_backup_words(last: Aged | None) -> str:
    """Returns, for example, «آخرین پشتیبان سالم: ۳ روز پیش»."""
    return fill(translate("Backup", "Last good back-up: {age}"), age=age_words(last))


def age_words(last: Aged | None) -> str:
    """Returns, for example, «۳ روز پیش»."""
    if last is None:
        return translate("Backup", "none yet")
    if last.age_days == 0:
        return translate("Backup", "today")
    if last.age_days == 1:
        return translate("Backup", "yesterday")
    return fill(translate("Backup", "{days} days ago"), days=last.age_days)
