"""The command line `sotto`: the table of its commands, each imported when it is called, and the end of every run."""

import io
import sys
import warnings
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

from engine.commands.edit import has_screen
from engine.commands.screen import complain
from engine.errors import Cancelled, EngineError, trace

COMMANDS = {  # name: (module, function of the same name), the line that the help shows
    "edit": ("engine.commands.edit", "Open the window, with files or without; so does sotto without a command."),
    "transcribe": ("engine.commands.transcribe", "Write down what is said in audio and video files, as subtitles."),
    "check": ("engine.commands.check", "Check subtitles by the rules of a profile, and mend what is safe to."),
    "convert": ("engine.commands.convert", "Convert subtitle files into other formats; say what was mended or lost."),
    "info": ("engine.commands.info", "Tell what a subtitle file is and holds."),
    "evaluate": ("engine.commands.evaluate", "Measure how well a model hears recordings whose true text is known."),
    "train": ("engine.commands.train", "Teach a model with your own recordings and their corrected subtitles."),
    "models": ("engine.commands.models", "List the models on this machine and what each of them can do, or get one."),
}
PARTS = {  # of a command that does its own work without one: name: (module, function), its line
    "models": {
        "get": ("engine.commands.get", "get", "Fetch a model from Hugging Face's hub, or one that HF_ENDPOINT names."),
        "verify": ("engine.commands.verify", "verify", "Compare models with the checksums that they came with."),
        "remove": ("engine.commands.remove", "remove", "Remove a model, or what unfinished downloads left behind."),
        "import": ("engine.commands.import_model", "import_model", "Take over a model's folder or .pt file."),
    },
}
EPILOG = "Exit codes: 0 done, 1 something failed, 2 the command line can't be, 130 stopped by Ctrl-C."
CANCELLED = 130
BUG = "sotto: This is a mistake in the program: please report the lines below. They hold nothing of your recording.\n"


class CommandTable(TyperGroup):
    """Shows every command by its line alone: only the one that is called is imported (and with it, maybe, torch)."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        return TyperCommand(cmd_name, help=COMMANDS[cmd_name][1]) if cmd_name in COMMANDS else None

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        name, listed, rest = super().resolve_command(ctx, args)
        return name, listed and _command(name or ""), rest


def _command(name: str) -> Any:
    module = import_module(COMMANDS[name][0])
    single = typer.Typer(add_completion=False, rich_markup_mode="rich")
    names = {"token_normalize_func": _reference_name}
    call, line = getattr(module, name), COMMANDS[name][1]
    if name not in PARTS:
        single.command(name, help=line, epilog=EPILOG, context_settings=names)(call)
        return typer.main.get_command(single)
    single.callback(invoke_without_command=True, help=line, epilog=EPILOG, context_settings=names)(call)
    for part, (place, function, line_of_part) in PARTS[name].items():
        call = getattr(import_module(place), function)
        single.command(part, help=line_of_part, epilog=EPILOG, context_settings=names)(call)
    return typer.main.get_command(single)


def _reference_name(option: str) -> str:
    """Take hyphens for openai-whisper's underscores, and faster-whisper's name of a threshold."""
    return option.replace("-", "_").replace("log_prob_", "logprob_")


def _without_command() -> list[str]:
    return ["edit"] if has_screen() else ["--help"]


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"sotto {_version()}")
        raise typer.Exit


def _version() -> str:
    try:
        return version("sotto")
    except PackageNotFoundError:
        return "from its source folder"


def _sotto(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    """Transcribe speech on your own machine with Whisper: from a media file to subtitles."""
    del version  # its callback has answered


def main() -> None:
    """Run the command line and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # the name of a file may be no text
    if not sys.warnoptions:
        warnings.simplefilter("ignore")  # they speak to programmers
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command line; return its exit code: 0 done, 1 failed, 2 can't be, 130 stopped."""
    table = typer.Typer(cls=CommandTable, add_completion=False, epilog=EPILOG)
    table.callback()(_sotto)
    try:
        wanted = arguments or _without_command()
        return int(typer.main.get_command(table).main(wanted, "sotto", standalone_mode=False) or 0)
    except EngineError as error:
        complain(str(error))
        return 2 if error.kind == "options" else 1
    except TyperException as error:
        asked = " ".join(["sotto", *(name for name in arguments[:1] if name in COMMANDS), "--help"])
        message = error.format_message().replace("Value error, ", "").rstrip(".")
        complain(f"{message}: see {asked}")
        return error.exit_code
    except MemoryError:
        complain("There is not enough memory: close other programs, or choose a smaller model.")
        return 1
    except (Cancelled, KeyboardInterrupt, typer.Abort):
        return CANCELLED
    except Exception as bug:  # noqa: BLE001 - shown, not hidden
        sys.stderr.writelines((BUG, *trace(bug)))
        return 1


if __name__ == "__main__":
    main()
