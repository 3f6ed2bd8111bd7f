"""Issuing a report (صدور و انجماد), which freezes its figures and its bytes.

An issued report gets the next number of the office's register, the date, the responsible person, and a hash of its
content. It also stores the head of the audit log, and the seal of it if the issuer has a key. It never changes: a
correction is a new edition that names the replaced edition and the reason.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session, undefer

from desktop_app.database.acts.model import Act, Item
from desktop_app.database.chain import canonical_json
from desktop_app.database.engine import Database
from desktop_app.database.history_head import history_head
from desktop_app.database.operations import once
from desktop_app.database.seals import new_seal, on_one_line
from desktop_app.errors import CancelledError, InvalidValueError, NotFoundError, NotPermittedError, RuleError
from desktop_app.instruments.consultation.letter_numbers import next_letter
from desktop_app.office.numbering import REPORT, take_numbers
from desktop_app.persian.dates import JalaliDay, tehran_day
from desktop_app.progress import Progress
from desktop_app.reports.acts import CORRECTED, ISSUED
from desktop_app.reports.issued_model import IssuedReport
from desktop_app.reports.period import Period
from desktop_app.reports.scope import ReportScope
from desktop_app.reports.service import Issue, MonthlyReport, Reports
from desktop_app.reports.snapshot import content_of, report_of
from desktop_app.signing import SigningKey
from desktop_app.staff.acting import perform_one
from desktop_app.staff.roles import Actor, Role

LONGEST_REASON = 500
#: In characters: about 15 lines of the first page.
LONGEST_ANALYSIS = 1200
_LONGEST_SIGNATURE = 200


@dataclass(frozen=True, slots=True)
class IssuedRow:
    """An edition as shown in lists; `latest` where no other edition replaces it."""

    id: int
    issue: Issue
    period: Period
    unit_name: str
    person_name: str
    scope_key: str
    latest: bool = True


@dataclass(frozen=True, slots=True)
class Issued:
    """A complete edition: its content, and its page as it was issued."""

    row: IssuedRow
    report: MonthlyReport
    page: bytes


@dataclass(frozen=True, slots=True)
class _Signature:
    """What the issuer adds: who answers for the report, their analysis, and their signing key."""

    name: str
    analysis: str
    key: SigningKey | None


class IssuedReports:
    """Issues and stores reports."""

    def __init__(self, database: Database, reports: Reports) -> None:
        self._database = database
        self._reports = reports

    def may_issue(self, actor: Actor, scope: ReportScope) -> bool:
        """Whether `actor` may issue a report of `scope`.

        Managers and administrators may, where they see all counted petitions.
        """
        return _may_issue(actor, scope.unit_id)

    def issue(
        self,
        actor: Actor,
        scope: ReportScope,
        *,
        signed_as: str = "",
        analysis: str = "",
        key: SigningKey | None = None,
        progress: Progress | None = None,
    ) -> IssuedRow:
        """Issues the first edition. `signed_as` is the responsible person, by default the issuer.

        `analysis` are the manager's own words for the first page. With `key` the head of the history is sealed;
        without, the page says that it is not.

        Raises `RuleError` (`period_is_not_over`, `issued_already`), `NotPermittedError`, `NotFoundError`, or
        `CancelledError`, in which case nothing was issued.
        """
        signature = _Signature(signed_as, analysis, key)
        return self._issue(actor, scope, signature, replaces=None, reason="", progress=progress)

    def correct(
        self,
        actor: Actor,
        issued_id: int,
        reason: str,
        *,
        signed_as: str = "",
        analysis: str = "",
        key: SigningKey | None = None,
        progress: Progress | None = None,
    ) -> IssuedRow:
        """Issues a new edition with current figures, which replaces `issued_id`, the latest edition.

        Raises `RuleError` (`edition_is_not_the_latest`), `InvalidValueError` without a reason,
        `NotPermittedError`, `CancelledError`.
        """
        reason = " ".join(reason.split())
        if not reason:
            raise InvalidValueError(field="reason", reason="empty", value="")
        if len(reason) > LONGEST_REASON:
            raise InvalidValueError(field="reason", reason="too_long", value="")
        former = self.one(actor, issued_id)
        return self._issue(
            actor,
            former.report.scope,
            _Signature(signed_as or former.row.issue.signed_as, analysis, key),
            replaces=former.row,
            reason=reason,
            progress=progress,
        )

    def all(self, actor: Actor) -> tuple[IssuedRow, ...]:
        """Returns the issued reports, latest first."""
        with self._database.reading() as session:
            return _rows(session, *_seen(session, actor))

    def of(self, actor: Actor, scope: ReportScope) -> tuple[IssuedRow, ...]:
        """Returns the editions of a report, latest first; empty where it was not issued."""
        with self._database.reading() as session:
            return _rows(session, IssuedReport.scope_key == scope.key, *_seen(session, actor))

    def one(self, actor: Actor, issued_id: int) -> Issued:
        """Returns a complete edition.

        Raises `NotFoundError`, and `RuleError` (`issued_report_is_damaged`) where the stored data does not
        match its digests.
        """
        with self._database.reading() as session:
            found = session.scalar(
                select(IssuedReport)
                .where(IssuedReport.id == issued_id, *_seen(session, actor))
                .options(undefer(IssuedReport.content), undefer(IssuedReport.page))
            )
            if found is None:
                raise NotFoundError(item="report", key=issued_id)
            rows = {row.id: row for row in _rows(session, IssuedReport.scope_key == found.scope_key)}
        written = canonical_json(found.content).encode("utf-8", "surrogatepass")
        digests = (sha256(written).hexdigest(), sha256(found.page).hexdigest())
        if digests != (found.sha256, found.page_sha256):
            raise RuleError(rule="issued_report_is_damaged")
        row = rows[found.id]
        return Issued(row, replace(report_of(found.content), issue=row.issue), found.page)

    @once
    def _issue(
        self,
        actor: Actor,
        scope: ReportScope,
        signature: _Signature,
        *,
        replaces: IssuedRow | None,
        reason: str,
        progress: Progress | None,
    ) -> IssuedRow:
        from desktop_app.reports.monthly_pdf import monthly_document  # noqa: PLC0415 - reportlab, fonts

        if not _may_issue(actor, scope.unit_id):
            raise NotPermittedError(act="issue_report", who_may=Role.MANAGER)
        signed_as = " ".join(signature.name.split()) or actor.name
        if len(signed_as) > _LONGEST_SIGNATURE:
            raise InvalidValueError(field="signed_as", reason="too_long", value="")
        analysis = signature.analysis.strip()
        if len(analysis) > LONGEST_ANALYSIS:
            raise InvalidValueError(field="analysis", reason="too_long", value="")
        with self._database.reading() as session:
            today = tehran_day(self._database.now(session))
            if scope.period.last >= today:
                raise RuleError(rule="period_is_not_over")
            _must_be_latest(session, scope, replaces)
        # Count before taking any lock, so that others can continue to work.
        report = self._sealed(replace(self._reports.of(scope), analysis=analysis), signature.key)
        content = content_of(report)
        digest = sha256(canonical_json(content).encode("utf-8", "surrogatepass")).hexdigest()
        if progress is not None and progress.cancelled():
            raise CancelledError(done=0)
        with self._database.writing() as session:
            now = self._database.now(session)
            year = JalaliDay.of(tehran_day(now)).year
            # This locks the row of the number series, which serialises concurrent issues of the same report.
            take_numbers(session, REPORT, year, 0)
            _must_be_latest(session, scope, replaces)
            # Letters and reports are in one register: no number of a year stands twice.
            number = replaces.issue.number if replaces else next_letter(session, tehran_day(now)).number
            issue = Issue(
                number=number,
                year=replaces.issue.year if replaces else year,
                edition=replaces.issue.edition + 1 if replaces else 1,
                issued_at=now,
                issued_by=actor.name,
                signed_as=signed_as,
                replaces=replaces.issue.edition if replaces else 0,
                reason=reason,
                sha256=digest,
            )
            page = monthly_document(replace(report, issue=issue)).to_bytes()
            made: dict[str, Any] = {
                "content_text": canonical_json(content),
                "page_base64": b64encode(page).decode("ascii"),
                "signed_as": signed_as,
            }
            if replaces is None:
                act, made = ISSUED, made | _values(issue, scope)
            else:
                act, made = CORRECTED, made | {"former_id": replaces.id, "reason": reason}
            return self._perform(session, actor, act, made, now)

    def _sealed(self, report: MonthlyReport, key: SigningKey | None) -> MonthlyReport:
        """Returns the report with the head of the history, and its seal."""
        if key is None:
            head = history_head(self._database)
            return replace(report, history=head if head.events else None)
        seal, document = new_seal(self._database, key)
        return replace(report, history=seal.head, seal=on_one_line(document))

    def _perform(
        self, session: Session, actor: Actor, act: Act, given: dict[str, Any], now: datetime
    ) -> IssuedRow:
        denied = NotPermittedError(act="issue_report", who_may=Role.MANAGER)
        item, errors = Item(0, given=given), {"not_your_role": denied}
        made = perform_one(session, act, actor, item, now, errors=errors)
        return _row(session.get_one(IssuedReport, made), latest=True)


def _may_issue(actor: Actor, unit_id: int | None) -> bool:
    """Whether the actor sees every counted petition: a partial report must not be issued as a complete one."""
    desk = {Role.CLERK, Role.MANAGER}
    covered = {
        m.role for m in actor.held if m.unit_id is None or (unit_id is not None and m.unit_id == unit_id)
    }
    return Role.MANAGER in covered or (actor.has(Role.ADMINISTRATOR) and bool(covered & desk))


def _must_be_latest(session: Session, scope: ReportScope, replaces: IssuedRow | None) -> None:
    found = _rows(session, IssuedReport.scope_key == scope.key)
    if replaces is None and found:
        raise RuleError(rule="issued_already")
    if replaces is not None and (not found or found[0].id != replaces.id):
        raise RuleError(rule="edition_is_not_the_latest")


def _seen(session: Session, actor: Actor) -> list[ColumnElement[bool]]:
    """Everyone reads issued reports; those about a colleague, only that colleague and managers.

    On PostgreSQL, row-level security applies the same rule.
    """
    if session.get_bind().dialect.name != "sqlite" or actor.has(Role.MANAGER):
        return []
    me = actor.person_id or 0
    return [
        or_(IssuedReport.person_id.is_(None), IssuedReport.person_id == me, IssuedReport.issued_by_id == me)
    ]


def _values(issue: Issue, scope: ReportScope) -> dict[str, Any]:
    """Returns what the act of a first edition asks for."""
    return {
        "year": issue.year,
        "number": issue.number,
        "scope_key": scope.key,
        "period": scope.period.code,
        "unit_id": scope.unit_id,
        "person_id": scope.person_id,
    }


def _rows(session: Session, *conditions: ColumnElement[bool]) -> tuple[IssuedRow, ...]:
    found = session.scalars(
        select(IssuedReport)
        .where(*conditions)
        .order_by(IssuedReport.issued_at.desc(), IssuedReport.id.desc())
    ).all()
    latest: dict[str, int] = {}
    for one in found:
        latest[one.scope_key] = max(one.edition, latest.get(one.scope_key, 0))
    return tuple(_row(one, latest=latest[one.scope_key] == one.edition) for one in found)


def _row(one: IssuedReport, *, latest: bool) -> IssuedRow:
    return IssuedRow(
        id=one.id,
        issue=Issue(
            number=one.number,
            year=one.year,
            edition=one.edition,
            issued_at=one.issued_at,
            issued_by=one.issued_by,
            signed_as=one.signed_as,
            replaces=one.replaces,
            reason=one.reason,
            sha256=one.sha256,
        ),
        period=Period.parse(one.period),
        unit_name=one.unit_name,
        person_name=one.person_name,
        scope_key=one.scope_key,
        latest=latest,
    )
