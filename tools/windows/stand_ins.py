"""What Windows has and wine 10 lacks, and the program's libraries want: two small DLLs, compiled by MinGW.

Qt imports `icuuc.dll`. numpy imports complex functions that wine's C runtime only names. A build that was made with
these stand-ins is for trials; a release is built on Windows.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Final

COMPILER: Final = "x86_64-w64-mingw32-gcc"
READER: Final = "x86_64-w64-mingw32-objdump"
#: The set of the C runtime with the functions of mathematics, and our own of a name of equal length.
_SET: Final = b"api-ms-win-crt-math-l1-1-0.dll"
_OURS: Final = b"own-ms-win-crt-math-l1-1-0.dll"
#: The functions of C99's <complex.h>: those that return a real number, and the others.
_TO_REAL: Final = ("cabs", "carg", "cimag", "creal")
_TO_COMPLEX: Final = (
    "cacos", "cacosh", "casin", "casinh", "catan", "catanh", "ccos", "ccosh", "cexp", "clog", "conj", "cproj",
    "csin", "csinh", "csqrt", "ctan", "ctanh",
)  # fmt: skip
#: The functions of ICU that Qt's text codecs want. None of them works: nobody asks for such a codec.
_ICU: Final = (
    "UCNV_FROM_U_CALLBACK_SUBSTITUTE", "UCNV_TO_U_CALLBACK_SUBSTITUTE", "ucnv_cbFromUWriteUChars",
    "ucnv_cbToUWriteUChars", "ucnv_close", "ucnv_countAvailable", "ucnv_fromUCountPending", "ucnv_fromUnicode",
    "ucnv_getAvailableName", "ucnv_getFromUCallBack", "ucnv_getMaxCharSize", "ucnv_getName",
    "ucnv_getStandardName", "ucnv_getToUCallBack", "ucnv_reset", "ucnv_setFromUCallBack", "ucnv_setToUCallBack",
    "ucnv_toUCountPending", "ucnv_toUnicode",
)  # fmt: skip
#: U_FILE_ACCESS_ERROR: there is no such converter.
_NO_CONVERTER: Final = 4
_IMPORTED: Final = re.compile(r"^\t[0-9a-f]+\s+(?:<none>|[0-9a-f]+)\s+(?:[0-9a-f]+\s+)?(\w+)", re.MULTILINE)


def make_icu(system: Path, scratch: Path) -> None:
    """Writes `icuuc.dll` into the folder `system`."""
    source = "".join(f"__declspec(dllexport) void *{name}(void) {{ return 0; }}\n" for name in _ICU)
    source += (
        "__declspec(dllexport) void *ucnv_open(const char *name, int *status)"
        f" {{ (void)name; if (status) *status = {_NO_CONVERTER}; return 0; }}\n"
    )
    _compile(source, None, system / "icuuc.dll", scratch)


def make_mathematics(packages: Path, system: Path, scratch: Path) -> int:
    """Writes the complex functions into the folder `system`, and has numpy import them from there.

    Returns how many files were changed. Calling it again changes nothing.
    """
    modules = [path for path in (packages / "numpy").rglob("*.pyd") if _SET in path.read_bytes()]
    if not modules:
        return 0
    wanted = sorted({name for module in modules for name in _imported(module)})
    ours = [name for name in wanted if _plain(name) is not None]
    exports = "".join(
        f"  {name} = {f'our_{name}' if name in ours else f'ucrtbase.{name}'}\n" for name in wanted
    )
    definition = f"LIBRARY {_OURS.decode()}\nEXPORTS\n{exports}"
    _compile(_source(ours), definition, system / _OURS.decode(), scratch)
    for module in modules:
        module.write_bytes(module.read_bytes().replace(_SET, _OURS))
    return len(modules)


def _imported(module: Path) -> set[str]:
    """Returns the names that a module imports from the set."""
    done = subprocess.run([READER, "-p", str(module)], check=True, capture_output=True, text=True)
    _, _, after = done.stdout.partition(f"DLL Name: {_SET.decode()}")
    section = after.partition("DLL Name:")[0].partition("\n\n")[0]
    return set(_IMPORTED.findall(section))


def _plain(name: str) -> str | None:
    """Returns the name without the letter of its precision; None for a function of real numbers."""
    for plain in (*_TO_REAL, *_TO_COMPLEX, "cpow"):
        if name in (plain, f"{plain}f", f"{plain}l"):
            return plain
    return None


def _source(names: Iterable[str]) -> str:
    """Returns the functions in C. A complex number travels as Windows passes it: a structure of two numbers."""
    lines = ["#include <complex.h>", "struct f { float re, im; };", "struct d { double re, im; };"]
    for name in names:
        plain = _plain(name)
        number, kind, called = (
            ("float", "f", f"{plain}f") if name == f"{plain}f" else ("double", "d", f"{plain}")
        )
        given = "struct K a, struct K b" if plain == "cpow" else "struct K a"
        passed = ", ".join(
            f"__builtin_complex({one}.re, {one}.im)" for one in ("ab" if plain == "cpow" else "a")
        )
        if plain in _TO_REAL:
            body = f"{number} our_{name}({given}) {{ return {called}({passed}); }}"
        else:
            body = (
                f"struct K our_{name}({given}) {{ {number} complex z = {called}({passed});"
                " return (struct K){ __real__ z, __imag__ z }; }"
            )
        lines.append(body.replace("struct K", f"struct {kind}"))
    return "\n".join(lines) + "\n"


def _compile(source: str, definition: str | None, target: Path, scratch: Path) -> None:
    code = scratch / f"{target.stem}.c"
    code.write_text(source, encoding="ascii")
    files = [code]
    if definition is not None:
        files.append(scratch / f"{target.stem}.def")
        files[-1].write_text(definition, encoding="ascii")
    subprocess.run(
        [COMPILER, "-shared", "-static", "-O2", "-o", str(target), *map(str, files)],
        check=True,
        capture_output=True,
    )
