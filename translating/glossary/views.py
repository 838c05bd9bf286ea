"""The glossary as a file: out, and in."""

from django import forms
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET
from wagtail.admin import messages
from wagtail.admin.auth import permission_required

from translating.glossary import tables, taking, tbx
from translating.glossary.rows import TableError

LARGEST = 5 * 1024 * 1024


class TableForm(forms.Form):
    """A table or a TBX file to take over."""

    file = forms.FileField(
        label=gettext_lazy("CSV table or TBX file"),
        help_text=gettext_lazy("Columns as in the export: term, language, approved, forbidden, note."),
        widget=forms.FileInput(attrs={"accept": ".csv,.tbx,.xml"}),
    )

    def clean_file(self) -> bytes:
        """Return what stands in the file; refuse what is too large for a glossary."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(_("The file is larger than 5 MB: it is no glossary."))
        return bytes(file.read())


@require_GET
@permission_required("translating.view_glossaryterm")
def export(request: HttpRequest) -> StreamingHttpResponse:
    """Answer with the whole glossary."""
    response = StreamingHttpResponse(tables.written(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="glossary.csv"'
    return response


@require_GET
@permission_required("translating.view_glossaryterm")
def export_tbx(request: HttpRequest) -> HttpResponse:
    """Answer with the whole glossary as TBX."""
    headers = {"Content-Disposition": 'attachment; filename="glossary.tbx"'}
    return HttpResponse(tbx.written(), content_type="application/xml; charset=utf-8", headers=headers)


@permission_required("translating.add_glossaryterm")
def take(request: HttpRequest) -> HttpResponse:
    """Show the form, or take a table over; a table that does not fit changes nothing."""
    is_sent = request.method == "POST"
    form = TableForm(request.POST, request.FILES) if is_sent else TableForm()
    if is_sent and form.is_valid():
        try:
            taken = taking.take(form.cleaned_data["file"], request.user)
        except TableError as error:
            form.add_error("file", str(error))
        else:
            messages.success(request, _said(taken))
            return redirect(reverse("wagtailsnippets_translating_glossaryterm:list"))
    status = 200 if not form.errors else 422
    return TemplateResponse(request, "translating/glossary/take.html", {"form": form}, status=status)


def _said(taken: taking.Taken) -> str:
    new = ngettext("%(count)s new term.", "%(count)s new terms.", taken.new) % {"count": taken.new}
    changed = ngettext("%(count)s term was changed.", "%(count)s terms were changed.", taken.changed)
    return f"{new} {changed % {'count': taken.changed}}"
