"""The WSGI application that the application server loads."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "designcity.settings.production")
django_application = get_wsgi_application()

from designcity.access_log import with_access_log  # noqa: E402  (needs Django set up)
from search.readers.thin import with_suggestions  # noqa: E402

application = with_suggestions(with_access_log(django_application))
