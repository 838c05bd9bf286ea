"""Tells those who decide on rights, once a week, what runs out soon."""
