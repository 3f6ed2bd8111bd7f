"""Renders a comparison as a self-contained HTML page: right to left, printable, without scripts or external
resources.

Marks never depend on colour alone. The texts are escaped, with control characters made visible. Each provision
has an anchor (`p` and its index), each change one with its number (`c`).
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby
from typing import Final

from desktop_app.comparison.digest import (
    EVERYTHING,
    ChangeDigest,
    NumberedChange,
    QuietEntries,
    Showing,
    members,
)
from desktop_app.comparison.html_style import STYLE
from desktop_app.comparison.labelling import (
    change_title,
    division_title,
    provenance_facts,
    side_names,
    spelling_name,
    stale_sentence,
    status_name,
    stretch_title,
    summary,
    weighty_name,
)
from desktop_app.comparison.marking import MarkedPiece, MarkKind, in_cells, pieces
from desktop_app.comparison.provenance import Provenance
from desktop_app.comparison.result import Comparison, Entry, ProvisionStatus, SideName, TermPlace
from desktop_app.comparison.standing import (
    term_place_title,
    term_places,
    term_sentence,
    warnings,
    what_happened,
)
from desktop_app.documents.columns import has_heading
from desktop_app.persian.text import visible_controls
from desktop_app.wording import digits, language_in_use, translate

_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"


def as_html(
    comparison: Comparison, provenance: Provenance | None = None, *, showing: Showing = EVERYTHING
) -> str:
    """Returns the page in the language in use.

    `showing` is the reader's filter. The caller lists what it hides in `provenance.hidden`.
    """
    digest = ChangeDigest(comparison, showing)
    title = _shown(provenance.title if provenance else " — ".join(side_names(comparison)))
    return (
        f'<!DOCTYPE html>\n<html lang="{language_in_use().code}" dir="rtl">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f"<header><h1><bdi>{title}</bdi></h1>\n{_facts(comparison, provenance)}"
        f'<p class="summary">{escape(summary(comparison))}</p>{_warnings(comparison)}</header>\n'
        f"{_index(digest)}{_terms(comparison)}<main><table>{_head(comparison)}\n<tbody>\n{''.join(_rows(digest))}</tbody></table></main>\n"
        "</body>\n</html>\n"
    )


def _facts(comparison: Comparison, provenance: Provenance | None) -> str:
    facts = provenance_facts(comparison, provenance)
    rows = (f"<dt>{escape(what)}</dt><dd><bdi>{escape(words)}</bdi></dd>" for what, words in facts)
    return f"<dl>{''.join(rows)}</dl>\n"


def _warnings(comparison: Comparison) -> str:
    return "".join(f'<p class="stale">⚠ {escape(said)}</p>' for said in warnings(comparison))


def _head(comparison: Comparison) -> str:
    names = (translate("Comparison", "Change"), *side_names(comparison))
    cells = "".join(f'<th scope="col"><bdi>{_shown(name)}</bdi></th>' for name in names)
    return f'<colgroup><col style="width:176px"><col><col></colgroup><thead><tr>{cells}</tr></thead>'


def _index(digest: ChangeDigest) -> str:
    """Returns the list of changes as links, weighty ones first."""
    changes = [change for change in digest.changes() if change.number is not None]
    if not changes:
        return ""
    weighty = [change for change in changes if change.weighty]
    others = [change for change in changes if not change.weighty]
    parts = (
        (translate("Comparison", "Weighty changes"), weighty),
        (translate("Comparison", "Other changes") if weighty else translate("Comparison", "Changes"), others),
    )
    lists = "".join(
        f"<h2>{escape(name)}</h2>\n<ul>{''.join(_link(digest, change) for change in found)}</ul>\n"
        for name, found in parts
        if found
    )
    return f"<nav>{lists}</nav>\n"


def _link(digest: ChangeDigest, change: NumberedChange) -> str:
    entries = members(digest.comparison, change)
    classes = (what_happened(digest, index) for index in change.entries)
    said = translate("Comparison", " · ").join(dict.fromkeys(classes))
    title = f"{digits(change.number)}. {_shown(change_title(entries))}"
    return f'<li><a href="#c{change.number}">{title}</a> — {escape(said)}</li>'


def _terms(comparison: Comparison) -> str:
    """Returns the list of findings about defined terms, with a link to each provision."""
    if not comparison.terms:
        return ""
    comma = escape(translate("Comparison", ", "))
    items = []
    for finding in comparison.terms:
        places = "".join(
            f"<br>{escape(name)}: {comma.join(_place_link(comparison, place) for place in found)}"
            for name, found in term_places(finding)
        )
        items.append(f"<li><b>{escape(term_sentence(finding))}</b>{places}</li>")
    name = escape(translate("Comparison", "Defined terms"))
    return f'<section class="terms"><h2>{name}</h2>\n<ul>{"".join(items)}</ul></section>\n'


def _place_link(comparison: Comparison, place: TermPlace) -> str:
    title, index = escape(term_place_title(place)), comparison.entry_at("new", place.new[0])
    return title if index is None else f'<a href="#p{index}">{title}</a>'


def _rows(digest: ChangeDigest) -> Iterator[str]:
    seen: set[int] = set()
    for row in digest.rows():
        if isinstance(row, QuietEntries):
            yield _same(digest, row)
            continue
        number = digest.numbers.get(row)
        first = number is not None and number not in seen
        if number is not None:
            seen.add(number)
        yield _row(digest, row, number, first=first)


def _same(digest: ChangeDigest, stretch: QuietEntries) -> str:
    """Returns one row for a run of unchanged provisions, with an anchor for each."""
    said, where = stretch_title(digest.comparison, stretch)
    anchors = "".join(f'<a id="p{index}"></a>' for index in stretch.entries)
    tail = f" ({_shown(where)})" if where else ""
    return f'<tr><td class="same" colspan="3">{anchors}{escape(said)}{tail}</td></tr>\n'


def _row(digest: ChangeDigest, index: int, number: int | None, *, first: bool) -> str:
    entry = digest.comparison.entries[index]
    weighty = digest.weighty(index)
    classes = [
        entry.status.value,
        *sorted(flag.value for flag in entry.flags),
        *(["heavy"] if weighty else []),
    ]
    anchor = f'<a id="c{number}"></a>' if first else ""
    stale = "".join(
        f'<span class="stale">⚠ {escape(stale_sentence(one))}</span>' for one in digest.stale.get(index, ())
    )
    return (
        f'<tr id="p{index}" class="{" ".join(classes)}"><th class="what" scope="row">{anchor}'
        f"{_what(digest, index)}</th>"
        f'<td class="old">{_side(digest, index, entry, "old")}</td>'
        f'<td class="new">{_side(digest, index, entry, "new")}{stale}</td></tr>\n'
    )


def _what(digest: ChangeDigest, index: int) -> str:
    entry, number = digest.comparison.entries[index], digest.numbers.get(index)
    title = _shown(change_title([entry]))
    counted = "" if number is None else f"{digits(number)}. "
    sign = f'<span class="sign">! {escape(weighty_name())}</span><br>' if digest.weighty(index) else ""
    place = entry.new or entry.old
    division = division_title(place) if place else ""
    tail = f'<br><span class="where">{_shown(division)}</span>' if division else ""
    return (
        f'<span class="label">{counted}{title}</span><br>{sign}{escape(what_happened(digest, index))}{tail}'
    )


def _side(digest: ChangeDigest, index: int, entry: Entry, side: SideName) -> str:
    if (entry.old if side == "old" else entry.new) is None:
        said = translate("Comparison", "Not in this revision")
        return f'<span class="none">— {escape(said)}</span>'
    comparison = digest.comparison
    text = comparison.old.text if side == "old" else comparison.new.text
    stale = digest.stale.get(index, ())
    found = pieces(entry, side, text, spelling=digest.showing.spelling, stale=stale)
    if not any("\t" in piece.text for piece in found):
        return "".join(map(_piece, found))
    return "".join(_with_tables(in_cells(found)))


def _with_tables(lines: list[list[list[MarkedPiece]]]) -> Iterator[str]:
    """Yields the lines of a provision, with adjacent rows as a table."""
    for table, group in groupby(lines, key=lambda line: len(line) > 1):
        if not table:
            yield "\n".join("".join(map(_piece, line[0])) for line in group)
            continue
        rows = list(group)
        heading = has_heading([["".join(piece.text for piece in cell) for cell in row] for row in rows])
        yield '<table class="cells">'
        for number, row in enumerate(rows):
            yield f"<tr>{''.join(_cell(cell, heading=heading and not number) for cell in row)}</tr>"
        yield "</table>"


def _cell(cell: list[MarkedPiece], *, heading: bool) -> str:
    words = "".join(map(_piece, cell))
    return f'<th scope="col">{words}</th>' if heading else f"<td>{words}</td>"


def _piece(piece: MarkedPiece) -> str:
    words = _shown(piece.text)
    if piece.stale:
        words = f'<span class="old-number">{words}</span>'
    weighty = " weighty" if piece.weighty else ""
    if piece.kind is MarkKind.LABEL:
        return f'<span class="label">{words}</span>'
    if piece.kind is MarkKind.NUMBER:
        return f'<span class="number">{words}</span>'
    if piece.kind is MarkKind.SPELLED:
        said = spelling_name(piece.spelling) if piece.spelling else ""
        return f'<span class="spelled{weighty}" title="{escape(said)}">{words}</span>'
    if piece.kind is MarkKind.PLAIN:
        return words
    inserted = piece.kind is MarkKind.INSERTED
    tag = "ins" if inserted else "del"
    name = status_name(ProvisionStatus.INSERTED if inserted else ProvisionStatus.DELETED)
    return f'<{tag} class="words{weighty}" title="{escape(name)}">{words}</{tag}>'


def _shown(text: str) -> str:
    return escape(visible_controls(text))
