"""What the proposals register with Wagtail."""

from wagtail import hooks

from newsroom.proposals import offers, views

hooks.register("register_admin_urls", views.urls)
hooks.register("insert_editor_js", offers.script)
