"""Whole sites: what goes out as JSON Lines with media, and what comes in from other systems."""
