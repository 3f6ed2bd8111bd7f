"""Programs beside the tests, run by hand: `docs/tools.md` says what each is for."""

import tests  # noqa: F401 - sets the environment in which tests run
