"""The summing-up (گزارش جمع‌بندی) of a consultation: provision × comment × disposition × change.

Once frozen it never changes: number, date, hash. Because it is published, it names no sender, and personal data
in the senders' texts is masked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.comparison.result import Comparison, Op, ProvisionPlace, ProvisionStatus
from desktop_app.database.chain import canonical_json
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import ConflictError, NotFoundError, NotPermittedError
from desktop_app.instruments.acts.beside import SUMMED_UP
from desktop_app.instruments.changes.material import MaterialChange
from desktop_app.instruments.changes.service import ListedChange, MaterialChangeLists, OutcomeChanges
from desktop_app.instruments.comments.review import CommentedProvision, load_review
from desktop_app.instruments.comments.service import CommentRow, Comments
from desktop_app.instruments.consultation.campaign_summary import ToldOnce, told_once
from desktop_app.instruments.consultation.gate import stands_now
from desktop_app.instruments.consultation.legal_day import day_of_act
from desktop_app.instruments.consultation.letter_numbers import next_letter
from desktop_app.instruments.drafting.performing import do_step
from desktop_app.instruments.drafting.revisions import last_revision
from desktop_app.instruments.drafting.service import Drafting, existing_instrument
from desktop_app.instruments.model import ConsultationReport, Instrument
from desktop_app.office.numbering import paper_number
from desktop_app.people.masking import masked
from desktop_app.persian.dates import tehran_day
from desktop_app.progress import Progress
from desktop_app.staff.roles import Actor, Role


@dataclass(frozen=True, slots=True)
class SummedUp:
    """A frozen summing-up; `content` as made by `SummingUp.content`, `made_at` aware.

    `number` counts those of the draft. `registered` is the number of the office's register, in Latin digits.
    """

    number: int
    registered: str
    content: dict[str, Any]
    sha256: str
    made_at: datetime
    made_by: str


class SummingUp:
    """Makes summings-up and stores frozen ones."""

    def __init__(
        self, database: Database, drafting: Drafting, comments: Comments, changes: MaterialChangeLists
    ) -> None:
        self._database = database
        self._drafting = drafting
        self._comments = comments
        self._changes = changes

    def content(
        self, actor: Actor, instrument_id: int, *, progress: Progress | None = None
    ) -> dict[str, Any]:
        """Returns the present content as plain values: dates in ISO form, revisions by number, labels as they
        are.

        `changes` are all material changes since the publication, in the order of the text, with their words, how
        many accepted comments each carries, and the reason where it carries none. `provisions` lists the comments on
        each provision with their decisions, in the order of the exposed text (a campaign group once), and the
        places in `changes` of what changed there. `quiet` counts the changes of numbers and of spelling.
        """
        review = load_review(self._drafting, self._comments, actor, instrument_id)
        detail, row = review.detail, review.detail.row
        last = detail.revisions[-1].number if detail.revisions else None
        changes = self._changes.of(review, progress)
        rows = review.comments
        groups = told_once(review.parts)
        return {
            "code": row.code,
            "title": row.title,
            "kind": row.kind.value,
            "track": row.track.value,
            "unit": row.unit_name,
            "opened_on": row.opened_on.isoformat() if row.opened_on else None,
            "closes_on": row.closes_on.isoformat() if row.closes_on else None,
            "place": detail.exposure.place if detail.exposure else "",
            "exposed_revision": review.exposed,
            "last_revision": last,
            "comments": len(rows),
            "late": sum(one.late for one in rows),
            "groups": dict(sorted(Counter(one.group for one in rows).items())),
            "dispositions": dict(sorted(Counter(_decided(one) for one in rows).items())),
            # Included in all counts above, but not in the lists below.
            "hidden": dict(sorted(Counter(one.hidden.value for one in rows if one.hidden).items())),
            "channels": dict(sorted(Counter(one.channel for one in rows).items())),
            # A comment may raise several.
            "issues": dict(sorted(Counter(masked(issue) for one in rows for issue in one.issues).items())),
            "provisions": [_provision(part, changes, groups) for part in review.parts if part.comments],
            "changes": [_listed(changes, one) for one in changes.changes] if changes is not None else [],
            "quiet": {
                "renumbered": changes.renumbered if changes is not None else 0,
                "spelled": changes.spelled if changes is not None else 0,
            },
            # Only where a manager decided so. It may repeat personal data.
            **({"left_closed": masked(detail.closure_reason)} if detail.closure_reason else {}),
        }

    @once
    def freeze(self, actor: Actor, instrument_id: int, *, progress: Progress | None = None) -> SummedUp:
        """Freezes the present summing-up, and stores the changes that it lists.

        Every comment has to be decided, what was accepted carried, and every other change explained. Raises
        `RuleError`, and `ConflictError` if somebody decided or wrote meanwhile.
        """
        if Role.REVIEWER in actor.roles:
            self._changes.keep(actor, instrument_id)
        with self._database.reading() as session:
            over = _present_basis(session, existing_instrument(session, instrument_id))
        content = self.content(actor, instrument_id, progress=progress)
        with self._database.writing() as session:
            instrument = existing_instrument(session, instrument_id, lock=True)
            day_of_act(self._database, session)
            _must_be_unchanged(session, instrument, content, self._comments)
            written = canonical_json(content)
            # A refusal of the act gives the number back.
            register = next_letter(session, tehran_day(self._database.now(session)))
            given = {
                "year": register.year,
                "number": register.number,
                "content": written,
                "sha256": sha256(written.encode("utf-8", "surrogatepass")).hexdigest(),
                "basis": over,
            }
            denied = NotPermittedError(act="sum_up", who_may=Role.REVIEWER.value)
            do_step(
                session,
                self._database,
                actor,
                SUMMED_UP,
                instrument_id,
                given=given,
                refusals={"not_your_role": denied},
            )
            found = select(ConsultationReport).where(ConsultationReport.instrument_id == instrument_id)
            report = session.scalars(found.order_by(ConsultationReport.number.desc()).limit(1)).one()
            return _row(report)

    def all(self, instrument_id: int) -> tuple[SummedUp, ...]:
        """Returns the frozen ones of an instrument, oldest first: a later one corrects the one before it."""
        with self._database.reading() as session:
            found = session.scalars(
                select(ConsultationReport)
                .where(ConsultationReport.instrument_id == instrument_id)
                .order_by(ConsultationReport.number)
            )
            return tuple(_row(report) for report in found)

    def one(self, instrument_id: int, number: int) -> SummedUp:
        """Returns a frozen one by its number. Raises `NotFoundError`."""
        for report in self.all(instrument_id):
            if report.number == number:
                return report
        raise NotFoundError(item="summing_up", key=number)


def _must_be_unchanged(
    session: Session, instrument: Instrument, content: dict[str, Any], comments: Comments
) -> None:
    last = last_revision(session, instrument.id)
    now = comments.tally(session, instrument.id)
    if last is None or last.number != content["last_revision"] or now != content["dispositions"]:
        raise ConflictError(item="instrument", key=instrument.id)


def _present_basis(session: Session, instrument: Instrument) -> str:
    last = last_revision(session, instrument.id)
    return stands_now(session, instrument, last.id) if last is not None else ""


def _decided(comment: CommentRow) -> str:
    return "undecided" if comment.decided is None else comment.decided.value


def _provision(
    part: CommentedProvision, changes: OutcomeChanges | None, groups: Sequence[ToldOnce]
) -> dict[str, Any]:
    """Returns the content of a provision.

    `unsure`: nobody has decided yet to which provision the comments belong; each then gives the provision that
    it `named`. `count` is the number of comments on it. A campaign group is one entry of `comments` with
    `times`, and may be at another provision.
    """
    inside = {one.id for group in groups for one in group.members}
    here = {group.first: group for group in groups if group.key == part.key}
    entries = []
    for comment in part.comments:
        if comment.id in here:
            entries.append(_comment(here[comment.id].head, changes) | here[comment.id].facts())
        elif comment.id not in inside and comment.hidden is None:
            entries.append(_comment(comment, changes))
        else:
            continue
        if part.unsure:
            entries[-1]["named"] = masked(comment.provision)
    content = {
        "label": part.label,
        "known": part.known,
        "count": len(part.comments),
        "comments": entries,
        "changes": list(changes.under.get(part.key, ())) if changes is not None else [],
    }
    # Only if true, so that earlier frozen contents, which lack the key, stay comparable.
    return content | ({"unsure": True} if part.unsure else {})


def _comment(comment: CommentRow, changes: OutcomeChanges | None) -> dict[str, Any]:
    content: dict[str, Any] = {
        "group": comment.group,
        "channel": comment.channel,
        "received_at": comment.received_at.isoformat(),
        "late": comment.late,
        "quote": masked(comment.quote),
        "text": masked(comment.text),
        "disposition": comment.disposition.value if comment.disposition else None,
        # It may repeat personal data of the sender whom it answers.
        "reason": masked(comment.reason),
    }
    # Only if there are any, so that earlier frozen contents, which lack the key, stay comparable.
    if comment.issues:
        content["issues"] = [masked(issue) for issue in comment.issues]
    if comment.carried_revision is not None:
        content["carried_revision"] = comment.carried_revision
        content["carried_provision"] = comment.carried_provision
        carrier = changes.by_name.get(comment.carried_provision) if changes is not None else None
        if carrier is not None and changes is not None:
            content["change"] = _change(changes.comparison, carrier.change)
    if comment.unchanged_reason:
        content["unchanged_reason"] = masked(comment.unchanged_reason)
    return content


def _listed(changes: OutcomeChanges, one: ListedChange) -> dict[str, Any]:
    return _change(changes.comparison, one.change) | {
        "kinds": [kind.value for kind in one.change.kinds],
        "carried": len(one.carried),
        "about": len(one.about),
        "reason": masked(one.explanation.reason) if one.explanation is not None and not one.carried else "",
    }


def _change(comparison: Comparison, change: MaterialChange) -> dict[str, Any]:
    """Returns a change with the words of both sides, and the differing runs in code points of those words."""
    entries = [comparison.entries[index] for index in change.entries]
    first = next((entry for entry in entries if entry.old and entry.new), None)
    old = _words(comparison.old.text, [entry.old for entry in entries])
    new = _words(comparison.new.text, [entry.new for entry in entries])
    alone = first if len(entries) == 1 else None
    runs = [
        {
            "op": span.op.value,
            "old": [span.old[0] - alone.old.start, span.old[1] - alone.old.start],
            "new": [span.new[0] - alone.new.start, span.new[1] - alone.new.start],
        }
        for span in (alone.spans if alone is not None else ())
        if alone is not None and alone.old and alone.new and span.op is not Op.EQUAL
    ]
    return {
        "provision": change.name,
        "status": change.status.value,
        "flags": sorted(flag.value for flag in change.flags),
        "old": old,
        "new": new,
        "runs": runs if change.status is ProvisionStatus.EDITED else [],
    }


def _words(text: str, places: Sequence[ProvisionPlace | None]) -> str:
    return "\n".join(text[place.start : place.end] for place in places if place is not None)


def _row(report: ConsultationReport) -> SummedUp:
    registered = paper_number(report.year, report.register_number)
    return SummedUp(report.number, registered, report.content, report.sha256, report.made_at, report.made_by)
