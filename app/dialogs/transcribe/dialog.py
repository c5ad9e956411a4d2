"""The dialog that asks how to transcribe, and keeps from what the model or the sound can't do."""

from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from app.dialogs.language_choice import LanguageChoice
from app.dialogs.model_choice.choice import ModelChoice
from app.dialogs.model_choice.shelf import Shelf
from app.dialogs.transcribe.more import More
from app.dialogs.transcribe.values import Question, Scope, Wanted
from app.dialogs.transcribe.wishes import wishes_of
from app.widgets import question
from app.widgets.choices import CheckWithReason, Choice, Choices
from app.widgets.clock import short_clock
from app.widgets.plain_label import PlainLabel
from engine.abilities import Task
from engine.checkpoints.suitable import Job
from engine.errors import EngineError
from engine.protocol import Wishes
from engine.settings import Hearing

_VOCABULARY_LINES = 2


def ask(parent: QWidget | None, asked: Question) -> Wanted | None:
    """Ask how to transcribe."""
    dialog = TranscribeDialog(asked, parent)
    return dialog.answer if dialog.exec() else None


class TranscribeDialog(question.Question):
    """One look at what matters, the reference's options behind a button."""

    def __init__(self, asked: Question, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Transcribe again") if asked.again else self.tr("Transcribe"), parent)
        self._asked = asked
        hearing = asked.hearing
        self.call_accept(self.tr("Transcribe"))
        self.language = LanguageChoice(hearing.language)
        self.task = Choices[Task](
            self.tr("Task"),
            [
                Choice("transcribe", self.tr("&Write down what is said")),
                Choice("translate", self.tr("T&ranslate it into English")),
            ],
            hearing.task,
        )
        self._check_task()
        self.scope = self._scope_choices(asked)
        self.model = ModelChoice(Shelf(asked.models, asked.prospects), self._job, hearing.model, self._length)
        self.channels = CheckWithReason(self.tr("One speaker a &channel: hear each by itself"), hearing.each_channel)
        self.channels.set_reason(self._channel_reason(asked.channels))
        self.vocabulary = QPlainTextEdit(asked.vocabulary)
        self.vocabulary.setTabChangesFocus(True)
        self.vocabulary.setPlaceholderText(self.tr("Åse Nilsen, Trollheimen, Finansdepartementet"))
        self.prompt = QLineEdit(asked.prompt)
        self.more = More(dict(hearing.options))
        self._lay_out()
        self.model.chosen_changed.connect(self._look)
        self.task.chosen_changed.connect(self._look)
        self.scope.chosen_changed.connect(self._look)
        self.language.currentIndexChanged.connect(self._look)
        self.more.edited.connect(self._look)
        self._look()

    @property
    def answer(self) -> Wanted:
        """What is asked for; only to be read while nothing is refused."""
        asked, model = self._asked, self.model.model
        vocabulary = " ".join(self.vocabulary.toPlainText().split())
        options = tuple(sorted(self.more.texts.items()))
        hearing = Hearing(
            str(model.path) if model else asked.hearing.model,
            self.language.code,
            self.task.chosen,
            self.channels.checked,
            options,
        )
        return Wanted(
            hearing, self.scope.chosen, vocabulary, self.prompt.text().strip(), self._wishes(vocabulary), self._folders
        )

    @property
    def _folders(self) -> tuple[Path, ...]:
        return self.model.added

    def _wishes(self, vocabulary: str) -> Wishes:
        wishes = wishes_of(self.more.texts, self.language.code)
        values = {name: getattr(wishes, name) for name in Wishes.__slots__}
        return Wishes(**{**values, "hotwords": vocabulary or None})

    def _scope_choices(self, asked: Question) -> Choices[Scope]:
        start, end = asked.selection or (0, 0)
        selected = self.tr("The &selection: {0} to {1}").format(short_clock(start, 1), short_clock(end, 1))
        nothing = self.tr("Nothing is selected on the waveform, and no cue.")
        at_start = self.tr("The playhead is at the start.")
        return Choices[Scope](
            self.tr("What"),
            [
                Choice("file", self.tr("The whole &file")),
                Choice(
                    "selection",
                    selected if asked.selection else self.tr("The &selection"),
                    "" if asked.selection else nothing,
                ),
                Choice(
                    "following",
                    self.tr("From the &playhead on: {0}").format(short_clock(asked.here, 1)),
                    "" if asked.here > 0 else at_start,
                ),
            ],
            "selection" if asked.selection else "file",
        )

    def _channel_reason(self, channels: int) -> str:
        if not channels:
            return self.tr("How many channels the sound has is not known yet.")
        return "" if channels > 1 else self.tr("The sound has one channel only.")

    def _lay_out(self) -> None:
        form = QFormLayout()
        if self._asked.media:
            name = PlainLabel(self._asked.media)
            name.setWordWrap(True)
            form.addRow(self.tr("File:"), name)
        if self._asked.again:
            form.addRow(self.tr("What:"), PlainLabel(self._what_again(self._asked.again)))
        form.addRow(self.tr("Mo&del:"), self.model)
        form.addRow(self.tr("&Language:"), self.language)
        form.addRow(self.tr("&Names and terms:"), self.vocabulary)
        form.addRow(self.tr("Said &before:"), self.prompt)
        self.vocabulary.setFixedHeight(_VOCABULARY_LINES * self.fontMetrics().lineSpacing() + 14)
        self.vocabulary.setAccessibleDescription(self.tr("Put before every window, so that they are spelled right."))
        self.prompt.setAccessibleDescription(self.tr("The sentence before the start, as a hint of style and spelling."))
        self.body.addLayout(form)
        for part in (self.task, self.scope, self.channels, self.more):
            self.body.addWidget(part)
        self.body.addStretch()
        self.scope.setVisible(not self._asked.again)

    def _what_again(self, stretches: tuple[tuple[int, int], ...]) -> str:
        first, *others = stretches
        text = self.tr("{0} to {1}").format(short_clock(first[0], 1), short_clock(first[1], 1))
        seconds = QLocale().toString(sum(end - start for start, end in stretches) / 1000, "f", 1)
        if not others:
            return text
        return self.tr("{0} and later; stretches: {1}, together {2} s").format(text, len(stretches), seconds)

    @property
    def _job(self) -> Job:
        """What is asked of the model; cues are cut by its times of words."""
        return Job(self.task.chosen, self.language.code or None, word_times=True)

    @property
    def _length(self) -> int:
        """How much is to be heard, in ms; 0 where nobody knows."""
        if self._asked.again:
            return sum(end - start for start, end in self._asked.again)
        match self.scope.chosen, self._asked.selection:
            case "selection", (start, end):
                return end - start
            case "following", _:
                return max(0, self._asked.length - self._asked.here)
        return self._asked.length

    def _look(self) -> None:
        """Say what can't be, how long the rest takes, and whether the answer can be given."""
        self._check_task()
        whole = not self._asked.again and self.scope.chosen == "file"
        self.model.look(self._job, self._length, whole=whole)
        problem = self.model.problem
        if problem:
            self.refuse(problem, self.model.remedies(self.language.choose))
            return
        try:
            wishes_of(self.more.texts, self.language.code)
        except EngineError as error:
            problem = str(error)
        self.refuse(problem)

    def _check_task(self) -> None:
        is_english = self.language.code == "en"
        self.task.set_reasons(["", self.tr("English is English already.") if is_english else ""])
