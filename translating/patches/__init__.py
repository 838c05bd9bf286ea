"""Where the inside of wagtail-localize or of Wagtail is changed; what is discussed upstream says where."""


def apply() -> None:
    """Change what is changed, once the models are loaded."""
    from translating.patches import addresses, deleting, machine, placeholders, segments, sources

    for patch in (addresses, deleting, machine, placeholders, segments, sources):
        patch.apply()
