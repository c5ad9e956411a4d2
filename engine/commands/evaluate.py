"""`sotto evaluate`: references are found, heard and compared, and the figures are written as Markdown and JSON."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

import engine
from engine.audio.ffmpeg import find_ffmpeg
from engine.checkpoints.find import abilities_of
from engine.commands import transcribe_options as opt
from engine.commands.batch import ctrl_c_asks
from engine.commands.choice import choose_model, warn_if_synthetic
from engine.commands.evaluate_screen import EvaluateScreen
from engine.commands.outputs import check_folder
from engine.commands.preferences import preferences
from engine.commands.transcribe import temperatures
from engine.errors import Cancelled, EngineError
from engine.evaluation.candidate import Note, Problem
from engine.evaluation.find import find_references
from engine.evaluation.listen import Plan, Position, listen
from engine.evaluation.measure import Measured
from engine.evaluation.reference import Reference
from engine.evaluation.report import Report, as_json
from engine.evaluation.tables import as_markdown
from engine.languages import language_code
from engine.paths import shown
from engine.progress import Cancel
from engine.settings.models import folders_of_models
from engine.subtitles.export import check_target, write_whole
from engine.subtitles.formats import read_plain
from engine.whisper.options import Options

Places = Annotated[
    list[Path],
    typer.Argument(metavar="FOLDER...", help="Folders of recordings with their true subtitles.", show_default=False),
]
ReportDir = Annotated[Path, typer.Option("--output_dir", "-o", metavar="FOLDER", help="Where the report is written.")]
Language = Annotated[
    str | None, typer.Option("--language", metavar="CODE", help="Of references that don't say theirs.")
]
Tell = Annotated[bool, typer.Option("--tell_language", help="Tell the model the language; default: it detects.")]
Words = Annotated[
    Path | None, typer.Option("--words", metavar="FILE", help="Words whose spelling is measured apart, one a line.")
]
ShowText = Annotated[bool, typer.Option("--show_text", help="List the worst sentences, with what was said.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the report as JSON instead of a table.")]


def evaluate(
    folders: Places,
    output_dir: ReportDir = Path(),
    overwrite: opt.Overwrite = False,
    quiet: opt.Quiet = False,
    as_json: AsJson = False,
    show_text: ShowText = False,
    words: Words = None,
    language: Language = None,
    tell_language: Tell = False,
    temperature: opt.Temperature = 0.0,
    temperature_increment_on_fallback: opt.TemperatureIncrement = 0.2,
    best_of: opt.BestOf = 5,
    beam_size: opt.BeamSize = 5,
    condition_on_previous_text: opt.ConditionOnPreviousText = "True",
    batch_size: opt.BatchSize = 8,
    compression_ratio_threshold: opt.CompressionRatioThreshold = 2.4,
    logprob_threshold: opt.LogprobThreshold = -1.0,
    no_speech_threshold: opt.NoSpeechThreshold = 0.6,
    model: opt.ModelName = None,
    model_dir: opt.ModelDir = None,
    device: opt.Device = None,
    fp16: opt.Fp16 = "True",
    threads: opt.Threads = 0,
) -> int:
    """Return the exit code: 1 if anything was left out, though the rest is reported."""
    options = Options(
        temperature=temperatures(temperature, temperature_increment_on_fallback),
        best_of=best_of,
        beam_size=beam_size,
        condition_on_previous_text=condition_on_previous_text == "True",
        batch_size=batch_size,
        compression_ratio_threshold=compression_ratio_threshold,
        logprob_threshold=logprob_threshold,
        no_speech_threshold=no_speech_threshold,
    )
    plan = Plan(options, tell_language, frozenset() if words is None else frozenset(read_plain(words).split()))
    check_folder(output_dir)
    outputs = Outputs(output_dir / "report.md", output_dir / "report.json", overwrite)
    outputs.check()
    settings = preferences()
    path = choose_model(model, folders_of_models(settings, model_dir))
    abilities = abilities_of(path)  # refuses a folder that is no whole model before anything is read
    if not quiet:
        warn_if_synthetic(path, abilities)
    run = Evaluation(plan, path, EvaluateScreen(quiet=quiet, as_json=as_json), outputs, show_text)
    run.find(folders, None if language is None else language_code(language))
    return run.hear(device, fp16 == "True", threads, find_ffmpeg(settings.ffmpeg))


@dataclass(frozen=True, slots=True)
class Outputs:
    """The two files of a report."""

    page: Path
    data: Path
    overwrite: bool

    def check(self) -> None:
        """Raise EngineError("disk") if one of them is there already or can't be."""
        for file in (self.page, self.data):
            if file.parent.is_dir():
                check_target(file, overwrite=self.overwrite)

    def write(self, report: Report) -> None:
        """Write both, each whole or not at all. Raises EngineError("disk")."""
        try:
            self.page.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            folder = shown(self.page.parent)
            message = f"{folder} can't be made ({error.strerror}): choose another --output_dir."
            raise EngineError("disk", message) from error
        write_whole(as_markdown(report), self.page, overwrite=self.overwrite)
        write_whole(as_json(report), self.data, overwrite=self.overwrite)


