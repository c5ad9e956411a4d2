"""Many windows of sound to log-mel spectrograms at once, with the numbers that decoding will compute."""

import torch
from torch import Tensor

from engine.whisper.mel import FFT_SAMPLES, HOP_SAMPLES, mel_filters

BEFORE = FFT_SAMPLES // 2  # samples that the first frame reaches back before the window
AROUND = FFT_SAMPLES - HOP_SAMPLES  # samples before and after a window together
_FLOOR = 1e-10
_RANGE = 8.0  # decades under the loudest point


def log_mel(sound: Tensor, n_mels: int, response: Tensor | None = None, headroom: Tensor | None = None) -> Tensor:
    """Turn sound (batch, 160 * frames + AROUND) into log-mel windows (batch, mels, frames).

    `response` (batch, 201) is what a filter leaves of each frequency's power. `headroom` (batch,) is by how many
    decades the file's loudest point exceeds the window's: decoding clips under the file's.
    """
    hann = torch.hann_window(FFT_SAMPLES, device=sound.device)
    spectrum = torch.stft(sound, FFT_SAMPLES, HOP_SAMPLES, window=hann, center=False, return_complex=True)
    power = torch.view_as_real(spectrum).square().sum(dim=-1)  # (batch, 201, frames)
    if response is not None:
        power = power * response[:, :, None]
    log = (mel_filters(n_mels).to(sound.device) @ power).clamp(min=_FLOOR).log10()  # (batch, mels, frames)
    loudest = log.amax(dim=(1, 2))
    if headroom is not None:
        loudest = loudest + headroom
    return (torch.maximum(log, (loudest - _RANGE)[:, None, None]) + 4.0) / 4.0
