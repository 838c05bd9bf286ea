from wagtail import hooks
from wagtail.snippets.models import register_snippet

from search.editors import dashboard, following, permissions
from search.editors.desk import SearchDesk

register_snippet(SearchDesk)
hooks.register("after_bulk_action", following.after_bulk_action)
hooks.register("register_permissions", permissions.offered)
hooks.register("construct_homepage_panels", dashboard.add_panel)
