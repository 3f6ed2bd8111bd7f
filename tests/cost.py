"""A plugin of pytest for `dev.py test`: prints the processor seconds of the tests by folder, and the dearest modules.

Each worker measures its own process and the programs that it waits for. PostgreSQL's processes belong to nobody: the
main process looks for the servers of the tests once a second.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

#: What the whole of it may cost, in processor seconds with the server's: six minutes on two cores.
BUDGET: Final = 720
_DEAREST: Final = 20
_TICKS: Final = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100
#: Of `/proc/PID/stat` behind the name: the parent; user and system time, own and that of ended children.
_PARENT, _TIMES = 1, slice(11, 15)


def pytest_configure(config: pytest.Config) -> None:
    if hasattr(config, "workerinput"):
        config.pluginmanager.register(_Worker(config))
    else:
        config.pluginmanager.register(_Controller())


def _spent() -> float:
    """Processor seconds of this process and its ended children."""
    return sum(os.times()[:4])


class _Worker:
    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._seconds: dict[str, float] = defaultdict(float)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        began = _spent()
        try:
            return (yield)
        finally:
            self._seconds[item.nodeid.partition("::")[0]] += _spent() - began

    def pytest_sessionfinish(self) -> None:
        output: dict[str, Any] = self._config.workeroutput  # type: ignore[attr-defined]  # xdist's
        output["seconds"] = dict(self._seconds)
        output["all_seconds"] = _spent()


class _Controller:
    def __init__(self) -> None:
        self._began = time.monotonic()
        self._seconds: dict[str, float] = defaultdict(float)
        self._workers = 0.0
        self._servers = _Servers()
        if sys.platform == "linux":
            self._servers.start()

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        output: dict[str, Any] = getattr(node, "workeroutput", {})
        for module, seconds in output.get("seconds", {}).items():
            self._seconds[module] += seconds
        self._workers += output.get("all_seconds", 0.0)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        write = terminalreporter.write_line
        # The workers, which have ended, told their own.
        server, own = self._servers.seconds(), sum(os.times()[:2])
        folders: dict[str, float] = defaultdict(float)
        for module, seconds in self._seconds.items():
            folders["/".join(Path(module).parts[:-1][:2])] += seconds
        tests = sum(folders.values())
        write("processor seconds")
        for name, seconds in [
            *_dearest(folders),
            ("start and collection", self._workers - tests + own),
            ("PostgreSQL", server),
        ]:
            write(f"{seconds:7.1f}  {name}")
        total = self._workers + own + server
        write(f"{total:7.1f}  all, of {BUDGET}; {time.monotonic() - self._began:.0f} s")
        write(f"the {_DEAREST} dearest modules")
        for name, seconds in _dearest(self._seconds)[:_DEAREST]:
            write(f"{seconds:7.1f}  {name}")


def _dearest(seconds: dict[str, float]) -> list[tuple[str, float]]:
    return sorted(seconds.items(), key=lambda one: -one[1])


class _Servers(threading.Thread):
    """Looks at the PostgreSQL servers in the folders of tests. A server counts its ended processes itself."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._seen: dict[int, float] = {}

    def run(self) -> None:
        while True:
            self._look()
            time.sleep(1)

    def seconds(self) -> float:
        return sum(self._seen.values())

    def _look(self) -> None:
        stats: dict[int, list[str]] = {}
        servers = set()
        for folder in Path("/proc").iterdir():
            if not folder.name.isdigit():
                continue
            try:
                words = (folder / "cmdline").read_bytes()
                if b"postgres" not in words:
                    continue
                stats[int(folder.name)] = (folder / "stat").read_text().rpartition(")")[2].split()
            except (OSError, ValueError):
                continue
            if b"-D\0" in words and b"mosharekat" in words:
                servers.add(int(folder.name))
        for server in servers:
            own = sum(map(int, stats[server][_TIMES]))
            living = sum(
                sum(map(int, stat[_TIMES])) for stat in stats.values() if int(stat[_PARENT]) == server
            )
            self._seen[server] = (own + living) / _TICKS
