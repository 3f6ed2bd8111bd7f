"""The act that sends an interim reply (پاسخ میانی): the petitioner is answered, and the petition stays open.

Its deadline runs on, so an interim reply needs no approval and closes nothing.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import and_, not_

from desktop_app.database.acts.expressions import empty_words
from desktop_app.petitions.acts.beside import beside
from desktop_app.petitions.acts.predicates import TOLD, conflict, is_notice, not_from, works
from desktop_app.petitions.acts.steps import TOUCHED, has_draft, messages_step, reply_steps
from desktop_app.petitions.moves import INTERIM_FROM
from desktop_app.petitions.vocabulary import INTERIM_SENT

INTERIM_REPLY: Final = beside(
    INTERIM_SENT,
    works,
    ("conflict", conflict),
    ("not_from_this_state", not_from(INTERIM_FROM)),
    ("notice_gets_no_reply", is_notice),
    ("masked_registration", lambda scope: scope.item.c.masked_at.is_not(None)),
    ("text_missing", lambda scope: and_(empty_words(scope), not_(has_draft(scope)))),
    steps=(TOUCHED, *reply_steps(sends=True, interim=True), messages_step()),
    told=TOLD,
)
