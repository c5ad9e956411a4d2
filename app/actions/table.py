"""An action: something that a person can do, with its words, and whether it can be done now."""

from collections.abc import Callable
from dataclasses import dataclass


def always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Action:
    """`id` is what key sets and the palette know it by; its part before the point names the menu that it stands in.

    `text` holds the letter that is underlined. `hint` says more, for tooltips and screen readers. `enabled` and
    `checked` are asked whenever something changed; an action with `checked` can be switched. `icon` names a picture of
    resources/icons. `group` separates the menu; `menu` False keeps it out of there. `released` is done when the key
    that it was done with is let go; `repeats` says whether a key that is held does it again and again.
    """

    id: str
    text: str
    run: Callable[[], object]
    hint: str = ""
    icon: str = ""
    group: str = ""
    enabled: Callable[[], bool] = always
    checked: Callable[[], bool] | None = None
    menu: bool = True
    released: Callable[[], object] | None = None
    repeats: bool = True

    @property
    def plain_text(self) -> str:
        """The text without the mark of its letter."""
        return self.text.replace("&&", "\0").replace("&", "").replace("\0", "&")
