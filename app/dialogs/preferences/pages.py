"""The small pages: profile, look, language, player, privacy. Each gives its part of the settings."""

from PySide6.QtWidgets import QCheckBox, QFormLayout, QSizePolicy, QSpinBox, QVBoxLayout, QWidget

from app.look.engine_words import in_words
from app.widgets.choice_box import ChoiceBox
from app.widgets.choices import Choice, Choices
from app.widgets.facts import FactTable
from app.widgets.numbers import short
from app.widgets.plain_label import PlainLabel
from engine.settings import Follow, Look, Player, Privacy, Scheme
from engine.subtitles.checks import RULES
from engine.subtitles.profiles import Limit, Profile

_SHOWN = 24  # letters of a profile's title
_SMALLEST_TEXT, _BIGGEST_TEXT = 6, 72  # points


class ProfilePage(QWidget):
    """The rules for new documents, with their numbers and where each was read."""

    def __init__(self, chosen: str, profiles: tuple[Profile, ...]) -> None:
        super().__init__()
        self._profiles = profiles
        self.box = ChoiceBox(self.tr("&Rules for new documents:"))
        self.box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(_SHOWN)
        for profile in profiles:
            self.box.addItem(in_words(profile.title), profile.name)
        self.box.setCurrentIndex(max(0, self.box.findData(chosen)))
        form = QFormLayout()
        form.addRow(self.tr("&Rules for new documents:"), self.box)
        self._layout = QVBoxLayout(self)
        self._layout.addLayout(form)
        self.table = self._make_table()
        self._layout.addWidget(self.table, 1)
        self.box.currentIndexChanged.connect(self._show)

    @property
    def profile(self) -> str:
        return str(self.box.currentData())

    def _show(self) -> None:
        table = self._make_table()
        self._layout.replaceWidget(self.table, table)
        self.table.deleteLater()
        self.table = table

    def _make_table(self) -> FactTable:
        profile = self._profiles[self.box.currentIndex()]
        limits = [(in_words(rule.title), in_words(rule.unit), rule.limit_in(profile)) for rule in RULES if rule.limit]
        facts = [(title, self._in_words(limit, unit)) for title, unit, limit in limits if limit.strictest is not None]
        return FactTable(self.tr("What these rules find fault with"), facts)

    def _in_words(self, limit: Limit, unit: str) -> str:
        numbers = [
            self.tr("limit {0} {1}").format(short(limit.value), unit).strip() if limit.value is not None else "",
            self.tr("advised {0} {1}").format(short(limit.advised), unit).strip() if limit.advised is not None else "",
        ]
        text = ", ".join(filter(None, numbers))
        return f"{text} ({limit.source})" if limit.source else text


