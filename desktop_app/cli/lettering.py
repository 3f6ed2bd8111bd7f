"""The command `mosharekat letter`, which writes a letter of a petition as PDF; `--issue` issues a numbered reply."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.cli.acting import acting, opened
from desktop_app.cli.output import Output, shown, write_file
from desktop_app.cli.parser import Arguments
from desktop_app.errors import UsageError
from desktop_app.office.letter_choices import Classification, LetterChoices, PaperSize
from desktop_app.office.letter_templates import LetterKind
from desktop_app.petitions.registration.codes import read_tracking_code, spoken
from desktop_app.services import Services
from desktop_app.settings import Settings
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label
from desktop_app.wording.letters import without_logo_words


def letter(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Writes the PDF, and records it in the audit log of the petition."""
    assert arguments.output is not None
    kind = LetterKind(arguments.kind)
    if arguments.output.suffix.lower() != ".pdf":
        reason = translate("Usage", "{file} has to end in .pdf.")
        raise UsageError(reason=fill(reason, file=shown(arguments.output.name)))
    if arguments.issue and kind is not LetterKind.REPLY:
        raise UsageError(reason=translate("Usage", "Only a reply goes out under a number."))
    if _chooses(arguments) and kind is not LetterKind.REPLY:
        reason = translate("Usage", "Only a reply has enclosure, classification, paper and copies.")
        raise UsageError(reason=reason)
    address = "\n".join(part.strip() for part in arguments.addressee.split("|"))
    with opened(settings) as services:
        actor = acting(services)
        found = services.inbox.by_code(actor, read_tracking_code(arguments.petition))
        letters, choices = services.petition_letters, _choices(arguments, services)
        if arguments.issue:
            paper = letters.issue_reply(actor, found.id, address, choices)
        else:
            paper = letters.paper(actor, found.id, kind, addressee=address, choices=choices)
        letters.note_printed(actor, found.id, kind, "file")
        # A letter issued earlier is reproduced as it was.
        without_logo = services.office.logo_is_broken() and (paper.issued is None or arguments.issue)
    write_file(arguments.output, paper.pdf)
    if without_logo:
        output.note(without_logo_words())
    number = paper.issued.number if paper.issued is not None else None
    sentence = translate("CommandLine", "{paper} of {code} is in {path}.")
    if number is not None:
        sentence = translate("CommandLine", "{paper} of {code}, number {number}, is in {path}.")
    output.result(
        {
            "petition": paper.tracking_code,
            "kind": kind.value,
            "number": number,
            "file": str(arguments.output),
            **(_told(paper.choices) if kind is LetterKind.REPLY else {}),
        },
        fill(
            sentence,
            paper=label("letter_kind", kind.value),
            code=shown(digits(spoken(paper.tracking_code))),
            number=shown(digits(number or "")),
            path=shown(str(arguments.output)),
        ),
    )
    return 0


def _chooses(arguments: Arguments) -> bool:
    """Whether something is chosen for the letter."""
    named = (arguments.classification, arguments.paper, arguments.copy)
    return any(named) or arguments.enclosure is not None


def _choices(arguments: Arguments, services: Services) -> LetterChoices | None:
    """Returns what the template chooses, but for what is named; None where nothing is."""
    if not _chooses(arguments):
        return None
    usual = services.consultation_letters.usual_choices(LetterKind.REPLY)
    return replace(
        usual,
        enclosure=usual.enclosure if arguments.enclosure is None else arguments.enclosure,
        classification=Classification(arguments.classification or usual.classification),
        paper_size=PaperSize(arguments.paper or usual.paper_size),
        copies="\n".join(arguments.copy) or usual.copies,
    )


def _told(choices: LetterChoices) -> dict[str, object]:
    return {
        "classification": choices.classification.value,
        "paper": choices.paper_size.value,
        "enclosure": choices.enclosure,
        "copies": choices.copies.splitlines(),
    }
