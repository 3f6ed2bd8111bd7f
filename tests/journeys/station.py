"""A workplace for journeys: a display with a window manager, its own bus, home and runtime folder, and the program
as a process of its own in front of it.

Keys and pointer reach the program through the display server (XTEST, by xdotool). A key of the layout `us` or `ir`
is pressed as on a keyboard with that layout; a short cut is the physical key, as it is for a person.
"""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import IO, Final, Self

from PIL import ImageGrab

from dev import DISPLAY_PROGRAMS
from tests.journeys.accessibility import Accessibility, Address, Node
from tests.journeys.waiting import PATIENCE, waited
from tests.processes import end

#: Parts of an element that has the focus itself.
_PARTS: Final = ("list item", "menu item", "cell")
ROOT: Final = Path(__file__).resolve().parents[2]
_LAUNCHER: Final = "/usr/libexec/at-spi-bus-launcher"
#: The physical keys of a PC's keyboard by what a US layout prints on them.
_KEYS: Final = {
    letter: str(first + at)
    for first, letters in ((10, "1234567890-="), (24, "qwertyuiop[]"), (38, "asdfghjkl;'"), (52, "zxcvbnm,./"))
    for at, letter in enumerate(letters)
}  # fmt: skip
_BUS: Final = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path={socket}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>"""


def missing() -> list[str]:
    """The programs that journeys need and this PC does not have."""
    return [name for name in DISPLAY_PROGRAMS if shutil.which(name) is None]


class Station:
    """A display on which programs are opened; `size` is in pixels, what it leaves is in `folder`."""

    def __init__(self, folder: Path, size: str = "1366x768") -> None:
        self.folder, self._size = folder, size
        self._runtime = Path(tempfile.mkdtemp(prefix="journey-"))
        self._processes: list[subprocess.Popen[bytes]] = []
        self._layout = ""
        self._opened = False
        home = folder / "home"
        home.mkdir(parents=True, exist_ok=True)
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "LANG": "C.UTF-8",
            "XDG_RUNTIME_DIR": str(self._runtime),
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={self._runtime}/bus",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        }
        try:
            self.environment["DISPLAY"] = self._start_display()
            self._start_bus()
            self._start("openbox", "--sm-disable")
            waited(self._has_window_manager, "the window manager")
            self.accessibility = Accessibility(self.environment["DBUS_SESSION_BUS_ADDRESS"])
            self._opened = True
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        if self._opened:
            self.accessibility.close()
        for process in reversed(self._processes):
            end(process)
        shutil.rmtree(self._runtime, ignore_errors=True)

    def open(self, *arguments: str) -> Program:
        """Starts the program as a person does, and waits for its first window."""
        known = set(self.accessibility.programs())
        path = self.folder / f"program-{len(self._processes)}.log"
        with path.open("wb") as log:
            process = self._start(sys.executable, "-m", "desktop_app", *arguments, output=log)

        def address() -> Address | None:
            assert process.poll() is None, f"the program ended with {process.returncode}, see {path}"
            return next((one for one in self.accessibility.programs() if one not in known), None)

        return Program(self, process, waited(address, "the first window"))

    def run(self, *arguments: str) -> str:
        """A command of the program in a process of its own, as the Task Scheduler does; returns its output."""
        done = subprocess.run(
            [sys.executable, "-m", "desktop_app", *arguments],
            env=self.environment, cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    def picture(self, name: str) -> Path:
        """A picture of the whole display, beside the evidence."""
        path = self.folder / f"{name}.png"
        ImageGrab.grab(xdisplay=self.environment["DISPLAY"]).save(path)
        return path

    def leave_evidence(self) -> None:
        """The picture and the elements that showed; log and database lie beside them already."""
        self.picture("failure")
        lines = [
            f"{node.role}: {node.name}{' [focus]' if node.is_focused else ''}"
            for program in self.accessibility.programs()
            for node in self.accessibility.showing(program)
        ]
        (self.folder / "failure.txt").write_text("\n".join(lines), "utf-8")
        print(f"picture, log and database of the failure: {self.folder}")

    # Keys and pointer

    def layout(self, name: str) -> None:
        """Puts the keyboard in the layout `us` or `ir`, as a person does who types in that language."""
        if name != self._layout:
            self._do("setxkbmap", "-layout", name)
            self._layout = name

    def type(self, text: str) -> None:
        """Types text in the layout in which its letters are."""
        self.layout("us" if text.isascii() else "ir")
        self._do("xdotool", "type", "--delay", "2", "--", text)

    def press(self, *chords: str) -> None:
        """Presses keys one after the other, such as `ctrl+f`, `Return`, `r`: letters are physical keys."""
        self._do(
            "xdotool", "key", "--delay", "2", *("+".join(map(_key, chord.split("+"))) for chord in chords)
        )

    def click(self, *places: tuple[int, int], held: str = "") -> None:
        """Clicks places one after the other, without a pause, while a key is `held`."""
        chain = [word for left, top in places for word in ("mousemove", str(left), str(top), "click", "1")]
        keys = (["keydown", held], ["keyup", held]) if held else ([], [])
        self._do("xdotool", *keys[0], *chain, *keys[1])

    def _do(self, *command: str) -> None:
        subprocess.run(command, env=self.environment, check=True, timeout=PATIENCE)

    def _start(self, *command: str, output: IO[bytes] | int = subprocess.DEVNULL) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(command, env=self.environment, cwd=ROOT, stdout=output, stderr=output)
        self._processes.append(process)
        return process

    def _start_display(self) -> str:
        reading, writing = os.pipe()
        # Without -noreset the display throws everybody out when its first visitor leaves.
        screen = ["-screen", "0", f"{self._size}x24", "-nolisten", "tcp", "-noreset"]
        command = ["Xvfb", "-displayfd", str(writing), *screen]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self._processes.append(subprocess.Popen(command, pass_fds=[writing], **quiet))  # type: ignore[call-overload]
        os.close(writing)
        with os.fdopen(reading) as told:
            return f":{int(told.readline())}"

    def _has_window_manager(self) -> bool:
        asked = subprocess.run(
            ["xdotool", "get_num_desktops"], env=self.environment, capture_output=True, check=False
        )
        return asked.returncode == 0

    def _start_bus(self) -> None:
        """A session bus that starts no service by itself, and the bus of accessibility on it."""
        settings, socket = self._runtime / "bus.conf", self._runtime / "bus"
        settings.write_text(_BUS.format(socket=socket), "utf-8")
        self._start("dbus-daemon", "--config-file", str(settings), "--nofork")
        waited(socket.exists, "the session bus")
        self._start(_LAUNCHER, "--launch-immediately")


class Program:
    """The program on a station, read as a screen reader reads it and used as a person uses it."""

    def __init__(self, station: Station, process: subprocess.Popen[bytes], address: Address) -> None:
        self.station = station
        self.process = process
        self._address = address
        self._reading = station.accessibility

    def find(self, name: str, role: str = "") -> Node:
        """Waits until an element of this name shows: exactly it, else what contains it."""

        def found() -> Node | None:
            showing = [node for node in self.showing() if role in ("", node.role)]
            named = [node for node in showing if node.name == name]
            named = named or [node for node in showing if name in node.name]
            return named[0] if named else None

        return waited(found, f"{role or 'an element'} named «{name}»")

    def sees(self, text: str) -> Node:
        """Waits until something shows whose name contains the text."""
        return waited(lambda: self.seen(text), f"«{text}»")

    def seen(self, text: str) -> Node | None:
        return next((node for node in self.showing() if text in node.name), None)

    def gone(self, text: str) -> None:
        """Waits until nothing shows any more whose name contains the text."""
        waited(lambda: self.seen(text) is None, f"the end of «{text}»")

    def showing(self) -> list[Node]:
        assert self.process.poll() is None, f"the program ended with {self.process.returncode}"
        return self._reading.showing(self._address)

    def focused(self) -> Node | None:
        """The element that takes the keys. Entries of closed drop-downs and cells of hidden lists say so too."""
        candidates = (node for node in self.showing() if node.is_focused)
        return next((node for node in candidates if node.role not in _PARTS), None)

    def wait_focus(self, name: str) -> Node:
        def there() -> Node | None:
            node = self.focused()
            return node if node is not None and node.name.startswith(name) else None

        return waited(there, f"the focus on «{name}»")

    def click(self, name: str, role: str = "") -> None:
        """Clicks the middle of an element, once it is enabled and stands still."""
        place = self._resting(lambda: self.find(name, role), name)
        self.station.click(_middle(place))

    def middles(self, beginning: str, role: str) -> list[tuple[int, int]]:
        """The middles of the elements in sight whose names begin so, from top to bottom."""
        found = [node for node in self.showing() if node.role == role and node.name.startswith(beginning)]
        return sorted((_middle(self._reading.place(node)) for node in found), key=lambda place: place[1])

    def text(self, name: str, role: str = "text") -> str:
        """What stands in a field."""
        return self._reading.text(self.find(name, role))

    def wait_text(self, name: str, text: str, role: str = "text") -> None:
        waited(lambda: self.text(name, role) == text, f"«{text}» in «{name}»")

    def write(self, name: str, text: str, role: str = "text") -> None:
        """Clicks a field, types, and waits until the text stands there."""
        self.click(name, role)
        self.wait_focus(name)
        self.replace(text)
        self.wait_text(name, text, role)

    def replace(self, text: str) -> None:
        """Types over what stands in the field that has the focus."""
        # Where Persian is the only layout, X11 has no Ctrl+A.
        self.station.layout("us")
        self.press("ctrl+a")
        self.type(text)

    def entries(self, label: str) -> list[str]:
        """The entries of the drop-down that stands behind a label."""
        return [entry.name for entry in self._entries(self._drop_down(label))]

    def choose(self, label: str, entry: str) -> None:
        """Opens the drop-down behind a label, clicks an entry, and waits until it is the one shown."""
        box = self._drop_down(label)
        place = self._reading.place(box)
        self.station.click(_middle(place))

        def offered() -> Node | None:
            found = next((node for node in self._entries(box) if node.name == entry), None)
            # While the drop-down is closed, the places of its entries are not on the screen.
            return found if found and _overlap(self._reading.place(found), place) else None

        self.station.click(_middle(self._resting(lambda: waited(offered, f"the entry «{entry}»"), entry)))
        waited(lambda: self._reading.again(box).name == entry, f"«{entry}» in «{label}»")

    def choose_recipient(self, place: str) -> None:
        """Types a unit or a clerk into the field of a referral and takes the first line of its list."""
        field = "گیرندهٔ ارجاع"
        if not self.find(field, "text").is_focused:
            # Not waited for: the list that it opens is a popup, which AT-SPI does not name.
            self.click(field, "text")
        self.type(place)
        self.press("Return")
        self.find(place, "push button")

    def _drop_down(self, label: str) -> Node:
        """The drop-down that shows this entry, else the first one behind a label of this name."""

        def found() -> Node | None:
            showing = self.showing()
            for node in showing:
                if (node.role, node.name) == ("combo box", label):
                    return node
            behind = itertools.dropwhile(lambda node: (node.role, node.name) != ("label", label), showing)
            return next((node for node in behind if node.role == "combo box"), None)

        return waited(found, f"the drop-down «{label}»")

    def _entries(self, box: Node) -> list[Node]:
        return [node for node in self._reading.below(box) if node.role == "list item"]

    def type(self, text: str) -> None:
        self.station.type(text)

    def press(self, *chords: str) -> None:
        self.station.press(*chords)

    def kill(self) -> None:
        """Ends the process as a power cut does."""
        self.process.kill()
        self.process.wait()

    def close(self) -> None:
        """Closes the window by its frame, and waits for the end of the process."""
        self.press("alt+F4")
        assert self.process.wait(PATIENCE) == 0

    def _resting(self, found: Callable[[], Node], name: str) -> tuple[int, int, int, int]:
        """The place of an element that is enabled, when two readings agree."""
        last: list[tuple[int, int, int, int]] = []

        def settled() -> tuple[int, int, int, int] | None:
            node = found()
            if not node.is_enabled:
                last.clear()
                return None
            last.append(self._reading.place(node))
            return last[-1] if len(last) > 1 and last[-1] == last[-2] and last[-1][2] > 0 else None

        return waited(settled, f"«{name}» to be enabled and to stand still")


def _key(name: str) -> str:
    return _KEYS.get(name, name)


def _overlap(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    """Whether two places share columns of the screen, as an open drop-down and its box do."""
    return one[0] < other[0] + other[2] and other[0] < one[0] + one[2]


def _middle(place: tuple[int, int, int, int]) -> tuple[int, int]:
    left, top, width, height = place
    return left + width // 2, top + height // 2
