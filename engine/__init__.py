"""Everything of Sotto that works without a window."""
