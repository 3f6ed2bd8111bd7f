"""The frozen program has what it needs and no more, and the set-up of Windows fits the program."""

from __future__ import annotations

import re
import shutil
import struct
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from desktop_app import __version__
from desktop_app.settings.values import MACHINE_NAMES
from resources.installer import compile as compiling
from resources.installer import contents, icon, licences, signing, versions
from tests.architecture import ROOT

INSTALLER = ROOT / "resources" / "installer"
#: Not in the program: sources of the pictures, of the set-up, of words that are offered, and what Python makes.
_LEFT_OUT = ("__pycache__", "pending", "pictures", "installer")


def frozen_files(monkeypatch: pytest.MonkeyPatch, work: Path) -> set[str]:
    """Runs the recipe without PyInstaller; returns the files that are put beside the modules, as `folder/name`."""
    hooks = ModuleType("PyInstaller.utils.hooks")
    for name in ("collect_data_files", "collect_submodules", "copy_metadata"):
        setattr(hooks, name, lambda *_: [])
    for package in ("PyInstaller", "PyInstaller.utils"):
        monkeypatch.setitem(sys.modules, package, ModuleType(package))
    monkeypatch.setitem(sys.modules, hooks.__name__, hooks)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(licences, "text", lambda _: "")
    monkeypatch.setattr(sys, "path", [*sys.path])
    monkeypatch.chdir(ROOT)
    found: list[tuple[str, str]] = []

    class Made:
        """Stands for what PyInstaller makes."""

        def __init__(self, *_: Any, datas: list[tuple[str, str]] | None = None, **__: Any) -> None:
            found.extend(datas or [])
            self.scripts: list[tuple[str, ...]] = []
            self.pure: list[tuple[str, ...]] = []
            self.binaries: list[tuple[str, ...]] = []
            self.datas: list[tuple[str, ...]] = []
            self.name = ""

    names = dict.fromkeys(("Analysis", "PYZ", "EXE", "COLLECT"), Made)
    given = {**names, "SPECPATH": str(ROOT), "workpath": str(work)}
    exec(compile((ROOT / "build_installer.spec").read_text(encoding="utf-8"), "spec", "exec"), given)
    files: set[str] = set()
    for source, target in found:
        path = ROOT / source
        if path.is_dir():
            files |= {
                f"{target}/{one.relative_to(path).as_posix()}" for one in path.rglob("*") if one.is_file()
            }
        else:
            files.add(f"{target}/{path.name}")
    return {name for name in files if contents.is_used(name)}


def test_every_file_beside_the_modules_is_in_the_frozen_program(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    there = frozen_files(monkeypatch, tmp_path)
    wanted = {
        path.relative_to(ROOT).as_posix()
        for package in ("desktop_app", "ui", "resources")
        for path in (ROOT / package).rglob("*")
        if path.is_file() and path.suffix not in {".py", ".pyc"} and not {*_LEFT_OUT} & {*path.parts}
    } | {f"translations/{path.name}" for path in (ROOT / "translations").glob("*.ts")}
    assert "desktop_app/petitions/rights/visibility.sql" in wanted
    assert "desktop_app/intake/portal.sql" in there
    assert wanted - there == set()
    assert not {name for name in there if name.startswith(("resources/installer/", "resources/pictures/"))}


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/opengl32sw.dll", "PySide6/Qt6Quick.dll", "PySide6/Qt/lib/libQt6Qml.so.6", "libQt6QmlModels.so.6",
        "PySide6/plugins/platforminputcontexts/qtvirtualkeyboardplugin.dll", "PySide6/plugins/imageformats/qtiff.dll",
        "PySide6/translations/qtbase_de.qm", "PySide6/translations/qt_fa.qm", "PIL/_avif.cp313-win_amd64.pyd",
        "qtawesome/fonts/remixicon-2.5.0.ttf", "holidays/locale/de/LC_MESSAGES/AT.mo", "stdnum/oui.dat",
        "numpy/tests/data.bin", "numpy/random/mtrand.pyd", "rapidfuzz/fuzz_cpp_avx2.cp313-win_amd64.pyd",
        "docx/templates/default-docx-template/word/styles.xml", "Qt6OpenGL.dll", "resources/installer/mosharekat.nsi",
        "PySide6/plugins/imageformats/qsvg.dll", "PySide6/plugins/iconengines/qsvgicon.dll", "Qt6Svg.dll",
    ],
)  # fmt: skip
def test_what_the_program_cannot_use_is_left_out(name: str) -> None:
    assert not contents.is_used(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt6Core.dll", "PySide6/Qt6Network.dll", "PySide6/QtPdfWidgets.pyd", "libQt6Gui.so.6",
        "PySide6/plugins/platforms/qwindows.dll", "PySide6/plugins/platforms/qoffscreen.dll",
        "PySide6/Qt/plugins/platforms/libqxcb.so", "PySide6/plugins/imageformats/qjpeg.dll",
        "PySide6/translations/qtbase_fa.qm", "PIL/_imaging.cp313-win_amd64.pyd", "PIL/_webp.cp313-win_amd64.pyd",
        "qtawesome/fonts/phosphor-1.3.0.ttf", "qtawesome/fonts/phosphor-charmap-1.3.0.json",
        "holidays/locale/fa_IR/LC_MESSAGES/IR.mo", "docx/templates/default.docx", "rapidfuzz/fuzz_cpp.pyd",
        "tzdata/zoneinfo/Asia/Tehran", "modules.pyz", "LICENCES.txt",
        "translations/mosharekat_fa.ts", "resources/theme/mosharekat.qss",
    ],
)  # fmt: skip
def test_what_the_program_uses_is_there(name: str) -> None:
    assert contents.is_used(name)


