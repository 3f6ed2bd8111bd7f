"""Texts of the agenda: its headings, and what an instrument waits for. Does not depend on Qt."""

from __future__ import annotations

from desktop_app.instruments.consultation.agenda import AgendaRow, AgendaSection, Waits
from desktop_app.instruments.vocabulary import ENDS, InstrumentStatus
from desktop_app.persian.dates import day_and_month
from desktop_app.wording import fill, translate


def section_name(section: AgendaSection) -> str:
    """Returns the heading of a section."""
    return {
        AgendaSection.SOON: translate("Agenda", "Closes within seven days"),
        AgendaSection.OPEN: translate("Agenda", "Open to the public"),
        AgendaSection.WAITING: translate("Agenda", "Waiting for the office"),
        AgendaSection.DRAFTING: translate("Agenda", "Before publication"),
    }[section]


def waits_words(line: AgendaRow) -> str:
    """Returns whom an instrument waits for, and for what."""
    row = line.row
    if line.waits is Waits.PUBLIC:
        end = day_and_month(row.closes_on) if row.closes_on is not None else ""
        return fill(translate("Agenda", "Before the public until the end of {day}"), day=end)
    if line.waits is Waits.LETTER:
        return (
            translate("Agenda", "Waits for a manager: promulgation")
            if ENDS[row.track] is InstrumentStatus.PROMULGATED
            else translate("Agenda", "Waits for a manager: submission")
        )
    words = {
        Waits.TEXT: translate("Agenda", "Waits for the author: drafting"),
        Waits.REQUEST: translate("Agenda", "Waits for a legal reviewer: request to open"),
        Waits.APPROVAL: translate("Agenda", "Waits for a manager: approval of the opening"),
        Waits.CLOSURE: translate("Agenda", "Waits for a manager: the last day was declared closed"),
        Waits.AMENDING: translate("Agenda", "Waits for a legal reviewer: begin to amend"),
        Waits.DECISIONS: translate("Agenda", "Waits for a legal reviewer: {n} comments without a decision"),
        Waits.REVISION: translate("Agenda", "Waits for the author: the amended text"),
        Waits.SUMMING_UP: translate("Agenda", "Waits for a legal reviewer: the summing-up"),
        Waits.READINESS: translate("Agenda", "Waits for a legal reviewer: declare it ready"),
        Waits.CARRIERS: translate("Agenda", "Waits for a legal reviewer: where {n} comments are carried"),
        Waits.REASONS: translate("Agenda", "Waits for a legal reviewer: the reasons for changes"),
        Waits.OBJECTIONS: translate("Agenda", "Waits for a legal reviewer: {n} open objections"),
    }[line.waits]
    return fill(words, n=line.missing)
