"""`python -m desktop_app` is the command `mosharekat`; with `SWITCH` it is the process that reads foreign files."""

from __future__ import annotations

import sys

from desktop_app.foreign import SWITCH


def main() -> int:
    """Runs the command of the arguments and returns the exit status."""
    if sys.argv[1:] == [SWITCH]:
        from desktop_app.foreign_jobs import serve_all  # noqa: PLC0415 - neither Qt nor SQLAlchemy

        return serve_all()
    from desktop_app.cli import main as run  # noqa: PLC0415

    return run()


if __name__ == "__main__":
    sys.exit(main())
