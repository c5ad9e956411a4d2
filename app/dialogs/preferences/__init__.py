"""Preferences: keys, profile, look, language, player, privacy; settings in, settings out."""
