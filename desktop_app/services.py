"""The services of the program, grouped by the screens that use them. Each is made when it is first used."""

from __future__ import annotations

from collections.abc import Callable
from threading import RLock
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from desktop_app.making import instruments as _instruments
from desktop_app.making import intake as _intake
from desktop_app.making import office as _office
from desktop_app.making import petitions as _petitions
from desktop_app.making import reports as _reports

if TYPE_CHECKING:
    from desktop_app.database.engine import Database
    from desktop_app.instruments.changes.service import MaterialChangeLists
    from desktop_app.instruments.consultation.summing_up import SummingUp
    from desktop_app.instruments.drafting.composing import Composing
    from desktop_app.intake.sources.rounds import Rounds
    from desktop_app.office.clock import OfficeClock
    from desktop_app.petitions.bulk.service import Bulk
    from desktop_app.petitions.desk.handover import Leavers
    from desktop_app.petitions.duplicates.service import Duplicates
    from desktop_app.petitions.routing.unrouted import Unrouted
    from desktop_app.reports.issued import IssuedReports
    from desktop_app.reports.notices.service import NoticeCentre
    from desktop_app.reports.outcome.service import CommentOutcomes
    from desktop_app.reports.summing_up.report import ConsultationReports
    from desktop_app.staff.recovery import Recovery

T = TypeVar("T")


class made_from(Generic[T]):  # noqa: N801 - reads as the decorator that it is, like `property`
    """A service that is made from the others when it is first used, on whichever thread."""

    def __init__(self, make: Callable[[Any], T]) -> None:
        self._make = make

    def __set_name__(self, _owner: type, name: str) -> None:
        self._name = name

    def __get__(self, services: SharedServices, _owner: type) -> T:
        known = vars(services)
        with services.making:
            if self._name not in known:
                known[self._name] = self._make(services)
        made: T = known[self._name]
        return made


def made(make: Callable[[Database], T]) -> made_from[T]:
    """Returns a service that is made from the database when it is first used."""
    return made_from(lambda services: make(services.database))


class SharedServices:
    """Services for all screens.

    `others` are used instead of those that would be made, by name; for tests.
    """

    def __init__(self, database: Database, **others: object) -> None:
        self.database = database
        #: One lock for all, because making a service may make another.
        self.making = RLock()
        vars(self).update(others)

    accounts = made(_office.accounts)
    presence = made(_office.presence)
    deputies = made(_office.deputies)
    signatures = made(_office.signatures)
    units = made(_office.units)
    office = made(_office.office)
    list_files = made(_reports.list_files)
    word_export = made(_reports.word_export)
    word_import = made(_instruments.word_import)
    archiving = made(_petitions.archiving)

    @made_from
    def clock(self) -> OfficeClock:
        return _office.clock(self.database, self.accounts)

    @made_from
    def recovery(self) -> Recovery:
        return _office.recovery(self.database, self.accounts)


class DeskServices(SharedServices):
    """Services for what is done to petitions, one or many."""

    desk = made(_petitions.desk)
    inbox = made(_petitions.inbox)

    @made_from
    def bulk(self) -> Bulk:
        return _petitions.bulk(self.database, self.inbox)


class InboxServices(DeskServices):
    """Services for the inbox."""

    labels = made(_petitions.labels)
    templates = made(_office.templates)
    improvements = made(_petitions.improvements)
    catalogue = made(_office.catalogue)
    conversion = made(_intake.conversion)
    reminders = made(_petitions.reminders)
    petition_letters = made(_reports.petition_letters)
    macros = made(_petitions.macros)
    macro_runs = made(_petitions.macro_runs)
    bulk_runs = made(_petitions.bulk_runs)
    side_referrals = made(_petitions.side_referrals)
    reservations = made(_petitions.reservations)
    register = made(_petitions.register)
    notice_identities = made(_petitions.notice_identities)
    registration_corrections = made(_petitions.registration_corrections)
    interim_replies = made(_petitions.interim_replies)
    forecasts = made(_petitions.forecasts)
    checklists = made(_petitions.checklists)
    outcomes = made(_petitions.outcomes)
    further_texts = made(_petitions.further_texts)
    attachments = made(_petitions.attachments)
    auto_intake = made(_petitions.auto_intake)
    satisfaction = made(_petitions.satisfaction)
    worklists = made(_petitions.worklists)
    tracing = made(_intake.tracing)
    subjects = made(_petitions.subjects)
    sources = made(_intake.sources)
    saved_views = made(_petitions.saved_views)
    outbox = made(_petitions.outbox)
    escalations = made(_petitions.escalations)
    readiness = made(_reports.readiness)

    @made_from
    def duplicates(self) -> Duplicates:
        return _petitions.duplicates(self.database, self.register, self.desk)


class AnnotatingServices(SharedServices):
    """Services for the threads of annotations, wherever a text is shown."""

    annotations = made(_instruments.draft_annotations)


