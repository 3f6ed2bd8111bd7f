"""The HTML pages of a package: the text with an anchor for each provision, and a template of the feedback form.

Right to left, without external resources; with headings, landmarks and labels for screen readers; responsive, with
dark and print styles. The text is escaped, and its control characters are made visible. A page of an open window
carries its end in a form that programs read, and one script, which hides the form after that end. Without the
script the page says until when comments are taken.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from datetime import datetime, time
from hashlib import sha256
from html import escape
from itertools import groupby
from typing import Final

from desktop_app.clock import TEHRAN
from desktop_app.documents.columns import has_heading
from desktop_app.instruments.consultation.publication import Publication, PublishedProvision
from desktop_app.office.settings import OfficeSettings
from desktop_app.people.identity import Group
from desktop_app.people.model import LONGEST_NAME
from desktop_app.persian.joined_numbers import isolated_numbers
from desktop_app.persian.text import visible_controls
from desktop_app.reports.outcome.frozen import OUTCOME_PAGE
from desktop_app.reports.publishing import words
from desktop_app.reports.publishing.style import STYLE
from desktop_app.wording import digits, fill, language_in_use, translate
from desktop_app.wording.labels import label

TEXT_PAGE: Final = "index.html"
FORM_PAGE: Final = "feedback.html"
#: Hides what is for the open window, and shows what is for afterwards, once the window is over.
HIDING: Final = (
    "(function(){var m=document.querySelector('meta[name=\"closes-at\"]');"
    "if(!m||Date.now()<=Date.parse(m.content))return;"
    "document.querySelectorAll('[data-until-end]').forEach(function(e){e.hidden=true});"
    "document.querySelectorAll('[data-after-end]').forEach(function(e){e.hidden=false})})()"
)
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; form-action *"
#: Maximum lengths accepted by `intake.comment_rows`.
LONGEST: Final = {"name": LONGEST_NAME, "quote": 10_000, "text": 1_048_576}


def text_page(publication: Publication, settings: OfficeSettings, *, told: bool) -> str:
    """Returns the page with the draft; `told`: the package has the outcome page."""
    title = shown(publication.title)
    skip = escape(translate("Publishing", "To the text"))
    facts = "".join(
        f"<dt>{escape(k)}</dt><dd><bdi>{escape(v)}</bdi></dd>" for k, v in words.facts(publication)
    )
    note = "".join(f"<p>{shown(line)}</p>" for line in publication.notice.splitlines() if line.strip())
    return page(
        publication.title,
        f'<a class="skip" href="#text">{skip}</a>\n'
        f'<header><p class="office">{shown(settings.office_name)}</p><h1>{title}</h1>\n'
        f"{_state(publication)}{_outcome_link(publication, told=told)}\n"
        f"<p>{escape(words.purpose_words(publication))}</p>{note}\n<dl>{facts}</dl>\n"
        f"{_how(publication, settings)}</header>\n"
        f"{_contents(publication)}\n"
        f'<main id="text">\n{"".join(_provisions(publication))}</main>\n'
        f"<footer><p>{escape(_origin(publication))}</p></footer>",
        publication if publication.is_open else None,
    )


def form_page(publication: Publication) -> str:
    """Returns a form of an open window with the fields of a comment import; the portal sets its target."""
    yours = escape(translate("Publishing", "Your comment"))
    quote = _area("quote", translate("Publishing", "The words that you mean (may be left empty)"), 2)
    text = _area("text", translate("Publishing", "Your comment, and why"), 8, required=True)
    about = escape(translate("Publishing", "About you (may be left empty)"))
    name = _line("name", translate("Publishing", "Name"))
    secret = escape(translate("Publishing", "Names are not published."))
    send, end = escape(translate("Publishing", "Send")), closing(publication)
    return page(
        f"{form_name()}: {publication.title}",
        f"<header><h1>{escape(form_name())}</h1><p>{shown(publication.title)}</p>"
        f'<p class="state" data-until-end>{escape(words.until_words(publication))}</p>'
        f"{_over()}</header>\n<main>\n"
        f'<form method="post" action="" accept-charset="utf-8" data-until-end data-closes-at="{end}">\n'
        f'<input type="hidden" name="instrument" value="{escape(publication.code)}">\n'
        f"<fieldset><legend>{yours}</legend>\n{_provision_field(publication)}{quote}{text}</fieldset>\n"
        f"<fieldset><legend>{about}</legend>\n{name}{_group_field()}<p>{secret}</p></fieldset>\n"
        f'<button type="submit">{send}</button>\n</form>\n</main>',
        publication,
    )


def closing(publication: Publication) -> str:
    """Returns the last second of the window in ISO 8601, in Tehran."""
    return datetime.combine(publication.closes_on, time(23, 59, 59), TEHRAN).isoformat()


def form_name() -> str:
    """The title of the form."""
    return translate("Publishing", "Feedback form")


def whole_text() -> str:
    """The option for the text as a whole."""
    return translate("Publishing", "The text as a whole")


def page(title: str, body: str, until: Publication | None = None) -> str:
    """Returns a whole page; `until` is the publication whose end hides parts of it."""
    policy, end, script = _POLICY, "", ""
    if until is not None:
        digest = b64encode(sha256(HIDING.encode("ascii")).digest()).decode("ascii")
        policy = f"{_POLICY}; script-src 'sha256-{digest}'"
        end = f'<meta name="closes-at" content="{closing(until)}">\n'
        script = f"<script>{HIDING}</script>\n"
    return (
        f'<!DOCTYPE html>\n<html lang="{language_in_use().code}" dir="rtl">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n{end}'
        f"<title>{shown(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{body}\n{script}</body>\n</html>\n"
    )


def _state(publication: Publication) -> str:
    """Returns the state of the window; that of an open one is replaced after its end."""
    if not publication.is_open:
        return f'<p class="state">{escape(words.over_words())}</p>'
    return f'<p class="state" data-until-end>{escape(words.open_words())}</p>{_over()}'


def _over() -> str:
    return f'<p class="state" data-after-end hidden>{escape(words.over_words())}</p>'


def _outcome_link(publication: Publication, *, told: bool) -> str:
    if not told:
        return ""
    name = escape(words.outcome_name(publication))
    return f'\n<p><a class="form" href="{OUTCOME_PAGE}">{name}</a></p>'


def _how(publication: Publication, settings: OfficeSettings) -> str:
    """Returns how to comment, with a link to the form; nothing after the end."""
    if not publication.is_open:
        return ""
    methods = "".join(f"<li>{escape(method)}</li>" for method in words.how_to(settings))
    end = f'<time datetime="{closing(publication)}">{escape(words.until_words(publication))}</time>'
    return (
        f"<div data-until-end><p>{escape(words.how_heading())}</p><ul>{methods}</ul>\n"
        f'<p><a class="form" href="{FORM_PAGE}">{escape(form_name())}</a></p><p>{end}</p></div>'
    )


def _contents(publication: Publication) -> str:
    entries = [one for one in publication.provisions if one.label and (one.heading or "-" not in one.anchor)]
    if not entries:
        return ""
    rows = "".join(map(_contents_line, entries))
    name = escape(translate("Publishing", "Contents"))
    return f'<nav aria-label="{name}"><h2>{name}</h2><ul>{rows}</ul></nav>'


def _contents_line(one: PublishedProvision) -> str:
    kind = "division" if one.heading else "rule"
    return f'<li class="{kind}"><a href="#{escape(one.anchor)}">{shown(_title(one))}</a></li>'


def _title(provision: PublishedProvision) -> str:
    """Returns label and title of a division, or the label of a rule."""
    first = provision.text.splitlines()[0] if provision.heading and provision.text else ""
    return f"{provision.label} {first}".strip()


def _provisions(publication: Publication) -> Iterator[str]:
    for one in publication.provisions:
        anchor = escape(one.anchor)
        if one.heading:
            # Always h2: the heading levels stay consecutive, whichever kinds of divisions a text has.
            yield f'<h2 id="{anchor}">{shown(_title(one))}</h2>\n'
            rest = "\n".join(one.text.splitlines()[1:]).strip()
            yield from _text(rest)
        elif one.label:
            level = min(one.anchor.count("-"), 3)
            link = fill(translate("Publishing", "Link to {provision}"), provision=one.name)
            label = f'<a class="label" href="#{anchor}" title="{shown(link)}">{shown(one.label)}</a>'
            yield (
                f'<article id="{anchor}" class="level{level}" aria-label="{shown(one.name)}">'
                f"{''.join(_text(one.behind, label))}</article>\n"
            )
        elif one.text:
            yield from _text(one.text, anchor=anchor)


def _text(text: str, label: str = "", *, anchor: str = "") -> Iterator[str]:
    """Yields a text in paragraphs, with adjacent lines with tabs as a table. `label` is already marked up."""
    named = f' id="{anchor}"' if anchor else ""
    for number, (table, group) in enumerate(groupby(text.splitlines(), key=lambda line: "\t" in line)):
        lines, head = list(group), "" if number else label
        if number:
            named = ""
        if not table:
            words = "\n".join(lines)
            if head or words.strip():
                yield f'<p class="words"{named}>{head}{shown(words)}</p>\n'
            continue
        if head:
            yield f'<p class="words">{head}</p>\n'
        rows = [line.split("\t") for line in lines]
        heading = has_heading(rows)
        name = escape(translate("Publishing", "Table"))
        yield f'<div class="wide" role="region" tabindex="0" aria-label="{name}"><table{named}>'
        for at, row in enumerate(rows):
            tag = 'th scope="col"' if heading and not at else "td"
            yield f"<tr>{''.join(f'<{tag}>{shown(cell)}</{tag[:2]}>' for cell in row)}</tr>"
        yield "</table></div>\n"


def _provision_field(publication: Publication) -> str:
    names = dict.fromkeys(one.name for one in publication.provisions if one.name)
    options = "".join(
        f'<option value="{escape(visible_controls(name))}">{shown(digits(name))}</option>' for name in names
    )
    words_of = escape(translate("Publishing", "Which provision"))
    return (
        f'<label for="provision">{words_of}</label><select id="provision" name="provision">'
        f'<option value="">{escape(whole_text())}</option>{options}</select>\n'
    )


def _group_field() -> str:
    options = "".join(
        f'<option value="{group.value}">{escape(label("group", group.value))}</option>' for group in Group
    )
    name = escape(translate("Publishing", "Group"))
    return f'<label for="group">{name}</label><select id="group" name="group">{options}</select>\n'


def _area(name: str, caption: str, rows: int, *, required: bool = False) -> str:
    needed = " required" if required else ""
    return (
        f'<label for="{name}">{escape(caption)}</label>'
        f'<textarea id="{name}" name="{name}" rows="{rows}" maxlength="{LONGEST[name]}"{needed}></textarea>\n'
    )


def _line(name: str, caption: str) -> str:
    return (
        f'<label for="{name}">{escape(caption)}</label>'
        f'<input id="{name}" name="{name}" maxlength="{LONGEST[name]}" autocomplete="name">\n'
    )


def _origin(publication: Publication) -> str:
    return fill(
        translate("Publishing", "Digest of the published text: {digest}"), digest=publication.sha256[:16]
    )


def shown(text: str) -> str:
    """Returns words as text of a page: escaped, with control characters made visible and numbers held together."""
    return escape(isolated_numbers(visible_controls(text)))
