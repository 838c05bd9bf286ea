"""The pages by which an article of the web comes in: asking for it, looking at it, making the draft."""

from typing import Any

import nh3
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from exchange.composing.cleaning import DROPPED
from exchange.refusals import Refused
from exchange.views import IntoSection
from exchange.web.bringing import bring
from exchange.web.forms import AskForm, ConfirmForm
from exchange.web.pictures import addresses_in
from exchange.web.reading import WebText

SHOWN = frozenset(
    {"p", "br", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "b", "strong", "i", "em", "blockquote"}
    | {"table", "thead", "tbody", "tr", "td", "th", "caption", "figcaption"}
)


class FromWeb(IntoSection):
    """Asks for a page; shows what was found in it; makes the draft when that is confirmed."""

    form_class = AskForm
    template_name = "exchange/web.html"
    page_title = _("From the web")
    header_icon = "globe"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Look at a page, or make the draft of one that was looked at."""
        if "packed" not in request.POST:
            answer: HttpResponse = super().post(request, *args, **kwargs)
            return answer
        form = ConfirmForm(request.POST, section=self.section)
        return self._make(form) if form.is_valid() else self._look(form)

    def form_valid(self, form: AskForm) -> HttpResponse:
        """Show what was found."""
        return self._look(ConfirmForm.of(form.cleaned_data["text"], self.section), form.cleaned_data["text"])

    def _look(self, form: ConfirmForm, text: WebText | None = None) -> HttpResponse:
        text = text or getattr(form, "cleaned_data", {}).get("packed")
        context = self.get_context_data(form=form) | {
            "section": self.section,
            "text": text,
            "shown": _shown(text) if text else "",
            "pictures": addresses_in(text.html) if text else [],
        }
        return render(self.request, "exchange/web_confirm.html", context)

    def _make(self, form: ConfirmForm) -> HttpResponse:
        try:
            page = bring(form.cleaned_data["packed"], form.confirmed(), self.section, self.request.user)
        except Refused as refused:
            form.add_error(None, str(refused))
            return self._look(form)
        messages.success(self.request, _("The draft has been made. Nothing is published yet."))
        return redirect("wagtailadmin_pages:edit", page.pk)


def _shown(text: WebText) -> SafeString:
    """Return the words of an article, for looking at: nothing of it leads or loads anywhere."""
    words = nh3.clean(text.html, tags=set(SHOWN), clean_content_tags=set(DROPPED), attributes={})
    return mark_safe(words)  # noqa: S308  (it has just been cleaned)
