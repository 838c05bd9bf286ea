"""What is said when something from outside cannot be brought in."""


class Refused(Exception):
    """Nothing was brought in, and why: the message is a sentence for the person who tried."""
