"""Makes the services of petitions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.database.engine import Database
    from desktop_app.petitions.bulk.keeping import BulkRuns
    from desktop_app.petitions.bulk.service import Bulk
    from desktop_app.petitions.checklists.service import Checklists
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
    from desktop_app.petitions.outbox.earlier_answers import EarlierAnswers
    from desktop_app.petitions.outbox.service import Outbox
    from desktop_app.petitions.outbox.settings import MessageRules
    from desktop_app.petitions.outcomes import Outcomes
    from desktop_app.petitions.referrals.side import SideReferrals
    from desktop_app.petitions.registration.correction import Corrections
    from desktop_app.petitions.registration.forecast import Forecasts
    from desktop_app.petitions.registration.identity import NoticeIdentities
    from desktop_app.petitions.registration.register import Register
    from desktop_app.petitions.registration.registration_correction import RegistrationCorrections
    from desktop_app.petitions.registration.reservations import Reservations
    from desktop_app.petitions.replies.interim import InterimReplies
    from desktop_app.petitions.retention.archiving import Archiving
    from desktop_app.petitions.retention.service import Retention
    from desktop_app.petitions.routing.book import RoutingRules
    from desktop_app.petitions.routing.trial import Trials
    from desktop_app.petitions.routing.unrouted import Unrouted
    from desktop_app.petitions.satisfaction.settings import QuestionRules


def inbox(database: Database) -> Inbox:
    from desktop_app.petitions.lists.inbox import Inbox

    return Inbox(database)


def saved_views(database: Database) -> SavedViews:
    from desktop_app.petitions.lists.saved_views import SavedViews

    return SavedViews(database)


def worklists(database: Database) -> Worklists:
    from desktop_app.petitions.lists.worklist import Worklists

    return Worklists(database)


def escalations(database: Database) -> Escalations:
    from desktop_app.petitions.lists.escalation import Escalations

    return Escalations(database)


def reservations(database: Database) -> Reservations:
    from desktop_app.petitions.registration.reservations import Reservations

    return Reservations(database)


def reminders(database: Database) -> Reminders:
    from desktop_app.petitions.desk.reminders import Reminders

    return Reminders(database)


def side_referrals(database: Database) -> SideReferrals:
    from desktop_app.petitions.referrals.side import SideReferrals

    return SideReferrals(database)


def register(database: Database) -> Register:
    from desktop_app.petitions.registration.register import Register

    return Register(database)


def notice_identities(database: Database) -> NoticeIdentities:
    from desktop_app.petitions.registration.identity import NoticeIdentities

    return NoticeIdentities(database)


def registration_corrections(database: Database) -> RegistrationCorrections:
    from desktop_app.petitions.registration.registration_correction import RegistrationCorrections

    return RegistrationCorrections(database)


def interim_replies(database: Database) -> InterimReplies:
    from desktop_app.petitions.replies.interim import InterimReplies

    return InterimReplies(database)


def checklists(database: Database) -> Checklists:
    from desktop_app.petitions.checklists.service import Checklists

    return Checklists(database)


def forecasts(database: Database) -> Forecasts:
    from desktop_app.petitions.registration.forecast import Forecasts

    return Forecasts(database)


def auto_intake(database: Database) -> AutoIntake:
    from desktop_app.petitions.follow_ups.auto_intake import AutoIntake

    return AutoIntake(database)


def subjects(database: Database) -> Subjects:
    from desktop_app.petitions.desk.subjects import Subjects

    return Subjects(database)


def further_texts(database: Database) -> FurtherTexts:
    from desktop_app.petitions.follow_ups.service import FurtherTexts

    return FurtherTexts(database)


def desk(database: Database) -> Desk:
    from desktop_app.petitions.desk.service import Desk

    return Desk(database)


def attachments(database: Database) -> Attachments:
    from desktop_app.petitions.desk.attachments import Attachments

    return Attachments(database)


def improvements(database: Database) -> Improvements:
    from desktop_app.petitions.improvements.service import Improvements

    return Improvements(database)


def duplicates(database: Database, register: Register, desk: Desk) -> Duplicates:
    from desktop_app.petitions.duplicates.service import Duplicates

    return Duplicates(database, register, desk)


def leavers(database: Database, desk: Desk) -> Leavers:
    from desktop_app.petitions.desk.handover import Leavers

    return Leavers(database, desk)


def outcomes(database: Database) -> Outcomes:
    from desktop_app.petitions.outcomes import Outcomes

    return Outcomes(database)


def bulk(database: Database, inbox: Inbox) -> Bulk:
    from desktop_app.petitions.bulk.service import Bulk

    return Bulk(database, inbox)


def bulk_runs(database: Database) -> BulkRuns:
    from desktop_app.petitions.bulk.keeping import BulkRuns

    return BulkRuns(database)


def labels(database: Database) -> Labels:
    from desktop_app.petitions.labels.service import Labels

    return Labels(database)


def routing_rules(database: Database) -> RoutingRules:
    from desktop_app.petitions.routing.book import RoutingRules

    return RoutingRules(database)


def routing_trials(database: Database) -> Trials:
    from desktop_app.petitions.routing.trial import Trials

    return Trials(database)


def unrouted(database: Database, bulk: Bulk) -> Unrouted:
    from desktop_app.petitions.routing.unrouted import Unrouted

    return Unrouted(database, bulk)


def macros(database: Database) -> Macros:
    from desktop_app.petitions.macros.service import Macros

    return Macros(database)


def macro_runs(database: Database) -> MacroRuns:
    from desktop_app.petitions.macros.runs import MacroRuns

    return MacroRuns(database)


def closures(database: Database) -> Closures:
    from desktop_app.instruments.consultation.late_closures import lengthen_windows
    from desktop_app.petitions.deadlines.closures import Closures

    return Closures(database, lengthen_windows)


def retention(database: Database) -> Retention:
    from desktop_app.petitions.retention.service import Retention

    return Retention(database)


def archiving(database: Database) -> Archiving:
    from desktop_app.petitions.retention.archiving import Archiving

    return Archiving(database)


def corrections(database: Database) -> Corrections:
    from desktop_app.petitions.registration.correction import Corrections

    return Corrections(database)


def satisfaction(database: Database) -> Satisfaction:
    from desktop_app.petitions.desk.satisfaction import Satisfaction

    return Satisfaction(database)


def message_rules(database: Database) -> MessageRules:
    from desktop_app.petitions.outbox.settings import MessageRules

    return MessageRules(database)


def question_rules(database: Database) -> QuestionRules:
    from desktop_app.petitions.satisfaction.settings import QuestionRules

    return QuestionRules(database)


def outbox(database: Database) -> Outbox:
    from desktop_app.petitions.outbox.service import Outbox

    return Outbox(database)


def earlier_answers(database: Database) -> EarlierAnswers:
    from desktop_app.petitions.outbox.earlier_answers import EarlierAnswers

    return EarlierAnswers(database)


def delivery(database: Database) -> Delivery:
    from desktop_app.petitions.outbox.delivery import Delivery

    return Delivery(database)
