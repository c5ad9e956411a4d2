"""`sotto convert`: subtitle files from one format into another, and what became of them on the way."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer

from engine.commands.screen import complain
from engine.commands.subtitle_account import LeftOut, Mended, left_out, lines_of, mended, print_lines, print_object
from engine.errors import EngineError
from engine.paths import shown
from engine.subtitles.bilingual import Languages
from engine.subtitles.export import check_target
from engine.subtitles.format_table import WriteOptions
from engine.subtitles.formats import read, refuse_unknown, write
from engine.subtitles.frames import read_rate

Files = Annotated[
    list[Path], typer.Argument(metavar="IN OUT | FILES...", help="A file and its new name, or files with --to.")
]
To = Annotated[
    str | None, typer.Option("--to", metavar="FORMAT", help="Convert every file to this: vtt, ass, ttml, ...")
]
OutputDir = Annotated[
    Path | None,
    typer.Option("--output_dir", "-o", metavar="FOLDER", help="With --to: where to write; else beside each."),
]
Text = Annotated[
    Languages, typer.Option("--text", metavar="WHICH", help="original, translation, or both, one below the other.")
]
Fps = Annotated[
    str | None,
    typer.Option("--fps", metavar="RATE", help="Pictures a second of formats that count frames: 25, 23.976, ..."),
]
Encoding = Annotated[
    str | None, typer.Option("--encoding", metavar="NAME", help="Encoding of the files; default: found out.")
]
Times = Annotated[bool, typer.Option("--times", help="Write times into plain text, too.")]
NoSpeakers = Annotated[bool, typer.Option("--no_speakers", help="Leave out who speaks.")]
Overwrite = Annotated[bool, typer.Option("--overwrite", help="Replace files that exist already.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object a file, without its text.")]


@dataclass(frozen=True, slots=True)
class Account:
    """What became of one file: the line of `--json`."""

    file: str
    output: str | None = None
    cues: int = 0
    encoding: str | None = None
    mended: tuple[Mended, ...] = ()
    not_kept: tuple[LeftOut, ...] = ()
    error: str | None = None


def convert(
    files: Files,
    to: To = None,
    output_dir: OutputDir = None,
    text: Text = "original",
    fps: Fps = None,
    encoding: Encoding = None,
    times: Times = False,
    no_speakers: NoSpeakers = False,
    overwrite: Overwrite = False,
    quiet: Quiet = False,
    as_json: Json = False,
) -> int:
    """Return the exit code: 1 if a file could not be converted; the others are."""
    jobs = _plan(files, to, output_dir)
    options = WriteOptions(languages=text, times=times, speakers=not no_speakers)
    if fps is not None:
        options = replace(options, rate=read_rate(fps))
    failed = False
    for source, target in jobs:
        account = _convert(source, target, options, encoding, known_rate=fps is not None, overwrite=overwrite)
        failed |= account.error is not None
        if account.error is not None:
            complain(account.error)
        if as_json:
            print_object(account)
        elif account.error is None and not quiet:
            print_lines(_told(account))
    return 1 if failed else 0


def _plan(files: list[Path], to: str | None, folder: Path | None) -> list[tuple[Path, Path]]:
    """Pair every file with its target. Raise EngineError("options") for what can't be meant."""
    if to is None:
        if len(files) != 2 or folder is not None:
            raise EngineError("options", "convert takes a file and its new name, or any number of files with --to vtt")
        refuse_unknown(files[1])
        return [(files[0], files[1])]
    suffix = f".{to.lower().removeprefix('.')}"
    refuse_unknown(Path(f"--to {suffix}"))
    if folder is not None and not folder.is_dir():
        raise EngineError("disk", f"{shown(folder)} is not a folder: make it first, or choose another --output_dir")
    jobs = [(file, (folder or file.parent) / f"{file.stem}{suffix}") for file in files]
    targets = [target for _, target in jobs]
    twice = next((target for target in targets if targets.count(target) > 1), None)
    if twice is not None:
        raise EngineError("options", f"two of the files would be written to {shown(twice)}: convert them one by one")
    return jobs


def _convert(
    source: Path, target: Path, options: WriteOptions, encoding: str | None, *, known_rate: bool, overwrite: bool
) -> Account:
    try:
        check_target(target, overwrite=overwrite)
        reading = read(source, encoding, options.rate if known_rate else None)
        document = reading.document
        if not options.speakers:
            document = replace(document, cues=tuple(replace(cue, speaker="") for cue in document.cues))
        lost = write(document, target, overwrite=overwrite, options=options)
    except EngineError as error:
        return Account(shown(source), error=str(error))
    return Account(
        shown(source), shown(target), len(document.cues), reading.encoding, mended(reading.repairs), left_out(lost)
    )


def _told(account: Account) -> list[str]:
    cues = "1 cue" if account.cues == 1 else f"{account.cues:,} cues"
    return [f"{account.file}: {cues} -> {account.output}", *lines_of(account.mended, account.not_kept)]
