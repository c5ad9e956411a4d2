"""Sound that we hold ourselves, sample by sample: stretches of a film, and tones made by code."""
