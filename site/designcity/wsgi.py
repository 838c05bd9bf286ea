"""The WSGI application that the application server loads."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "designcity.settings.production")
django_application = get_wsgi_application()

from search.readers.thin import with_suggestions  # noqa: E402  (needs Django set up)

application = with_suggestions(django_application)
