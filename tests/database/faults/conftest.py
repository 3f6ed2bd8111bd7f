from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.database.faults.servers import Desk, Servers

#: The signals that stop and kill a server are those of POSIX.
collect_ignore_glob = [] if os.name == "posix" else ["test_*.py"]


@pytest.fixture
def desk(fault_servers: Servers) -> Iterator[Desk]:
    """A database of this test alone, in a server that must come to no harm."""
    with fault_servers.desk() as made:
        yield made
