"""The loss of every step in a file, one line each, without those that a resumed training takes once more."""

from pathlib import Path
from types import TracebackType


class LossTable:
    """Lines of step and loss, kept up to the step `until`; what a killed run wrote after that is cut off."""

    def __init__(self, path: Path, until: int) -> None:
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True) if path.is_file() else []
        self._kept = [line for line in lines if line.endswith("\n") and int(line.split("\t")[0]) <= until]
        self._file = path.open("w", encoding="utf-8")
        self._file.writelines(self._kept)
        self._file.flush()

    def __enter__(self) -> "LossTable":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._file.close()

    def after(self, step: int) -> list[float]:
        """Return the losses that were kept of the steps after `step`."""
        parts = (line.split("\t") for line in self._kept)
        return [float(loss) for number, loss in parts if int(number) > step]

    def add(self, step: int, loss: float) -> None:
        self._file.write(f"{step}\t{loss!r}\n")
        self._file.flush()
