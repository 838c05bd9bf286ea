"""Development: DEBUG on, plain static files, mail on the console."""

from designcity.settings.base import *  # noqa: F403  (a settings module is its base with a few changes)
from designcity.settings.base import SECRET_KEY as _SECRET_KEY

DEBUG = True
SECRET_KEY = _SECRET_KEY or "insecure-key-for-development-only"
ALLOWED_HOSTS = ["*"]
SERVE_MEDIA = True
