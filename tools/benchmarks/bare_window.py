"""A bare PySide6 window, against which starts are measured.

`pyinstaller tools/benchmarks/bare_window.py` freezes it, for the start of a frozen program.
"""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QWidget


def main() -> int:
    application = QApplication(sys.argv)
    window = QWidget()
    window.resize(1440, 868)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
