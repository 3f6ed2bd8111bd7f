"""A folder of newer versions as an office keeps it, and a PC that looks into it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop_app.progress import SilentProgress
from desktop_app.settings import Settings
from desktop_app.signing import SigningKey, signed
from desktop_app.updates.installing import Installation, StartProcess, install_fetched
from desktop_app.updates.looking import FoundUpdate, look
from desktop_app.updates.release import Release, publish
from desktop_app.updates.windows import open_unchangeable

KEY = SigningKey(bytes(range(32)))
OTHER_KEY = SigningKey(bytes(range(1, 33)))
INSTALLED = "0.2.0"


@dataclass
class UpdateShare:
    """The share, with one PC on which version 0.2.0 is installed for one user."""

    root: Path
    key: SigningKey = KEY
    started: list[tuple[str, ...]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True)

    @property
    def folder(self) -> Path:
        return self.root / "share"

    @property
    def description(self) -> Path:
        return self.folder / "version.json"

    @property
    def store(self) -> Path:
        return self.settings.data_folder / "updates"

    @property
    def settings(self) -> Settings:
        return Settings(
            data_folder=self.root / "data", update_folder=str(self.folder), update_key=self.key.public.text
        )

    def setup(self, version: str) -> Path:
        return self.folder / f"mosharekat-{version}-x64.exe"

    def publish(self, version: str, content: bytes = b"set-up") -> Release:
        self.setup(version).write_bytes(content)
        return publish(self.folder, self.key)

    def describe(self, **changes: Any) -> None:
        """Signs the description again with other values."""
        content = {**json.loads(self.description.read_text("utf-8"))["content"], **changes}
        self.description.write_bytes(signed("update", content, self.key))

    def look(self, installation: Installation = Installation.USER) -> FoundUpdate | None:
        return look(self.settings, INSTALLED, installation, SilentProgress())

    def quit(
        self, installed: str = INSTALLED, start: StartProcess | None = None, *, session_ends: bool = False
    ) -> str | None:
        """Ends the program; `started` has the commands that it then starts."""
        starting = start or self._start
        return install_fetched(
            self.settings, installed, open_unchangeable, starting, session_ends=session_ends
        )

    def _start(self, command: Sequence[str]) -> None:
        self.started.append(tuple(command))
