"""Production, and the demo, which runs the same way."""

import os
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from designcity.settings.base import *  # noqa: F403  (a settings module is its base with a few changes)
from designcity.settings.base import DATABASES, SITE_URL, STORAGES
from designcity.settings.base import SECRET_KEY as _SECRET_KEY

if not _SECRET_KEY:
    raise ImproperlyConfigured("SECRET_KEY is empty: set it to a long random string and keep it secret.")

_site = urlsplit(SITE_URL)
_https = _site.scheme == "https"
_extra_hosts = [host.strip() for host in os.environ.get("ALLOWED_HOSTS", "").split(",") if host.strip()]
ALLOWED_HOSTS = [_site.hostname or "localhost", *_extra_hosts]
CSRF_TRUSTED_ORIGINS = [SITE_URL]

# psycopg's pool loses fewer requests than plain connections when PostgreSQL is restarted under load.
DATABASES["default"].setdefault("OPTIONS", {})["pool"] = {"min_size": 1, "max_size": 8, "timeout": 10}
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

STORAGES["staticfiles"] = {"BACKEND": "designcity.fingerprints.FingerprintedStorage"}

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _https
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _https else None
SECURE_SSL_REDIRECT = _https
SECURE_HSTS_SECONDS = 31_536_000 if _https else 0
