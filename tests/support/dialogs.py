"""Every dialog of the window with something to ask about, for tests that look at all of them."""

from collections.abc import Callable, Mapping
from dataclasses import replace
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
    other_model,
    recovered,
    several,
    shift_times,
    stretch_times,
)
from app.dialogs.model_choice.shelf import Prospects, Shelf
from app.dialogs.models import dialog as models_dialog
from app.dialogs.models.values import Facts as ModelFacts
from app.dialogs.preferences import dialog as preferences
from app.dialogs.preferences.values import ActionName
from app.dialogs.preferences.values import Question as PreferencesQuestion
from app.dialogs.transcribe import dialog as transcribe
from app.dialogs.transcribe.values import Question as TranscribeQuestion
from app.dialogs.transcribe.values import Wanted
from app.dialogs.translate import dialog as translate
from app.dialogs.translate.values import Question as TranslateQuestion
from app.dialogs.translate.values import cues_of
from app.queue.names import Place
from engine.abilities import Abilities
from engine.checkpoints.catalogue import read_offers
from engine.checkpoints.local import ModelInfo, Unknown
from engine.checkpoints.recommend import Machine
from engine.checkpoints.sizes import Sizes
from engine.checkpoints.suitable import Job
from engine.languages import LANGUAGES
from engine.protocol import MediaReady, Picture, Track
from engine.settings import Hearing, Settings
from engine.subtitles.beside import Row
from engine.subtitles.document import Cue, Document
from engine.subtitles.profiles import read_profiles

ALL = tuple(LANGUAGES)
SMALL = ModelInfo(
    "small", Path("/m/small"), Abilities(ALL[:99], True, True), 244_000_000, 967_000_000, 80, Sizes(768, 12, 12)
)
TURBO = ModelInfo(
    "turbo", Path("/m/turbo"), Abilities(ALL, False, True), 809_000_000, 1_600_000_000, 128, Sizes(1280, 32, 4, 128)
)
BASE_EN = ModelInfo(
    "base.en", Path("/m/base.en"), Abilities(("en",), False, True), 74_000_000, 145_000_000, 80, Sizes(512, 6, 6)
)
MINI = ModelInfo(
    "mini", Path("/m/mini"), Abilities(("en", "de"), True, True, True), 6_000_000, 12_000_000, 80, Sizes(256, 4, 4)
)
BROKEN = Unknown(Path("/m/broken"), "/m/broken has no weights.")
MODELS = (SMALL, TURBO, BASE_EN, MINI, BROKEN)
PROSPECTS = Prospects(read_offers(), Machine(memory=6_144, cores=4), None, lambda _: MODELS)
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


def preferences_question(settings: Settings | None = None, foreign: str = "") -> PreferencesQuestion:
    profiles = (*read_profiles(), *([replace(read_profiles()[0], name="foreign", title=foreign)] if foreign else []))
    actions = (*ACTIONS, *([ActionName("file.foreign", foreign, foreign)] if foreign else []))
    return PreferencesQuestion(settings or Settings(), actions, profiles, (("en", "English"), ("nb", "Norsk bokmål")))


def dialogs(foreign: str) -> Mapping[str, Callable[[], QDialog]]:
    """Return a maker of every dialog, with `foreign` wherever a text comes from a file that somebody else made."""
    document, translated = _foreign(DOCUMENT, foreign), _foreign(TRANSLATED, foreign)
    ready = replace(READY, container=foreign, tracks=(replace(READY.tracks[0], codec=foreign, title=foreign),))
    models = (*MODELS, replace(SMALL, name=foreign), Unknown(Path(foreign), foreign))
    return MappingProxyType(
        {
            "about": lambda: about.AboutDialog(about.Facts("1.0", (("torch", "2.10"), (foreign, foreign)))),
            "columns": lambda: columns.ColumnsDialog(COLUMNS, COLUMNS),
            "export": lambda: export.ExportDialog(document, export.Export()),
            "go to": lambda: go_to.GoToDialog(go_to.Places(5, 6000, 2)),
            "heard again": lambda: heard_again.HeardAgainDialog(
                heard_again.Asked((Row(document.cues[:2], translated.cues),), ("",), print)
            ),
            "media information": lambda: media_information.MediaInformation(
                media_information.MediaFacts(Path("/films") / f"{foreign}.mp4", 123_456, ready)
            ),
            "models": lambda: models_dialog.ModelsDialog(model_facts(models, foreign), Job()),
            "other model": lambda: other_model.OtherModelDialog(
                f"The model {foreign} is gone.", Shelf(models, PROSPECTS), Job()
            ),
            "preferences": lambda: preferences.PreferencesDialog(preferences_question(foreign=foreign)),
            "recovered": lambda: recovered.RecoveredDialog([recovered.Recovered(foreign, 0, 3, translated, document)]),
            "several": lambda: several.SeveralDialog(several_asked(foreign=foreign)),
            "shift times": lambda: shift_times.ShiftDialog(document, (2,), shift_times.Shift()),
            "stretch times": lambda: stretch_times.StretchDialog(document),
            "transcribe": lambda: transcribe.TranscribeDialog(
                TranscribeQuestion(
                    models, foreign, 2, (0, 500), 100, vocabulary=foreign, prompt=foreign, prospects=PROSPECTS
                )
            ),
            "transcribe again": lambda: transcribe.TranscribeDialog(
                TranscribeQuestion(
                    models,
                    foreign,
                    2,
                    hearing=Hearing("/m/base.en"),  # which detects no language
                    again=((0, 500), (900, 1_400)),
                    prospects=PROSPECTS,
                )
            ),
            "translate": lambda: translate.TranslateDialog(
                TranslateQuestion(
                    models, cues_of(document.cues), (1, 2), foreign, "/m/turbo", "no", prospects=PROSPECTS
                )
            ),
        }
    )


def model_facts(models: tuple[ModelInfo | Unknown, ...] = MODELS, home: str = "models") -> ModelFacts:
    """Return what there is to choose from on a machine with 8 GB."""
    wishes = {SMALL.path: "openai/whisper-small"}
    return ModelFacts(models, Prospects(read_offers(), Machine(8192, 4)), wishes=wishes, home=Path(home))


HOW = Wanted(Hearing("/m/small", "no"))


def several_asked(wanted: Wanted | None = HOW, foreign: str = "<b>") -> several.Asked:
    """Return a question about two films, of which one has a project already."""
    films = (Path("/films") / f"{foreign}.mp4", Path("/films/song.mkv"))
    question = TranscribeQuestion(MODELS, "2", prospects=PROSPECTS)
    return several.Asked(films, question, wanted, Place(), lambda _: (Path("/films/song.sotto"),))


def _foreign(document: Document, foreign: str) -> Document:
    cues = (replace(cue, text=foreign, translation=foreign, speaker=foreign) for cue in document.cues)
    return replace(document, cues=tuple(cues), speakers=(foreign,))


DIALOGS = dialogs("<b>")
