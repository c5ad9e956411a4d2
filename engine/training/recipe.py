"""The numbers of a training: what is learned in which order, how fast, and with which disturbances."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stage:
    """`steps` steps on windows of `length` ms, `batch` of them at once; the rest are shares of the windows."""

    steps: int
    length: int
    batch: int
    cuts: float = 0.3  # may end in a line that goes on
    prompts: float = 0.3  # are told what was said before, all windows of a part of a batch or none
    strange: float = 0.1  # and for so many that is of another window, maybe in another language
    translations: float = 0.05  # of what isn't English are translated, too: one pass of the encoder serves both
    untimed: float = 0.15  # are written without timestamps
    silent: float = 0.05  # hold no speech


@dataclass(frozen=True, slots=True)
class Recipe:
    stages: tuple[Stage, ...]
    seed: int = 0
    learning_rate: float = 2e-3
    falling: float = 1.0  # share of the steps, the last ones, in which the learning rate falls
    last_rate: float = 0.02  # share of it that is left at the end
    warm_up: int = 100  # steps
    weight_decay: float = 0.05
    clip: float = 1.0  # norm of all gradients together
    corrupted: tuple[float, float] = (0.15, 0.25)  # share of the text tokens that the decoder misreads
    phonemes: float = 1.0  # weights of the frame-wise losses on the encoder
    spelling: float = 1.0
    listening: float = 1.0  # weight of the guided attention
    accumulate: int = 1  # batches a step
    orthogonal: float = 0.0  # learn the blocks' matrices by Muon, at so many times the learning rate; 0: by AdamW
    frugal: bool = False  # compute blocks twice instead of remembering them

    @property
    def steps(self) -> int:
        return sum(stage.steps for stage in self.stages)

    def stage(self, step: int) -> Stage:
        """Return the stage of a step, counted from 0; the last one after the end."""
        for stage in self.stages:
            if step < stage.steps:
                return stage
            step -= stage.steps
        return self.stages[-1]
