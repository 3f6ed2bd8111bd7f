"""Makes the services of the intake."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.database.engine import Database
    from desktop_app.intake.conversion import Conversion
    from desktop_app.intake.sources.rounds import Rounds
    from desktop_app.intake.sources.service import Sources
    from desktop_app.intake.staging.service import Staging
    from desktop_app.intake.staging.settling import AnswerDesk
    from desktop_app.intake.staging.tracing import Tracing
    from desktop_app.petitions.outbox.service import Outbox


def answer_desk(database: Database) -> AnswerDesk:
    from desktop_app.intake.staging.settling import AnswerDesk

    return AnswerDesk(database)


def staging(database: Database) -> Staging:
    from desktop_app.intake.staging.service import Staging

    return Staging(database)


def tracing(database: Database) -> Tracing:
    from desktop_app.intake.staging.tracing import Tracing

    return Tracing(database)


def conversion(database: Database) -> Conversion:
    from desktop_app.intake.conversion import Conversion

    return Conversion(database)


def sources(database: Database) -> Sources:
    from desktop_app.intake.sources.service import Sources

    return Sources(database)


def rounds(database: Database, staging: Staging, sources: Sources, outbox: Outbox) -> Rounds:
    from desktop_app.intake.sources.rounds import Rounds

    return Rounds(database, staging, sources, outbox)
