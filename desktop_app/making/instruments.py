"""Makes the services of drafts, consultations and comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.database.engine import Database
    from desktop_app.instruments.annotations.over_all import ThreadsOverAll
    from desktop_app.instruments.annotations.service import Annotations
    from desktop_app.instruments.annotations.word_import import WordImport
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
    from desktop_app.instruments.drafting.merging import Merging
    from desktop_app.instruments.drafting.review_marks import Reviewing
    from desktop_app.instruments.drafting.service import Drafting
    from desktop_app.instruments.drafting.suggesting import Suggesting


def drafting(database: Database) -> Drafting:
    from desktop_app.instruments.drafting.service import Drafting

    return Drafting(database)


def draft_annotations(database: Database) -> Annotations:
    from desktop_app.instruments.annotations.service import Annotations

    return Annotations(database)


def threads_over_all(database: Database) -> ThreadsOverAll:
    from desktop_app.instruments.annotations.over_all import ThreadsOverAll

    return ThreadsOverAll(database)


def word_import(database: Database) -> WordImport:
    from desktop_app.instruments.annotations.word_import import WordImport

    return WordImport(database)


def comments(database: Database) -> Comments:
    from desktop_app.instruments.comments.service import Comments

    return Comments(database)


def comment_places(database: Database) -> CommentPlaces:
    from desktop_app.instruments.comments.places import CommentPlaces

    return CommentPlaces(database)


def comment_register(database: Database) -> CommentRegister:
    from desktop_app.instruments.comments.register import CommentRegister

    return CommentRegister(database)


def campaigns(database: Database) -> Campaigns:
    from desktop_app.instruments.campaigns.service import Campaigns

    return Campaigns(database)


def campaign_finding(database: Database) -> CampaignFinding:
    from desktop_app.instruments.campaigns.finding import CampaignFinding

    return CampaignFinding(database)


def triage(database: Database) -> Triage:
    from desktop_app.instruments.comments.triage import Triage

    return Triage(database)


def moderation(database: Database) -> Moderation:
    from desktop_app.instruments.comments.moderation import Moderation

    return Moderation(database)


def staff_threads(database: Database) -> StaffThreads:
    from desktop_app.instruments.comments.staff_threads import StaffThreads

    return StaffThreads(database)


def reviewing(database: Database) -> Reviewing:
    from desktop_app.instruments.drafting.review_marks import Reviewing

    return Reviewing(database)


def composing(database: Database, drafting: Drafting) -> Composing:
    from desktop_app.instruments.drafting.composing import Composing

    return Composing(database, drafting)


def merging(database: Database) -> Merging:
    from desktop_app.instruments.drafting.merging import Merging

    return Merging(database)


def suggesting(database: Database) -> Suggesting:
    from desktop_app.instruments.drafting.suggesting import Suggesting

    return Suggesting(database)


def life(database: Database) -> Life:
    from desktop_app.instruments.consultation.life_cycle import Life

    return Life(database)


def floors(database: Database) -> Floors:
    from desktop_app.instruments.consultation.floors import Floors

    return Floors(database)


def agendas(database: Database) -> Agendas:
    from desktop_app.instruments.consultation.agenda import Agendas

    return Agendas(database)


def invitations(database: Database) -> Invitations:
    from desktop_app.instruments.consultation.invitations import Invitations

    return Invitations(database)


def publications(database: Database) -> Publications:
    from desktop_app.instruments.consultation.publication import Publications

    return Publications(database)


def material_changes(database: Database, drafting: Drafting, comments: Comments) -> MaterialChangeLists:
    from desktop_app.instruments.changes.service import MaterialChangeLists

    return MaterialChangeLists(database, drafting, comments)


def summing_up(
    database: Database, drafting: Drafting, comments: Comments, changes: MaterialChangeLists
) -> SummingUp:
    from desktop_app.instruments.consultation.summing_up import SummingUp

    return SummingUp(database, drafting, comments, changes)
