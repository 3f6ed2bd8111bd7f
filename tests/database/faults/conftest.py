from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.database.faults.servers import Desk, Servers

#: Servers are stopped and killed with POSIX signals.
collect_ignore_glob = [] if os.name == "posix" else ["test_*.py"]


@pytest.fixture
def desk(fault_servers: Servers) -> Iterator[Desk]:
    """Yields a database for this test only, in a shared server that must not be damaged."""
    with fault_servers.desk() as made:
        yield made
