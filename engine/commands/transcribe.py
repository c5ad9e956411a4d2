"""`sotto transcribe`: what was typed becomes values, is checked, and is handed to the batch."""

import math
from pathlib import Path

from engine.abilities import Abilities
from engine.audio.channels import Channels
from engine.audio.ffmpeg import find_ffmpeg
from engine.checkpoints.find import abilities_of
from engine.checkpoints.suitable import Job, check
from engine.commands import transcribe_options as opt
from engine.commands.batch import Batch, Request
from engine.commands.choice import choose_model, warn_if_synthetic
from engine.commands.outputs import Writing, check_folder, plan
from engine.commands.preferences import preferences
from engine.commands.screen import Screen
from engine.errors import EngineError
from engine.languages import language_code
from engine.paths import profiles_file
from engine.settings.models import folders_of_models
from engine.subtitles.profiles import DEFAULT, Profile, find_profile
from engine.subtitles.reference_layout import LineLimits
from engine.whisper.options import Options

REFERENCE = Options()
ALL_FORMATS = (".txt", ".vtt", ".srt", ".tsv", ".json")


def transcribe(
    files: opt.Files,
    output_dir: opt.OutputDir = Path(),
    output_format: opt.OutputFormat = None,
    overwrite: opt.Overwrite = False,
    verbose: opt.Verbose = None,
    quiet: opt.Quiet = False,
    as_json: opt.Json = False,
    profile: opt.ProfileName = DEFAULT,
    max_line_width: opt.MaxLineWidth = None,
    max_line_count: opt.MaxLineCount = None,
    max_words_per_line: opt.MaxWordsPerLine = None,
    highlight_words: opt.HighlightWords = "False",
    task: opt.TaskName = "transcribe",
    language: opt.Language = None,
    multilingual: opt.Multilingual = False,
    allowed_languages: opt.AllowedLanguages = None,
    language_detection_threshold: opt.LanguageDetectionThreshold = 0.5,
    temperature: opt.Temperature = 0.0,
    temperature_increment_on_fallback: opt.TemperatureIncrement = 0.2,
    best_of: opt.BestOf = 5,
    beam_size: opt.BeamSize = 5,
    patience: opt.Patience = None,
    length_penalty: opt.LengthPenalty = None,
    suppress_tokens: opt.SuppressTokens = "-1",
    repetition_penalty: opt.RepetitionPenalty = 1.0,
    no_repeat_ngram_size: opt.NoRepeatNgramSize = 0,
    initial_prompt: opt.InitialPrompt = None,
    carry_initial_prompt: opt.CarryInitialPrompt = "False",
    hotwords: opt.Hotwords = None,
    condition_on_previous_text: opt.ConditionOnPreviousText = "True",
    batch_size: opt.BatchSize = 8,
    compression_ratio_threshold: opt.CompressionRatioThreshold = 2.4,
    logprob_threshold: opt.LogprobThreshold = -1.0,
    no_speech_threshold: opt.NoSpeechThreshold = 0.6,
    clip_timestamps: opt.ClipTimestamps = "0",
    word_timestamps: opt.WordTimestamps = "False",
    prepend_punctuations: opt.PrependPunctuations = REFERENCE.prepend_punctuations,
    append_punctuations: opt.AppendPunctuations = REFERENCE.append_punctuations,
    hallucination_silence_threshold: opt.HallucinationSilenceThreshold = None,
    track: opt.Track = None,
    channels: opt.ChannelChoice = "mix",
    model: opt.ModelName = None,
    model_dir: opt.ModelDir = None,
    device: opt.Device = None,
    fp16: opt.Fp16 = "True",
    threads: opt.Threads = 0,
) -> int:
    """Return the exit code; see the options for the rest."""
    options = Options(
        task=task,
        language=None if language is None else language_code(language),
        temperature=temperatures(temperature, temperature_increment_on_fallback),
        compression_ratio_threshold=compression_ratio_threshold,
        logprob_threshold=logprob_threshold,
        no_speech_threshold=no_speech_threshold,
        condition_on_previous_text=condition_on_previous_text == "True",
        batch_size=batch_size,
        initial_prompt=initial_prompt,
        carry_initial_prompt=carry_initial_prompt == "True",
        best_of=best_of,
        beam_size=beam_size,
        patience=patience,
        length_penalty=length_penalty,
        suppress_tokens=suppress_tokens,
        word_timestamps=word_timestamps == "True",
        prepend_punctuations=prepend_punctuations,
        append_punctuations=append_punctuations,
        clip_timestamps=clip_timestamps,
        hallucination_silence_threshold=hallucination_silence_threshold,
        hotwords=hotwords,
        repetition_penalty=repetition_penalty,
        no_repeat_ngram_size=no_repeat_ngram_size,
        multilingual=multilingual,
        allowed_languages=_codes(allowed_languages),
        language_detection_threshold=language_detection_threshold,
    )
    limits = LineLimits(max_line_width, max_line_count, max_words_per_line, highlight_words == "True")
    rules = chosen_profile(profile, limits, word_times=options.word_timestamps)
    jobs = plan(files, output_dir, suffixes(output_format or ["all"]))
    check_folder(output_dir)
    settings = preferences()
    folders = folders_of_models(settings, model_dir)
    path = choose_model(model, folders)
    abilities = abilities_of(path)
    if abilities is not None:
        _check_abilities(path, abilities, options, folders)
    request = Request(
        model=path,
        device=device,
        fp16=fp16 == "True",
        threads=threads,
        options=options,
        track=track,
        channels=read_channels(channels),
        writing=Writing(limits, overwrite, rules),
        ffmpeg=find_ffmpeg(settings.ffmpeg),
    )
    if not quiet:
        warn_if_synthetic(path, abilities)
    return Batch(request, Screen(quiet=quiet, as_json=as_json, verbose=verbose and verbose == "True")).run(jobs)


