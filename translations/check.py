"""`python -m translations.check`: fails where a source string has no translation, the files are behind it, or a
Persian message breaks the glossary.

Works on copies: a check changes nothing. `pyside6-lrelease -fail-on-unfinished` has the last word.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

from translations import glossary
from translations.refresh import FILES, PERSIAN, extract, put_in


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        copies = [Path(shutil.copy(path, folder)) for path in FILES]
        before = [messages(copy) for copy in copies]
        extract(*copies)
        missing = [(copy, *message) for copy in copies for message in put_in(copy, {})]
        for copy, context, source in missing:
            print(f"no translation: {copy.name}: {context}: {source!r}")
        behind = [path.name for path, was in zip(copies, before, strict=True) if was != messages(path)]
        if behind:
            print(f"behind the source strings, run `python -m translations.refresh`: {', '.join(behind)}")
        tool = Path(sys.executable).parent / "pyside6-lrelease"
        released = [
            subprocess.run(
                [str(tool), "-silent", "-fail-on-unfinished", str(path), "-qm", str(Path(folder) / "out.qm")],
                check=False,
            ).returncode
            for path in FILES
        ]
    unlike = glossary.report(PERSIAN)
    return 1 if missing or behind or unlike or any(released) else 0


def messages(path: Path) -> set[tuple[str, str]]:
    """Context and source of every message in a file."""
    root = ElementTree.parse(path).getroot()
    return {
        (context.findtext("name") or "", message.findtext("source") or "")
        for context in root.iterfind("context")
        for message in context.iterfind("message")
    }


if __name__ == "__main__":
    sys.exit(main())
