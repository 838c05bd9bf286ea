"""Addresses of translations: made from the translated title, moved with the original."""
