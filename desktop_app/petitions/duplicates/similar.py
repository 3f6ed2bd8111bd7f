"""Compares a petition's text with others: most similar first, counted by persons."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from desktop_app.likeness.measures import Resemblance
from desktop_app.likeness.one_text import MOST_READ, OneText
from desktop_app.likeness.pairing import MOST
from desktop_app.likeness.spans import shared_spans
from desktop_app.petitions.duplicates.likes import Alike, Likes, MergedInto
from desktop_app.petitions.duplicates.pairs import PairKind
from desktop_app.petitions.model import Petition, PetitionText
from desktop_app.petitions.registration.register import first_words
from desktop_app.petitions.vocabulary import Status
from desktop_app.staff.model import Unit

#: So many are listed one by one; the counts cover all.
SHOWN: Final = 20
#: The minimum similarity to be listed; lower for texts of one sender.
_WORTH: Final = 0.5
_WORTH_OF_SENDER: Final = 0.35
#: A text being typed is listed from this share of it that occurs in the other text.
_TYPED_WITHIN: Final = 0.7


class Held:
    """A text that others are compared with.

    It reads columns instead of mapped petitions, because this runs for each petition displayed in a list.
    `pointed_out` are the stored near-duplicates of a registered petition.
    """

    def __init__(
        self,
        session: Session,
        text: str,
        asked: OneText,
        sender: int | None,
        *,
        typed: bool = False,
        pairs: dict[int, PairKind] | None = None,
        pointed_out: frozenset[int] | None = None,
    ) -> None:
        self._session, self._text, self._asked = session, text, asked
        self._sender, self._typed, self._pairs = sender, typed, pairs or {}
        self._pointed_out = pointed_out

    def against(self, numbers: Iterable[int]) -> list[tuple[Alike, object]]:
        """Returns those that are similar enough, with their senders: most similar first, then newest. Those that
        are listed one by one have their shared spans.
        """
        wanted = list(dict.fromkeys(numbers))
        if not wanted:
            return []
        rows = self._session.execute(
            select(
                Petition.id,
                Petition.version,
                Petition.tracking_code,
                Petition.kind,
                Petition.subject,
                Petition.status,
                func.coalesce(Unit.name, "").label("unit_name"),
                Petition.petitioner_id,
                Petition.petitioner_name,
                Petition.received_at,
                # Of a very long text only the beginning is compared.
                func.substr(PetitionText.body, 1, MOST_READ).label("body"),
            )
            .join(PetitionText, PetitionText.petition_id == Petition.id)
            .outerjoin(Unit, Unit.id == Petition.unit_id)
            .where(Petition.id.in_(wanted))
        )
        found = []
        for row in rows:
            like = self._asked.against(OneText(row.body))
            if self._worth(row, like):
                found.append((self._alike(row, like), person_of(row)))
        found.sort(key=lambda one: (one[0].pair is None, -one[0].share, -one[0].id))
        named = [(self._marked(alike), person) for alike, person in found[:SHOWN]]
        return named + found[SHOWN:]

    def _worth(self, row: Row[*tuple[Any, ...]], like: Resemblance) -> bool:
        decision = self._pairs.get(row.id)
        if decision is not None:
            return decision is PairKind.LINKED
        same = self._same_sender(row)
        return self._near(row.id, like) or like.share >= (_WORTH_OF_SENDER if same else _WORTH)

    def _near(self, number: int, like: Resemblance) -> bool:
        stored = self._pointed_out
        if stored is not None and (number in stored or len(stored) < MOST):
            # As the row of the list counts; from so many on, it does not know all.
            return number in stored
        return like.near_equal or (self._partly(like) and like.within >= _TYPED_WITHIN)

    def _partly(self, like: Resemblance) -> bool:
        """Whether the text typed so far may be the beginning of the other text."""
        return self._typed and like.shorter == len(self._asked.found)

    def _same_sender(self, row: Row[*tuple[Any, ...]]) -> bool:
        return self._sender is not None and row.petitioner_id == self._sender

    def _marked(self, alike: Alike) -> Alike:
        return replace(alike, spans=shared_spans(alike.excerpt, self._text))

    def _alike(self, row: Row[*tuple[Any, ...]], like: Resemblance) -> Alike:
        return Alike(
            id=row.id,
            version=row.version,
            tracking_code=row.tracking_code,
            kind=row.kind,
            subject=row.subject,
            excerpt=first_words(row.body),
            spans=(),
            status=Status(row.status),
            unit_name=row.unit_name,
            petitioner_name=row.petitioner_name,
            received_at=row.received_at,
            share=max(like.share, like.within) if self._partly(like) else like.share,
            near_equal=self._near(row.id, like),
            same_sender=self._same_sender(row),
            pair=self._pairs.get(row.id),
        )


def counted(
    found: list[tuple[Alike, object]],
    *,
    more: bool,
    himself: object = None,
    into: MergedInto | None = None,
    merged: tuple[MergedInto, ...] = (),
) -> Likes:
    """Returns the result with its counts; `himself` is the sender of the compared petition."""
    near = [person for alike, person in found if alike.near_equal]
    persons = set(near) | ({himself} if himself is not None else set())
    rows = tuple(alike for alike, _ in found[:SHOWN])
    return Likes(
        rows=rows,
        near_equal=len(near) + (himself is not None and bool(near)),
        persons=len(persons) if near else 0,
        of_sender=sum(alike.same_sender for alike in rows),
        # If not even all compared ones are near-duplicates, there are none beyond them.
        more=more and len(near) >= len(found) * 0.9,
        into=into,
        merged=merged,
    )


def person_of(petition: Petition | Row[*tuple[Any, ...]]) -> object:
    """Returns the sender's identity: the petitioner; else the name; else a unique value."""
    return petition.petitioner_id or petition.petitioner_name or ("nobody", petition.id)
