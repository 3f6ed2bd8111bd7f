"""Foreign files are parsed in a child process, with limits of time and memory and without a database connection."""

from typing import Final

#: The argument with which the program becomes the process that reads files (see `desktop_app.__main__`).
SWITCH: Final = "--read-foreign-files"
