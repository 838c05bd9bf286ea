"""What can be wrong with the demo content or its surroundings, told in one sentence."""


class DemoError(Exception):
    """The demo cannot be loaded; the message is one sentence that says what to mend and where."""
