"""`sotto check`: what in subtitles breaks the rules of a profile, as lines and as a report; and safe fixes."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from engine.commands import transcribe_options as opt
from engine.commands.check_report import Report, compose_report, measured
from engine.commands.screen import clock, complain, on_one_line
from engine.errors import EngineError
from engine.languages import language_code
from engine.paths import profiles_file, shown
from engine.subtitles.checks import Problem, rule
from engine.subtitles.checks import check as check_document
from engine.subtitles.document import Cue, Document
from engine.subtitles.export import check_target, write_whole
from engine.subtitles.fixes import Change, apply, propose
from engine.subtitles.formats import read, write
from engine.subtitles.profiles import DEFAULT, Profile, find_profile

File = Annotated[Path, typer.Argument(metavar="FILE", help="Subtitles with times.", show_default=False)]
ProfileName = Annotated[
    str,
    typer.Option("--profile", metavar="NAME", help="Rules: netflix-en, bbc, dcmp, ..., or of your own profiles.toml."),
]
Language = Annotated[
    str | None, typer.Option("--language", metavar="CODE", help="Of the text, where the file doesn't say it.")
]
Fix = Annotated[
    bool, typer.Option("--fix", help="Mend what is safe to, into FILE.fixed; with --overwrite in FILE itself.")
]
ReportFile = Annotated[
    Path | None, typer.Option("--report", metavar="FILE", help="Write a report as .html, .json or .csv.")
]
Advice = Annotated[bool, typer.Option("--advice", help="List what is only recommended, too.")]


def check(
    file: File,
    profile: ProfileName = DEFAULT,
    language: Language = None,
    fix: Fix = False,
    report: ReportFile = None,
    advice: Advice = False,
    overwrite: opt.Overwrite = False,
    quiet: opt.Quiet = False,
) -> int:
    """Return the exit code: 1 if problems remain, 0 if not; an advice is no problem."""
    rules = find_profile(profile, profiles_file())
    if report is not None:
        _check_report(report, file, overwrite=overwrite)
    reading = read(file)
    if reading.repairs:
        complain(f"{shown(file)}: {len(reading.repairs)} places had to be mended to read it.")
    document = reading.document
    if language is not None:
        document = replace(document, language=language_code(language))
    if fix:
        document = _fix(document, rules, file, overwrite=overwrite, quiet=quiet)
    problems = check_document(document, rules)
    if not quiet:
        _print(document, problems, rules, file, advice=advice)
    if report is not None:
        composed = compose_report(Report(file, document, problems, rules), report.suffix)
        write_whole(composed, report, overwrite=overwrite)
    return 1 if any(problem.level == "problem" for problem in problems) else 0


def _check_report(report: Path, file: Path, *, overwrite: bool) -> None:
    if report.suffix.lower() not in (".html", ".json", ".csv"):
        raise EngineError("options", f"{shown(report)} is no report: let its name end with .html, .json or .csv.")
    if report.resolve() == file.resolve():
        raise EngineError("options", f"{shown(report)} is what shall be checked: choose another name for the report.")
    check_target(report, overwrite=overwrite)


def _fix(document: Document, rules: Profile, file: Path, *, overwrite: bool, quiet: bool) -> Document:
    """Write what safe fixes make of a file, say what they change, and return it."""
    changes = propose(document, rules)
    if not changes:
        return document
    fixed = apply(document, changes)
    target = file if overwrite else file.with_name(f"{file.stem}.fixed{file.suffix}")
    write(fixed, target, overwrite=overwrite)
    if not quiet:
        numbers = _numbers(document)
        sys.stdout.writelines(f"fixed {_place(each.before, numbers)}: {_told(each)}\n" for each in changes)
        sys.stdout.write(f"{_counted(len(changes), 'cue')} fixed -> {shown(target)}\n")
    return fixed


def _told(change: Change) -> str:
    """Say what a fix does, without a word of the text."""
    before, after = change.before, change.after
    told = []
    if after.text != before.text:
        told.append(
            f"{_counted(before.text.count(chr(10)) + 1, 'line')} -> {after.text.count(chr(10)) + 1}, broken anew"
        )
    if after.start != before.start:
        told.append(f"begins at {clock(after.start)}")
    if after.end != before.end:
        told.append(f"ends at {clock(after.end)} instead of {clock(before.end)}")
    return f"{', '.join(told)} ({', '.join(change.rules)})"


def _print(document: Document, problems: Sequence[Problem], rules: Profile, file: Path, *, advice: bool) -> None:
    cues, numbers = {cue.id: cue for cue in document.cues}, _numbers(document)
    for problem in problems:
        if problem.level == "problem" or advice:
            title = rule(problem.rule).title
            sys.stdout.write(f"{problem.level} {_place(cues[problem.cue], numbers)}: {title}{measured(problem)}")
            sys.stdout.write(f" ({problem.rule})\n")
    count = sum(problem.level == "problem" for problem in problems)
    told = f"{_counted(count, 'problem')}, {_counted(len(problems) - count, 'advice', 'pieces of advice')}"
    sys.stdout.write(
        on_one_line(f"{shown(file)}: {_counted(len(document.cues), 'cue')}, {told} by {rules.title}") + "\n"
    )


def _numbers(document: Document) -> dict[int, int]:
    """Return how each cue is counted from the top, which is what the person sees in the file."""
    return {cue.id: number for number, cue in enumerate(document.cues, 1)}


def _place(cue: Cue, numbers: dict[int, int]) -> str:
    return f"cue {numbers[cue.id]} at {'-' if cue.start < 0 else ''}{clock(abs(cue.start))}"


def _counted(count: int, one: str, many: str | None = None) -> str:
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"
