import os
from pathlib import Path

#: No test, and no program beside the tests, reads the settings of the machine that it runs on.
os.environ["MOSHAREKAT_MACHINE_SETTINGS"] = str(Path(__file__).parent / "no-machine-settings.json")
