"""Who saw what single members of a campaign group add: a decision on the group asks for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.errors import RuleError
from desktop_app.instruments.campaigns.model import CampaignReading, CampaignRecord

#: The rule that asks for the additions to be read first.
UNREAD: Final = "additions_unread"


def readers_of(session: Session, instrument_id: int) -> defaultdict[int, set[int | None]]:
    """Returns who saw the additions as they are, by group."""
    found = (
        select(CampaignReading.campaign_id, CampaignReading.person_id)
        .join(CampaignRecord, CampaignRecord.id == CampaignReading.campaign_id)
        .where(CampaignRecord.instrument_id == instrument_id, CampaignReading.digest == CampaignRecord.digest)
    )
    readers: defaultdict[int, set[int | None]] = defaultdict(set)
    for campaign, person in session.execute(found):
        readers[campaign].add(person)
    return readers


def must_have_read(session: Session, groups: Collection[int], person_id: int | None) -> None:
    """Raises `RuleError` if one of the groups has additions that the person did not see."""
    seen = select(CampaignReading.campaign_id).where(
        CampaignReading.campaign_id == CampaignRecord.id,
        CampaignReading.digest == CampaignRecord.digest,
        CampaignReading.person_id.is_not_distinct_from(person_id),
    )
    unread = select(CampaignRecord.id).where(
        CampaignRecord.id.in_(groups), CampaignRecord.additions > 0, ~seen.exists()
    )
    if groups and session.scalar(unread.limit(1)) is not None:
        raise RuleError(rule=UNREAD)
