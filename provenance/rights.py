"""What of rights people may be allowed to do besides editing records."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet

from provenance.overrides.models import PERMISSION as MAY_DECIDE

MAY_SEE_REPORT = "provenance.see_rights_report"


def permissions() -> QuerySet[Permission]:
    """Offer these permissions for groups."""
    names = [name.partition(".")[2] for name in (MAY_DECIDE, MAY_SEE_REPORT)]
    return Permission.objects.filter(content_type__app_label="provenance", codename__in=names)
