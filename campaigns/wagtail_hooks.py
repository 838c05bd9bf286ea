from wagtail.snippets.models import register_snippet

from campaigns.snippets import PlanViewSetGroup

register_snippet(PlanViewSetGroup)
