"""The translation memory: everything that was ever translated here."""
