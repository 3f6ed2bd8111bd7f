"""Expressions that each engine writes in its own SQL."""

from __future__ import annotations

from typing import Any

from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement


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
