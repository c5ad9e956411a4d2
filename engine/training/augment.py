"""Disturbances of the sound that leave the words as they are: loudness, noise, narrow bands, masked stretches."""

import torch
from torch import Tensor

from engine.training.features import log_mel
from engine.whisper.mel import FFT_SAMPLES, SAMPLE_RATE

_BANK_SECONDS = 40
_COLOURS = (0.0, 0.5, 1.0, 1.5)  # power falls with frequency to this power: white to nearly brown
_GAIN = (-20.0, 6.0)  # dB
_SNR = (8.0, 45.0)  # dB under the window's own loudness
_NOISY, _NARROW, _MASKED = 0.5, 0.2, 0.4  # shares of the windows
_SILENT_LEVEL = (-90.0, -20.0)  # dB under full scale, of noise where there is nothing else
_MEL_MASK, _TIME_MASK = 8, 8  # widest mask: mel bands, frames of 10 ms
_HEADROOM = 0.6  # decades


class Augmentation:
    """Disturbs batches on their device; everything that is drawn comes from the generator that is given."""

    def __init__(self, n_mels: int, seed: int, device: torch.device) -> None:
        self._n_mels = n_mels
        self._bank = noise_bank(seed).to(device)  # (colours, samples)

    def features(self, sound: Tensor, ends: Tensor, chance: torch.Generator) -> Tensor:
        """Turn raw sound into log-mel windows (batch, mels, frames), disturbed; 0 after the file's end."""
        batch = len(sound)
        mel = log_mel(
            self._disturbed(sound, chance),
            self._n_mels,
            _responses(batch, chance).to(sound.device),
            (_uniform(batch, 0, _HEADROOM, chance)).to(sound.device),
        )
        return _ended(_masked(mel, chance), ends)

    def _disturbed(self, sound: Tensor, chance: torch.Generator) -> Tensor:
        batch, samples = sound.shape
        gain = _decibels(_uniform(batch, *_GAIN, chance)).to(sound.device)
        sound = sound * gain[:, None]
        level = sound.square().mean(dim=1).sqrt()
        alone = _decibels(_uniform(batch, *_SILENT_LEVEL, chance)).to(sound.device)
        quieter = _decibels(-_uniform(batch, *_SNR, chance)).to(sound.device)
        noisy = (torch.rand(batch, generator=chance) < _NOISY).to(sound.device)
        volume = torch.where(level > 0, level * quieter, alone) * noisy
        colours = torch.randint(len(self._bank), (batch,), generator=chance).tolist()
        places = torch.randint(self._bank.shape[1] - samples, (batch,), generator=chance).tolist()
        noise = torch.stack(
            [self._bank[kind, place : place + samples] for kind, place in zip(colours, places, strict=True)]
        )
        mixed: Tensor = sound + noise * volume[:, None]
        return torch.clamp(mixed, -1, 1)


def clean_features(sound: Tensor, ends: Tensor, n_mels: int) -> Tensor:
    """Turn raw sound into log-mel windows as decoding sees them."""
    return _ended(log_mel(sound, n_mels), ends)


def _ended(mel: Tensor, ends: Tensor) -> Tensor:
    frames = torch.arange(mel.shape[2], device=mel.device)
    return torch.where((frames < ends[:, None])[:, None], mel, 0.0)


def noise_bank(seed: int) -> Tensor:
    """Return coloured noise of loudness 1, (colours, samples): power falls as frequency to each of _COLOURS."""
    chance = torch.Generator().manual_seed(seed)
    samples = _BANK_SECONDS * SAMPLE_RATE
    spectrum = torch.fft.rfft(torch.randn(len(_COLOURS), samples, generator=chance))
    frequencies = torch.arange(spectrum.shape[1]).clamp(min=_BANK_SECONDS * 50)  # flat under 50 Hz
    slopes = torch.tensor(_COLOURS)[:, None] / 2
    noise: Tensor = torch.fft.irfft(spectrum / frequencies**slopes, n=samples)
    loudness: Tensor = noise.square().mean(dim=1, keepdim=True).sqrt()
    return noise / loudness


def _responses(batch: int, chance: torch.Generator) -> Tensor:
    """Draw filters: what is left of each frequency's power (batch, 201). Most leave all of it."""
    hertz = torch.linspace(0, SAMPLE_RATE / 2, FFT_SAMPLES // 2 + 1)
    high = _uniform(batch, 3000, 8000, chance)[:, None]
    low = _uniform(batch, 0, 350, chance)[:, None]
    passed = torch.sigmoid((high - hertz) / 100) * torch.sigmoid((hertz - low) / 30)
    tilt = 10 ** (_uniform(batch, -0.8, 0.8, chance)[:, None] * (hertz / (SAMPLE_RATE / 2) - 0.5))
    narrow = (torch.rand(batch, 1, generator=chance) < _NARROW).float()
    return tilt * (1 - narrow * (1 - passed.square()))


def _masked(mel: Tensor, chance: torch.Generator) -> Tensor:
    """Hide bands and stretches of some windows behind their mean (SpecAugment: Park et al. 2019)."""
    batch, mels, frames = mel.shape
    chosen = (torch.rand(batch, generator=chance) < _MASKED).to(mel.device)
    bands = _stretches(2, batch, mels, _MEL_MASK, chance, mel.device)
    times = _stretches(max(1, frames // 150), batch, frames, _TIME_MASK, chance, mel.device)
    hidden = (bands[:, :, None] | times[:, None, :]) & chosen[:, None, None]
    return torch.where(hidden, mel.mean(dim=(1, 2), keepdim=True), mel)


def _stretches(count: int, batch: int, size: int, widest: int, chance: torch.Generator, device: torch.device) -> Tensor:
    """Draw `count` stretches of places for every window, and return which places lie in any: (batch, size)."""
    drawn = [
        (torch.randint(widest + 1, (batch,), generator=chance), torch.randint(room, (batch,), generator=chance))
        for room in [max(size - widest, 1)] * count
    ]
    width, start = (torch.stack(numbers).to(device)[:, :, None] for numbers in zip(*drawn, strict=True))
    at = torch.arange(size, device=device)
    return ((at >= start) & (at < start + width)).any(dim=0)


def _uniform(count: int, low: float, high: float, chance: torch.Generator) -> Tensor:
    return low + (high - low) * torch.rand(count, generator=chance)


def _decibels(amount: Tensor) -> Tensor:
    return torch.pow(10.0, amount / 20)
