from wagtail.snippets.models import register_snippet

from news.snippets import NewsTermsViewSetGroup

register_snippet(NewsTermsViewSetGroup)
