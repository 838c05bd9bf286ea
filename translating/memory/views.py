"""The memory as a file: out, and in."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.auth import permission_required
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from translating.memory import exchanging
from translating.memory.permissions import MAY_EXPORT, MAY_IMPORT
from translating.memory.tmx import TMXError

LARGEST = 64 * 1024**2


class MemoryForm(forms.Form):
    """A memory to take over."""

    file = forms.FileField(
        label=gettext_lazy("TMX file"),
        help_text=gettext_lazy(
            "From any translation program; only the languages of this site are taken from it."
        ),
        widget=forms.FileInput(attrs={"accept": ".tmx"}),
    )

    def clean_file(self) -> Any:
        """Refuse what is too large for one request."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(
                _("The file is larger than %(most)s MB: divide it.") % {"most": LARGEST // 1024**2}
            )
        return file


@require_GET
@permission_required(MAY_EXPORT)
def export(request: HttpRequest) -> StreamingHttpResponse:
    """Answer with the whole memory."""
    headers = {"Content-Disposition": 'attachment; filename="memory.tmx"'}
    return StreamingHttpResponse(
        exchanging.exported(), content_type="application/xml; charset=utf-8", headers=headers
    )


class MemoryImport(WagtailAdminTemplateMixin, FormView):
    """Takes a file over; one that does not fit changes nothing."""

    form_class = MemoryForm
    template_name = "translating/memory/take.html"
    page_title = gettext_lazy("Bring a memory in")
    header_icon = "upload"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm(MAY_IMPORT):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[Any]:
        return []

    def form_valid(self, form: MemoryForm) -> HttpResponse:
        try:
            count = exchanging.take(form.cleaned_data["file"])
        except TMXError as error:
            form.add_error("file", str(error))
            return self.form_invalid(form)
        said = ngettext("%(count)s sentence is in the memory.", "%(count)s sentences are in the memory.", count)
        messages.success(self.request, said % {"count": count})
        return redirect("translating_files")

    def form_invalid(self, form: forms.Form) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)
