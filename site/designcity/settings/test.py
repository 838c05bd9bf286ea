"""Tests: real PostgreSQL and Elasticsearch, tasks at once, quick password hashes, mail kept in memory."""

from designcity.settings.base import *  # noqa: F403  (a settings module is its base with a few changes)
from designcity.settings.base import LOGGING

SECRET_KEY = "insecure-key-for-tests-only"
ALLOWED_HOSTS = ["*"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
SERVE_MEDIA = True
SEARCH_INDEX_PREFIX = "designcity-test"
SEARCH_LISTENS = False  # a listener would not see what a test has not committed
SEARCH_REQUESTS_PER_SECOND = 0
SEARCH_TIME_LIMIT_MS = 5000  # a busy machine must not turn answers into the database's
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
LOGGING["root"]["level"] = "WARNING"
WHITENOISE_AUTOREFRESH = True  # nothing is collected: files are looked up where they lie
WAGTAILLOCALIZE_MACHINE_TRANSLATOR = None  # a test that translates by machine brings its own server
