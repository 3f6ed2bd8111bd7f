"""The steps of a connection test and their results, without any library of a database."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class ConnectionStep(StrEnum):
    """The steps, in their order."""

    NAME = "name"
    PORT = "port"
    TLS = "tls"
    LOGIN = "login"
    VERSION = "version"
    CONNECTIONS = "connections"
    RIGHTS = "rights"
    SCHEMA = "schema"


class ConnectionStepOutcome(StrEnum):
    """The outcome of a step; a warning does not end the test."""

    OK = "ok"
    WARNING = "warning"
    FAILED = "failed"


class Rights(StrEnum):
    """What the login is needed for: to create the schema, to work in it, or either."""

    OWNER = "owner"
    STAFF = "staff"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class StepResult:
    """The result of one step.

    `code` is a key of `wording.connecting`, empty if all is well; `parameters` fill its sentence. `host` is empty
    for steps that concern the database as a whole. `seconds` is how long the step took, and no part of what it found.
    """

    step: ConnectionStep
    outcome: ConnectionStepOutcome
    code: str = ""
    host: str = ""
    parameters: dict[str, object] = field(default_factory=dict)
    seconds: float = field(default=0.0, compare=False)
