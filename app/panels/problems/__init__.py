"""The panel of the problems: what the checks find in the document, where, why it matters, and what mends it."""
