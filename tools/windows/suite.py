"""The stage `suite`: the tests under wine, all but those of `left_out.py`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from tests.architecture import ROOT
from tools.windows.left_out import FOLDERS, MODULES, TESTS
from tools.windows.trial import Trial, demand
from tools.windows.wine import windows_path

#: Seconds for all tests; on a busy machine everything waits for wineserver.
_PATIENCE: Final = 4 * 3600
_COUNTED: Final = re.compile(r"(\d+) (passed|failed|errors?|skipped)")


def suite(trial: Trial) -> str:
    """Runs the tests in parts, one after another, so that a part that ends early hides only itself."""
    counts: dict[str, int] = {}
    troubles: list[str] = []
    for part in parts(trial.tests):
        text = trial.wine.run(
            [trial.wine.python, windows_path(Path(__file__).with_name("inside.py")), "-m", "pytest", "-q",
             "-p", "no:randomly", "-p", "no:cacheprovider", "-m", "not server", *_deselected(), part],
            cwd=ROOT, seconds=_PATIENCE,
        ).text  # fmt: skip
        counted = _COUNTED.findall(text.splitlines()[-1] if text.strip() else "")
        print(
            f"  {part}: {', '.join(f'{number} {name}' for number, name in counted) or 'ended early'}",
            flush=True,
        )
        found = [line for line in text.splitlines() if line.startswith(("FAILED ", "ERROR "))]
        if not counted:
            found.append(f"{part}: {text[-200:]}")
        for line in found:
            print(f"    {line}", flush=True)
        for number, name in counted:
            counts[name.removesuffix("s")] = counts.get(name.removesuffix("s"), 0) + int(number)
        troubles += found
    told = ", ".join(f"{number} {name}" for name, number in counts.items())
    demand(not troubles, told)
    return f"{told}; {len(TESTS)} left out with a reason"


def parts(chosen: tuple[str, ...] | list[str] | object = ()) -> list[str]:
    """Returns what is run one after another: the chosen tests, else each package and the modules beside them."""
    if isinstance(chosen, (list, tuple)) and chosen:
        return [str(one) for one in chosen]
    tests = ROOT / "tests"
    packages = [
        path
        for path in sorted(tests.iterdir())
        if (path / "__init__.py").exists() and path.name not in FOLDERS
    ]
    alone = [path for path in sorted(tests.glob("test_*.py")) if path.name not in MODULES]
    found = [path for package in packages for path in _split(package)] + alone
    return [
        path.relative_to(ROOT).as_posix() for path in found if path.is_file() or list(path.rglob("test_*.py"))
    ]


def _split(package: Path) -> list[Path]:
    """The tests of windows take hours together: each of their modules is a part."""
    return sorted(package.glob("test_*.py")) if package.name == "ui" else [package]


def _deselected() -> list[str]:
    return [word for name in TESTS for word in ("--deselect", name)]
