"""What the checks register with Wagtail."""

from wagtail import hooks

from designcity.page_form import STOPS_PUBLISHING
from newsroom.checks import deciding, errors, gates, offers, views
from provenance.report.deciding import HOOK as TO_DECIDE

hooks.register(STOPS_PUBLISHING, errors.before_publishing)
hooks.register("register_admin_urls", deciding.addresses)
hooks.register(TO_DECIDE, deciding.address)
for moment in ("before_publish_page", "after_create_page", "after_edit_page"):
    hooks.register(moment, deciding.keep_decision, order=-20)
hooks.register("before_bulk_action", gates.before_bulk_action)
hooks.register("before_edit_page", gates.before_edit_page, order=-10)
hooks.register("before_edit_snippet", gates.before_edit_record, order=-10)
hooks.register("register_admin_urls", views.addresses)
hooks.register("register_admin_viewset", offers.PagesViewSet)
hooks.register("register_page_action_menu_item", offers.ChecksMenuItem)
hooks.register("register_page_header_buttons", offers.header_buttons)
hooks.register("insert_editor_js", offers.script)
