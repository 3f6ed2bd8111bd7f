"""Run by the Windows Python in the folder of a checkout: `inside.py ARGUMENTS` is `mosharekat ARGUMENTS`, and
`inside.py -m MODULE …` runs a module.

Wine does not hand on variables whose name begins with QT_, so they are set here.
"""

from __future__ import annotations

import os
import runpy
import sys
from pathlib import Path


def main(words: list[str]) -> None:
    here = Path.cwd()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QPA_FONTDIR", str(here / "resources" / "fonts"))
    # The folder of this script must not hide modules of the same name.
    sys.path[0] = str(here)
    if words[:1] == ["-m"]:
        sys.argv = words[1:]
        runpy.run_module(words[1], run_name="__main__", alter_sys=True)
    else:
        sys.argv = ["mosharekat", *words]
        runpy.run_module("desktop_app", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main(sys.argv[1:])
