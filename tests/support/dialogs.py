"""Every dialog of the window with something to ask about, for tests that look at all of them."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from PySide6.QtWidgets import QDialog

from app.dialogs import (
    about,
    columns,
    export,
    go_to,
    heard_again,
    media_information,
    recovered,
    shift_times,
    stretch_times,
)
from app.dialogs.preferences import dialog as preferences
from app.dialogs.preferences.values import ActionName
from app.dialogs.preferences.values import Question as PreferencesQuestion
from app.dialogs.transcribe import dialog as transcribe
from app.dialogs.transcribe.values import Question as TranscribeQuestion
from app.dialogs.translate import dialog as translate
from app.dialogs.translate.values import Question as TranslateQuestion
from app.dialogs.translate.values import cues_of
from engine.abilities import Abilities
from engine.checkpoints.local import ModelInfo, Unknown
from engine.languages import LANGUAGES
from engine.protocol import MediaReady, Picture, Track
from engine.settings import Settings
from engine.subtitles.beside import Row
from engine.subtitles.document import Cue, Document
from engine.subtitles.profiles import read_profiles

ALL = tuple(LANGUAGES)
SMALL = ModelInfo("small", Path("/m/small"), Abilities(ALL[:99], True, True), 244_000_000, 967_000_000, 80)
TURBO = ModelInfo("turbo", Path("/m/turbo"), Abilities(ALL, False, True), 809_000_000, 1_600_000_000, 128)
BASE_EN = ModelInfo("base.en", Path("/m/base.en"), Abilities(("en",), False, True), 74_000_000, 145_000_000, 80)
MINI = ModelInfo("mini", Path("/m/mini"), Abilities(("en", "de"), True, True, True), 6_000_000, 12_000_000, 80)
BROKEN = Unknown(Path("/m/broken"), "/m/broken has no weights.")
MODELS = (SMALL, TURBO, BASE_EN, MINI, BROKEN)
DOCUMENT = Document(
    tuple(Cue(number, 1000 * number, 1000 * number + 800, f"Cue <i>{number}</i>") for number in range(1, 6)),
    language="no",
)
TRANSLATED = Document((Cue(1, 1000, 2000, "Hei.", translation="Hi."),), language="no")
READY = MediaReady(
    1,
    "mov,mp4",
    3_600_000,
    12_000,
    Picture("h264", 1920, 1080, 23.976),
    (Track(0, "aac", "no", "Mix <b>", 2, 48000, 0, True), Track(1, "aac", "xx", None, 1, 48000, 1480, False)),
    0,
)
ACTIONS = (
    ActionName("file.save", "Save", "File"),
    ActionName("file.open", "Open", "File"),
    ActionName("play.toggle", "Play or pause", "Play"),
)
COLUMNS = (columns.Column("number", "Number"), columns.Column("end", "End", False), columns.Column("text", "Text"))


def preferences_question(settings: Settings | None = None) -> PreferencesQuestion:
    return PreferencesQuestion(
        settings or Settings(), ACTIONS, read_profiles(), (("en", "English"), ("nb", "Norsk bokmål"))
    )


DIALOGS: Mapping[str, Callable[[], QDialog]] = MappingProxyType(
    {
        "about": lambda: about.AboutDialog(about.Facts("1.0", (("torch", "2.10"),))),
        "columns": lambda: columns.ColumnsDialog(COLUMNS, COLUMNS),
        "export": lambda: export.ExportDialog(DOCUMENT, export.Export()),
        "go to": lambda: go_to.GoToDialog(go_to.Places(5, 6000, 2)),
        "heard again": lambda: heard_again.HeardAgainDialog(
            heard_again.Asked((Row(DOCUMENT.cues[:2], TRANSLATED.cues),), ("",), print)
        ),
        "media information": lambda: media_information.MediaInformation(
            media_information.MediaFacts(Path("/films/<b>.mp4"), 123_456, READY)
        ),
        "preferences": lambda: preferences.PreferencesDialog(preferences_question()),
        "recovered": lambda: recovered.RecoveredDialog([recovered.Recovered("a.srt", 0, 3, TRANSLATED, DOCUMENT)]),
        "shift times": lambda: shift_times.ShiftDialog(DOCUMENT, (2,), shift_times.Shift()),
        "stretch times": lambda: stretch_times.StretchDialog(DOCUMENT),
        "transcribe": lambda: transcribe.TranscribeDialog(TranscribeQuestion(MODELS, "<b>.mp4", 2, (0, 500), 100)),
        "transcribe again": lambda: transcribe.TranscribeDialog(
            TranscribeQuestion(MODELS, "<b>.mp4", 2, again=((0, 500), (900, 1_400)))
        ),
        "translate": lambda: translate.TranslateDialog(
            TranslateQuestion(MODELS, cues_of(DOCUMENT.cues), (1, 2), "<b>.mp4", "/m/small", "no")
        ),
    }
)
