"""What the desk refuses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop_app.errors import RuleError


def refused(act: Callable[[], object]) -> str:
    """The rule that refuses `act`."""
    with pytest.raises(RuleError) as caught:
        act()
    return str(caught.value.parameters["rule"])
