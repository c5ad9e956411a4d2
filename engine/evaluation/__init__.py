"""How well a model hears: reference texts, error rates and time errors, through the product's own pipeline."""
