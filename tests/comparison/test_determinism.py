from __future__ import annotations

import os
import subprocess
import sys

_PROGRAM = """
import hashlib, random
from desktop_app.comparison.engine import compare_texts, to_json
from tests.comparison.drafts import articles, revised, written
chance = random.Random(4)
chapters = [articles(chance, 25) for _ in range(4)]
result = to_json(compare_texts(written(chapters), written(revised(revised(chapters, chance), chance))))
print(hashlib.sha256(result).hexdigest())
"""


def test_the_result_does_not_depend_on_the_hash_seed() -> None:
    results = {
        subprocess.run(
            [sys.executable, "-c", _PROGRAM],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4711")
    }
    assert len(results) == 1
