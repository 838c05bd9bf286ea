"""What stands beside each segment in wagtail-localize's editor."""
