"""The options that the reference has, by its own names, for who knows them; folded away from all others."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from app.dialogs.transcribe.wishes import OPTIONS, Option, usual_text
from app.widgets.choice_box import ChoiceBox
from app.widgets.plain_label import PlainLabel


class More(QWidget):
    """A button that unfolds a form. `texts` are the options that are not as usual."""

    edited = Signal()

    def __init__(self, texts: dict[str, str]) -> None:
        super().__init__()
        self._helps = self._make_helps()
        self.fields: dict[str, QLineEdit | QComboBox] = {
            option.name: self._field(option, texts.get(option.name, usual_text(option.name))) for option in OPTIONS
        }
        self.button = QToolButton()
        self.button.setText(self.tr("&More: the reference's options"))
        self.button.setCheckable(True)
        self.button.setAutoRaise(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.page = QWidget()
        form = QFormLayout(self.page)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)  # its names are long words
        for option in OPTIONS:
            form.addRow(option.name, self._with_help(option.name))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.button)
        layout.addWidget(self.page)
        self.button.toggled.connect(self.show_all)
        self.show_all(bool(self.texts))

    @property
    def texts(self) -> dict[str, str]:
        """What was typed, where it is not the usual."""
        found = {name: _typed(field) for name, field in self.fields.items()}
        return {name: text for name, text in found.items() if text != usual_text(name)}

    def show_all(self, shown: bool) -> None:
        """Unfold the form, or fold it."""
        self.button.setChecked(shown)
        self.button.setArrowType(Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow)
        self.page.setVisible(shown)

    def _field(self, option: Option, text: str) -> QLineEdit | QComboBox:
        field: QLineEdit | QComboBox
        if option.kind == "flag":
            field = ChoiceBox(option.name)
            field.addItems(["True", "False"])
            field.setCurrentText(text)
            field.currentTextChanged.connect(lambda _: self.edited.emit())
        else:
            field = QLineEdit(text)
            field.textEdited.connect(lambda _: self.edited.emit())
        field.setAccessibleName(option.name)
        field.setAccessibleDescription(self._helps[option.name])
        return field

    def _with_help(self, name: str) -> QWidget:
        label = PlainLabel(self._helps[name])
        label.setWordWrap(True)
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        both = QWidget()
        both.setFocusProxy(self.fields[name])
        layout = QVBoxLayout(both)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.fields[name])
        layout.addWidget(label)
        return both

    def _make_helps(self) -> dict[str, str]:
        return {
            "temperature": self.tr("0 takes the likeliest word; the next ones are tried where a window fails."),
            "beam_size": self.tr("How many texts are followed at temperature 0: slower, sometimes better."),
            "best_of": self.tr("How many texts are drawn above temperature 0."),
            "patience": self.tr("How long beams are waited for; needs beam_size."),
            "length_penalty": self.tr("Favours longer texts the higher it is; None divides by the length."),
            "batch_size": self.tr("Windows heard at once, none given the text before it; None: one by one."),
            "condition_on_previous_text": self.tr("Each window is given the text before it; False ends loops sooner."),
            "carry_initial_prompt": self.tr("What was said before is put before every window, not the first alone."),
            "compression_ratio_threshold": self.tr("A window more repetitive than this failed."),
            "logprob_threshold": self.tr("A window less certain than this failed."),
            "no_speech_threshold": self.tr("Where no speech is likelier than this and the text failed, it is silence."),
            "hallucination_silence_threshold": self.tr("Skips longer silences, in seconds, around invented text."),
            "suppress_tokens": self.tr("Tokens that are never written; -1 are the symbols that are no speech."),
            "repetition_penalty": self.tr("Above 1 words come back less easily."),
            "no_repeat_ngram_size": self.tr("So many tokens in a row come once a window; 0 allows all."),
            "multilingual": self.tr("Detects the language of every window anew."),
        }


def _typed(field: QLineEdit | QComboBox) -> str:
    return field.text().strip() if isinstance(field, QLineEdit) else field.currentText()
