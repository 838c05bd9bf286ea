"""What assignments add to the editors' interface."""

from wagtail import hooks

from designcity.mails.waiting import HOOK
from translating.assignments.actions import ACTIONS
from translating.assignments.buttons import page_buttons, tell_whose
from translating.assignments.home import arrange
from translating.assignments.mailing import tell_ready, tell_waiting

for one in ACTIONS:
    hooks.register("register_bulk_action", one)
hooks.register("construct_homepage_panels", arrange)
hooks.register("register_page_header_buttons", page_buttons)
hooks.register("before_edit_page", tell_whose, order=-10)
hooks.register(HOOK, tell_waiting)
hooks.register(HOOK, tell_ready)
