"""The first script of both frozen programs: they read their modules from one archive, which lies beside them.

PyInstaller's own start-up script runs next. It opens the archive that this variable names; the one inside of each
program is empty.
"""

import sys

sys._pyinstaller_pyz = f"{sys._MEIPASS}/modules.pyz"  # type: ignore[attr-defined]