class LookPage(QWidget):
    """Colours, and the size of text."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.scheme = Choices[Scheme](
            self.tr("Colours"),
            [
                Choice("system", self.tr("As the &system has them")),
                Choice("light", self.tr("&Light")),
                Choice("dark", self.tr("&Dark")),
                Choice("high-contrast", self.tr("&High contrast")),
            ],
            look.scheme,
        )
        self.own_size = QCheckBox(self.tr("&Own size of text:"))
        self.own_size.setChecked(bool(look.text_size))
        self.points = QSpinBox()
        self.points.setRange(_SMALLEST_TEXT, _BIGGEST_TEXT)
        self.points.setSuffix(self.tr(" points"))
        self.points.setValue(look.text_size or max(_SMALLEST_TEXT, self.font().pointSize()))
        self.points.setAccessibleName(self.tr("Size of text in points"))
        self.points.setEnabled(self.own_size.isChecked())
        self.points.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.own_size.toggled.connect(self.points.setEnabled)
        hint = PlainLabel(self.tr("Without it text is as big as the system says."))
        form = QFormLayout()
        form.addRow(self.own_size, self.points)
        layout = QVBoxLayout(self)
        layout.addWidget(self.scheme)
        layout.addLayout(form)
        layout.addWidget(hint)
        layout.addStretch()

    @property
    def look(self) -> Look:
        return Look(self.scheme.chosen, self.points.value() if self.own_size.isChecked() else 0)


class LanguagePage(QWidget):
    """The language of the window; that of films is asked for with each transcription."""

    def __init__(self, chosen: str, languages: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self.box = ChoiceBox(self.tr("&Language of the window:"))
        self.box.addItem(self.tr("As the system has it"), "")
        for code, name in languages:
            self.box.addItem(name, code)
        self.box.setCurrentIndex(max(0, self.box.findData(chosen)))
        form = QFormLayout()
        form.addRow(self.tr("&Language of the window:"), self.box)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(PlainLabel(self.tr("It changes when Sotto is started the next time.")))
        layout.addStretch()

    @property
    def language(self) -> str:
        return str(self.box.currentData())


class PlayerPage(QWidget):
    """How far it jumps, how loud it is, how the waveform follows, and sounds for those who can't see the cues."""

    def __init__(self, player: Player) -> None:
        super().__init__()
        self.rewind = _milliseconds(player.rewind, 0)
        self.step = _milliseconds(player.step, 10)
        self.stride = _milliseconds(player.stride, 10)
        self.volume = _percent(player.volume)
        self.follow = ChoiceBox(self.tr("&Waveform while it plays:"))
        for follow, text in self._follow_texts():
            self.follow.addItem(text, follow)
        self.follow.setCurrentIndex(self.follow.findData(player.follow))
        self.sounds = QCheckBox(self.tr("Play a &sound where a cue begins and where it ends"))
        self.sounds.setChecked(player.sounds)
        self.sounds_volume = _percent(player.sounds_volume)
        self.sounds_volume.setEnabled(player.sounds)
        self.sounds.toggled.connect(self.sounds_volume.setEnabled)
        self._lay_out()

    @property
    def player(self) -> Player:
        return Player(
            self.rewind.value(),
            self.step.value(),
            self.stride.value(),
            self.volume.value(),
            self.sounds.isChecked(),
            self.sounds_volume.value(),
            self.follow.currentData(),
        )

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("&Back when it plays on:"), self.rewind)
        form.addRow(self.tr("Short &jump:"), self.step)
        form.addRow(self.tr("L&ong jump:"), self.stride)
        form.addRow(self.tr("&Volume:"), self.volume)
        form.addRow(self.tr("&Waveform while it plays:"), self.follow)
        form.addRow(self.sounds)
        form.addRow(self.tr("Volume of the soun&ds:"), self.sounds_volume)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addStretch()

    def _follow_texts(self) -> tuple[tuple[Follow, str], ...]:
        return (
            ("page", self.tr("Turns the page")),
            ("centre", self.tr("Keeps the playhead in the middle")),
            ("no", self.tr("Stays where it is")),
        )


class PrivacyPage(QWidget):
    """What is remembered of a person's work."""

    def __init__(self, privacy: Privacy) -> None:
        super().__init__()
        self.recent = QCheckBox(self.tr("&Remember which files were open"))
        self.recent.setChecked(privacy.keep_recent)
        layout = QVBoxLayout(self)
        layout.addWidget(self.recent)
        for text in (
            self.tr("Without it the list of recent files is emptied at once and stays empty."),
            self.tr("Sotto opens no network connection, and no log holds a word of what was said."),
        ):
            label = PlainLabel(text)
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addStretch()

    @property
    def privacy(self) -> Privacy:
        return Privacy(self.recent.isChecked())


def _percent(value: int) -> QSpinBox:
    box = QSpinBox()
    box.setRange(0, 100)
    box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    box.setSuffix(" %")
    box.setValue(value)
    return box


def _milliseconds(value: int, least: int) -> QSpinBox:
    box = QSpinBox()
    box.setRange(least, 60_000)
    box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    box.setSingleStep(100)
    box.setSuffix(" ms")
    box.setValue(value)
    return box
