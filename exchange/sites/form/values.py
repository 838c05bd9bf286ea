"""One value of a field, as the form writes it and as it is read back."""

import datetime
import decimal
import json
import uuid
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from taggit.managers import TaggableManager
from wagtail.fields import RichTextField, StreamField

from exchange.refusals import Refused
from exchange.sites.form.errors import in_one_sentence
from exchange.sites.form.streams import Exchange, exchanged


def written(field: Any, instance: models.Model, exchange: Exchange) -> Any:
    """Return the value of a field as JSON takes it; `exchange` gives the keys of what it refers to."""
    if isinstance(field, TaggableManager):
        return sorted(tag.name for tag in getattr(instance, field.name).all())
    value = field.value_from_object(instance)
    if isinstance(field, StreamField):
        return exchanged(field.stream_block, value.get_prep_value(), exchange)
    if value is None:
        return None
    if isinstance(field, RichTextField):
        return exchange.html(value)
    if isinstance(field, models.ForeignKey):
        return exchange.reference(field.related_model, value)
    if isinstance(field, models.FileField):
        return str(value)
    return _plain(value)


def read(field: Any, raw: Any, exchange: Exchange) -> Any:
    """Return what the form's value is for the field; raises `Refused` for one that it cannot take."""
    if raw is None:
        return None
    if isinstance(field, StreamField):
        return field.to_python(json.dumps(exchanged(field.stream_block, raw, exchange)))
    if isinstance(field, models.ForeignKey):
        return exchange.reference(field.related_model, raw)
    if isinstance(field, RichTextField):
        return exchange.html(str(raw))
    try:
        return _zoned(field.to_python(raw))
    except ValidationError as error:
        raise Refused(f"{field.name}: {in_one_sentence(error)}") from error
    except (TypeError, ValueError, ArithmeticError) as error:
        raise Refused(f"{field.name}: {str(error)[:200]}") from error


def _plain(value: Any) -> Any:
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.UTC).isoformat()
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, decimal.Decimal | uuid.UUID):
        return str(value)
    return value


def _zoned(value: Any) -> Any:
    """Take a moment without a zone by the site's clock."""
    if isinstance(value, datetime.datetime) and value.tzinfo is None:
        return timezone.make_aware(value, timezone.get_default_timezone())
    return value
