"""Translates the error messages of argparse, which are in English only.

The known messages are recognised by patterns; any other is returned unchanged.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from desktop_app.cli.output import shown
from desktop_app.wording import fill, translate

_MESSAGES: Final[tuple[tuple[re.Pattern[str], Callable[[], str]], ...]] = (
    (
        re.compile(r"the following arguments are required: (?P<what>.*)"),
        lambda: translate("Usage", "{what} is missing."),
    ),
    (
        re.compile(r"unrecognized arguments: (?P<what>.*)"),
        lambda: translate("Usage", "{what} is not known."),
    ),
    (
        re.compile(
            r"argument (?P<what>\S+): invalid choice: '?(?P<value>.*?)'?"
            r" \((?:choose from|maybe) (?P<choices>.*)\)"
        ),
        lambda: translate("Usage", "{what} cannot be {value}, only {choices}."),
    ),
    (
        re.compile(r"argument (?P<what>\S+): expected .*"),
        lambda: translate("Usage", "{what} needs a value behind it."),
    ),
    (
        re.compile(r"argument (?P<what>\S+): invalid .* value: '?(?P<value>.*?)'?"),
        lambda: translate("Usage", "{value} does not fit {what}."),
    ),
    (
        re.compile(r"argument (?P<what>\S+): ignored explicit argument '?(?P<value>.*?)'?"),
        lambda: translate("Usage", "{what} takes no value."),
    ),
)


def usage_reason(message: str) -> str:
    """Returns a message of argparse in the language in use."""
    for pattern, template in _MESSAGES:
        found = pattern.fullmatch(message)
        if found:
            values = {name: shown(value.replace("'", "")) for name, value in found.groupdict().items()}
            return fill(template(), **values)
    return message
