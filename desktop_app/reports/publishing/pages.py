"""The HTML pages of a package: the text with an anchor for each provision, and a template of the feedback form.

Right to left, without scripts or external resources; with headings, landmarks and labels for screen readers;
responsive, with dark and print styles. The text is escaped, and its control characters are made visible.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

from desktop_app.instruments.consultation.publication import Publication, PublishedProvision
from desktop_app.office.settings import OfficeSettings
from desktop_app.people.identity import Group
from desktop_app.people.model import LONGEST_NAME
from desktop_app.persian.text import visible_controls
from desktop_app.reports.publishing import words
from desktop_app.reports.publishing.style import STYLE
from desktop_app.wording import digits, fill, language_in_use, translate
from desktop_app.wording.labels import label

TEXT_PAGE: Final = "index.html"
FORM_PAGE: Final = "feedback.html"
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; form-action *"
#: Maximum lengths accepted by `intake.comment_rows`.
LONGEST: Final = {"name": LONGEST_NAME, "quote": 10_000, "text": 1_048_576}


def text_page(publication: Publication, settings: OfficeSettings) -> str:
    """Returns the page with the draft."""
    title = _shown(publication.title)
    skip = escape(translate("Publishing", "To the text"))
    facts = "".join(
        f"<dt>{escape(k)}</dt><dd><bdi>{escape(v)}</bdi></dd>" for k, v in words.facts(publication)
    )
    note = "".join(f"<p>{_shown(line)}</p>" for line in publication.notice.splitlines() if line.strip())
    how = escape(words.how_heading())
    methods = "".join(f"<li>{escape(method)}</li>" for method in words.how_to(settings))
    return _page(
        publication.title,
        f'<a class="skip" href="#text">{skip}</a>\n'
        f'<header><p class="office">{_shown(settings.office_name)}</p><h1>{title}</h1>\n'
        f'<p class="state">{escape(words.state_words(publication))}</p>\n'
        f"<p>{escape(words.purpose_words(publication))}</p>{note}\n<dl>{facts}</dl>\n"
        f"<p>{how}</p><ul>{methods}</ul>\n"
        f'<p><a class="form" href="{FORM_PAGE}">{escape(form_name())}</a></p></header>\n'
        f"{_contents(publication)}\n"
        f'<main id="text">\n{"".join(_provisions(publication))}</main>\n'
        f"<footer><p>{escape(_origin(publication))}</p></footer>",
    )


def form_page(publication: Publication) -> str:
    """Returns a form with the fields of a comment import; the portal sets its target (`action`)."""
    yours = escape(translate("Publishing", "Your comment"))
    quote = _area("quote", translate("Publishing", "The words that you mean (may be left empty)"), 2)
    text = _area("text", translate("Publishing", "Your comment, and why"), 8, required=True)
    about = escape(translate("Publishing", "About you (may be left empty)"))
    name = _line("name", translate("Publishing", "Name"))
    secret = escape(translate("Publishing", "Names are not published."))
    send = escape(translate("Publishing", "Send"))
    return _page(
        f"{form_name()}: {publication.title}",
        f"<header><h1>{escape(form_name())}</h1><p>{_shown(publication.title)}</p>"
        f'<p class="state">{escape(words.until_words(publication))}</p></header>\n<main>\n'
        '<form method="post" action="" accept-charset="utf-8">\n'
        f'<input type="hidden" name="instrument" value="{escape(publication.code)}">\n'
        f"<fieldset><legend>{yours}</legend>\n{_provision_field(publication)}{quote}{text}</fieldset>\n"
        f"<fieldset><legend>{about}</legend>\n{name}{_group_field()}<p>{secret}</p></fieldset>\n"
        f'<button type="submit">{send}</button>\n</form>\n</main>',
    )


def form_name() -> str:
    """The title of the form."""
    return translate("Publishing", "Feedback form")


def whole_text() -> str:
    """The option for the text as a whole."""
    return translate("Publishing", "The text as a whole")


def _page(title: str, body: str) -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="{language_in_use().code}" dir="rtl">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f"<title>{_shown(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
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
    return f'<li class="{kind}"><a href="#{escape(one.anchor)}">{_shown(_title(one))}</a></li>'


def _title(provision: PublishedProvision) -> str:
    """Returns label and title of a division, or the label of a rule."""
    first = provision.text.splitlines()[0] if provision.heading and provision.text else ""
    return f"{provision.label} {first}".strip()


def _provisions(publication: Publication) -> Iterator[str]:
    for one in publication.provisions:
        anchor = escape(one.anchor)
        if one.heading:
            # Always h2: the heading levels stay consecutive, whichever kinds of divisions a text has.
            yield f'<h2 id="{anchor}">{_shown(_title(one))}</h2>\n'
            rest = "\n".join(one.text.splitlines()[1:]).strip()
            yield f'<p class="words">{_shown(rest)}</p>\n' if rest else ""
        elif one.label:
            level = min(one.anchor.count("-"), 3)
            link = fill(translate("Publishing", "Link to {provision}"), provision=one.name)
            yield (
                f'<article id="{anchor}" class="level{level}" aria-label="{_shown(one.name)}">'
                f'<p class="words"><a class="label" href="#{anchor}" title="{_shown(link)}">{_shown(one.label)}</a>'
                f"{_shown(one.behind)}</p></article>\n"
            )
        elif one.text:
            yield f'<p class="words" id="{anchor}">{_shown(one.text)}</p>\n'


def _provision_field(publication: Publication) -> str:
    names = dict.fromkeys(one.name for one in publication.provisions if one.name)
    options = "".join(f'<option value="{_shown(name)}">{_shown(digits(name))}</option>' for name in names)
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


def _shown(text: str) -> str:
    return escape(visible_controls(text))
