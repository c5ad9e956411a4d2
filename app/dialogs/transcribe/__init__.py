"""Transcribe: with which model, in which language, what of the file, and the reference's options for who knows them."""
