"""What translators and editors say to each other about a segment; readers never see it."""
