"""Makes clips with ffmpeg and espeak-ng, whole and broken."""

import subprocess
from pathlib import Path


def ffmpeg(*arguments: str | Path) -> None:
    subprocess.run(["ffmpeg", "-nostdin", "-loglevel", "error", "-y", *arguments], check=True)


def tone(file: Path, seconds: float = 2, *options: str) -> Path:
    """Write a tone; the suffix chooses the container."""
    ffmpeg("-f", "lavfi", "-i", f"sine=frequency=440:duration={seconds}:sample_rate=16000", *options, file)
    return file


def speech(file: Path, text: str) -> Path:
    """Write speech as a .wav file."""
    subprocess.run(["espeak-ng", "-w", str(file), text], check=True)
    return file


def film(file: Path, seconds: float = 2, *options: str) -> Path:
    """Write a picture with a tone."""
    picture = f"color=c=blue:size=64x64:rate=25:duration={seconds}"
    sound = f"sine=frequency=440:duration={seconds}:sample_rate=16000"
    ffmpeg("-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", sound, "-c:v", "mpeg4", "-c:a", "aac", *options, file)
    return file


def halve(file: Path) -> Path:
    """Cut the second half of a file off."""
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2])
    return file
