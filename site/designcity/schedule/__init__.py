"""What is done again and again: what, when, and the process that does it."""