def suffixes(formats: list[str]) -> tuple[str, ...]:
    """Return the suffixes of the formats that were asked for, each once, in the order of openai-whisper's list."""
    for name in formats:
        if name != "all" and f".{name}" not in ALL_FORMATS:
            raise EngineError("options", f"output_format {name!r} is none of txt, vtt, srt, tsv, json and all.")
    return ALL_FORMATS if "all" in formats else tuple(suffix for suffix in ALL_FORMATS if suffix[1:] in formats)


def chosen_profile(name: str, limits: LineLimits, *, word_times: bool) -> Profile | None:
    """Find the profile to lay out by, with the limits of lines that were asked for; None for "none".

    Raises EngineError("options") for limits that can't be kept.
    """
    if name == "none":
        limits.check(word_times=word_times)
        return None
    if limits.highlight_words and not word_times:
        raise EngineError("options", "highlight_words needs the times of the words: give --word_timestamps True, too.")
    found = find_profile(name, profiles_file())
    return found.with_line_limits(limits.max_line_width, limits.max_line_count, limits.max_words_per_line)


def read_channels(text: str) -> Channels:
    """Read what `--channels` takes."""
    if text == "mix":
        return "mix"
    if text == "each":
        return "each"
    if text.isascii() and text.isdigit():
        return int(text)
    raise EngineError("options", f"channels {text!r} is neither mix nor each nor the number of a channel, from 0 on.")


def temperatures(first: float, increment: float | None) -> tuple[float, ...]:
    """Return the temperatures that are tried one after another, up to 1, in the reference's very floats."""
    if increment is None or first > 1:
        return (first,)
    if increment < 0.01:
        raise EngineError("options", "temperature_increment_on_fallback must be None or at least 0.01.")
    step = first + increment - first  # numpy.arange's step, whose sums the reference takes
    return tuple(first + step * turn for turn in range(math.ceil((1.0 + 1e-6 - first) / increment)))


def _codes(languages: str | None) -> tuple[str, ...]:
    return () if languages is None else tuple(language_code(language) for language in languages.split(","))


def _check_abilities(model: Path, abilities: Abilities, options: Options, folders: tuple[Path, ...]) -> None:
    for language in (options.language, *options.allowed_languages):
        job = Job(options.task, language, options.word_timestamps)
        check(model, abilities, job, folders, multilingual=options.multilingual)
