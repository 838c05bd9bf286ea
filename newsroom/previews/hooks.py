"""The preview modes, in the order in which editors are offered them."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from designcity.previews import REGISTER, PreviewMode
from newsroom.previews import cards, results, sharing

CARD = PreviewMode("card", _("Card"), cards.show)
SEARCH_RESULT = PreviewMode("search-result", _("Search result"), results.show)
SHARE_PICTURE = PreviewMode("share-picture", _("Share picture"), sharing.show)

for number, mode in enumerate((CARD, SEARCH_RESULT, SHARE_PICTURE)):
    hooks.register(REGISTER, lambda mode=mode: mode, order=number)
