"""Makes the sample in resources/sample: a film of an interview, its true subtitles and their true translation."""

import subprocess
import tempfile
import wave
from pathlib import Path

import numpy as np
from espeak import SAMPLE_RATE
from interview import Interview, Line, perform
from picture import HEIGHT, RATE, WIDTH, pictures

from engine.audio.ffmpeg import find_ffmpeg
from engine.subtitles.document import Cue, Document
from engine.subtitles.formats import write

PLACE = Path(__file__).parents[2] / "resources" / "sample"
NAME = "interview"
# One thread and no versions or dates in the file: the same encoder makes the same bytes.
ENCODING = (
    *("-c:v", "libx264", "-preset", "veryslow", "-tune", "animation", "-crf", "24", "-pix_fmt", "yuv420p"),
    *("-g", str(10 * RATE), "-threads", "1", "-c:a", "aac", "-b:a", "56k"),
    *("-map_metadata", "-1", "-fflags", "+bitexact", "-flags", "+bitexact", "-movflags", "+faststart"),
)


def main() -> None:
    interview = perform()
    PLACE.mkdir(parents=True, exist_ok=True)
    film(interview, PLACE / f"{NAME}.mp4")
    lines = list(enumerate(interview.lines))
    spoken = Document(tuple(_cue(number, line, line.sentence.text) for number, line in lines))
    english = Document(tuple(_cue(number, line, line.sentence.english or "") for number, line in lines))
    write(spoken, PLACE / f"{NAME}.vtt", overwrite=True)
    write(english, PLACE / f"{NAME}.en.vtt", overwrite=True)
    for file in sorted(PLACE.iterdir()):
        print(f"{file}: {file.stat().st_size / 1000:,.0f} kB")


def film(interview: Interview, file: Path) -> None:
    """Write picture and sound. Raises CalledProcessError where ffmpeg can't."""
    with tempfile.TemporaryDirectory(prefix="sotto sample ") as folder:
        sound = Path(folder, "sound.wav")
        _write_sound(interview, sound)
        command = [
            *(find_ffmpeg(), "-nostdin", "-loglevel", "error", "-y", "-f", "rawvideo", "-pix_fmt", "rgb24"),
            *("-video_size", f"{WIDTH}x{HEIGHT}", "-framerate", str(RATE), "-i", "pipe:0", "-i", sound),
            *(*ENCODING, file),
        ]
        with subprocess.Popen(command, stdin=subprocess.PIPE) as encoder:
            assert encoder.stdin is not None
            for picture in pictures(interview):
                encoder.stdin.write(picture)
        if encoder.returncode:
            raise subprocess.CalledProcessError(encoder.returncode, "ffmpeg")


def _write_sound(interview: Interview, file: Path) -> None:
    with wave.open(str(file), "wb") as stream:
        stream.setnchannels(1)
        stream.setsampwidth(2)
        stream.setframerate(SAMPLE_RATE)
        stream.writeframes(np.rint(interview.samples * 32767).astype(np.int16).tobytes())


def _cue(number: int, line: Line, text: str) -> Cue:
    return Cue(number, line.start, line.end, text, line.speaker)


if __name__ == "__main__":
    main()
