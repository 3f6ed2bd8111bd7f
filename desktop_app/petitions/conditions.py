"""Conditions over facts of a petition and the acting person, for the table of moves (`petitions.moves`).

A condition is written once. Screens evaluate it in Python over what they have read, acts in SQL.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Final


@dataclass(frozen=True, slots=True)
class Logic:
    """The operators of a language; `any_of` and `all_of` take values one by one."""

    any_of: Callable[[Iterable[Any]], Any]
    all_of: Callable[[Iterable[Any]], Any]
    negate: Callable[[Any], Any]


PYTHON: Final = Logic(any, all, lambda value: not value)


class PetitionFact(Enum):
    """What is true of a petition and the acting person."""

    #: The person is a clerk, or a manager, of the petition's unit; of any unit if it has none.
    CLERK = auto()
    MANAGER = auto()
    ASSIGNEE = auto()
    DEPUTY_OF_ASSIGNEE = auto()
    ARCHIVED = auto()
    #: The person is or was the assignee of a complaint, or acts here only as a deputy of one.
    INVOLVED_IN_COMPLAINT = auto()
    #: Of a complaint: somebody of the unit was never its assignee; the unit has a manager.
    OTHERS_LEFT = auto()
    MANAGER_LEFT = auto()
    #: Replies of the unit need the manager's approval.
    NEEDS_APPROVAL = auto()
    #: Another unit was asked for an action and has not answered.
    OUT_FOR_ACTION = auto()
    #: Its identity is incomplete: it gets no reply.
    NOTICE = auto()
    #: A required point of its checklist is not ticked.
    POINT_MISSING = auto()


class Condition(ABC):
    """A fact, or a combination of conditions by `|`, `&` and `~`."""

    @abstractmethod
    def value(self, of: Callable[[PetitionFact], Any], logic: Logic) -> Any:
        """Returns the value of the condition, given the values of facts."""

    def __or__(self, other: Condition) -> Condition:
        return _Joined((self, other), every=False)

    def __and__(self, other: Condition) -> Condition:
        return _Joined((self, other), every=True)

    def __invert__(self) -> Condition:
        return _Negated(self)


@dataclass(frozen=True, slots=True)
class Is(Condition):
    """The condition that a fact is true."""

    fact: PetitionFact

    def value(self, of: Callable[[PetitionFact], Any], logic: Logic) -> Any:
        return of(self.fact)


@dataclass(frozen=True, slots=True)
class _Joined(Condition):
    parts: tuple[Condition, ...]
    every: bool

    def value(self, of: Callable[[PetitionFact], Any], logic: Logic) -> Any:
        join = logic.all_of if self.every else logic.any_of
        return join(part.value(of, logic) for part in self.parts)


@dataclass(frozen=True, slots=True)
class _Negated(Condition):
    part: Condition

    def value(self, of: Callable[[PetitionFact], Any], logic: Logic) -> Any:
        return logic.negate(self.part.value(of, logic))
