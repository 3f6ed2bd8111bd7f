"""Calls of Windows that Python does not offer. Elsewhere each of them does nothing.

Nothing is decided here: callers decide what can be tested on every system.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

#: For system, administrators and owner alone; nothing is inherited from the folder.
OWNER_ONLY: Final = "D:P(A;;FA;;;SY)(A;;FA;;;BA)(A;;FA;;;OW)"

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _DACL: Final = 0x4
    _PROTECTED: Final = 0x80000000
    _REVISION: Final = 1
    _HIDDEN: Final = 0x2
    _NO_ATTRIBUTES: Final = 0xFFFFFFFF
    _ICON_ERROR, _ICON_WARNING = 0x10, 0x30
    _FOREGROUND, _RIGHT, _RIGHT_TO_LEFT = 0x10000, 0x80000, 0x100000
    _ANY_PROCESS: Final = 0xFFFFFFFF
    _ALREADY_EXISTS: Final = 183
    _STANDARD_INPUT: Final = -10

    def give_rights(path: Path, rights: str) -> bool:
        """Sets the access list of a file from a description (SDDL); False where the file system has none."""
        api = ctypes.WinDLL("advapi32", use_last_error=True)
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.LocalFree.argtypes = (wintypes.LPVOID,)
        convert = api.ConvertStringSecurityDescriptorToSecurityDescriptorW
        convert.argtypes = (
            wintypes.LPCWSTR,
            wintypes.DWORD,
            ctypes.POINTER(wintypes.LPVOID),
            wintypes.LPVOID,
        )
        api.SetFileSecurityW.argtypes = (wintypes.LPCWSTR, wintypes.DWORD, wintypes.LPVOID)
        descriptor = wintypes.LPVOID()
        if not convert(rights, _REVISION, ctypes.byref(descriptor), None):
            return False
        try:
            return bool(api.SetFileSecurityW(str(path), _DACL | _PROTECTED, descriptor))
        finally:
            kernel.LocalFree(descriptor)

    def set_hidden(path: Path, hidden: bool) -> None:
        """Sets or clears the attribute “hidden” of a file, as far as the file system lets us."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.GetFileAttributesW.argtypes = (wintypes.LPCWSTR,)
        kernel.GetFileAttributesW.restype = wintypes.DWORD
        kernel.SetFileAttributesW.argtypes = (wintypes.LPCWSTR, wintypes.DWORD)
        found = kernel.GetFileAttributesW(str(path))
        if found != _NO_ATTRIBUTES:
            kernel.SetFileAttributesW(str(path), found | _HIDDEN if hidden else found & ~_HIDDEN)

    def console_code_page() -> int:
        """Returns the code page in which the console reads output; 0 without a console."""
        return int(ctypes.WinDLL("kernel32").GetConsoleOutputCP())

    def has_console_input() -> bool:
        """Returns whether standard input is a console. The null device has none."""
        kernel = ctypes.WinDLL("kernel32")
        kernel.GetStdHandle.restype = wintypes.HANDLE
        kernel.GetConsoleMode.argtypes = (wintypes.HANDLE, wintypes.LPDWORD)
        mode = wintypes.DWORD()
        return bool(kernel.GetConsoleMode(kernel.GetStdHandle(_STANDARD_INPUT), ctypes.byref(mode)))

    def set_program_id(name: str) -> None:
        """Names this program to the task bar (AppUserModelID), which groups windows and pins by it."""
        shell = ctypes.WinDLL("shell32")
        shell.SetCurrentProcessExplicitAppUserModelID.argtypes = (wintypes.LPCWSTR,)
        shell.SetCurrentProcessExplicitAppUserModelID(name)

    def show_message(title: str, text: str, *, right_to_left: bool) -> None:
        """Shows an error in a message box of Windows, and waits. Ctrl+C copies its text."""
        user = ctypes.WinDLL("user32")
        user.MessageBoxW.argtypes = (wintypes.HWND, wintypes.LPCWSTR, wintypes.LPCWSTR, wintypes.UINT)
        sided = _RIGHT | _RIGHT_TO_LEFT if right_to_left else 0
        user.MessageBoxW(None, text, title, _ICON_ERROR | _FOREGROUND | sided)

    def allow_foreground() -> None:
        """Lets another process bring its window to the front, as this one may after a double click."""
        ctypes.WinDLL("user32").AllowSetForegroundWindow(wintypes.DWORD(_ANY_PROCESS))

    def take_mutex(name: str) -> int:
        """Takes the mutex `name` of this session until the process ends or `close_handle`; returns its handle.

        Returns 0 where another process has it. Raises OSError.
        """
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateMutexW.argtypes = (wintypes.LPVOID, wintypes.BOOL, wintypes.LPCWSTR)
        kernel.CreateMutexW.restype = wintypes.HANDLE
        handle = kernel.CreateMutexW(None, False, rf"Local\{name}")
        failed = ctypes.get_last_error()
        if not handle:
            raise ctypes.WinError(failed)
        if failed == _ALREADY_EXISTS:
            close_handle(handle)
            return 0
        return int(handle)

    def close_handle(handle: int) -> None:
        """Closes a handle of `take_mutex`."""
        kernel = ctypes.WinDLL("kernel32")
        kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
        kernel.CloseHandle(handle)

    def session_number() -> int:
        """Returns the number of the desktop session in which this process runs."""
        kernel = ctypes.WinDLL("kernel32")
        kernel.ProcessIdToSessionId.argtypes = (wintypes.DWORD, wintypes.LPDWORD)
        number = wintypes.DWORD()
        kernel.ProcessIdToSessionId(kernel.GetCurrentProcessId(), ctypes.byref(number))
        return int(number.value)

else:

    def give_rights(path: Path, rights: str) -> bool:
        del path, rights
        return False

    def set_hidden(path: Path, hidden: bool) -> None:
        del path, hidden

    def console_code_page() -> int:
        return 0

    def has_console_input() -> bool:
        return False

    def set_program_id(name: str) -> None:
        del name

    def show_message(title: str, text: str, *, right_to_left: bool) -> None:
        del title, text, right_to_left

    def allow_foreground() -> None:
        pass

    def take_mutex(name: str) -> int:
        raise OSError(name)

    def close_handle(handle: int) -> None:
        del handle

    def session_number() -> int:
        return 0
