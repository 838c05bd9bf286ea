"""Categories and tags in the editors' interface."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from designcity.snippets import TranslatedViewSet
from news.terms import Category, Tag


class CategoryViewSet(TranslatedViewSet):
    model = Category
    icon = "folder-open-inverse"
    list_display = ["name", "slug", "sort_order"]
    list_filter = ["locale"]


class TagViewSet(TranslatedViewSet):
    model = Tag
    icon = "tag"
    list_display = ["name", "slug"]
    list_filter = ["locale"]


class NewsTermsViewSetGroup(SnippetViewSetGroup):
    """The menu entry under which news editors find their terms."""

    items = (CategoryViewSet, TagViewSet)
    menu_label = _("News terms")
    menu_icon = "tag"
    menu_order = 210
