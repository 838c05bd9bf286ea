"""What is kept of how a draft came in: from where, by whom, and what was not taken over."""
