from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.database.faults.servers import Desk, Server, Servers, servers
from tests.engines import _in_memory

#: The signals that stop and kill a server are those of POSIX.
collect_ignore_glob = [] if os.name == "posix" else ["test_*.py"]


@pytest.fixture(scope="session")
def fault_servers() -> Iterator[Servers]:
    # A full disk is one of small files here, and no power fails: memory is as good as a disk.
    with servers(_in_memory()) as made:
        yield made


@pytest.fixture
def server(fault_servers: Servers) -> Iterator[Server]:
    """A server of this test alone, with our schema in the database `desk`."""
    made = fault_servers.new()
    yield made
    made.go_on()
    made.kill()


@pytest.fixture
def desk(fault_servers: Servers) -> Iterator[Desk]:
    """A database of this test alone, in a server that must come to no harm."""
    with fault_servers.desk() as made:
        yield made
