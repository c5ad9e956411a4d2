"""The options of `sotto transcribe` as types that Typer reads: what is typed, what it takes, one line of help.

Names and meaning are those of openai-whisper's command line. In a narrow terminal long metavars would cut the names.
"""

import math
from functools import partial
from pathlib import Path
from typing import Annotated, Literal

import typer

from engine.abilities import Task

YesNo = Literal["True", "False"]  # the reference's way: --word_timestamps True


def _figure(text: str) -> float:
    """Read a number. "nan" and "inf" are floats, too, but no wish of anybody."""
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise typer.BadParameter(f"{text!r} is not a number")
    return number


def _number(text: str) -> float | None:
    """Read a number, or None where the reference lets `None` switch something off."""
    return None if text == "None" else _figure(text)


def _count(text: str) -> int | None:
    try:
        return None if text == "None" else int(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is neither a whole number nor None") from None


_output = partial(typer.Option, rich_help_panel="Output")
_language = partial(typer.Option, rich_help_panel="Language and task")
_decoding = partial(typer.Option, rich_help_panel="Decoding")
_long_form = partial(typer.Option, rich_help_panel="Long form")
_words = partial(typer.Option, rich_help_panel="Words")
_sound = partial(typer.Option, rich_help_panel="Sound")
_machine = partial(typer.Option, rich_help_panel="Machine")

Files = Annotated[list[Path], typer.Argument(metavar="FILES...", help="Audio or video files.", show_default=False)]

# Output
OutputDir = Annotated[Path, _output("--output_dir", "-o", metavar="FOLDER", help="Where to write.")]
OutputFormat = Annotated[
    list[str] | None,
    _output("--output_format", "-f", metavar="FORMAT", help="srt, vtt, txt, tsv, json or all; may be given again."),
]
Overwrite = Annotated[bool, _output("--overwrite", help="Replace files that exist already.")]
Verbose = Annotated[
    YesNo | None, _output("--verbose", metavar="BOOL", help="Print what is heard; by default at a terminal only.")
]
Quiet = Annotated[bool, _output("--quiet", "-q", help="Print nothing but errors.")]
Json = Annotated[bool, _output("--json", help="Print one JSON object a file, without what was said.")]
ProfileName = Annotated[
    str,
    _output("--profile", metavar="NAME", help="Rules of srt, vtt and tsv, see sotto check; none: a cue a segment."),
]
MaxLineWidth = Annotated[
    int | None, _output("--max_line_width", min=1, metavar="N", help="Most characters a line, whatever the profile.")
]
MaxLineCount = Annotated[
    int | None, _output("--max_line_count", min=1, metavar="N", help="Most lines a cue, whatever the profile.")
]
MaxWordsPerLine = Annotated[
    int | None,
    _output(
        "--max_words_per_line",
        min=1,
        metavar="N",
        help="Most words a line. With --profile none these three need word times.",
    ),
]
HighlightWords = Annotated[
    YesNo, _output("--highlight_words", metavar="BOOL", help="Underline each word as it is said, in srt and vtt.")
]

# Language and task
TaskName = Annotated[Task, _language("--task", metavar="TASK", help="transcribe, or translate into English.")]
Language = Annotated[str | None, _language("--language", metavar="CODE", help="Code or English name; default: detect.")]
Multilingual = Annotated[bool, _language("--multilingual", help="Detect the language of every window.")]
AllowedLanguages = Annotated[
    str | None, _language("--allowed_languages", metavar="CODE,CODE", help="Detect among these only.")
]
LanguageDetectionThreshold = Annotated[
    float,
    _language(
        "--language_detection_threshold",
        parser=_figure,
        metavar="X",
        help="With --multilingual: less certain than this, a window keeps the language before it.",
    ),
]

# Decoding
Temperature = Annotated[
    float, _decoding("--temperature", parser=_figure, metavar="X", help="0 takes the likeliest, above 0 samples.")
]
TemperatureIncrement = Annotated[
    float | None,
    _decoding(
        "--temperature_increment_on_fallback",
        parser=_number,
        metavar="X",
        help="Step to the next temperature when a window fails; None: never retry.",
    ),
]
BestOf = Annotated[int | None, _decoding("--best_of", parser=_count, metavar="N", help="Samples above temperature 0.")]
BeamSize = Annotated[int | None, _decoding("--beam_size", parser=_count, metavar="N", help="Beams at temperature 0.")]
Patience = Annotated[
    float | None,
    _decoding("--patience", parser=_number, metavar="X", help="How long beams are waited for (arXiv:2204.05424)."),
]
LengthPenalty = Annotated[
    float | None,
    _decoding(
        "--length_penalty",
        parser=_number,
        metavar="X",
        help="Alpha of arXiv:1609.08144; None: divide by the length.",
    ),
]
SuppressTokens = Annotated[
    str,
    _decoding(
        "--suppress_tokens", metavar="IDS", help="Tokens never written, by commas; -1: symbols that are not speech."
    ),
]
RepetitionPenalty = Annotated[
    float, _decoding("--repetition_penalty", parser=_figure, metavar="X", help="Above 1: words return less easily.")
]
NoRepeatNgramSize = Annotated[
    int, _decoding("--no_repeat_ngram_size", metavar="N", help="So many tokens in a row come once a window.")
]

# Long form
InitialPrompt = Annotated[
    str | None, _long_form("--initial_prompt", metavar="TEXT", help="What was said before the start.")
]
CarryInitialPrompt = Annotated[
    YesNo, _long_form("--carry_initial_prompt", metavar="BOOL", help="Put it before every window.")
]
Hotwords = Annotated[str | None, _long_form("--hotwords", metavar="TEXT", help="Names and terms to expect.")]
BatchSize = Annotated[
    int | None,
    _long_form(
        "--batch_size",
        parser=_count,
        metavar="N",
        help="Windows of speech heard at once, none of them given the text before it; None: one by one.",
    ),
]
ConditionOnPreviousText = Annotated[
    YesNo,
    _long_form(
        "--condition_on_previous_text",
        metavar="BOOL",
        help="With --batch_size None: give each window the text before it.",
    ),
]
CompressionRatioThreshold = Annotated[
    float | None,
    _long_form(
        "--compression_ratio_threshold",
        parser=_number,
        metavar="X",
        help="A window more repetitive than this failed.",
    ),
]
LogprobThreshold = Annotated[
    float | None,
    _long_form(
        "--logprob_threshold",
        parser=_number,
        metavar="X",
        help="A window less certain than this failed.",
    ),
]
NoSpeechThreshold = Annotated[
    float | None,
    _long_form(
        "--no_speech_threshold",
        parser=_number,
        metavar="X",
        help="Silence, where no speech is likelier than this and the text failed.",
    ),
]
ClipTimestamps = Annotated[
    str, _long_form("--clip_timestamps", metavar="S", help="Only these stretches: start,end,start,end,...")
]

# Words
WordTimestamps = Annotated[YesNo, _words("--word_timestamps", metavar="BOOL", help="Find the time of every word.")]
PrependPunctuations = Annotated[
    str, _words("--prepend_punctuations", metavar="SIGNS", help="Signs that belong to the next word.")
]
AppendPunctuations = Annotated[
    str, _words("--append_punctuations", metavar="SIGNS", help="Signs that belong to the word before.")
]
HallucinationSilenceThreshold = Annotated[
    float | None,
    _words(
        "--hallucination_silence_threshold",
        parser=_number,
        metavar="S",
        help="Skip silence longer than this around text that is likely invented; needs word times.",
    ),
]

# Sound
Track = Annotated[
    int | None, _sound("--track", min=0, metavar="N", help="Sound track, counted from 0; default: the file's own.")
]
ChannelChoice = Annotated[
    str,
    _sound(
        "--channels",
        metavar="mix|each|N",
        help="All channels as one, each by itself (one speaker each), or channel N from 0.",
    ),
]

# Machine
ModelName = Annotated[
    str | None,
    _machine(
        "--model",
        metavar="NAME|PATH",
        help="A model's name, folder or .pt file; default: turbo, else the only one here, else Sotto's own.",
    ),
]
ModelDir = Annotated[Path | None, _machine("--model_dir", metavar="FOLDER", help="Look for models here, too.")]
Device = Annotated[str | None, _machine("--device", metavar="NAME", help="cpu or cuda; default: the best.")]
Fp16 = Annotated[YesNo, _machine("--fp16", metavar="BOOL", help="Half precision where the device is faster so.")]
Threads = Annotated[int, _machine("--threads", min=0, metavar="N", help="Processor threads; 0: as many as are good.")]
