"""What provenance adds to the editors' interface."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from provenance import rights
from provenance.overrides import logging
from provenance.report import view
from provenance.sources import permissions
from provenance.sources.snippets import SourceViewSet

register_snippet(SourceViewSet)
hooks.register("register_admin_urls", permissions.addresses)
hooks.register("register_admin_urls", view.addresses)
hooks.register("register_reports_menu_item", view.menu_item)
hooks.register("register_log_actions", logging.actions)
hooks.register("register_permissions", rights.permissions)
