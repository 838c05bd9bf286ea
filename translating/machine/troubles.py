"""What can go wrong with a service that translates, each in a sentence that says what to do."""

from http import HTTPStatus

from django.db import models
from django.utils.translation import gettext_lazy as _


class Trouble(models.TextChoices):
    """Why there is no translation."""

    AWAY = "away", _("The service cannot be reached. Try again later.")
    SLOW = "slow", _("The service took too long to answer. Try again later.")
    KEY = "key", _("The service refuses the site’s key. An administrator must look at the settings.")
    LIMIT = "limit", _("The service’s limit is reached. Try again later.")
    UNKNOWN = (
        "unknown",
        _("The service does not understand the request. An administrator must look at its address and model."),
    )
    ERROR = "error", _("The service has an error of its own. Try again later.")
    NONSENSE = (
        "nonsense",
        _("The service answered something that is no translation. Its key or its limits may be the cause."),
    )
    UNEXPECTED = (
        "unexpected",
        _("Something unexpected happened. Whoever looks after the server finds more in the log."),
    )


class Failed(Exception):
    """A service gave no translation; `wait`: after how many seconds it wants to be asked again."""

    def __init__(self, trouble: Trouble, wait: float | None = None) -> None:
        super().__init__(trouble.value)
        self.trouble, self.wait = trouble, wait


class Garbled(Failed):
    """A model answered, but not with the translations that it was asked for; fewer at once may do better."""

    def __init__(self) -> None:
        super().__init__(Trouble.NONSENSE)


BY_STATUS = {
    HTTPStatus.UNAUTHORIZED: Trouble.KEY,
    HTTPStatus.FORBIDDEN: Trouble.KEY,
    HTTPStatus.PAYMENT_REQUIRED: Trouble.LIMIT,
    HTTPStatus.TOO_MANY_REQUESTS: Trouble.LIMIT,
    HTTPStatus.REQUEST_TIMEOUT: Trouble.SLOW,
    HTTPStatus.GATEWAY_TIMEOUT: Trouble.SLOW,
}


def trouble_of(status: int) -> Trouble:
    """Return what the status of an answer that is no success means."""
    if status in BY_STATUS:
        return BY_STATUS[HTTPStatus(status)]
    return Trouble.ERROR if status >= HTTPStatus.INTERNAL_SERVER_ERROR else Trouble.UNKNOWN
