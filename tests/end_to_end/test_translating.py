"""A finished transcript is translated in the window, by clicks and keys: real worker, embedded model, a German clip."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from app.dialogs.translate.dialog import TranslateDialog
from app.main_window import MainWindow
from engine.evaluation.normalise import normalise
from engine.evaluation.rates import align_words
from engine.subtitles.document import Cue, Document
from engine.subtitles.formats import read, write
from tests.support.clips import ffmpeg
from tests.support.demo import NAME, SAMPLE
from tests.support.hands import answering, button, click, click_row, press, type_text, wait_until
from tests.support.sample_job import MODEL
from tests.support.synthetic import needs_embedded

MakeWindow = Callable[..., MainWindow]
BEGIN = 32_000  # ms; from here on German is spoken in the sample
MINE = "Erik, did you repair the old ship?"


def german_clip(folder: Path) -> tuple[Cue, ...]:
    """Cut the German part out of the sample, with subtitles beside it; return the English ones."""
    ffmpeg("-ss", f"{BEGIN / 1000}", "-i", SAMPLE / f"{NAME}.mp4", "-vn", folder / "clip.wav")
    spoken, english = (later(read(SAMPLE / f"{NAME}{suffix}").document.cues) for suffix in (".vtt", ".en.vtt"))
    write(Document(spoken), folder / "clip.vtt", overwrite=False)
    return english


def later(cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    return tuple(replace(cue, start=cue.start - BEGIN, end=cue.end - BEGIN) for cue in cues if cue.start >= BEGIN)


def document(window: MainWindow) -> Document:
    return window.parts.session.document


def rightness(told: list[str], true: list[str]) -> float:
    """Return how many words are right, a cue beside a cue: fewer where each stands beside a wrong one."""
    counts = [
        align_words(normalise(right, "en"), normalise(said, "en")).counts
        for said, right in zip(told, true, strict=True)
    ]
    return sum(count.hits for count in counts) / sum(count.length for count in counts)


def ask_to_translate(window: MainWindow) -> None:
    def answer(dialog: TranslateDialog) -> None:
        type_text("German", dialog.language)
        assert dialog.refused == ""
        assert dialog.answer.model == str(MODEL)
        click(button(dialog, "Translate"))

    with answering(TranslateDialog, answer):
        window.commands.run("listen.translate")


@needs_embedded
def test_german_cues_get_their_english_beside_them(make_window: MakeWindow, tmp_path: Path) -> None:
    english = german_clip(tmp_path)
    window = make_window()
    window.open([tmp_path / "clip.vtt"])
    wait_until(lambda: not window.parts.film.preparing and window.parts.film.sound, "the sound of the clip")
    before = document(window)
    click_row(window.panels.table.view, 0)
    click(window.panels.editor.translation)
    type_text(MINE, window.panels.editor.translation)

    ask_to_translate(window)
    wait_until(lambda: window.parts.translation.state == "idle", "the end of the translation")
    after = document(window)
    assert after.cues[0].translation == MINE
    assert [cue.text for cue in after.cues] == [cue.text for cue in before.cues]
    assert sum(bool(cue.translation) for cue in after.cues[1:]) >= 5
    told, true = [cue.translation for cue in after.cues[1:]], [cue.text for cue in english[1:]]
    assert rightness(told, true) > max(rightness(told[1:], true[:-1]), rightness(told[:-1], true[1:]))

    press("Ctrl+Z", window.panels.table.view)
    assert [cue.translation for cue in document(window).cues] == [MINE, *[""] * 7]
    press("Ctrl+Y", window.panels.table.view)
    assert [cue.translation for cue in document(window).cues][1:] == told
