"""Stand-ins for the programs of a scheduler: small scripts on the path that keep tasks in a folder."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

#: `schtasks` is asked for in the system's folder on Windows, and the scripts are for a shell.
needs_a_shell = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script of a Unix shell")

_SCHTASKS = r"""#!/bin/sh
# Keeps each task as a file of its own, as `schtasks` keeps it in the Task Scheduler.
here=$(dirname "$0")
printf '%s\n' "$*" >> "$here/calls"
verb=$1; shift
while [ $# -gt 0 ]; do
  case "$1" in
    /TN) name=$(printf '%s' "$2" | tr '\\' '_'); shift;;
    /XML) if [ "$verb" = /Create ]; then source=$2; shift; fi;;
    /FO) table=yes; shift;;
    /RP) [ "$2" = "*" ] && { printf 'password: ' ; read -r password || true; }; shift;;
  esac
  shift
done
if [ "$verb" != /Query ] && [ -f "$here/refusal" ]; then cat "$here/refusal" >&2; exit 1; fi
case "$verb" in
  /Create) cp "$source" "$here/$name.xml"; rm -f "$here/result"; exit 0;;
  /Delete) rm "$here/$name.xml"; exit $?;;
esac
if [ ! -f "$here/$name.xml" ]; then echo "ERROR: The system cannot find the file specified." >&2; exit 1; fi
[ "$verb" = /Run ] && exit 0
if [ -n "$table" ]; then
  printf '"PC","\\%s","1/1/2027 2:00:00","Ready","Interactive only","11/30/1999 12:00:00 AM","%s","Mosharekat"\n' \
    "$name" "$(cat "$here/result" 2>/dev/null || echo 267011)"
else
  iconv -f UTF-16 -t UTF-8 "$here/$name.xml"
fi
"""
_SYSTEMCTL = r"""#!/bin/sh
here=$(dirname "$0")
printf '%s\n' "$*" >> "$here/calls"
case "$2" in
  is-enabled) [ ! -f "$here/off" ]; exit $?;;
esac
if [ -f "$here/refusal" ]; then cat "$here/refusal" >&2; exit 1; fi
exit 0
"""


@dataclass(frozen=True)
class StandIn:
    """A scheduler whose program and tasks are in `folder`."""

    folder: Path

    @property
    def calls(self) -> list[str]:
        """What the program was called with, a line for each call."""
        path = self.folder / "calls"
        return path.read_text(encoding="utf-8").splitlines() if path.exists() else []

    def changes(self) -> list[str]:
        """The calls that are no questions."""
        return [call for call in self.calls if not call.startswith(("/Query", "--user is-enabled"))]

    def refuse(self, sentence: str) -> None:
        """Lets each change fail with a sentence; an empty one lets them pass again."""
        path = self.folder / "refusal"
        if sentence:
            path.write_text(sentence, encoding="utf-8")
        else:
            path.unlink()

    def answer(self, code: int) -> None:
        """Sets the last result that `schtasks` tells."""
        (self.folder / "result").write_text(str(code), encoding="utf-8")

    def definition(self, name: str) -> bytes:
        """The XML with which a task was made."""
        return (self.folder / f"Mosharekat_{name}.xml").read_bytes()

    def switch_off(self, name: str) -> None:
        """Switches a task off, as an administrator does in the Task Scheduler."""
        path = self.folder / f"Mosharekat_{name}.xml"
        text = path.read_bytes().decode("utf-16")
        head, settings, rest = text.partition("<Settings>")
        path.write_bytes((head + settings + rest.replace("<Enabled>true", "<Enabled>false")).encode("utf-16"))


def stand_in(folder: Path, program: str) -> StandIn:
    """Writes `schtasks` or `systemctl` into a new folder and puts it at the head of the path."""
    folder.mkdir()
    script = folder / program
    script.write_text({"schtasks": _SCHTASKS, "systemctl": _SYSTEMCTL}[program], encoding="utf-8")
    script.chmod(0o755)
    os.environ["PATH"] = f"{folder}{os.pathsep}{os.environ['PATH']}"
    return StandIn(folder)
