"""Write tests/data/writers with openai-whisper's own writers: `python -m tests.reference.make_writer_golden`."""

import io
from pathlib import Path

from whisper.utils import get_writer

from engine.subtitles.reference_layout import has_word_times
from tests.support.transcripts import CASES, WriterCase, reference_options, reference_result

FOLDER = Path(__file__).parents[1] / "data" / "writers"


def reference_text(case: WriterCase, suffix: str) -> str:
    """Return what the reference writes."""
    result = reference_result(case.segments, timed=has_word_times(case.segments))
    file = io.StringIO()
    get_writer(suffix.removeprefix("."), ".").write_result(result, file, reference_options(case.limits))
    return file.getvalue()


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for case in CASES:
        for suffix in (".srt", ".vtt", ".txt", ".tsv", ".json"):
            (FOLDER / f"{case.name}{suffix}").write_text(reference_text(case, suffix), encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
