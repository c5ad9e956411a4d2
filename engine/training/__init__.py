"""Pairs of sound and subtitles to a model: the multitask format of the paper, the losses, the loop."""
