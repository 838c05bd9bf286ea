"""`python -m tests.relevance`, with both servers up."""

import os
import sys

import django

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "designcity.settings.test")
    django.setup()
    from tests.relevance.running import main

    sys.exit(main())
