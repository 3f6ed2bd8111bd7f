"""What assistive technology reads of a program's windows: AT-SPI over D-Bus, without a library of its own.

A journey reads names, roles, focus and places here; it never touches the program's Python objects. Names are compared
without the invisible marks of bidirectional text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from jeepney import DBusAddress, HeaderFields, Message, MessageType, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.journeys.waiting import PATIENCE, waited

_ACCESSIBLE: Final = "org.a11y.atspi.Accessible"
_REGISTRY: Final = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
#: Bits of AT-SPI's set of states.
_FOCUSED: Final = 12
_SENSITIVE: Final = 24
_SHOWING: Final = 25
_INVISIBLE: Final = dict.fromkeys(map(ord, "\u200e\u200f\u2066\u2067\u2068\u2069\u202a\u202b\u202c"))

Address = tuple[str, str]


@dataclass(frozen=True)
class Node:
    """One element of a window, as it was when it was read."""

    address: Address
    name: str
    role: str
    states: frozenset[int]

    @property
    def is_enabled(self) -> bool:
        return _SENSITIVE in self.states

    @property
    def is_focused(self) -> bool:
        return _FOCUSED in self.states


class Accessibility:
    """The elements of all programs on one session bus."""

    def __init__(self, session_bus: str) -> None:
        with open_dbus_connection(bus=session_bus) as session:
            asked = new_method_call(
                DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress"
            )

            def address() -> str | None:
                reply = session.send_and_get_reply(asked)
                answered = reply.header.message_type == MessageType.method_return
                return str(reply.body[0]) if answered else None

            found = waited(address, "the accessibility bus")
        self._bus: DBusConnection = open_dbus_connection(bus=found.partition(",")[0])

    def close(self) -> None:
        self._bus.close()

    def programs(self) -> list[Address]:
        """The programs that have a window, in the order of their start."""
        found = self._children(_REGISTRY)
        return [program for program in found if self._children(program)]

    def showing(self, program: Address) -> list[Node]:
        """Everything that shows in the windows of a program; the last window first, then from top to bottom."""
        found: list[Node] = []
        for window in reversed(self._children(program)):
            found += self._read([window, *self._matches(window)])
        return [node for node in found if _SHOWING in node.states]

    def place(self, node: Node) -> tuple[int, int, int, int]:
        """Left, top, width and height on the screen, in pixels."""
        (reply,) = self._ask([_call(node.address, "org.a11y.atspi.Component", "GetExtents", "u", (0,))])
        left, top, width, height = reply[0] if reply else (0, 0, 0, 0)
        return left, top, width, height

    def text(self, node: Node) -> str:
        """What stands in a field."""
        (reply,) = self._ask([_call(node.address, "org.a11y.atspi.Text", "GetText", "ii", (0, -1))])
        return str(reply[0]) if reply else ""

    def below(self, node: Node) -> list[Node]:
        """What shows inside an element."""
        return self._read(self._matches(node.address))

    def again(self, node: Node) -> Node:
        """An element as it is now; as it was, where it is gone."""
        return next(iter(self._read([node.address])), node)

    def _children(self, address: Address) -> list[Address]:
        (reply,) = self._ask([_call(address, _ACCESSIBLE, "GetChildren")])
        return [(name, path) for name, path in reply[0]] if reply else []

    def _matches(self, address: Address) -> list[Address]:
        """All that shows below an element, in one question."""
        rule: tuple[Any, ...] = ([1 << _SHOWING, 0], 1, {}, 1, [0, 0, 0, 0], 3, [], 1, False)
        asked = _call(
            address, "org.a11y.atspi.Collection", "GetMatches", "(aiia{ss}iaiiasib)uib", (rule, 1, 0, True)
        )
        (reply,) = self._ask([asked])
        return [(name, path) for name, path in reply[0]] if reply else []

    def _read(self, addresses: list[Address]) -> list[Node]:
        """What vanished meanwhile is left out."""
        asked = [
            message
            for address in addresses
            for message in (
                Properties(DBusAddress(address[1], address[0], _ACCESSIBLE)).get("Name"),
                _call(address, _ACCESSIBLE, "GetRoleName"),
                _call(address, _ACCESSIBLE, "GetState"),
            )
        ]
        replies = self._ask(asked)
        found = []
        for at, address in enumerate(addresses):
            name, role, states = replies[3 * at : 3 * at + 3]
            if name and role and states:
                low, high = states[0]
                bits = frozenset(bit for bit in range(64) if (low | high << 32) >> bit & 1)
                found.append(Node(address, name[0][1].translate(_INVISIBLE), role[0], bits))
        return found

    def _ask(self, messages: list[Message]) -> list[Any]:
        """Sends all questions at once and collects the replies: None for an error."""
        places: dict[int, int] = {}
        for at, message in enumerate(messages):
            serial = next(self._bus.outgoing_serial)
            places[serial] = at
            self._bus.send(message, serial=serial)
        replies: list[Any] = [None] * len(messages)
        while places:
            reply = self._bus.receive(timeout=PATIENCE)
            at = places.pop(reply.header.fields.get(HeaderFields.reply_serial, -1), -1)
            if at >= 0 and reply.header.message_type == MessageType.method_return:
                replies[at] = reply.body
        return replies


def _call(
    address: Address, interface: str, method: str, signature: str | None = None, body: tuple[Any, ...] = ()
) -> Message:
    return new_method_call(DBusAddress(address[1], address[0], interface), method, signature, body)
