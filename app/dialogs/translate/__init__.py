"""Translate: which cues of the document, with which model, from which language."""