def test_a_library_of_a_wheel_is_there_once() -> None:
    entries = [
        ("numpy.libs\\libblas-1.dll", "a", "BINARY"), ("libblas-1.dll", "a", "BINARY"),
        ("python313.dll", "b", "BINARY"), ("numpy\\_core.pyd", "c", "EXTENSION"),
    ]  # fmt: skip
    kept = [name for name, _, _ in contents.used(entries)]
    assert kept == ["numpy.libs\\libblas-1.dll", "python313.dll", "numpy\\_core.pyd"]


def test_modules_that_only_a_hook_names_are_left_out() -> None:
    names = [
        "holidays.countries.iran", "holidays.countries", "holidays.financial.ice", "numpy.random.mtrand",
        "PIL.PngImagePlugin", "PIL.PsdImagePlugin", "PIL.WebPImagePlugin",
        "numpy._core", "numpy.linalg", "reportlab.graphics.barcode.qr", "reportlab.graphics.charts.axes",
        "pydoc", "doctest", "sqlalchemy.dialects.mysql", "sqlalchemy.dialects.postgresql.psycopg",
        "holidays.countries.iraq", "holidays.groups.islamic", "sqlalchemy.ext.asyncio.engine",
    ]  # fmt: skip
    kept = [name for name, *_ in contents.used_modules([(name, "", "PYMODULE") for name in names])]
    assert kept == [
        "holidays.countries.iran", "holidays.countries", "PIL.PngImagePlugin", "PIL.WebPImagePlugin",
        "numpy._core", "numpy.linalg",
        "reportlab.graphics.barcode.qr",
        "reportlab.graphics.charts.axes", "pydoc", "sqlalchemy.dialects.postgresql.psycopg",
        "holidays.groups.islamic",
    ]  # fmt: skip


def test_start_up_scripts_that_nothing_needs_are_left_out_and_the_others_keep_their_order() -> None:
    names = ["pyi_rth_inspect", "pyi_rth_pkgutil", "pyi_rth_multiprocessing", "pyi_rth_pyside6", "__main__"]
    kept = [name for name, *_ in contents.used_scripts([(name, "", "PYSOURCE") for name in names])]
    assert kept == ["pyi_rth_pkgutil", "pyi_rth_pyside6", "__main__"]
    # What a script prepares is used nowhere.
    for package in ("desktop_app", "ui"):
        for path in (ROOT / package).rglob("*.py"):
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"\bmultiprocessing\b|getsourcefile", text), path


def test_the_countries_are_a_package_that_imports_none() -> None:
    entries = [("holidays.countries", "site-packages", "PYMODULE"), ("holidays", "site-packages", "PYMODULE")]
    emptied, other = contents.used_modules(entries)
    assert other == entries[1]
    assert (emptied[0], emptied[2]) == ("holidays.countries", "PYMODULE")
    # A file of another name would be a module, which has no countries.
    assert Path(emptied[1]).name == "__init__.py"
    assert "import" not in Path(emptied[1]).read_text(encoding="utf-8")


def test_no_module_of_the_program_is_excluded() -> None:
    ours = contents.modules("desktop_app") + contents.modules("ui")
    assert {"desktop_app.cli", "desktop_app.petitions.moves", "ui.sign_in.window"} <= {*ours}
    source = "\n".join(
        path.read_text(encoding="utf-8")
        for package in ("desktop_app", "ui")
        for path in (ROOT / package).rglob("*.py")
    )
    imported = set(re.findall(r"^\s*(?:from|import) ([\w.]+)", source, re.MULTILINE))
    assert not imported & {*contents.UNUSED_MODULES}


def test_every_file_that_the_set_up_names_is_there() -> None:
    scripts = [*INSTALLER.glob("*.nsh"), INSTALLER / "mosharekat.nsi"]
    text = "\n".join(path.read_text(encoding="utf-8") for path in scripts)
    named = {
        *re.findall(r'"([\w-]+\.(?:ico|bmp))"', text),
        *re.findall(r"^!include (options|path|words)\.nsh", text, re.MULTILINE),
    }
    assert {"mosharekat.ico", "side.bmp", "options", "path", "words"} == named
    for name in named:
        assert (INSTALLER / (name if "." in name else f"{name}.nsh")).exists(), name
    for program in compiling.PROGRAMS:
        assert program in text


