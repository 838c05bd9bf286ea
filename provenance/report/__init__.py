"""What stands on the site by whose permission, and what lacks or loses it."""
