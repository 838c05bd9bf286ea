"""Settings that hold everywhere; an environment fact is read here once, by one variable.

The variables are listed in the README's table, which `tests/test_settings.py` holds against this package.
"""

import os
from pathlib import Path
from typing import Any

import dj_database_url
from django.utils.translation import gettext_lazy as _

from designcity.settings import admin_search, languages, machine_translation
from designcity.video_platforms import player_sources

ROOT = Path(__file__).resolve().parents[3]
PROJECT = Path(__file__).resolve().parents[1]
DATA_DIR = Path(os.environ.get("DATA_DIR") or ROOT / "var" / "data")

SITE_URL = (os.environ.get("SITE_URL") or "http://127.0.0.1:8000").rstrip("/")
SECRET_KEY = os.environ.get("SECRET_KEY", "")
DEBUG = False
ALLOWED_HOSTS: list[str] = []

INSTALLED_APPS = [
    "designcity",
    "newsroom",
    "home",
    "news",
    "institutions",
    "campaigns",
    "events",
    "publications",
    "awards",
    "provenance",
    "removals",
    "exchange",
    "translating",
    "search",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.sitemaps",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "designcity.compressing.CompressedWordsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "designcity.requests.CleanRequestMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "designcity.asked_once.AskedOnceMiddleware",
    "removals.takedowns.answering.TakedownMiddleware",
    "newsroom.notices.answering.NoticeMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "designcity.urls"
WSGI_APPLICATION = "designcity.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "designcity.context.site",
            ],
            "builtins": [
                "designcity.templatetags.designcity_tags",
                "designcity.templatetags.picture_tags",
            ],
        },
    },
]

DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("DATABASE_URL") or "postgresql:///designcity",
        conn_max_age=0,
        conn_health_checks=True,
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TASKS: dict[str, Any] = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# Languages: the first one offered is the source language of the site.
LANGUAGES_OFFERED = languages.read(os.environ.get("LANGUAGES_OFFERED") or "zh-hans,en")
LANGUAGES = languages.named(LANGUAGES_OFFERED)
LANGUAGE_CODE = LANGUAGES_OFFERED[0]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
USE_I18N = True
WAGTAIL_I18N_ENABLED = True
# The first one wins: the site's own words, then what upstream's Chinese lacks, then each application's own.
LOCALE_PATHS = [PROJECT / "locale", *sorted((PROJECT / "upstream").glob("*/locale"))]
USE_TZ = True
TIME_ZONE = os.environ.get("TIME_ZONE") or "Asia/Shanghai"

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
PRIVATE_ROOT = DATA_DIR / "private"
SERVE_MEDIA = os.environ.get("SERVE_MEDIA") == "1"
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "designcity.stylesheets.JoinedStylesheetFinder",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# Wagtail
WAGTAIL_SITE_NAME = os.environ.get("SITE_NAME") or _("City of Design")
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAILADMIN_PERMITTED_LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
WAGTAILIMAGES_IMAGE_MODEL = "designcity.DesignImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "designcity.pictures.form.PictureForm"
SHARE_FONT = os.environ.get("SHARE_FONT", "")
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpeg", "jpg", "png", "webp"]
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "mp4", "odt", "pdf", "pptx", "rtf", "txt", "xlsx", "zip"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILLOCALIZE_JOBS = {"BACKEND": "translating.sections.upstream.SectionJobs"}
WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {
        "WIDGET": "wagtail.admin.rich_text.DraftailRichTextArea",
        "OPTIONS": {"features": ["bold", "italic", "link", "document-link", "ol", "ul"]},
    }
}

# Search: the public indices are the `search` app's own; Wagtail's backend serves the editors' interface.
ELASTICSEARCH_URL = os.environ.get("ELASTICSEARCH_URL", "")
SEARCH_INDEX_PREFIX = os.environ.get("SEARCH_INDEX_PREFIX") or "designcity"
SEARCH_TIME_LIMIT_MS = int(os.environ.get("SEARCH_TIME_LIMIT_MS") or 150)
SEARCH_REQUESTS_PER_SECOND = int(os.environ.get("SEARCH_REQUESTS_PER_SECOND") or 20)
SEARCH_LISTENS = True
WAGTAILSEARCH_BACKENDS = admin_search.backends(ELASTICSEARCH_URL, SEARCH_INDEX_PREFIX)

# Translation by machine: off until a service is named.
WAGTAILLOCALIZE_MACHINE_TRANSLATOR = machine_translation.translator(
    service=os.environ.get("MACHINE_TRANSLATION", ""),
    url=os.environ.get("MACHINE_TRANSLATION_URL", ""),
    key=os.environ.get("MACHINE_TRANSLATION_KEY", ""),
    model=os.environ.get("MACHINE_TRANSLATION_MODEL", ""),
    timeout=int(os.environ.get("MACHINE_TRANSLATION_TIMEOUT") or 60),
)

# Mail: the contact form and workflow notices go through Django's backend.
EMAIL_HOST = os.environ.get("EMAIL_HOST", "")
EMAIL_PORT = int(os.environ.get("EMAIL_PORT") or 587)
EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = EMAIL_PORT == 587
EMAIL_TIMEOUT = 10
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'console'}.EmailBackend"
DEFAULT_FROM_EMAIL = os.environ.get("DEFAULT_FROM_EMAIL") or "website@localhost"

# Removal requests: how soon the office answers, and how long it keeps what claimants told it.
REQUEST_DEADLINE_DAYS = int(os.environ.get("REQUEST_DEADLINE_DAYS") or 7)
REQUEST_KEPT_DAYS = int(os.environ.get("REQUEST_KEPT_DAYS") or 365)

# For so many days what was taken down is kept for the rights officer, and can be brought back.
TAKEDOWN_KEEP_DAYS = int(os.environ.get("TAKEDOWN_KEEP_DAYS") or 365)

# The platforms whose videos editors may show; a player is loaded only when a reader consents.
VIDEO_PLATFORMS = (os.environ.get("VIDEO_PLATFORMS") or "bilibili,tencent,youku,youtube,vimeo").split(",")

# Security: the public site runs without inline scripts or styles and loads nothing from elsewhere by itself.
CONTENT_SECURITY_POLICY: dict[str, Any] = {
    "EXCLUDE_URL_PREFIXES": ["/admin/"],
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "media-src": ["'self'"],
        "frame-src": player_sources(VIDEO_PLATFORMS),
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'self'"],
        "base-uri": ["'none'"],
        "manifest-src": ["'self'"],
    },
}
TRUSTED_PROXIES = (os.environ.get("TRUSTED_PROXIES") or "127.0.0.1,::1").replace(" ", "").split(",")
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
CSRF_FAILURE_VIEW = "designcity.errors.form_refused"

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    # The client logs every failed try with a traceback; the search says it in a sentence.
    "loggers": {"elastic_transport": {"level": "ERROR"}},
}
