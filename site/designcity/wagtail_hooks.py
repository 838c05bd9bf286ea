from wagtail.snippets.models import register_snippet

from designcity.snippets import SiteTextsViewSet

register_snippet(SiteTextsViewSet)
