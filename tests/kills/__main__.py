"""`python -m tests.kills [--rounds 20] [--engine sqlite] [--only import …]`: prints what the kills did."""

from __future__ import annotations

import argparse
import random
import sys

from tests.engines import PostgresqlServer, SqliteFiles
from tests.folders import folder_in_memory
from tests.kills.harness import Outcome, kill_many
from tests.kills.kinds import KINDS


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--engine", choices=("sqlite", "postgresql"))
    parser.add_argument("--only", nargs="+", default=[kind.name for kind in KINDS])
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    arguments = parser.parse_args()
    print(f"seed {arguments.seed}", flush=True)
    chance, ok = random.Random(arguments.seed), True
    with folder_in_memory("kills") as folder:
        for engine in ("sqlite", "postgresql"):
            if arguments.engine not in (None, engine):
                continue
            server = SqliteFiles(folder) if engine == "sqlite" else PostgresqlServer()
            for kind in KINDS:
                if kind.name in arguments.only and engine in kind.engines:
                    found = kill_many(kind, server, arguments.rounds, chance=chance)
                    print(_line(found), flush=True)
                    ok = ok and found.ok
            if isinstance(server, PostgresqlServer):
                server.stop()
    return 0 if ok else 1


def _line(found: Outcome) -> str:
    words = (
        f"{found.kind:28} {found.engine:10} {found.seconds:5.2f} s {found.kills:3} kills"
        f" {found.lost:3} lost {found.twice:3} twice {found.found:4} found {len(found.left):3} left"
    )
    return "\n".join([words, *(f"    {line}" for line in [*found.left, *found.failed])])


if __name__ == "__main__":
    sys.exit(main())
