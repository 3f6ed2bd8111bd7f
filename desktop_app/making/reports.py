"""Makes the services of reports and letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.database.engine import Database
    from desktop_app.instruments.comments.service import Comments
    from desktop_app.instruments.consultation.summing_up import SummingUp
    from desktop_app.instruments.drafting.service import Drafting
    from desktop_app.reports.bell import Bells
    from desktop_app.reports.issued import IssuedReports
    from desktop_app.reports.letters.of_consultations import ConsultationLetters
    from desktop_app.reports.letters.of_petitions import PetitionLetters
    from desktop_app.reports.lists.service import ListFiles
    from desktop_app.reports.notices.service import NoticeCentre
    from desktop_app.reports.outcome.service import CommentOutcomes
    from desktop_app.reports.own_view import ReportViews
    from desktop_app.reports.readiness.service import Readiness
    from desktop_app.reports.service import Reports
    from desktop_app.reports.summing_up.report import ConsultationReports
    from desktop_app.reports.trail import Trail
    from desktop_app.reports.word_export import WordExport


def bells(database: Database) -> Bells:
    from desktop_app.reports.bell import Bells

    return Bells(database)


def notices(database: Database, bells: Bells) -> NoticeCentre:
    from desktop_app.reports.notices.service import NoticeCentre

    return NoticeCentre(database, bells)


def reports(database: Database) -> Reports:
    from desktop_app.reports.service import Reports

    return Reports(database)


def report_views(database: Database) -> ReportViews:
    from desktop_app.reports.own_view import ReportViews

    return ReportViews(database)


def issued_reports(database: Database, reports: Reports) -> IssuedReports:
    from desktop_app.reports.issued import IssuedReports

    return IssuedReports(database, reports)


def consultation_reports(
    database: Database, summing_up: SummingUp, drafting: Drafting, comments: Comments
) -> ConsultationReports:
    from desktop_app.instruments.consultation.named_senders import SenderNames
    from desktop_app.reports.summing_up.report import ConsultationReports

    return ConsultationReports(database, summing_up, SenderNames(database, drafting, comments))


def comment_outcomes(
    database: Database, drafting: Drafting, comments: Comments, summing_up: SummingUp
) -> CommentOutcomes:
    from desktop_app.reports.outcome.service import CommentOutcomes

    return CommentOutcomes(database, drafting, comments, summing_up)


def petition_letters(database: Database) -> PetitionLetters:
    from desktop_app.reports.letters.of_petitions import PetitionLetters

    return PetitionLetters(database)


def consultation_letters(database: Database) -> ConsultationLetters:
    from desktop_app.reports.letters.of_consultations import ConsultationLetters

    return ConsultationLetters(database)


def trail(database: Database) -> Trail:
    from desktop_app.reports.trail import Trail

    return Trail(database)


def list_files(database: Database) -> ListFiles:
    from desktop_app.reports.lists.service import ListFiles

    return ListFiles(database)


def word_export(database: Database) -> WordExport:
    from desktop_app.reports.word_export import WordExport

    return WordExport(database)


def readiness(database: Database) -> Readiness:
    from desktop_app.reports.readiness.service import Readiness

    return Readiness(database)
