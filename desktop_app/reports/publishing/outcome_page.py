"""The outcome page of a package: what was decided on each comment and why, and what changed in the text.

It is made from the frozen summing-up alone: it names nobody, and personal data is masked as there. The matrix counts
the decisions of each provision; below it stand the comments, each with its decision, and the change that carries it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from desktop_app.comparison.marking import MarkKind
from desktop_app.instruments.consultation.publication import Publication
from desktop_app.instruments.vocabulary import Disposition
from desktop_app.office.settings import OfficeSettings
from desktop_app.reports.outcome.frozen import FrozenOutcome
from desktop_app.reports.publishing import words as of_package
from desktop_app.reports.publishing.pages import TEXT_PAGE, page, shown
from desktop_app.reports.summing_up import words
from desktop_app.reports.summing_up.marked import Side, marked
from desktop_app.reports.summing_up.matrix import (
    AnsweredComment,
    MaterialOutcome,
    MatrixPart,
    ProvisionOutcome,
)
from desktop_app.reports.summing_up.report import ConsultationReportCopy
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label

_TAGS: Final = {MarkKind.DELETED: "del", MarkKind.INSERTED: "ins"}
_COLUMNS: Final = tuple(one.value for one in Disposition)
_OTHERS: Final = "other-changes"


def outcome_page(publication: Publication, outcome: FrozenOutcome, settings: OfficeSettings) -> str:
    """Returns the page; the same frozen summing-up gives the same bytes."""
    report = outcome.report
    copy = ConsultationReportCopy(outcome.matrix, settings, report, report.made_at)
    title = of_package.outcome_name(publication)
    # The title stands above them.
    facts = "".join(f"<dt>{escape(k)}</dt><dd><bdi>{escape(v)}</bdi></dd>" for k, v in words.facts(copy)[1:])
    summary = "".join(f"<p>{escape(sentence)}</p>" for sentence in words.summary(copy))
    back = escape(translate("Publishing", "The text that stood before the public"))
    parts = list(zip(outcome.matrix.parts, outcome.anchors, strict=True))
    return page(
        f"{title}: {publication.title}",
        f'<a class="skip" href="#answers">{escape(words.matrix_heading())}</a>\n'
        f'<header><p class="office">{shown(settings.office_name)}</p><h1>{escape(title)}</h1>\n'
        f"<p>{shown(publication.title)}</p>\n"
        f'<p class="state">{escape(words.state_words(copy))}</p>\n<dl>{facts}</dl>\n{summary}'
        f'<p><a href="{TEXT_PAGE}">{back}</a></p></header>\n'
        f'<main id="answers">\n{_matrix(parts)}{"".join(_part(*one) for one in parts if one[0].answers)}'
        f"{_others(outcome)}</main>\n"
        f"<footer><p>{escape(words.digest(copy))} <bdi>{report.sha256[:16]}</bdi></p></footer>",
    )


def _matrix(parts: Sequence[tuple[MatrixPart, str]]) -> str:
    """Returns the table provision × decision, in numbers of comments; a campaign group counts as its members."""
    rows = [(part, anchor, _decided(part)) for part, anchor in parts if part.answers]
    if not rows:
        return ""
    used = [code for code in _COLUMNS if any(counted[code] for _, _, counted in rows)]
    name = escape(words.matrix_heading())
    heads = "".join(f'<th scope="col">{escape(label("disposition", code))}</th>' for code in used)
    body = "".join(
        f'<tr><th scope="row"><a href="#{escape(anchor)}">{shown(words.part_title(part))}</a></th>'
        + "".join(
            f'<td class="number">{digits(counted[code]) if counted[code] else "–"}</td>' for code in used
        )
        + "</tr>\n"
        for part, anchor, counted in rows
    )
    provision = escape(translate("Publishing", "Provision"))
    return (
        f'<div class="wide" role="region" aria-label="{name}" tabindex="0">\n<table><caption>{name}</caption>\n'
        f'<thead><tr><th scope="col">{provision}</th>{heads}</tr></thead>\n<tbody>\n{body}</tbody></table></div>\n'
    )


def _decided(part: MatrixPart) -> Counter[str]:
    counted: Counter[str] = Counter()
    for answer in part.answers:
        counted[answer.disposition or ""] += answer.campaign.times if answer.campaign is not None else 1
    return counted


def _part(part: MatrixPart, anchor: str) -> str:
    listed = {one.change for one in part.changes}
    answers = "".join(_answer(answer, shown_above=answer.change in listed) for answer in part.answers)
    changes = f"<h3>{escape(words.changes_here())}</h3>\n{_changes(part.changes)}" if part.changes else ""
    return (
        f'<section id="{escape(anchor)}" aria-labelledby="{escape(anchor)}-name">'
        f'<h2 id="{escape(anchor)}-name">{shown(words.part_title(part))}</h2>\n{changes}{answers}</section>\n'
    )


def _answer(answer: AnsweredComment, *, shown_above: bool) -> str:
    number = fill(translate("Publishing", "Comment {n}"), n=answer.number)
    quote = f"<blockquote>{shown(answer.quote)}</blockquote>" if answer.quote.strip() else ""
    beside = (*words.about_words(answer), *words.addition_words(answer))
    quiet = "".join(f'<p class="quiet">{shown(one)}</p>' for one in beside)
    reason = f'<p class="words">{shown(answer.reason)}</p>' if answer.reason.strip() else ""
    return (
        f'<article class="answer" id="answer-{answer.number}"><h3>{escape(number)}</h3>'
        f'<p class="quiet">{shown(words.sender_words(answer))}</p>{quote}'
        f'<p class="words">{shown(words.comment_words(answer))}</p>{quiet}\n'
        f'<p class="decision">{escape(words.disposition_name(answer.disposition))}</p>{reason}'
        f"{''.join(_carried(answer, shown_above=shown_above))}</article>\n"
    )


def _carried(answer: AnsweredComment, *, shown_above: bool) -> Iterator[str]:
    carrier = words.carrier_words(answer)
    if carrier:
        yield f"<p>{escape(carrier)}</p>"
    if shown_above:
        return
    if answer.same_as is not None:
        link = escape(words.same_words(answer.same_as))
        yield f'<p><a href="#answer-{answer.same_as}">{link}</a></p>'
    elif answer.change is not None:
        yield _change(answer.change, shown(words.change_words(answer.change)))


def _changes(changes: Sequence[MaterialOutcome]) -> str:
    """Returns changes with old and new words, each with who asked for it, or else with its reason."""
    return "".join(
        _change(one.change, shown(words.material_words(one)), _lines(words.asked_words(one)))
        for one in changes
    )


def _change(change: ProvisionOutcome, title: str, below: str = "") -> str:
    sides = "".join(
        f'<p class="words"><strong>{escape(name)}</strong> {_marked(change, side)}</p>'
        for name, side, text in ((words.was(), _OLD, change.old), (words.became(), _NEW, change.new))
        if text
    )
    return f'<div class="change"><p>{title}</p>{sides}{below}</div>\n'


def _lines(text: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines())


_OLD: Final[Side] = "old"
_NEW: Final[Side] = "new"


def _marked(change: ProvisionOutcome, side: Side) -> str:
    made = []
    for piece in marked(change, side):
        tag = _TAGS.get(piece.kind)
        made.append(f"<{tag}>{escape(piece.text)}</{tag}>" if tag else escape(piece.text))
    return "".join(made)


def _others(outcome: FrozenOutcome) -> str:
    """Returns the changes of provisions without comments, and the number of those without any weight."""
    matrix = outcome.matrix
    name, quiet = escape(words.changes_heading()), words.quiet_words(matrix)
    made = ""
    if matrix.changes:
        listed = _changes(matrix.changes)
        made = f'<section id="{_OTHERS}" aria-label="{name}"><h2>{name}</h2>\n{listed}</section>\n'
    return made + (f"<p>{escape(quiet)}</p>\n" if quiet else "")
