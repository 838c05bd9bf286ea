"""Protection of public forms against spam, without a third party.

Three signs, none of which a person notices: a field that people do not see, the time between showing and
sending the form, and the number of messages from one address within an hour.
"""

import hashlib
import secrets

from django import forms
from django.conf import settings
from django.core import signing
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from designcity.client_address import client_address

SALT = "designcity.spam"
SHORTEST_SECONDS = 2
LONGEST_SECONDS = 24 * 3600
MESSAGES_PER_HOUR = 10


class GuardedForm(forms.Form):
    """A form with a trap field and a signed time of showing; mixed into the public forms."""

    homepage_url = forms.CharField(required=False, label=_("Leave this field empty"))
    shown_at = forms.CharField(required=False, widget=forms.HiddenInput)

    @property
    def fresh_token(self) -> str:
        """The signed time of showing, for the hidden field; each form that is shown has its own."""
        return signing.dumps(secrets.token_hex(8), salt=SALT)

    @property
    def sent_once(self) -> str:
        """What tells this form from every other one, so that one sent twice is taken once."""
        return hashlib.sha256(str(self.data.get("shown_at", "")).encode()).hexdigest()

    def clean_homepage_url(self) -> str:
        """Refuse what only a program fills in."""
        if self.cleaned_data["homepage_url"]:
            raise ValidationError(_("This field must stay empty."))
        return ""

    def clean_shown_at(self) -> str:
        """Refuse forms sent quicker than a person types, or not from this site."""
        token = self.cleaned_data["shown_at"]
        try:
            signing.loads(token, salt=SALT, max_age=LONGEST_SECONDS)
        except signing.SignatureExpired:
            raise ValidationError(_("The form was open for more than a day. Send it again.")) from None
        except signing.BadSignature:
            raise ValidationError(_("The form could not be checked. Send it again.")) from None
        if self._is_too_quick(token):
            raise ValidationError(_("That was very quick. Wait a moment and send it again."))
        return ""

    @staticmethod
    def _is_too_quick(token: str) -> bool:
        try:
            signing.loads(token, salt=SALT, max_age=SHORTEST_SECONDS)
        except signing.SignatureExpired:
            return False
        return True


def sends_too_often(request: HttpRequest, form: str, most: int = MESSAGES_PER_HOUR) -> bool:
    """Count a message that this client sends by a form; True when it has sent more than `most` within the hour.

    The client is known by a keyed hash of its address, which is forgotten after the hour.
    """
    address = client_address(request.META)
    digest = hashlib.blake2b(address.encode(), key=settings.SECRET_KEY.encode()[:64], digest_size=16)
    key = f"{form}:{digest.hexdigest()}"
    cache.add(key, 0, 3600)
    return cache.incr(key) > most
