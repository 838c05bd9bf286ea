"""Where wagtail-localize does something else than readers and translators need; each file names the thread."""
