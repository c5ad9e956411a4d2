"""What a screen reader sees and does: the tree of accessible objects on its bus (AT-SPI 2, over D-Bus)."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.low_level import MessageFlag

_A11Y = "org.a11y.atspi."
_REGISTRY, _ROOT = "org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root"
_PATIENCE = 60  # s for an answer, on a busy machine
_STATES = {4: "checked", 8: "enabled", 11: "focusable", 12: "focused", 16: "modal", 23: "selected", 25: "showing"}
_NAMED_BY = 2  # the relation to a label; 1 is that of the label
_MOST_CELLS = 40  # of a list or table that are walked: they are alike


class GoneError(Exception):
    """The object was there, and is no longer."""


@dataclass(frozen=True, slots=True)
class Accessible:
    """An object of the tree: who owns it, and where."""

    desktop: "Desktop" = field(repr=False, compare=False)
    owner: str
    path: str

    @property
    def name(self) -> str:
        return str(self._property("Name"))

    @property
    def description(self) -> str:
        return str(self._property("Description"))

    @property
    def role(self) -> str:
        return str(self._ask("Accessible", "GetRoleName")[0])

    @property
    def states(self) -> frozenset[str]:
        low, high = self._ask("Accessible", "GetState")[0]
        bits = low | high << 32
        return frozenset(name for bit, name in _STATES.items() if bits >> bit & 1)

    @property
    def children(self) -> "list[Accessible]":
        found = self._ask("Accessible", "GetChildren")[0]
        return [Accessible(self.desktop, owner, path) for owner, path in found if path.rpartition("/")[2] != "null"]

    @property
    def named_by(self) -> str:
        """Return the labels that a screen reader reads before it."""
        relations = dict(self._ask("Accessible", "GetRelationSet")[0])
        return " ".join(Accessible(self.desktop, *label).name for label in relations.get(_NAMED_BY, ()))

    @property
    def text(self) -> str:
        """Return what can be read letter by letter, as in a field."""
        return str(self._ask("Text", "GetText", "ii", (0, -1))[0])

    def cell(self, row: int, column: int) -> "Accessible":
        return Accessible(self.desktop, *self._ask("Table", "GetAccessibleAt", "ii", (row, column))[0])

    def press(self) -> None:
        """Do what a press does. Nothing is waited for: a menu answers only when the dialog that it opened is closed."""
        actions = [name for name, _, _ in self._ask("Action", "GetActions")[0]]
        press = next((at for at, name in enumerate(actions) if name in ("Press", "Toggle")), None)
        assert press is not None, f"{self.role} {self.name!r} can't be pressed, only {actions}"
        call = self._call("Action", "DoAction", "i", (press,))
        call.header.flags |= MessageFlag.no_reply_expected
        self.desktop.connection.send(call)

    def walk(self) -> "Iterator[tuple[str, Accessible]]":
        """Yield this and all under it that are still there, each with its place: the names of those above it."""
        left = [("", self)]
        while left:
            place, each = left.pop()
            yield place, each
            try:
                here, below = f"{place} > {each.role} {each.name!r}", each.children
            except GoneError:
                continue
            left += [(here, child) for child in below[:_MOST_CELLS] if child is not None][::-1]

    def find(self, role: str, name: str) -> "Accessible | None":
        """Return the first object under this with a role, and a name that begins so."""
        for _, each in self.walk():
            try:
                if each.role == role and each.name.startswith(name):
                    return each
            except GoneError:
                continue
        return None

    def _property(self, name: str) -> object:
        answer = self.desktop.ask(
            new_method_call(
                DBusAddress(self.path, self.owner, "org.freedesktop.DBus.Properties"),
                "Get",
                "ss",
                (f"{_A11Y}Accessible", name),
            )
        )
        return answer[0][1]

    def _ask(self, interface: str, method: str, kinds: str = "", values: tuple[object, ...] = ()) -> tuple[object, ...]:
        return self.desktop.ask(self._call(interface, method, kinds, values))

    def _call(self, interface: str, method: str, kinds: str = "", values: tuple[object, ...] = ()) -> Message:
        address = DBusAddress(self.path, self.owner, f"{_A11Y}{interface}")
        return new_method_call(address, method, kinds or None, values)


class Desktop:
    """The accessibility bus of this session, which starts when it is asked for; `heard` are the announcements."""

    def __init__(self) -> None:
        with open_dbus_connection(bus="SESSION") as session:
            asked = new_method_call(DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress")
            address = session.send_and_get_reply(asked, timeout=_PATIENCE).body[0]
        self.connection: DBusConnection = open_dbus_connection(bus=address)
        self._announced: deque[Message] = deque(maxlen=1000)
        rule = MatchRule(type="signal", interface=f"{_A11Y}Event.Object", member="Announcement")
        self.ask(message_bus.AddMatch(rule))
        self.connection.filter(rule, queue=self._announced)
        self._register("object:announcement")

    def applications(self) -> list[Accessible]:
        return Accessible(self, _REGISTRY, _ROOT).children

    @property
    def heard(self) -> list[str]:
        """Return what was announced since this was begun, as far as it has arrived."""
        self.applications()  # an answer comes behind all that was sent before it
        return [str(message.body[3][1]) for message in self._announced]

    def press_key(self, symbol: int) -> None:
        """Press a key where the focus is, by its X symbol."""
        address = DBusAddress("/org/a11y/atspi/registry/deviceeventcontroller", _REGISTRY, _DEVICES)
        self.ask(new_method_call(address, "GenerateKeyboardEvent", "isu", (symbol, "", 3)))  # 3: it is a symbol

    def ask(self, call: Message) -> tuple[object, ...]:
        """Return an answer. Raises GoneError where there is nobody to give it."""
        answer = self.connection.send_and_get_reply(call, timeout=_PATIENCE)
        if HeaderFields.error_name in answer.header.fields:
            raise GoneError(answer.header.fields[HeaderFields.error_name])
        return answer.body

    def _register(self, event: str) -> None:
        address = DBusAddress("/org/a11y/atspi/registry", _REGISTRY, _REGISTRY)
        self.ask(new_method_call(address, "RegisterEvent", "sass", (event, [], "")))


_DEVICES = f"{_A11Y}DeviceEventController"
