"""Makes the services of staff, office and people."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.database.engine import Database
    from desktop_app.office.backups import Backups
    from desktop_app.office.clock import OfficeClock
    from desktop_app.office.letter_templates import LetterTemplates
    from desktop_app.office.message_templates import MessageTemplates
    from desktop_app.office.services import Catalogue
    from desktop_app.office.settings import Office
    from desktop_app.office.templates import Templates
    from desktop_app.people.experts import Experts
    from desktop_app.people.petitioners import Petitioners
    from desktop_app.staff.accounts import Accounts
    from desktop_app.staff.confirmations import Confirmations
    from desktop_app.staff.deputies import Deputies
    from desktop_app.staff.presence import Presence
    from desktop_app.staff.recovery import Recovery
    from desktop_app.staff.signatures import Signatures
    from desktop_app.staff.units import Units


def clock(database: Database, accounts: Accounts) -> OfficeClock:
    from desktop_app.office.clock import OfficeClock

    return OfficeClock(database, accounts)


def office(database: Database) -> Office:
    from desktop_app.office.settings import Office

    return Office(database)


def templates(database: Database) -> Templates:
    from desktop_app.office.templates import Templates

    return Templates(database)


def catalogue(database: Database) -> Catalogue:
    from desktop_app.office.services import Catalogue

    return Catalogue(database)


def letter_templates(database: Database) -> LetterTemplates:
    from desktop_app.office.letter_templates import LetterTemplates

    return LetterTemplates(database)


def message_templates(database: Database) -> MessageTemplates:
    from desktop_app.office.message_templates import MessageTemplates

    return MessageTemplates(database)


def backups(database: Database) -> Backups:
    from desktop_app.office.backups import Backups
    from desktop_app.tables import program

    return Backups(database, program())


def accounts(database: Database) -> Accounts:
    from desktop_app.staff.accounts import Accounts

    return Accounts(database)


def recovery(database: Database, accounts: Accounts) -> Recovery:
    from desktop_app.staff.recovery import Recovery

    return Recovery(database, accounts)


def presence(database: Database) -> Presence:
    from desktop_app.staff.presence import Presence

    return Presence(database)


def units(database: Database) -> Units:
    from desktop_app.staff.units import Units

    return Units(database)


def deputies(database: Database) -> Deputies:
    from desktop_app.staff.deputies import Deputies

    return Deputies(database)


def signatures(database: Database) -> Signatures:
    from desktop_app.staff.signatures import Signatures

    return Signatures(database)


def confirmations(database: Database) -> Confirmations:
    from desktop_app.staff.confirmations import Confirmations

    return Confirmations(database)


def petitioners(database: Database) -> Petitioners:
    from desktop_app.people.petitioners import Petitioners

    return Petitioners(database)


def experts(database: Database) -> Experts:
    from desktop_app.people.experts import Experts

    return Experts(database)
