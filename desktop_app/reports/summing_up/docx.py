"""The summing-up as an editable document (DOCX): right to left, with real tables."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

from desktop_app.comparison.marking import MarkKind
from desktop_app.errors import CancelledError
from desktop_app.progress import Progress
from desktop_app.reports.numbers import number
from desktop_app.reports.summing_up import naming, words
from desktop_app.reports.summing_up.marked import Side, marked
from desktop_app.reports.summing_up.matrix import AnsweredComment, MaterialOutcome, ProvisionOutcome
from desktop_app.reports.summing_up.report import ConsultationReportCopy
from desktop_app.wording import translate

_FONT: Final = "Vazirmatn"
_INK: Final = "1D1F20"
_QUIET: Final = "515456"
_INSERTED: Final = "0C4631"
_DELETED: Final = "7C2308"
#: Characters that XML cannot contain: control characters and noncharacters.
_NO_XML: Final = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535), 65533)
_REPORT_EVERY: Final = 100


class _Run(NamedTuple):
    """Text with one format; a line feed starts a new line."""

    text: str
    bold: bool = False
    colour: str = ""
    kind: MarkKind = MarkKind.PLAIN


def summing_up_docx(copy: ConsultationReportCopy, progress: Progress | None = None) -> bytes:
    """Returns the document.

    Changed words are underlined or struck out, not tracked, as a report has nothing to accept. Progress counts
    comments. Raises `CancelledError`.
    """
    from docx import Document  # noqa: PLC0415 - 0.2 s that only this form needs
    from docx.enum.section import WD_ORIENT  # noqa: PLC0415

    made = Document()
    _set_up(made, copy)
    _heading(made, words.title(copy), 0)
    _paragraph(made, [_Run(words.state_words(copy), colour=_QUIET)])
    if copy.named is not None:
        # Later sections inherit the header of the first.
        _fill(made.sections[0].header.paragraphs[0], [_Run(naming.marking(), bold=True)])
        _paragraph(made, [_Run(naming.note(copy.named))])
    for what, text in words.facts(copy):
        _paragraph(made, [_Run(f"{what}: ", colour=_QUIET), _Run(text, bold=True)])
    _paragraph(made, [_Run(" ".join(words.summary(copy)))])
    _figures(made, copy)
    section = made.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    _heading(made, words.matrix_heading(), 1)
    _matrix(made, copy, progress)
    _unchanged(made, copy)
    if copy.matrix.changes:
        _heading(made, words.changes_heading(), 1)
        _changes(made, copy.matrix.changes)
    quiet = words.quiet_words(copy.matrix)
    if quiet:
        _paragraph(made, [_Run(quiet)])
    _senders(made, copy)
    if copy.frozen is not None:
        digest = f"{words.digest(copy)} {copy.frozen.sha256}"
        _paragraph(made, [_Run(digest, colour=_QUIET)])
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def _set_up(made: Any, copy: ConsultationReportCopy) -> None:
    from docx.shared import Mm, Pt, RGBColor  # noqa: PLC0415

    made.core_properties.title = words.title(copy)
    made.core_properties.author = copy.settings.office_name
    made.core_properties.created = made.core_properties.modified = copy.made_at.replace(tzinfo=None)
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    style = made.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(10.5)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(_name("w:cs"), _FONT)
    for level in (0, 1, 2, 3):
        heading = made.styles["Title" if level == 0 else f"Heading {level}"]
        fonts = heading.element.get_or_add_rPr().get_or_add_rFonts()
        # A theme font overrides a named one.
        fonts.attrib.clear()
        for script in ("w:ascii", "w:hAnsi", "w:cs"):
            fonts.set(_name(script), _FONT)
        heading.font.color.rgb = RGBColor.from_string(_INK)


def _figures(made: Any, copy: ConsultationReportCopy) -> None:
    for one in words.counts(copy) if copy.matrix.comments else ():
        _heading(made, one.heading, 1)
        rows = (([_Run(name)], [_Run(number(count))]) for name, count in one.rows)
        _table(made, (one.what, translate("Summing-up", "Comments")), rows, (12.0, 4.0))
        if one.note:
            _paragraph(made, [_Run(one.note, colour=_QUIET)])


def _matrix(made: Any, copy: ConsultationReportCopy, progress: Progress | None) -> None:
    total = copy.matrix.comments
    for part in copy.matrix.parts:
        _heading(made, words.part_title(part), 2)
        rows = []
        for answer in part.answers:
            if progress is not None and answer.number % _REPORT_EVERY == 0:
                progress.report(answer.number, total)
                if progress.cancelled():
                    raise CancelledError(done=0)
            rows.append(_row(answer))
        _table(made, words.column_names(), rows, (1.4, 8.4, 6.2, 9.0))
        if part.changes:
            _heading(made, words.changes_here(), 3)
            _changes(made, part.changes)


def _changes(made: Any, changes: Iterable[MaterialOutcome]) -> None:
    rows = (
        (
            [_Run(words.material_words(one))],
            _side(one.change, "old"),
            _side(one.change, "new"),
            [_Run(words.asked_words(one))],
        )
        for one in changes
    )
    _table(made, words.change_columns(), rows, (4.0, 8.0, 8.0, 5.0))


def _unchanged(made: Any, copy: ConsultationReportCopy) -> None:
    found = copy.matrix.left_unchanged
    if not found:
        return
    _heading(made, words.unchanged_heading(), 1)
    _table(made, words.column_names()[:3], [_row(answer)[:3] for answer in found], (1.4, 12.6, 11.0))


def _senders(made: Any, copy: ConsultationReportCopy) -> None:
    """Adds the senders of each campaign group, in the internal form only."""
    lists = list(naming.listed(copy.matrix))
    if not lists:
        return
    _heading(made, naming.senders_heading(), 1)
    for answer in lists:
        _heading(made, naming.list_title(answer), 2)
        rows = [[[_Run(text or "—")] for text in one] for one in naming.senders_of(answer)]
        _table(made, naming.sender_columns(), rows, (5.0, 2.8, 2.8, 2.4, 3.0, 9.0))


def _row(answer: AnsweredComment) -> tuple[list[_Run], ...]:
    comment = [_Run(f"{words.sender_words(answer)}\n", colour=_QUIET)]
    comment += [_Run(f"{about}\n", colour=_QUIET) for about in words.about_words(answer)]
    if answer.quote:
        comment.append(_Run(f"«{answer.quote}»\n", colour=_QUIET))
    comment.append(_Run(words.comment_words(answer)))
    comment += [_Run(f"\n{added}", colour=_QUIET) for added in words.addition_words(answer)]
    decision = [_Run(words.disposition_name(answer.disposition), bold=True)]
    carried = words.carrier_words(answer)
    decision += [_Run(f"\n{text}") for text in (answer.reason, carried) if text]
    return [_Run(number(answer.number))], comment, decision, _change(answer)


def _change(answer: AnsweredComment) -> list[_Run]:
    change = answer.change
    if change is None:
        return [_Run("—", colour=_QUIET)]
    if answer.same_as is not None:
        return [_Run(words.same_words(answer.same_as), colour=_QUIET)]
    made = [_Run(words.change_words(change), colour=_QUIET)]
    if change.old:
        made += [_Run(f"\n{words.was()} ", bold=True), *_side(change, "old")]
    if change.new:
        made += [_Run(f"\n{words.became()} ", bold=True), *_side(change, "new")]
    return made


def _side(change: ProvisionOutcome, side: Side) -> list[_Run]:
    return [_Run(piece.text, kind=piece.kind) for piece in marked(change, side)] or [_Run("—", colour=_QUIET)]


# Elements of the page. python-docx writes left to right unless each element is set to right to left.


def _heading(made: Any, text: str, level: int) -> None:
    _fill(made.add_heading(level=level), [_Run(text)])


def _paragraph(made: Any, runs: Sequence[_Run]) -> None:
    _fill(made.add_paragraph(), runs)


def _table(
    made: Any, header: Sequence[str], rows: Iterable[Sequence[Sequence[_Run]]], widths: Sequence[float]
) -> None:
    """Adds a table; `widths` in centimetres, the first column at the right."""
    from docx.shared import Cm  # noqa: PLC0415

    rows = list(rows)
    table = made.add_table(rows=len(rows) + 1, cols=len(header), style="Table Grid")
    table.autofit = False
    properties = table._tbl.tblPr
    properties.append(_element("w:bidiVisual"))
    grid = [list(row.cells) for row in table.rows]
    for place, name in enumerate(header):
        _fill(grid[0][place].paragraphs[0], [_Run(name, bold=True)])
    table.rows[0]._tr.get_or_add_trPr().append(_element("w:tblHeader"))
    for cells, row in zip(grid[1:], rows, strict=True):
        for cell, runs in zip(cells, row, strict=True):
            _fill(cell.paragraphs[0], runs)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(_element("w:cantSplit"))
    # Word reads the widths of cells, LibreOffice those of columns.
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for cells in grid:
        for cell, width in zip(cells, widths, strict=True):
            cell.width = Cm(width)


def _fill(paragraph: Any, runs: Sequence[_Run]) -> None:
    paragraph._p.get_or_add_pPr().append(_element("w:bidi"))
    for run in runs:
        if not run.text:
            continue
        made = paragraph.add_run(_sayable(run.text))
        properties = made._r.get_or_add_rPr()
        made.bold = True if run.bold else None
        if run.bold:
            properties.append(_element("w:bCs"))
        _look(made, run)
        properties.append(_element("w:rtl"))


def _look(made: Any, run: _Run) -> None:
    from docx.shared import RGBColor  # noqa: PLC0415

    colour = run.colour
    if run.kind is MarkKind.INSERTED:
        made.underline, colour = True, _INSERTED
    elif run.kind is MarkKind.DELETED:
        made.font.strike, colour = True, _DELETED
    if colour:
        made.font.color.rgb = RGBColor.from_string(colour)


def _sayable(text: str) -> str:
    return text.translate(_NO_XML).encode("utf-8", "replace").decode("utf-8")


def _element(tag: str) -> Any:
    from docx.oxml import OxmlElement  # noqa: PLC0415

    return OxmlElement(tag)


def _name(tag: str) -> Any:
    from docx.oxml.ns import qn  # noqa: PLC0415

    return qn(tag)
