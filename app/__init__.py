"""Everything of Sotto that needs a window."""
