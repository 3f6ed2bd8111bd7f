"""Composes the message to a commenter. Pure.

It has the decision and the published reason, and the words of the provision that carries it. It repeats nothing
that anybody wrote in a comment, so that it has no personal data of others.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final
from urllib.parse import quote

from desktop_app.languages import PERSIAN, in_language
from desktop_app.office.settings import OfficeSettings
from desktop_app.people.masking import masked
from desktop_app.persian.dates import long_date, tehran_day
from desktop_app.petitions.outbox.composing import plain
from desktop_app.reports.outcome.frozen import OUTCOME_PAGE
from desktop_app.reports.summing_up.matrix import ProvisionOutcome
from desktop_app.reports.summing_up.words import stays_words
from desktop_app.wording import digits
from desktop_app.wording.labels import label

#: The most letters of a provision that an e-mail shows; the link leads to the whole.
LONGEST_WORDS: Final = 1_500


def values_for(
    *,
    title: str,
    code: str,
    disposition: str,
    reason: str,
    provision: str,
    change: ProvisionOutcome | None,
    unchanged: str,
    link: str,
    office: OfficeSettings,
    now: datetime,
) -> Mapping[str, str]:
    """Returns the values of the variables of a message, in Persian; empty ones omit their line."""

    changed = change if change is not None and change.old != change.new else None

    def made() -> dict[str, str]:
        stays = stays_words(unchanged) if unchanged else ""
        return {
            "draft": plain(title),
            "number": digits(code),
            "provision": plain(digits(provision)),
            "decision": label("disposition", disposition),
            # Masked as in the summing-up, where it is published.
            "reason": plain("\n".join(masked(one) for one in (reason, stays) if one)),
            "old": plain(_shortened(changed.old)) if changed is not None else "",
            "new": plain(_shortened(changed.new)) if changed is not None else "",
            "link": link,
            "date": long_date(tehran_day(now)),
            "office": office.office_name,
            "phone": digits(office.phone),
            "sms": digits(office.sms_number),
        }

    return in_language(PERSIAN, made)


def link_to(portal: str, code: str, anchor: str) -> str:
    """Returns the address of a part of the outcome page; empty if the office has entered no portal."""
    page = f"{portal}/{quote(code, safe='')}/{OUTCOME_PAGE}" if portal else ""
    return f"{page}#{anchor}" if page and anchor else page


def _shortened(words: str) -> str:
    one_line = " ".join(words.split())
    if len(one_line) <= LONGEST_WORDS:
        return one_line
    return one_line[:LONGEST_WORDS].rsplit(" ", 1)[0] + " …"
