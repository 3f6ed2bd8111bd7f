"""The monthly report as text for a terminal: wording and tables of the printed report, with tables for its charts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import TypeAlias

from desktop_app.persian.digits import LRI, PDI, RLM, isolated
from desktop_app.persian.text import shown_name, visible_controls
from desktop_app.reports.attention import attention
from desktop_app.reports.facts import Fact, facts
from desktop_app.reports.heading import period_and_scope
from desktop_app.reports.monthly_pdf import (
    colophon,
    edition_words,
    letterhead_facts,
    marking,
    report_title,
)
from desktop_app.reports.monthly_tables import sections
from desktop_app.reports.numbers import number
from desktop_app.reports.section import ReportSection
from desktop_app.reports.service import MonthlyReport
from desktop_app.reports.summary import summary
from desktop_app.wording import fill, language_in_use, translate

#: Aligns rows with the same number of cells in columns.
Aligned: TypeAlias = Callable[[Sequence[Sequence[str]]], str]


def as_text(report: MonthlyReport, aligned: Aligned) -> str:
    """Returns the report in the current language."""
    blocks = ["\n".join(_head(report)), *map("\n".join, _first_page(report)), *summary(report)]
    blocks += [_block(section, aligned) for section in sections(report)]
    return "\n\n".join([*blocks, *colophon(report)])


def _head(report: MonthlyReport) -> Iterator[str]:
    yield from filter(None, (report.settings.ministry, report.settings.office_name))
    yield report_title(report.figures.period.kind)
    yield visible_controls(period_and_scope(report))
    if report.issue is not None and report.issue.edition > 1:
        yield visible_controls(edition_words(report.issue))
    yield from filter(None, [marking(report)])
    for name, value in letterhead_facts(report):
        yield f"{name}: {value}"


def _first_page(report: MonthlyReport) -> Iterator[list[str]]:
    """Yields the main figures with their changes, what needs attention, and the analysis of the manager."""
    if report.highlights is None:
        return
    yield [_fact(one) for one in facts(report.figures, report.highlights)]
    sentences = attention(report)
    if len(sentences) > 1:
        sentences = [f"{number(place)}. {words}" for place, words in enumerate(sentences, 1)]
    yield [_titled(translate("Monthly report", "What needs attention")), *map(visible_controls, sentences)]
    if report.analysis:
        lines = map(visible_controls, report.analysis.splitlines())
        yield [_titled(translate("Monthly report", "Analysis of the manager")), *lines]


def _titled(words: str) -> str:
    return f"■ {words}"


def _fact(fact: Fact) -> str:
    value = f"{fact.value} {fact.unit}".strip()
    notes = translate("Window", ", ").join(note.text for note in fact.notes)
    words = translate("Monthly report", "{name}: {value} ({notes})") if notes else "{name}: {value}"
    return fill(words, name=fact.name, value=value, notes=notes)


def _block(section: ReportSection, aligned: Aligned) -> str:
    """Returns the section with its title."""
    title = _titled(section.title)
    if section.nothing:
        return f"{title}\n{section.nothing}"
    totals = () if section.totals is None else (section.totals,)
    rows = [section.titles, *map(section.words, chain(section.rows, totals))]
    return "\n".join(filter(None, (title, section.sentence, aligned([_line(row) for row in rows]))))


def _line(row: Sequence[str]) -> list[str]:
    """Returns the cells of a row; a direction mark keeps numeric rows in the direction of the language."""
    first, *others = map(_cell, row)
    return [f"{RLM}{first}" if language_in_use().right_to_left else first, *others]


def _cell(words: str) -> str:
    """Isolates words of the opposite direction, which would otherwise swap places with neighbouring cells."""
    plain = " ".join(words.split())
    if plain.startswith(LRI) and plain.endswith(PDI):
        # A code, which is isolated already.
        return isolated(visible_controls(plain[1:-1]))
    if language_in_use().right_to_left:
        turns = any(character.isascii() and character.isalpha() for character in plain)
    else:
        turns = not plain.isascii()
    return shown_name(plain) if turns else visible_controls(plain)
