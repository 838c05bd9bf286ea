"""When a bundle is to be published."""

import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateTimeInput


class ScheduleForm(forms.Form):
    """A moment in the future, in the editor's time zone, chosen as every other one in the interface.

    The browser's own field would speak the browser's language, not the editor's.
    """

    publish_at = forms.DateTimeField(label=_("Publish at"), widget=AdminDateTimeInput)

    def clean_publish_at(self) -> datetime.datetime:
        """Refuse a moment that is over."""
        moment: datetime.datetime = self.cleaned_data["publish_at"]
        if moment <= timezone.now():
            raise ValidationError(_("This moment is over. Choose a later one, or publish the bundle now."))
        return moment
