"""Who translates what, until when."""
