"""The contact page: a form whose entries are kept, can be exported, and are announced by e-mail."""

from typing import Any, ClassVar

from django import forms
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, Panel
from wagtail.contrib.forms.forms import BaseForm, FormBuilder, WagtailAdminFormPageForm
from wagtail.contrib.forms.models import AbstractFormField, EmailFormMixin, FormMixin
from wagtail.contrib.forms.panels import FormSubmissionsPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from designcity.blocks import BODY
from designcity.page_form import BasePageForm
from designcity.pages import BasePage
from designcity.spam import GuardedForm, sends_too_often
from home.announcing import ContactMail


class ContactForm(GuardedForm, BaseForm):
    """The form that the editors' fields are added to."""


class ContactFormBuilder(FormBuilder):
    """Builds the form from the editors' fields, guarded against spam."""

    def get_form_class(self) -> type[forms.Form]:
        return type("ContactForm", (ContactForm,), self.formfields)


class ContactField(TranslatableMixin, AbstractFormField):
    """A question of the form."""

    page = ParentalKey("home.ContactPage", on_delete=models.CASCADE, related_name="form_fields")

    override_translatable_fields: ClassVar[list[SynchronizedField]] = [
        # Under this name answers are kept.
        SynchronizedField("clean_name", overridable=False)
    ]

    class Meta(TranslatableMixin.Meta):
        ordering: ClassVar[list[str]] = ["sort_order"]


class ContactPageForm(BasePageForm, WagtailAdminFormPageForm):
    """The editors' form: the base page's, with the checks of the questions."""


class ContactPage(EmailFormMixin, FormMixin, BasePage):
    """How to reach the people behind the site."""

    page_description = _("A form by which readers write to the office.")
    CONSENT = "consent"
    form_builder = ContactFormBuilder
    base_form_class = ContactPageForm
    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "home.StandardPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "home/contact_page.html"
    landing_page_template = "home/contact_page_sent.html"

    body = StreamField(BODY, verbose_name=_("text"), blank=True)
    consent_text = models.CharField(
        _("consent"),
        max_length=400,
        blank=True,
        help_text=_("What the sender agrees to by ticking the box; left empty, there is no box."),
    )
    thanks = RichTextField(
        _("thanks"), blank=True, features=["bold", "link"], help_text=_("Shown when a message was sent.")
    )

    override_translatable_fields: ClassVar[list[SynchronizedField]] = [
        SynchronizedField("to_address"),
        SynchronizedField("subject"),
    ]

    content_panels: ClassVar[list[Panel]] = [
        *BasePage.content_panels,
        FieldPanel("body"),
        InlinePanel("form_fields", label=_("Questions")),
        FieldPanel("consent_text"),
        FieldPanel("thanks"),
        MultiFieldPanel(
            [FieldPanel("to_address"), FieldPanel("from_address"), FieldPanel("subject")],
            heading=_("E-mail to the office"),
        ),
        FormSubmissionsPanel(),
    ]

    class Meta:
        verbose_name = _("contact page")
        verbose_name_plural = _("contact pages")

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:
        """The form, what a sender sees afterwards, and the other ways to look at a page."""
        return [*FormMixin.preview_modes, *self.further_preview_modes()]

    def get_form(self, *args: Any, **kwargs: Any) -> forms.Form:
        """Add the consent box to the editors' fields."""
        form: forms.Form = super().get_form(*args, **kwargs)
        if self.consent_text:
            form.fields[self.CONSENT] = forms.BooleanField(label=self.consent_text, required=True)
        return form

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the form or take a message; a client that sends too many gets a clear 429."""
        if request.method == "POST" and sends_too_often(request, "contact"):
            return TemplateResponse(request, "home/too_many_messages.html", {"page": self}, status=429)
        return super().serve(request, *args, **kwargs)

    @transaction.atomic
    def process_form_submission(self, form: forms.Form) -> Any:
        """Keep what the sender wrote, without the fields against spam, and announce it to the office."""
        for name in GuardedForm.base_fields:
            form.cleaned_data.pop(name, None)
        message = FormMixin.process_form_submission(self, form)
        if self.to_address:
            ContactMail(submission=message).keep()
        return message
