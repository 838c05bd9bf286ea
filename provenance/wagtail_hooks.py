"""What provenance adds to the editors' interface."""

from wagtail.snippets.models import register_snippet

import provenance.requests.desk.hooks
import provenance.takedowns.hooks  # noqa: F401  (registering is the import's effect)
from provenance.sources.snippets import SourceViewSet

register_snippet(SourceViewSet)
