"""Segments that were translated before are filled in by themselves, and marked until somebody has looked."""
