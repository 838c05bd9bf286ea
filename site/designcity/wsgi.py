"""The WSGI application that the application server loads."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "designcity.settings.production")
application = get_wsgi_application()
