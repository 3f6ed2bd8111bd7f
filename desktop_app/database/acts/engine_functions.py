"""Expressions that each engine writes in its own SQL."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import JSON, ClauseElement, Date, LargeBinary, String
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

_DIALECTS: Final[dict[str, Any]] = {"postgresql": postgresql.dialect, "sqlite": sqlite.dialect}


def literal_sql(clause: ClauseElement, engine: str = "postgresql") -> str:
    """Returns a clause in the SQL of an engine, with its values in it, for functions and triggers."""
    return str(clause.compile(dialect=_DIALECTS[engine](), compile_kwargs={"literal_binds": True}))


def engine_function(of_type: Any, *, postgresql: str, sqlite: str) -> type[FunctionElement[Any]]:
    """Returns a function of SQL with a text for each engine, in which {0}, {1} … stand for its arguments."""

    class EngineFunction(FunctionElement[Any]):
        type = of_type
        inherit_cache = True

    def writing(template: str) -> Any:
        def write(element: FunctionElement[Any], compiler: Any, **how: Any) -> str:
            return template.format(*(compiler.process(clause, **how) for clause in element.clauses))

        return write

    compiles(EngineFunction, "postgresql")(writing(postgresql))
    compiles(EngineFunction, "sqlite")(writing(sqlite))
    return EngineFunction


#: The SHA-256 of a text, and of bytes, as hexadecimal digits.
digest_of_text: Final = engine_function(
    String(64), postgresql="encode(sha256(convert_to({0}, 'UTF8')), 'hex')", sqlite="mosharekat_sha256({0})"
)
digest_of_bytes: Final = engine_function(
    String(64), postgresql="encode(sha256({0}), 'hex')", sqlite="mosharekat_sha256({0})"
)
#: Bytes that the caller gives as base64.
from_base64: Final = engine_function(
    LargeBinary(), postgresql="decode({0}, 'base64')", sqlite="mosharekat_from_base64({0})"
)
#: A text that is JSON, as a value of a JSON column.
parsed: Final = engine_function(JSON(), postgresql="({0})::json", sqlite="{0}")
#: The day that is a number of days after a day.
days_later: Final = engine_function(Date(), postgresql="({0} + {1})", sqlite="date({0}, ({1}) || ' days')")
