"""The list in which translators say in their language what pictures show, and who made them."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.models import Locale
from wagtail.permissions import policy_registry

from designcity.images import DesignImage
from designcity.languages import language_name
from designcity.pictures.words import PictureWords, other_locales
from translating.files.views import ForTranslators
from translating.pictures.forms import WordsForm, forms_of

PER_PAGE = 20
THUMBNAIL = "max-165x165"


class Pictures(ForTranslators):
    """Pictures that say nothing in a language yet, or all of them; what is typed is kept for the whole page."""

    template_name = "translating/pictures/list.html"
    page_title = gettext_lazy("Words of pictures")
    header_icon = "image"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        locales = other_locales()
        code = request.GET.get("language") or (locales[0].language_code if locales else "")
        self.locale = get_object_or_404(Locale, pk__in=[one.pk for one in locales], language_code=code)
        self.shows_all = "all" in request.GET
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        return str(language_name(self.locale.language_code))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        images = _seen_by(self.request.user)
        if not self.shows_all:
            images = images.filter(_lacking(self.locale))
        pages = Paginator(images, PER_PAGE).get_page(self.request.GET.get("p"))
        languages = [(one.language_code, language_name(one.language_code)) for one in other_locales()]
        return (
            {"pages": pages, "forms": forms_of(pages, self.locale)}
            | context
            | {
                "locale": self.locale,
                "languages": languages,
                "shows_all": self.shows_all,
                "kept": self._address(),
            }
        )

    def post(self, request: HttpRequest) -> HttpResponse:
        """Keep what was typed, or show what is wrong with it."""
        numbers = [
            number for number in request.POST.getlist("image") if number.isdecimal() and len(number) < 10
        ]
        images = _seen_by(request.user).filter(pk__in=numbers[:PER_PAGE])
        sent: list[WordsForm] = forms_of(images, self.locale, request.POST)
        if not all(form.is_valid() for form in sent):
            return self.render_to_response(self.get_context_data(forms=sent, pages=None), status=422)
        for form in sent:
            form.save()
        messages.success(request, _("The words of the pictures are kept."))
        return redirect(f"{request.path}?{self._address()}")

    def _address(self) -> str:
        return urlencode({"language": self.locale.language_code} | ({"all": "1"} if self.shows_all else {}))


def _seen_by(user: Any) -> QuerySet:
    """Return the pictures of which something is said, and which the user may show on a page."""
    policy = policy_registry.get_by_type(DesignImage)
    images = policy.instances_user_has_any_permission_for(user, ["choose", "change", "add"])
    images = images.exclude(credit="", description="").order_by("-created_at", "-pk")
    return images.prefetch_related("words").prefetch_renditions(THUMBNAIL)


def _lacking(locale: Locale) -> Q:
    """Keep the pictures that say less in a language than in their own."""
    words = PictureWords.objects.filter(image=OuterRef("pk"), locale=locale)
    return (~Q(credit="") & ~Exists(words.exclude(credit=""))) | (
        ~Q(description="") & ~Exists(words.exclude(description=""))
    )
