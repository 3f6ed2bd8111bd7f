import os
from pathlib import Path

#: No test, and no program beside the tests, reads the settings of the machine that it runs on.
os.environ["MOSHAREKAT_MACHINE_SETTINGS"] = str(Path(__file__).parent / "no-machine-settings.json")
# Under a locale without UTF-8 Qt warns in the first test of a process, which fails for it.
os.environ["LC_ALL"] = "C.UTF-8"
