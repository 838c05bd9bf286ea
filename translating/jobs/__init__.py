"""Work in the background: its states, its sign of life, its progress on the screen, and what stops it."""
