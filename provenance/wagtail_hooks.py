"""What provenance adds to the editors' interface."""

from wagtail.snippets.models import register_snippet

from provenance.sources.snippets import SourceViewSet

register_snippet(SourceViewSet)