def test_every_sentence_of_the_set_up_is_defined_in_both_languages_and_used() -> None:
    script = (INSTALLER / "mosharekat.nsi").read_text(encoding="utf-8")
    words = (INSTALLER / "words.nsh").read_text(encoding="utf-8")
    told = re.findall(r'^\$\{[WS]\} (\w+) "([^"]+)" "([^"]+)"$', words, re.MULTILINE)
    assert len(told) == words.count("\n${W} ") + words.count("\n${S} ")
    assert {name for name, _, _ in told} == {*re.findall(r"\$\((\w+)\)", script)}
    for name, persian, english in told:
        assert re.search("[\u0600-\u06ff]", persian), name
        # The dialog that asks for the language has both.
        assert name == "Language" or not re.search("[\u0600-\u06ff]", english), name


def test_every_option_of_the_set_up_is_a_setting_of_the_machine() -> None:
    script = (INSTALLER / "mosharekat.nsi").read_text(encoding="utf-8")
    written = re.findall(r"!insertmacro Setting [A-Z]+ (\w+)", script)
    assert {"database", "certificate", "language", "lock_minutes", "update_folder", "server_only"} <= {
        *written
    }
    assert {*written} <= {*MACHINE_NAMES}
    # Another option is refused, so that a misspelt one is no surprise on two hundred PCs.
    read = re.findall(r'!insertmacro (?:Option "(?:un\.)?"|Setting) ([A-Z]+)', script)
    known = re.search(r'KNOWN_OPTIONS ";([A-Z;]+);"', (INSTALLER / "options.nsh").read_text(encoding="utf-8"))
    assert known is not None
    assert {*known[1].split(";")} == {*read, "S", "NCRC", "D"}


def test_the_version_is_that_of_the_project() -> None:
    told = versions.strings("mosharekat", "Mosharekat")
    assert told["FileVersion"] == told["ProductVersion"] == __version__
    assert versions.four_numbers("0.2.0") == (0, 2, 0, 0)
    with pytest.raises(ValueError):
        versions.four_numbers("0.2.0rc1")


def test_the_icon_has_every_size_up_to_256() -> None:
    data = icon.FILE.read_bytes()
    _, kind, count = struct.unpack_from("<HHH", data)
    assert kind == 1
    sides = []
    for number in range(count):
        wide, high, _, _, _, bits, size, start = struct.unpack_from("<BBBBHHII", data, 6 + 16 * number)
        assert (wide, bits) == (high, 32)
        assert data[start : start + 8] == b"\x89PNG\r\n\x1a\n"
        assert struct.unpack_from(">II", data, start + 16) == ((wide or 256), (wide or 256))
        assert start + size <= len(data)
        sides.append(wide or 256)
    assert tuple(sides) == icon.SIDES


def test_the_licences_name_every_part(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("packaging")
    text = licences.text(["SQLAlchemy", "PySide6", "psycopg[binary]", "pypdfium2"], builder=None)
    for part in (
        "Mosharekat",
        "Vazirmatn (font)",
        "SQLAlchemy ",
        "PySide6_Essentials ",
        "psycopg-binary ",
        "Python 3",
    ):
        assert re.search(rf"^{re.escape(part)}", text, re.MULTILINE | re.IGNORECASE), part
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text
    # What only tests need is not in the program.
    assert "hypothesis" not in text


def test_signing_names_the_certificate_and_the_time_stamp(tmp_path: Path) -> None:
    path, signed = tmp_path / "setup.exe", tmp_path / "setup.signed"
    given = {
        "MOSHAREKAT_SIGN_TIMESTAMP": "http://stamp.example", "MOSHAREKAT_SIGN_THUMBPRINT": "AB12",
        "MOSHAREKAT_SIGN_PKCS12": "office.p12", "MOSHAREKAT_SIGN_PASSWORD_FILE": "secret",
    }  # fmt: skip
    on_windows = signing.command(path, signed, given, "win32")
    assert on_windows[:4] == ["signtool", "sign", "/sha1", "AB12"]
    assert on_windows[-1] == str(path)
    elsewhere = signing.command(path, signed, given, "linux")
    assert elsewhere[elsewhere.index("-readpass") + 1] == "secret"
    assert elsewhere[-1] == str(signed)
    for command in (on_windows, elsewhere):
        assert "http://stamp.example" in command
    with pytest.raises(KeyError):
        signing.command(path, signed, {}, "win32")


@pytest.mark.skipif(compiling.compiler() is None, reason="NSIS (makensis) is not installed")
def test_the_set_up_compiles_without_a_warning(tmp_path: Path) -> None:
    dist = tmp_path / "dist"
    (dist / "_internal").mkdir(parents=True)
    for name in (*compiling.PROGRAMS, "_internal/modules.pyz"):
        (dist / name).write_bytes(b"x" * 100)
    made = compiling.set_up(dist, tmp_path / "out", "1.2.3", quick=True)
    assert made.name == "mosharekat-1.2.3-x64.exe"
    assert made.read_bytes()[:2] == b"MZ"
    # The words of an older compiler would be those of code page 1256.
    assert "1.2.3".encode("utf-16-le") in made.read_bytes()
    if shutil.which("makensis"):
        with pytest.raises(subprocess.CalledProcessError):
            compiling.set_up(tmp_path / "nowhere", tmp_path / "out", "1.2.3", quick=True)
