"""About Sotto: what it is, its version and licence, what it is made of."""

from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtWidgets import QDialogButtonBox, QWidget

from app.widgets.facts import FactTable
from app.widgets.plain_label import PlainLabel
from app.widgets.question import Question

_Button = QDialogButtonBox.StandardButton
_PARTS = (
    *("PySide6_Essentials", "torch", "numpy", "tiktoken", "safetensors", "imageio-ffmpeg", "ffmpeg-python", "pysrt"),
    *("charset-normalizer", "regex", "silero-vad"),
)


@dataclass(frozen=True, slots=True)
class Facts:
    """Sotto's version, and the packages it is made of with theirs."""

    version: str
    parts: tuple[tuple[str, str], ...]


def installed_facts() -> Facts:
    """Ask what is installed, without loading any of it."""
    found = [(name, number) for name in _PARTS if (number := _version(name))]
    return Facts(_version("sotto") or "?", tuple(found))


def show(parent: QWidget | None, facts: Facts) -> None:
    """Tell about Sotto, until it was read."""
    AboutDialog(facts, parent).exec()


class AboutDialog(Question):
    """Says in three sentences what matters, and lists the parts."""

    def __init__(self, facts: Facts, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("About Sotto"), parent, _Button.Close)
        title = PlainLabel(f"Sotto {facts.version}")
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.6)
        title.setFont(font)
        self.body.addWidget(title)
        for text in (
            self.tr("A subtitle editor that listens: Whisper on your own machine."),
            self.tr("Nothing is uploaded, no usage is counted: Sotto connects only to fetch a model that you ask for."),
            self.tr(
                "Free software under the GNU General Public License, version 3 or later. It comes without any warranty."
            ),
        ):
            label = PlainLabel(text)
            label.setWordWrap(True)
            self.body.addWidget(label)
        self.body.addSpacing(self.fontMetrics().height() // 2)
        self.body.addWidget(PlainLabel(self.tr("Made with:")))
        self.table = FactTable(self.tr("Packages that Sotto is made with"), facts.parts)
        self.body.addWidget(self.table)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
