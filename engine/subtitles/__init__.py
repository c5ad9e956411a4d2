"""The document: cues, the layout of what was heard into cues, the file formats; no numpy, no torch."""
