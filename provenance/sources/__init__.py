"""Who texts and pictures come from, and on what terms."""
