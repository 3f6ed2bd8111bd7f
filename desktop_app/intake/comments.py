"""Importing public comments on a draft document from a file: look at it (`plan`), then take it in (`run`)."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from desktop_app.database.engine import Database
from desktop_app.errors import CancelledError
from desktop_app.instruments.campaign_finding import CampaignFinding
from desktop_app.instruments.comments import Comments, NewComment, identity_key
from desktop_app.intake.columns import COMMENT_FIELDS, REQUIRED_OF_COMMENTS
from desktop_app.intake.comment_rows import CommentRows
from desktop_app.intake.importing import Importer, ImportPlan, ImportResult, plan_table
from desktop_app.intake.rejects import RejectedRows
from desktop_app.petitions.vocabulary import Channel
from desktop_app.progress import Progress, SilentProgress
from desktop_app.staff.roles import Actor


class CommentServices(Protocol):
    """What importing comments needs of the services."""

    @property
    def database(self) -> Database: ...
    @property
    def comments(self) -> Comments: ...
    @property
    def campaign_finding(self) -> CampaignFinding: ...


def plan(path: Path) -> ImportPlan:
    """What the file at `path` is, and which columns seem to give which fields. Raises `BadFileError`."""
    return plan_table(path, COMMENT_FIELDS, REQUIRED_OF_COMMENTS)


def run(
    services: CommentServices,
    actor: Actor,
    instrument_id: int,
    plan: ImportPlan,
    mapping: Mapping[str, str] | None = None,
    *,
    channel: Channel | None = None,
    dry_run: bool = False,
    progress: Progress | None = None,
    rejects: RejectedRows | None = None,
) -> ImportResult:
    """Takes the comments of a planned file in; the parameters are those of `petitions.run`."""
    with services.database.reading() as session:
        now = services.database.now(session)
    chosen = plan.mapping if mapping is None else mapping
    read_row = CommentRows(str(plan.path), chosen, channel=channel or Channel.PORTAL, now=now)
    seen: set[str] = set()

    def store(comments: list[NewComment]) -> int:
        if not dry_run:
            return services.comments.take_in(actor, instrument_id, comments)
        keys = {identity_key(comment) for comment in comments} - seen
        seen.update(keys)
        return len(keys - services.comments.known(instrument_id, keys))

    progress = progress or SilentProgress()
    result = Importer(plan, chosen, read_row, store, _text_of, progress, rejects).run()
    if result.created and not dry_run:
        # Stopped here, it is done when the comments are shown.
        with suppress(CancelledError):
            services.campaign_finding.look(actor, instrument_id, progress)
    return result


def _text_of(comment: NewComment) -> str:
    return comment.text
