"""Run by the Python of Windows: prints, as JSON, the version and the icon that each program in the arguments carries.

pefile is there because PyInstaller needs it on Windows.
"""

from __future__ import annotations

import json
import struct
import sys
from typing import Any


def main(programs: list[str]) -> None:
    print(json.dumps({"programs": [_properties(path) for path in programs]}))


def _properties(path: str) -> dict[str, Any]:
    """Returns the four numbers, the strings, and the sides of the icon in pixels."""
    from pefile import PE, RESOURCE_TYPE  # noqa: PLC0415 - on Windows only

    program = PE(path)
    fixed = program.VS_FIXEDFILEINFO[0]
    numbers = struct.unpack(">4H", struct.pack(">2I", fixed.FileVersionMS, fixed.FileVersionLS))
    strings = {
        name.decode(): value.decode()
        for block in program.FileInfo[0]
        for table in getattr(block, "StringTable", ())
        for name, value in table.entries.items()
    }
    group = next(
        leaf.data.struct
        for kind in program.DIRECTORY_ENTRY_RESOURCE.entries
        if kind.id == RESOURCE_TYPE["RT_GROUP_ICON"]
        for name in kind.directory.entries
        for leaf in name.directory.entries
    )
    entries = program.get_data(group.OffsetToData, group.Size)[6:]
    # A side of 256 is written as 0; an entry has 14 bytes and begins with the width.
    sides = [entries[start] or 256 for start in range(0, len(entries), 14)]
    return {"numbers": numbers, "strings": strings, "sides": sides}


if __name__ == "__main__":
    main(sys.argv[1:])
