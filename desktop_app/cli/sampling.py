"""The command `mosharekat sample`, which fills an empty database with generated data for trials and benchmarks."""

from __future__ import annotations

from datetime import date

from desktop_app.cli.acting import opened
from desktop_app.cli.output import Output, shown
from desktop_app.cli.parser import Arguments
from desktop_app.errors import InvalidValueError, UsageError
from desktop_app.persian.dates import parse_date, tehran_day
from desktop_app.sample import filling
from desktop_app.settings import Settings
from desktop_app.wording import fill, translate
from desktop_app.wording.errors import error_sentence
from desktop_app.wording.labels import label


def sample(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Fills the database. Raises `RuleError` if it already contains petitions."""
    until = _day(arguments.until) if arguments.until else None
    with opened(settings, creates=True) as services:
        if until is None:
            with services.database.reading() as session:
                until = tehran_day(services.database.now(session))
        made = filling.fill(
            services,
            petitions=arguments.petitions,
            instruments=arguments.instruments,
            seed=arguments.seed,
            until=until,
        )
    sentence = fill(
        translate(
            "CommandLine",
            "{petitions} petitions, {instruments} draft documents and {comments} comments were made up; "
            "every made account has the password {password}. User names: {names}.",
        ),
        petitions=made.petitions,
        instruments=made.instruments,
        comments=made.comments,
        password=shown(filling.SAMPLE_PASSWORD),
        names=_named_accounts(),
    )
    document = {
        "petitions": made.petitions,
        "instruments": made.instruments,
        "comments": made.comments,
        "seed": arguments.seed,
        "until": until.isoformat(),
        "user_names": [user_name for user_name, _ in filling.user_names()],
    }
    output.result(document, sentence)
    return 0


def _named_accounts() -> str:
    """Returns the user names of the made accounts, each with its roles."""
    comma = translate("Window", ", ")
    return comma.join(
        f"{shown(user_name)} ({comma.join(label('role', role) for role in roles)})"
        for user_name, roles in filling.user_names()
    )


def _day(text: str) -> date:
    try:
        return parse_date(text)
    except InvalidValueError as error:
        raise UsageError(reason=error_sentence(error)) from error
