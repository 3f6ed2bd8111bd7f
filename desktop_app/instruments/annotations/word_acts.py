"""The acts that take comments of a file of Word in: as threads, and as answers in threads."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from sqlalchemy import ColumnElement, String, func, or_, select
from sqlalchemy.orm import aliased

from desktop_app.database.acts.expressions import bare, given
from desktop_app.database.acts.model import Act, ActScope, Expression, Step, declare
from desktop_app.database.base import UtcMoment
from desktop_app.database.declarations import named_table
from desktop_app.instruments.annotations.acts import ANNOTATED, REPLIED
from desktop_app.instruments.model import ThreadMessage

_MESSAGES: Final = named_table("thread_message")
#: In code points; as long as the name of an account may be.
LONGEST_NAME: Final = 120
_ASKED: Final = {"word_author": String(LONGEST_NAME), "word_at": UtcMoment(), "word_key": String(64)}
_GIVEN: Final[dict[str, Expression]] = {name: given(name) for name in _ASKED}


def _no_name(scope: ActScope) -> ColumnElement[bool]:
    """Whether the file names nobody, or gives no identity."""
    name = bare(scope.given("word_author"))
    return or_(name == "", func.length(name) > LONGEST_NAME, func.length(bare(scope.given("word_key"))) != 64)


def _is_known(scope: ActScope) -> ColumnElement[bool]:
    message = aliased(ThreadMessage)
    found = select(message.id).where(message.word_key == scope.given("word_key"))
    return found.correlate_except(message).exists()


def _from_word(act: Act, name: str) -> Act:
    """Returns the act with a message that has its author, time and identity from a file."""
    steps = tuple(_signed(step) if step.table is _MESSAGES else step for step in act.steps)
    refusals = (*act.refusals, ("word_author_missing", _no_name), ("already_there", _is_known))
    asks: dict[str, Any] = {**act.asks, **_ASKED}
    extra = {**act.extra, "word_author": given("word_author")}
    return replace(act, name=name, steps=steps, refusals=refusals, asks=asks, extra=extra)


def _signed(step: Step) -> Step:
    return replace(step, sets={**step.sets, **_GIVEN})


ANNOTATED_FROM_WORD: Final = _from_word(ANNOTATED, "annotated_from_word")
REPLIED_FROM_WORD: Final = _from_word(REPLIED, "replied_from_word")

declare(ANNOTATED_FROM_WORD, REPLIED_FROM_WORD)
