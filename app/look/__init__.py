"""How the window looks: palettes, icons, the size of text."""