class Evaluation:
    """One run: what was found, what was measured, what was left out."""

    def __init__(self, plan: Plan, model: Path, screen: EvaluateScreen, outputs: Outputs, show_text: bool) -> None:
        self._plan = plan
        self._model = model
        self._screen = screen
        self._outputs = outputs
        self._show_text = show_text
        self._references: list[Reference] = []
        self._measured: list[Measured] = []
        self._problems: list[Problem] = []
        self._notes: list[Note] = []

    def find(self, places: list[Path], language: str | None) -> None:
        """Look for references. Raises EngineError("media") if there is not one."""
        for found in find_references(places, language):
            self._take(found)
        if not self._references:
            where = ", ".join(map(shown, places))
            raise EngineError(
                "media",
                f"No reference in {where}: recordings need subtitles of the same name beside them, or a pairs.tsv.",
            )

    def hear(self, device: str | None, fp16: bool, threads: int, ffmpeg: Path) -> int:
        """Listen to all references, write the report, return the exit code. Raises Cancelled after Ctrl-C."""
        with self._screen.loading(self._model):
            model = engine.load_model(self._model, device=device, fp16=fp16, threads=threads, ffmpeg=ffmpeg)
        if not model.model.abilities.translates and any(each.translation is not None for each in self._references):
            self._take(Note(self._model, f"{shown(self._model)} can't translate: translations are not measured."))
        cancel = Cancel()
        try:
            with ctrl_c_asks(cancel), self._screen.bar([each.media for each in self._references]) as bar:
                for event in listen(self._references, model, self._plan, cancel):
                    if isinstance(event, Position):
                        bar.move(event.reference.media, event.share)
                    else:
                        self._take(event)
        except Cancelled:
            if self._measured:
                self._outputs.write(self._report(complete=False))
            self._screen.stopped(len(self._measured), len(self._references), self._outputs.page)
            raise
        return self._finish()

    def _take(self, found: Reference | Measured | Problem | Note) -> None:
        match found:
            case Reference():
                self._references.append(found)
            case Measured():
                self._measured.append(found)
            case Problem():
                self._problems.append(found)
                self._screen.complain(found.message)
            case Note():
                self._notes.append(found)
                self._screen.complain(found.message)

    def _finish(self) -> int:
        report = self._report(complete=True)
        self._screen.show(report)  # first: hours of work are seen even if the disk is full
        self._outputs.write(report)
        self._screen.wrote((self._outputs.page, self._outputs.data))
        if not self._problems:
            return 0
        kinds = {problem.kind for problem in self._problems}
        return 2 if kinds == {"options"} else 1

    def _report(self, *, complete: bool) -> Report:
        return Report(
            model=shown(Path(self._model.name)),
            options=self._plan.options,
            language_told=self._plan.tell_language,
            measured=tuple(self._measured),
            problems=tuple(self._problems),
            notes=tuple(self._notes),
            complete=complete,
            show_text=self._show_text,
        )
