"""The composition root: opens the database from settings, and creates the services."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import MetaData

from desktop_app.clock import Clock
from desktop_app.database import schema
from desktop_app.database.base import Base
from desktop_app.database.engine import Database
from desktop_app.database.transfer import Program
from desktop_app.errors import DatabaseAwayError
from desktop_app.instruments import rights as _instrument_rights  # noqa: F401
from desktop_app.instruments.acts import beside as _instrument_acts  # noqa: F401
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
from desktop_app.instruments.consultation.late_closures import lengthen_windows
from desktop_app.instruments.consultation.life_cycle import Life
from desktop_app.instruments.consultation.named_senders import SenderNames
from desktop_app.instruments.consultation.publication import Publications
from desktop_app.instruments.consultation.summing_up import SummingUp
from desktop_app.instruments.drafting.composing import Composing
from desktop_app.instruments.drafting.review_marks import Reviewing
from desktop_app.instruments.drafting.service import Drafting
from desktop_app.intake import rights as _intake_rights  # noqa: F401
from desktop_app.intake.conversion import Conversion
from desktop_app.intake.sources.rounds import Rounds
from desktop_app.intake.sources.service import Sources
from desktop_app.intake.staging.service import Staging
from desktop_app.intake.staging.settling import AnswerDesk
from desktop_app.intake.staging.tracing import Tracing
from desktop_app.office import rights as _office_rights  # noqa: F401
from desktop_app.office.backups import Backups
from desktop_app.office.clock import OfficeClock, keep_trusted_time
from desktop_app.office.letter_templates import LetterTemplates
from desktop_app.office.message_templates import MessageTemplates
from desktop_app.office.seeding import seed
from desktop_app.office.services import Catalogue
from desktop_app.office.settings import Office
from desktop_app.office.templates import Templates
from desktop_app.people import rights as _people_rights  # noqa: F401
from desktop_app.people.experts import Experts
from desktop_app.people.petitioners import Petitioners
from desktop_app.petitions import rights as _petitions_rights  # noqa: F401
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
from desktop_app.petitions.lists.indexing import reindex
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
from desktop_app.reports import rights as _reports_rights  # noqa: F401
from desktop_app.reports.bell import Bells
from desktop_app.reports.issued import IssuedReports
from desktop_app.reports.letters.of_consultations import ConsultationLetters
from desktop_app.reports.letters.of_petitions import PetitionLetters
from desktop_app.reports.lists.service import ListFiles
from desktop_app.reports.outcome.service import CommentOutcomes
from desktop_app.reports.service import Reports
from desktop_app.reports.summing_up.report import ConsultationReports
from desktop_app.reports.trail import Trail
from desktop_app.services import Services
from desktop_app.staff import rights as _staff_rights  # noqa: F401
from desktop_app.staff.accounts import Accounts, folded_username
from desktop_app.staff.confirmations import Confirmations
from desktop_app.staff.deputies import Deputies
from desktop_app.staff.presence import Presence
from desktop_app.staff.recovery import Recovery
from desktop_app.staff.roles import Actor
from desktop_app.staff.units import Units


def metadata() -> MetaData:
    """Returns the metadata of all tables, which are declared by importing the services above."""
    return Base.metadata


def program() -> Program:
    """Returns what `database` needs from higher layers for copying and restoring."""
    return Program(metadata, reindex)


def prepare(database: Database) -> Path | None:
    """Creates or upgrades the schema; returns the backup made before an upgrade."""
    if database.is_sqlite and database.url.database:
        try:
            Path(database.url.database).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise DatabaseAwayError(where=database.place) from error
    fresh = schema.check(database) is None
    backup = schema.upgrade(database, metadata)
    if fresh:
        seed(database)
        Office(database).seed_closed_days()
    return backup


def open_services(url: str, *, clock: Clock | None = None, prepare_schema: bool = True) -> Services:
    """Opens the database at `url` and returns its services; creates the schema first if necessary.

    An older SQLite file is upgraded; a shared database never is, because colleagues may still use the older program.
    Raises `DatabaseAwayError`, `NewerDatabaseError`, `OlderDatabaseError`, `NetworkShareError`; `NotPreparedError`
    where the schema is missing and must not be created.
    """
    database = Database(url, clock=clock)
    try:
        if prepare_schema and (database.is_sqlite or schema.check(database) is None):
            prepare(database)
        else:
            schema.require_current(database)
    except Exception:
        database.close()
        raise
    return services_of(database)


def services_of(database: Database) -> Services:
    """Creates all services of a database."""
    drafting, comments, desk = Drafting(database), Comments(database), Desk(database)
    register = Register(database)
    changes = MaterialChangeLists(database, drafting, comments)
    summing_up = SummingUp(database, drafting, comments, changes)
    names = SenderNames(database, drafting, comments)
    inbox = Inbox(database)
    reports = Reports(database)
    bulk = Bulk(database, inbox)
    accounts = Accounts(database)
    staging, sources, outbox = Staging(database), Sources(database), Outbox(database)
    return Services(
        database=database,
        accounts=accounts,
        recovery=Recovery(database, accounts),
        clock=OfficeClock(database, accounts),
        presence=Presence(database),
        units=Units(database),
        deputies=Deputies(database),
        confirmations=Confirmations(database),
        office=Office(database),
        templates=Templates(database),
        catalogue=Catalogue(database),
        petitioners=Petitioners(database),
        experts=Experts(database),
        inbox=inbox,
        saved_views=SavedViews(database),
        worklists=Worklists(database),
        escalations=Escalations(database),
        reservations=Reservations(database),
        reminders=Reminders(database),
        side_referrals=SideReferrals(database),
        bells=Bells(database),
        register=register,
        notice_identities=NoticeIdentities(database),
        auto_intake=AutoIntake(database),
        subjects=Subjects(database),
        further_texts=FurtherTexts(database),
        desk=desk,
        attachments=Attachments(database),
        improvements=Improvements(database),
        duplicates=Duplicates(database, register, desk),
        leavers=Leavers(database, desk),
        outcomes=Outcomes(database),
        bulk=bulk,
        bulk_runs=BulkRuns(database),
        labels=Labels(database),
        routing_rules=RoutingRules(database),
        routing_trials=Trials(database),
        unrouted=Unrouted(database, bulk),
        macros=Macros(database),
        macro_runs=MacroRuns(database),
        closures=Closures(database, lengthen_windows),
        retention=Retention(database),
        archiving=Archiving(database),
        corrections=Corrections(database),
        satisfaction=Satisfaction(database),
        drafting=drafting,
        annotations=Annotations(database),
        comments=comments,
        comment_places=CommentPlaces(database),
        comment_register=CommentRegister(database),
        campaigns=Campaigns(database),
        campaign_finding=CampaignFinding(database),
        triage=Triage(database),
        moderation=Moderation(database),
        staff_threads=StaffThreads(database),
        reviewing=Reviewing(database),
        composing=Composing(database, drafting),
        life=Life(database),
        floors=Floors(database),
        agendas=Agendas(database),
        invitations=Invitations(database),
        publications=Publications(database),
        material_changes=changes,
        summing_up=summing_up,
        reports=reports,
        issued_reports=IssuedReports(database, reports),
        consultation_reports=ConsultationReports(database, summing_up, names),
        comment_outcomes=CommentOutcomes(database, drafting, comments, summing_up),
        letter_templates=LetterTemplates(database),
        petition_letters=PetitionLetters(database),
        consultation_letters=ConsultationLetters(database),
        trail=Trail(database),
        list_files=ListFiles(database),
        message_templates=MessageTemplates(database),
        message_rules=MessageRules(database),
        question_rules=QuestionRules(database),
        answer_desk=AnswerDesk(database),
        outbox=outbox,
        delivery=Delivery(database),
        staging=staging,
        tracing=Tracing(database),
        conversion=Conversion(database),
        sources=sources,
        rounds=Rounds(database, staging, sources, outbox),
        backups=Backups(database, program()),
    )


def sign_in(services: Services, username: str, password: str) -> tuple[Services, Actor]:
    """Signs in; returns the services for the person, and the actor.

    On PostgreSQL these are new services with connections of the person's own role; the given ones stay open.
    Raises `SignInError`, `DatabaseAwayError`.
    """
    if services.database.is_sqlite:
        actor = services.accounts.sign_in(username, password)
        with services.database.touching() as session:
            keep_trusted_time(session, services.database)
        services.outcomes.all()
        return services, actor
    return _of_account(services_of(services.database.signed_in_as(folded_username(username), password)))


def sign_in_to_server(url: str, username: str, password: str) -> tuple[Services, Actor | None]:
    """Opens a PostgreSQL database as the role `username`.

    The actor is None for the owner of a database without accounts, or with accounts restored without
    passwords; the owner then names an administrator. Raises `SignInError`, `DatabaseAwayError`,
    `NewerDatabaseError`, `OlderDatabaseError`, `NotPreparedError`.
    """
    entrance = Database(url)
    services = services_of(entrance.signed_in_as(folded_username(username), password))
    entrance.close()
    try:
        schema.require_current(services.database)
        if services.accounts.is_empty() or services.accounts.came_without_roles():
            return services, None
    except Exception:
        services.close()
        raise
    return _of_account(services)


def _of_account(services: Services) -> tuple[Services, Actor]:
    try:
        actor = services.accounts.myself()
        if not actor.must_change_password:
            # Load the office's names of outcomes before the first one is displayed.
            services.outcomes.all()
        return services, actor
    except Exception:
        services.close()
        raise
