"""`python -m translations.refresh`: bring the translation files up to the source strings.

Runs `pyside6-lupdate` over the program, then puts in what `translations/pending/*.json` offers
(`{"Context": {"English": "Persian"}}`, not committed) into the Persian file. Prints what is still
without a translation.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

from desktop_app.languages import LANGUAGES, SOURCE

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "translations"
PERSIAN = FOLDER / "mosharekat_fa.ts"
#: English is the source and has no file.
FILES = [FOLDER / f"mosharekat_{code}.ts" for code in LANGUAGES if code != SOURCE]


def sources() -> list[Path]:
    """Every module that may hold words."""
    return sorted(path for room in ("desktop_app", "ui") for path in (ROOT / room).rglob("*.py"))


def extract(*targets: Path) -> None:
    """Brings `targets` up to the source strings, in the order of contexts and texts."""
    tool = Path(sys.executable).parent / "pyside6-lupdate"
    subprocess.run(
        [
            str(tool),
            "-silent",
            "-no-obsolete",
            "-locations",
            "none",
            *map(str, sources()),
            "-ts",
            *map(str, targets),
        ],
        check=True,
        cwd=ROOT,
    )


def pending() -> dict[tuple[str, str], str]:
    """Persian translations that were offered but are not in the file yet."""
    found: dict[tuple[str, str], str] = {}
    for path in sorted((FOLDER / "pending").glob("*.json")):
        for context, messages in json.loads(path.read_text(encoding="utf-8")).items():
            for source, worded in messages.items():
                found[context, source] = worded
    return found


def put_in(path: Path, offered: dict[tuple[str, str], str]) -> list[tuple[str, str]]:
    """Writes translations into the file at `path`; returns what is still unfinished."""
    tree = ElementTree.parse(path)
    root = tree.getroot()
    missing: list[tuple[str, str]] = []
    contexts = sorted(root.iterfind("context"), key=lambda context: context.findtext("name") or "")
    for context in contexts:
        name = context.findtext("name") or ""
        messages = sorted(context.iterfind("message"), key=lambda message: message.findtext("source") or "")
        for message in messages:
            context.remove(message)
            context.append(message)
            source = message.findtext("source") or ""
            target = message.find("translation")
            assert target is not None
            worded = offered.get((name, source), target.text)
            if worded:
                target.text = worded
                target.attrib.pop("type", None)
            else:
                missing.append((name, source))
        root.remove(context)
        root.append(context)
    ElementTree.indent(tree, "    ")
    text = ElementTree.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")
    return missing


def main() -> int:
    extract(*FILES)
    offered = pending()
    missing = [
        (path, *message) for path in FILES for message in put_in(path, offered if path == PERSIAN else {})
    ]
    for path, context, source in missing:
        print(f"{path.name}: {context}: {source!r}")
    print(f"{len(missing)} without a translation")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
