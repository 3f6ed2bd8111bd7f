"""The services of the program, grouped by the screens that use them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.database.engine import Database
    from desktop_app.instruments.annotations.service import Annotations
    from desktop_app.instruments.campaigns.finding import CampaignFinding
    from desktop_app.instruments.campaigns.service import Campaigns
    from desktop_app.instruments.changes.service import MaterialChangeLists
    from desktop_app.instruments.comments.moderation import Moderation
    from desktop_app.instruments.comments.places import CommentPlaces
    from desktop_app.instruments.comments.register import CommentRegister
    from desktop_app.instruments.comments.service import Comments
    from desktop_app.instruments.comments.staff_threads import StaffThreads
    from desktop_app.instruments.comments.triage import Triage
    from desktop_app.instruments.consultation.agenda import Agendas
    from desktop_app.instruments.consultation.floors import Floors
    from desktop_app.instruments.consultation.invitations import Invitations
    from desktop_app.instruments.consultation.life_cycle import Life
    from desktop_app.instruments.consultation.publication import Publications
    from desktop_app.instruments.consultation.summing_up import SummingUp
    from desktop_app.instruments.drafting.composing import Composing
    from desktop_app.instruments.drafting.review_marks import Reviewing
    from desktop_app.instruments.drafting.service import Drafting
    from desktop_app.intake.conversion import Conversion
    from desktop_app.intake.sources.rounds import Rounds
    from desktop_app.intake.sources.service import Sources
    from desktop_app.intake.staging.service import Staging
    from desktop_app.intake.staging.settling import AnswerDesk
    from desktop_app.intake.staging.tracing import Tracing
    from desktop_app.office.backups import Backups
    from desktop_app.office.clock import OfficeClock
    from desktop_app.office.letter_templates import LetterTemplates
    from desktop_app.office.message_templates import MessageTemplates
    from desktop_app.office.services import Catalogue
    from desktop_app.office.settings import Office
    from desktop_app.office.templates import Templates
    from desktop_app.people.experts import Experts
    from desktop_app.people.petitioners import Petitioners
    from desktop_app.petitions.bulk.keeping import BulkRuns
    from desktop_app.petitions.bulk.service import Bulk
    from desktop_app.petitions.deadlines.closures import Closures
    from desktop_app.petitions.desk.attachments import Attachments
    from desktop_app.petitions.desk.handover import Leavers
    from desktop_app.petitions.desk.reminders import Reminders
    from desktop_app.petitions.desk.satisfaction import Satisfaction
    from desktop_app.petitions.desk.service import Desk
    from desktop_app.petitions.desk.subjects import Subjects
    from desktop_app.petitions.duplicates.service import Duplicates
    from desktop_app.petitions.follow_ups.auto_intake import AutoIntake
    from desktop_app.petitions.follow_ups.service import FurtherTexts
    from desktop_app.petitions.improvements.service import Improvements
    from desktop_app.petitions.labels.service import Labels
    from desktop_app.petitions.lists.escalation import Escalations
    from desktop_app.petitions.lists.inbox import Inbox
    from desktop_app.petitions.lists.saved_views import SavedViews
    from desktop_app.petitions.lists.worklist import Worklists
    from desktop_app.petitions.macros.runs import MacroRuns
    from desktop_app.petitions.macros.service import Macros
    from desktop_app.petitions.outbox.delivery import Delivery
    from desktop_app.petitions.outbox.service import Outbox
    from desktop_app.petitions.outbox.settings import MessageRules
    from desktop_app.petitions.outcomes import Outcomes
    from desktop_app.petitions.referrals.side import SideReferrals
    from desktop_app.petitions.registration.correction import Corrections
    from desktop_app.petitions.registration.identity import NoticeIdentities
    from desktop_app.petitions.registration.register import Register
    from desktop_app.petitions.registration.reservations import Reservations
    from desktop_app.petitions.retention.archiving import Archiving
    from desktop_app.petitions.retention.service import Retention
    from desktop_app.petitions.routing.book import RoutingRules
    from desktop_app.petitions.routing.trial import Trials
    from desktop_app.petitions.routing.unrouted import Unrouted
    from desktop_app.petitions.satisfaction.settings import QuestionRules
    from desktop_app.reports.bell import Bells
    from desktop_app.reports.issued import IssuedReports
    from desktop_app.reports.letters.of_consultations import ConsultationLetters
    from desktop_app.reports.letters.of_petitions import PetitionLetters
    from desktop_app.reports.lists.service import ListFiles
    from desktop_app.reports.outcome.service import CommentOutcomes
    from desktop_app.reports.service import Reports
    from desktop_app.reports.summing_up.report import ConsultationReports
    from desktop_app.reports.trail import Trail
    from desktop_app.staff.accounts import Accounts
    from desktop_app.staff.confirmations import Confirmations
    from desktop_app.staff.deputies import Deputies
    from desktop_app.staff.presence import Presence
    from desktop_app.staff.recovery import Recovery
    from desktop_app.staff.units import Units


@dataclass(frozen=True)
class SharedServices:
    """Services for all screens."""

    database: Database
    accounts: Accounts
    recovery: Recovery
    clock: OfficeClock
    presence: Presence
    units: Units
    office: Office
    list_files: ListFiles
    archiving: Archiving


@dataclass(frozen=True)
class InboxServices(SharedServices):
    """Services for the inbox."""

    desk: Desk
    inbox: Inbox
    labels: Labels
    duplicates: Duplicates
    bulk: Bulk
    templates: Templates
    improvements: Improvements
    catalogue: Catalogue
    conversion: Conversion
    reminders: Reminders
    petition_letters: PetitionLetters
    macros: Macros
    macro_runs: MacroRuns
    bulk_runs: BulkRuns
    side_referrals: SideReferrals
    reservations: Reservations
    register: Register
    notice_identities: NoticeIdentities
    outcomes: Outcomes
    further_texts: FurtherTexts
    attachments: Attachments
    auto_intake: AutoIntake
    satisfaction: Satisfaction
    worklists: Worklists
    tracing: Tracing
    subjects: Subjects
    sources: Sources
    saved_views: SavedViews
    outbox: Outbox
    escalations: Escalations


@dataclass(frozen=True)
class InstrumentsServices(SharedServices):
    """Services for drafts and consultations."""

    drafting: Drafting
    invitations: Invitations
    consultation_letters: ConsultationLetters
    publications: Publications
    life: Life
    material_changes: MaterialChangeLists
    comments: Comments
    campaigns: Campaigns
    summing_up: SummingUp
    moderation: Moderation
    experts: Experts
    consultation_reports: ConsultationReports
    agendas: Agendas
    comment_outcomes: CommentOutcomes


@dataclass(frozen=True)
class CommentsServices(SharedServices):
    """Services for comments."""

    staff_threads: StaffThreads
    annotations: Annotations
    triage: Triage
    campaigns: Campaigns
    drafting: Drafting
    comments: Comments
    tracing: Tracing
    comment_register: CommentRegister
    comment_places: CommentPlaces
    campaign_finding: CampaignFinding
    conversion: Conversion
    sources: Sources
    reviewing: Reviewing
    moderation: Moderation


@dataclass(frozen=True)
class ComparisonServices(SharedServices):
    """Services for the comparison of revisions."""

    composing: Composing
    reviewing: Reviewing
    drafting: Drafting
    annotations: Annotations
    comments: Comments


@dataclass(frozen=True)
class PeopleServices(SharedServices):
    """Services for petitioners and experts."""

    experts: Experts
    petitioners: Petitioners
    inbox: Inbox
    corrections: Corrections


@dataclass(frozen=True)
class ReportsServices(SharedServices):
    """Services for reports."""

    issued_reports: IssuedReports
    reports: Reports
    inbox: Inbox


@dataclass(frozen=True)
class AdministrationServices(SharedServices):
    """Services for the administration."""

    staging: Staging
    outbox: Outbox
    labels: Labels
    retention: Retention
    trail: Trail
    routing_rules: RoutingRules
    improvements: Improvements
    closures: Closures
    catalogue: Catalogue
    tracing: Tracing
    templates: Templates
    message_rules: MessageRules
    question_rules: QuestionRules
    answer_desk: AnswerDesk
    leavers: Leavers
    floors: Floors
    deputies: Deputies
    confirmations: Confirmations
    unrouted: Unrouted
    sources: Sources
    rounds: Rounds
    outcomes: Outcomes
    message_templates: MessageTemplates
    letter_templates: LetterTemplates
    routing_trials: Trials
    drafting: Drafting
    delivery: Delivery
    backups: Backups


@dataclass(frozen=True)
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

    bells: Bells

    def close(self) -> None:
        """Closes the database connections."""
        self.database.close()
