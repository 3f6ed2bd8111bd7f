"""The command `mosharekat letter`, which writes a letter of a petition as PDF; `--issue` issues a numbered reply."""

from __future__ import annotations

from desktop_app.cli.acting import acting, opened
from desktop_app.cli.output import Output, shown, write_file
from desktop_app.cli.parser import Arguments
from desktop_app.errors import UsageError
from desktop_app.office.letter_templates import LetterKind
from desktop_app.petitions.registration.codes import read_tracking_code, spoken
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
    address = "\n".join(part.strip() for part in arguments.addressee.split("|"))
    with opened(settings) as services:
        actor = acting(services)
        found = services.inbox.by_code(actor, read_tracking_code(arguments.petition))
        letters = services.petition_letters
        if arguments.issue:
            paper = letters.issue_reply(actor, found.id, address)
        else:
            paper = letters.paper(actor, found.id, kind, addressee=address)
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
