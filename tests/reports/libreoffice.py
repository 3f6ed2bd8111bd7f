"""Accepts and rejects the tracked changes of many documents in one LibreOffice. A script, not a module of tests.

Run by a Python that has LibreOffice's `uno`: `PYTHON libreoffice.py SOFFICE FOLDER [shapes]`. Each `*.docx` of
FOLDER gives a line of JSON: `name`, `accepted` and `rejected` (the text, a line for each paragraph), `left` (changes
that are still tracked after either), `exported` (the accepted text as LibreOffice writes it to a text file). With
`shapes`, the item of this name has, for `opened`, `accepted` and `rejected`, the paragraphs with their automatic
numbers, and the cells of each table; this takes as long as all the rest.
"""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any


def main(soffice: str, folder: Path, shapes: bool) -> None:
    uno = importlib.import_module("uno")
    pipe = f"mosharekat{os.getpid()}"
    started = subprocess.Popen(
        [
            soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore",
            "--nologo", "--nodefault", f"--accept=pipe,name={pipe};urp",
        ]
    )  # fmt: skip
    try:
        context = _connected(uno, pipe)
        services = context.ServiceManager
        desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        dispatcher = services.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        for path in sorted(folder.glob("*.docx")):
            print(f"reading {path.name}", file=sys.stderr, flush=True)
            print(json.dumps(_both(uno, desktop, dispatcher, path, shapes)), flush=True)
    finally:
        started.terminate()
        started.wait()


def _connected(uno: Any, pipe: str) -> Any:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:  # UNO's own exception, which no import can name here
            time.sleep(0.25)
    raise SystemExit("LibreOffice did not answer")


def _property(uno: Any, name: str, value: object) -> Any:
    made = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, value
    return made


def _both(uno: Any, desktop: Any, dispatcher: Any, path: Path, shapes: bool) -> dict[str, Any]:
    said: dict[str, Any] = {"name": path.stem, "left": 0, "shapes": {}}
    for key, command in (("accepted", "AcceptAll"), ("rejected", "RejectAll")):
        document = desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, (_property(uno, "Hidden", True),))
        if shapes and not said["shapes"]:
            said["shapes"]["opened"] = _shape(document.Text)
        frame = document.CurrentController.Frame
        dispatcher.executeDispatch(frame, f".uno:{command}TrackedChanges", "", 0, ())
        said[key] = "\n".join(getattr(block, "String", "") for block in _all(document.Text))
        if shapes:
            said["shapes"][key] = _shape(document.Text)
        said["left"] += len(_all(document.Redlines))
        if key == "accepted":
            target = path.with_suffix(".txt")
            options = (
                _property(uno, "FilterName", "Text (encoded)"),
                _property(uno, "FilterOptions", "UTF8,LF,,,false"),
            )
            document.storeToURL(target.as_uri(), options)
            said["exported"] = target.read_bytes().decode("utf-8")
        document.close(True)
    return said


def _shape(text: Any) -> list[Any]:
    shape: list[Any] = []
    for block in _all(text):
        if block.supportsService("com.sun.star.text.TextTable"):
            shape.append({name: _shape(block.getCellByName(name)) for name in block.getCellNames()})
        else:
            label = block.ListLabelString
            shape.append(f"{label} {block.String}" if label else block.String)
    return shape


def _all(container: Any) -> list[Any]:
    items = container.createEnumeration()
    found = []
    while items.hasMoreElements():
        found.append(items.nextElement())
    return found


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), "shapes" in sys.argv[3:])
