"""A film each frame of which says its number, as eight black or white blocks, so that what is shown can be measured."""

import subprocess
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

RATE = 25.0
_BLOCK = 32  # pixels
_BITS = 8


def write_numbered_film(path: Path, seconds: int) -> Path:
    """Write a film without sound; skip the test where there is no ffmpeg."""
    from engine.audio.ffmpeg import find_ffmpeg

    bits = "+".join(
        f"between(X,{bit * _BLOCK},{bit * _BLOCK + _BLOCK - 1})*mod(floor(N/{2**bit}),2)" for bit in range(_BITS)
    )
    picture = f"color=black:s={_BLOCK * _BITS}x64:r={RATE:g}:d={seconds},format=gray,geq=lum='255*({bits})'"
    command = [str(find_ffmpeg()), "-nostdin", "-v", "error", "-f", "lavfi", "-i", picture]
    try:
        subprocess.run([*command, "-c:v", "libx264", "-g", "50", "-pix_fmt", "yuv420p", str(path)], check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"no film can be made here: {error}")
    return path


def number_in(image: QImage) -> int:
    """Read the number of a frame."""
    return sum(
        2**bit
        for bit in range(_BITS)
        if image.pixelColor(bit * _BLOCK + _BLOCK // 2, image.height() // 2).value() > 127
    )
