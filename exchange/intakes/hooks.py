"""What the intakes add to the editors' interface."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from exchange.intakes.models import Intake
from exchange.intakes.views import IntakeReport, Original

MOST_IN_A_MESSAGE = 5


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Give the reports and the originals their addresses."""
    return [
        path("exchange/intakes/<int:pk>/", IntakeReport.as_view(), name="exchange_intake"),
        path("exchange/intakes/<int:pk>/original/", Original.as_view(), name="exchange_original"),
    ]


@hooks.register("before_edit_page")
def remind(request: HttpRequest, page: Page) -> None:
    """Say above the form what was not taken over, until somebody has put it aside."""
    if request.method != "GET" or "json" in request.headers.get("Accept", ""):
        return
    intake = Intake.objects.to_be_looked_at(page)
    if intake is None:
        return
    report = messages.button(reverse("exchange_intake", args=[intake.pk]), _("Report and original"))
    messages.warning(request, _summary(intake), buttons=[report])


def _summary(intake: Intake) -> str:
    if not intake.findings:
        return format_html(_("This draft was made from “{name}”. Everything was taken over."), name=intake)
    first = intake.findings[:MOST_IN_A_MESSAGE]
    more = ["…"] if len(intake.findings) > MOST_IN_A_MESSAGE else []
    listed = format_html_join("", "<li>{}</li>", ((one,) for one in [*first, *more]))
    sentence = _("This draft was made from “{name}”. Look at what was changed or left out:")
    said = format_html(sentence, name=intake)
    return format_html("{}<ul>{}</ul>", said, listed)
