"""Where the inside of wagtail-localize is changed; each file names the discussion upstream that will end it."""


def apply() -> None:
    """Change what is changed, once the models are loaded."""
    from translating.patches import addresses, machine, placeholders, segments, sources

    for patch in (addresses, machine, placeholders, segments, sources):
        patch.apply()
