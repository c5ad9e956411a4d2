"""The command line `sotto`: the table of its commands, each imported when it is called, and the end of every run."""

import sys
import traceback
from collections.abc import Iterator
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

from engine.errors import Cancelled, EngineError

COMMANDS = {  # name: (module, function of the same name), the line that the help shows
    "transcribe": ("engine.commands.transcribe", "Write down what is said in audio and video files, as subtitles."),
    "models": ("engine.commands.models", "List the models on this machine and what each of them can do."),
}
EPILOG = "Exit codes: 0 done, 1 something failed, 2 the command line can't be, 130 stopped by Ctrl-C."
CANCELLED = 130


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
    # The reference writes its options with underscores; hyphens are taken, too.
    settings = {"token_normalize_func": lambda option: option.replace("-", "_")}
    single.command(name, help=COMMANDS[name][1], epilog=EPILOG, context_settings=settings)(getattr(module, name))
    return typer.main.get_command(single)


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
    version: Annotated[  # noqa: ARG001 - its callback answers
        bool, typer.Option("--version", help="Print the version.", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    """Transcribe speech with Whisper on your own machine: from a media file to subtitles."""


def main() -> None:
    """Run the command line and leave with its exit code."""
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr] - names of files may be no text
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command line; return its exit code: 0 done, 1 failed, 2 can't be, 130 stopped."""
    table = typer.Typer(cls=CommandTable, add_completion=False, no_args_is_help=True, epilog=EPILOG)
    table.callback()(_sotto)
    try:
        return typer.main.get_command(table).main(arguments, prog_name="sotto", standalone_mode=False) or 0
    except EngineError as error:
        return _refuse(str(error), 2 if error.kind == "options" else 1)
    except TyperException as error:
        return _refuse(f"{error.format_message()} (sotto {arguments[0] if arguments else ''} --help)", error.exit_code)
    except (Cancelled, KeyboardInterrupt, typer.Abort):
        return CANCELLED
    except Exception as bug:  # noqa: BLE001 - shown, not hidden
        sys.stderr.writelines(_frames(bug))
        return 1


def _refuse(message: str, code: int) -> int:
    typer.echo(f"sotto: {on_one_line(message)}", err=True)
    return code


def _frames(bug: BaseException) -> Iterator[str]:
    """Yield where it went wrong, without the message: that may hold what was said."""
    yield "sotto: this is a mistake in the program. Please report the lines below; they hold nothing of your recording.\n"
    cause: BaseException | None = bug
    while cause is not None:
        yield from traceback.format_tb(cause.__traceback__)
        yield f"{type(cause).__name__}\n"
        cause = cause.__cause__ or cause.__context__


if __name__ == "__main__":
    main()
