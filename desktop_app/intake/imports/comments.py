"""Importing public comments on a draft document from a file: look at it (`plan`), then take it in (`run`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Final, Protocol

from desktop_app.database.engine import Database
from desktop_app.errors import CancelledError
from desktop_app.instruments.campaigns.finding import CampaignFinding
from desktop_app.instruments.comments.anchoring import places_of
from desktop_app.instruments.comments.review import exposed_revision
from desktop_app.instruments.comments.service import (
    Comments,
    NewComment,
    identity_key,
    must_await_comments,
)
from desktop_app.instruments.drafting.service import Drafting
from desktop_app.intake.formats.columns import COMMENT_FIELDS, REQUIRED_OF_COMMENTS
from desktop_app.intake.formats.tabular import TableFormat
from desktop_app.intake.imports.comment_rows import CommentRows
from desktop_app.intake.imports.fitting import Fitting
from desktop_app.intake.imports.importing import Importer, ImportPlan, ImportResult, plan_table
from desktop_app.intake.imports.rejects import RejectedRows
from desktop_app.petitions.vocabulary import Channel
from desktop_app.progress import Progress, SilentProgress
from desktop_app.staff.roles import Actor

#: From so many comments of one sender in a file on, that is pointed out.
OFTEN: Final = 20


class CommentServices(Protocol):
    """What importing comments needs of the services."""

    @property
    def database(self) -> Database: ...
    @property
    def comments(self) -> Comments: ...
    @property
    def drafting(self) -> Drafting: ...
    @property
    def campaign_finding(self) -> CampaignFinding: ...


plan: Final = partial(plan_table, fields=COMMENT_FIELDS, required=REQUIRED_OF_COMMENTS)


def reader(
    services: CommentServices,
    actor: Actor,
    instrument_id: int,
    plan: ImportPlan,
    mapping: Mapping[str, str],
    *,
    channel: Channel | None = None,
) -> CommentRows:
    """What reads the rows of a planned file, to try some of them or to take them all in. Raises `BadFileError` for a
    file about another draft, `RuleError` for a draft that is not before the public yet, or finished."""
    with services.database.reading() as session:
        now = services.database.now(session)
    fitting = _fitting(services, actor, instrument_id)
    fitting.must_fit(plan, mapping)
    return CommentRows(
        str(plan.path),
        mapping,
        channel=channel or Channel.PORTAL,
        now=now,
        fitting=fitting,
        subject="subject" if plan.format is TableFormat.MAIL else "",
    )


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
    grouped: bool = True,
) -> ImportResult:
    """Takes the comments of a planned file in; the parameters are those of `petitions.run`. They are held against
    each other at once, unless `grouped` leaves that to whoever shows them."""
    chosen = plan.mapping if mapping is None else mapping
    read_row = reader(services, actor, instrument_id, plan, chosen, channel=channel)
    seen: set[str] = set()
    senders: Counter[str] = Counter()

    def store(comments: list[NewComment]) -> int:
        senders.update(comment.sender for comment in comments if comment.sender)
        if not dry_run:
            return services.comments.take_in(actor, instrument_id, comments)
        keys = {identity_key(comment) for comment in comments} - seen
        seen.update(keys)
        return len(keys - services.comments.known(instrument_id, keys))

    progress = progress or SilentProgress()
    result = Importer(plan, chosen, read_row, store, _text_of, progress, rejects, dry_run).run()
    if grouped and result.created and not dry_run:
        # Stopped here, it is done when the comments are shown.
        with suppress(CancelledError):
            services.campaign_finding.look(actor, instrument_id, progress)
    often = max(senders.values(), default=0)
    told = {"one_sender": often} if often >= OFTEN else {}
    return replace(result, notices={**result.notices, **told}, pointed_out=tuple(read_row.pointed_out))


def _fitting(services: CommentServices, actor: Actor, instrument_id: int) -> Fitting:
    detail = services.drafting.detail(actor, instrument_id)
    must_await_comments(detail.row.status)
    exposed = exposed_revision(detail)
    text = services.drafting.revision(instrument_id, exposed).text if exposed is not None else ""
    return Fitting(detail.row.code, detail.row.title, places_of(text))


def _text_of(comment: NewComment) -> str:
    return comment.text
