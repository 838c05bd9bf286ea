"""The status board: how far every page and record is in every language."""
