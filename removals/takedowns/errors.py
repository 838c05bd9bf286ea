"""Why something cannot be taken down, or brought back: sentences for the office."""


class TakedownError(Exception):
    """Nothing was changed; the words say why."""


class CannotTakeDown(TakedownError):
    """What should be taken down is not there, or is down already."""


class CannotUndo(TakedownError):
    """What was taken down cannot be brought back."""