class InstrumentsServices(AnnotatingServices):
    """Services for drafts and consultations."""

    threads_over_all = made(_instruments.threads_over_all)
    drafting = made(_instruments.drafting)
    invitations = made(_instruments.invitations)
    consultation_letters = made(_reports.consultation_letters)
    publications = made(_instruments.publications)
    life = made(_instruments.life)
    comments = made(_instruments.comments)
    campaigns = made(_instruments.campaigns)
    moderation = made(_instruments.moderation)
    experts = made(_office.experts)
    agendas = made(_instruments.agendas)

    @made_from
    def material_changes(self) -> MaterialChangeLists:
        return _instruments.material_changes(self.database, self.drafting, self.comments)

    @made_from
    def summing_up(self) -> SummingUp:
        return _instruments.summing_up(self.database, self.drafting, self.comments, self.material_changes)

    @made_from
    def consultation_reports(self) -> ConsultationReports:
        return _reports.consultation_reports(self.database, self.summing_up, self.drafting, self.comments)

    @made_from
    def comment_outcomes(self) -> CommentOutcomes:
        return _reports.comment_outcomes(self.database, self.drafting, self.comments, self.summing_up)


class CommentsServices(AnnotatingServices):
    """Services for comments."""

    staff_threads = made(_instruments.staff_threads)
    triage = made(_instruments.triage)
    campaigns = made(_instruments.campaigns)
    drafting = made(_instruments.drafting)
    comments = made(_instruments.comments)
    tracing = made(_intake.tracing)
    comment_register = made(_instruments.comment_register)
    comment_places = made(_instruments.comment_places)
    campaign_finding = made(_instruments.campaign_finding)
    conversion = made(_intake.conversion)
    sources = made(_intake.sources)
    reviewing = made(_instruments.reviewing)
    moderation = made(_instruments.moderation)


class ComparisonServices(AnnotatingServices):
    """Services for the comparison of revisions."""

    reviewing = made(_instruments.reviewing)
    drafting = made(_instruments.drafting)
    comments = made(_instruments.comments)
    suggesting = made(_instruments.suggesting)
    merging = made(_instruments.merging)

    @made_from
    def composing(self) -> Composing:
        return _instruments.composing(self.database, self.drafting)


class PeopleServices(SharedServices):
    """Services for petitioners and experts."""

    experts = made(_office.experts)
    petitioners = made(_office.petitioners)
    inbox = made(_petitions.inbox)
    corrections = made(_petitions.corrections)


class ReportsServices(SharedServices):
    """Services for reports."""

    reports = made(_reports.reports)
    report_views = made(_reports.report_views)
    inbox = made(_petitions.inbox)

    @made_from
    def issued_reports(self) -> IssuedReports:
        return _reports.issued_reports(self.database, self.reports)


class AdministrationServices(DeskServices):
    """Services for the administration."""

    staging = made(_intake.staging)
    outbox = made(_petitions.outbox)
    labels = made(_petitions.labels)
    retention = made(_petitions.retention)
    trail = made(_reports.trail)
    routing_rules = made(_petitions.routing_rules)
    improvements = made(_petitions.improvements)
    closures = made(_petitions.closures)
    catalogue = made(_office.catalogue)
    tracing = made(_intake.tracing)
    templates = made(_office.templates)
    message_rules = made(_petitions.message_rules)
    question_rules = made(_petitions.question_rules)
    answer_desk = made(_intake.answer_desk)
    floors = made(_instruments.floors)
    confirmations = made(_office.confirmations)
    sources = made(_intake.sources)
    outcomes = made(_petitions.outcomes)
    checklists = made(_petitions.checklists)
    message_templates = made(_office.message_templates)
    letter_templates = made(_office.letter_templates)
    routing_trials = made(_petitions.routing_trials)
    drafting = made(_instruments.drafting)
    delivery = made(_petitions.delivery)
    earlier_answers = made(_petitions.earlier_answers)
    backups = made(_office.backups)
    readiness = made(_reports.readiness)

    @made_from
    def leavers(self) -> Leavers:
        return _petitions.leavers(self.database, self.desk)

    @made_from
    def unrouted(self) -> Unrouted:
        return _petitions.unrouted(self.database, self.bulk)

    @made_from
    def rounds(self) -> Rounds:
        return _intake.rounds(self.database, self.staging, self.sources, self.outbox)


class Services(
    InboxServices,
    InstrumentsServices,
    CommentsServices,
    ComparisonServices,
    PeopleServices,
    ReportsServices,
    AdministrationServices,
):
    """All services, for the main window and the command line."""

    bells = made(_reports.bells)

    @made_from
    def notices(self) -> NoticeCentre:
        return _reports.notices(self.database, self.bells)

    def close(self) -> None:
        """Closes the database connections."""
        self.database.close()
