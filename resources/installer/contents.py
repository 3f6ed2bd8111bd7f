"""Which of the files that PyInstaller finds belong into the frozen program: those that it can use.

Names are relative to the folder `_internal`, with `/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Final, TypeVar

_ROOT: Final = Path(__file__).resolve().parents[2]
#: Modules that libraries name and the program never runs.
UNUSED_MODULES: Final = (
    "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtVirtualKeyboard", "PySide6.QtWebEngineCore",
    "PIL.AvifImagePlugin", "PIL.ImageTk", "PIL._avif", "PIL._imagingtk",
    "hypothesis", "mypy", "psutil", "pydoc_data", "pygments", "pytest", "setuptools", "tkinter",
    "lxml.doctestcompare", "lxml.html", "lxml.isoschematron", "lxml.objectify",
    "numpy.f2py", "numpy.testing", "reportlab.graphics.testshapes",
)  # fmt: skip
#: Qt's plug-ins that are used, on Windows and Linux, without `lib` and the ending of the platform.
_PLUGINS: Final = frozenset(
    (
        "platforms/qwindows", "platforms/qxcb", "platforms/qwayland", "platforms/qoffscreen",
        "imageformats/qico", "imageformats/qjpeg",
        "platforminputcontexts/composeplatforminputcontextplugin",
        "platforminputcontexts/ibusplatforminputcontextplugin",
        "platformthemes/qxdgdesktopportal", "printsupport/cupsprintersupport",
        "wayland-decoration-client/bradient", "wayland-shell-integration/xdg-shell",
        "xcbglintegrations/qxcb-egl-integration", "xcbglintegrations/qxcb-glx-integration",
    )
)  # fmt: skip
#: Modules that PyInstaller's hooks collect beside those that are imported.
_COLLECTED: Final = re.compile(
    r"(?:holidays\.(?:financial|ical|generate_ics|countries\.(?!iran$)\w+)"
    # alembic names these dialects to type checkers only, and SQLAlchemy loads one by the address of a database.
    r"|sqlalchemy\.(?:dialects\.(?:mssql|mysql|oracle)|ext\.asyncio)"
    r"|numpy\.(?:random|fft|polynomial|matlib|testing|f2py)|reportlab\.graphics\.samples"
    # Pillow passes over the formats that are not there.
    r"|PIL\.(?:Blp|Bufr|Cur|Dcx|Dds|Eps|Fits|Fli|Fpx|Ftex|Gbr|Grib|Hdf5|Icns|Ico|Im|Imt|Iptc|Jpeg2K|Mcidas|Mic|Mpeg|Msp"
    r"|Palm|Pcd|Pcx|Pdf|Pixar|Psd|Qoi|Sgi|Spider|Sun|Tga|Wmf|Xbm|Xpm|XVThumb)ImagePlugin|PIL\.(?:ImageCms|PdfParser)"
    r"|cffi|charset_normalizer|doctest|pdb|pycparser|unittest)(?:\.|$)"
)
#: PyInstaller's own scripts that run before the program: the sources of a traceback, which are not there, and the
#: processes of `multiprocessing`, which are not used. Both import much at each start.
_UNUSED_SCRIPTS: Final = ("pyi_rth_inspect", "pyi_rth_multiprocessing")
#: A package that would import each country; the program asks for one.
_EMPTIED: Final = "holidays.countries"
#: PyInstaller takes a file of this name, and no other, for a package.
_EMPTY: Final = str(Path(__file__).parent / "empty" / "__init__.py")
_PLUGIN: Final = re.compile(r"PySide6/(?:Qt/)?plugins/(?P<folder>[^/]+)/(?:lib)?(?P<name>[^/.]+)[^/]*")
#: Qt's libraries of the parts that are not used: a software OpenGL, QML, the keyboard on the screen, SVG.
_LIBRARIES: Final = re.compile(
    r"(?:.*/)?(?:opengl32sw|d3dcompiler_47"
    r"|(?:lib)?Qt6(?:Quick|Qml|Svg|VirtualKeyboard|EglFS|EglFs|WlShellIntegration)\w*)\.(?:dll|so)[.\d]*"
    # Without QML nothing on Windows draws by OpenGL.
    r"|(?:.*/)?Qt6OpenGL\.dll"
)
#: Qt's own words: those of the program's languages.
_QT_WORDS: Final = re.compile(r"PySide6/(?:Qt/)?translations/(?!qtbase_(?:fa|en)\.qm$)")
#: Fonts and words of other products, numbers of other countries, and what only tests and compilers read. Our use of
#: rapidfuzz is as fast without AVX2, and its plain form runs on every processor.
_DATA: Final = re.compile(
    r"qtawesome/fonts/(?!phosphor)|holidays/locale/(?!fa_IR/)|docx/templates/[\w-]+/"
    r"|numpy/(?:random/|fft/|_core/_multiarray_tests\.)"
    r"|rapidfuzz/(?:.*_avx2|process_cpp_impl)\.|stdnum/\w+\.dat$|stdnum/(?!.*\.py)[^/]+/"
    r"|tzdata/zoneinfo/(?:America|Antarctica|Arctic|Atlantic|Australia|Brazil|Canada|Chile|Mexico|Pacific|US)/"
    r"|charset_normalizer/|dateutil/zoneinfo/|(?:.*/)?tests?/|resources/(?:installer|pictures)/|translations/(?!.*\.ts$)"
    r"|PIL/_(?:avif|imagingcms|imagingtk)\.|lxml/(?:objectify|isoschematron|includes|html|sax)|(?:.*/)?__pycache__/"
    r"|.*\.(?:pyi|pxd|pyx|pxi|h|c|lib)$|(?:.*/)?py\.typed$"
)
Entry = TypeVar("Entry", bound=tuple[str, ...])


def modules(package: str) -> list[str]:
    """Returns every module of one of our packages, without importing it."""
    files = sorted((_ROOT / package).rglob("*.py"))
    names = (path.relative_to(_ROOT).with_suffix("").parts for path in files)
    return [".".join(parts[:-1] if parts[-1] == "__init__" else parts) for parts in names]


def used_modules(entries: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Returns the entries (name, source, kind) of modules that are used, without what a package need not import."""
    used = [entry for entry in entries if not _COLLECTED.match(entry[0])]
    return [(entry[0], _EMPTY, *entry[2:]) if entry[0] == _EMPTIED else entry for entry in used]


def used_scripts(entries: Iterable[Entry]) -> list[Entry]:
    """Returns the entries (name, source, kind) of the scripts that run at each start, in their order."""
    return [entry for entry in entries if entry[0] not in _UNUSED_SCRIPTS]


def is_used(name: str) -> bool:
    """Returns whether the program can use the file `name`."""
    plugin = _PLUGIN.fullmatch(name)
    if plugin is not None:
        return f"{plugin['folder']}/{plugin['name']}" in _PLUGINS
    return not (_LIBRARIES.fullmatch(name) or _QT_WORDS.match(name) or _DATA.match(name))


def used(entries: Iterable[Entry]) -> list[Entry]:
    """Returns the entries (name, source, kind) that are used, each library once.

    On Windows, PyInstaller puts a library of a wheel into the wheel's own folder `NAME.libs`, where the package looks
    for it, and once more beside all modules.
    """
    entries = list(entries)
    at = {entry[0]: entry[0].replace("\\", "/") for entry in entries}
    own = {PurePosixPath(name).name for name in at.values() if re.match(r"[\w-]+\.libs/", name)}
    return [
        entry
        for entry in entries
        if is_used(at[entry[0]]) and not (at[entry[0]] in own and at[entry[0]].endswith(".dll"))
    ]
