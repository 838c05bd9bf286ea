"""What the newsroom's checks say of a translation besides its fields; nothing of it stops publishing."""
