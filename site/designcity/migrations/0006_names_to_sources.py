"""The names of where pictures come from become records, in the language that the site is written in."""

from django.db import migrations

from provenance.sources.converting import Names, bare, make_sources, source_locale


def to_sources(apps, schema_editor):
    pictures = apps.get_model("designcity", "DesignImage").objects.exclude(source_name="")
    named = {picture.pk: bare(picture.source_name) for picture in pictures.only("pk", "source_name")}
    if not any(named.values()):
        return
    # A name that is known already, in whatever language, is the same source.
    known = set(apps.get_model("provenance", "Source").objects.values_list("name", flat=True))
    names, locale = Names(), source_locale(apps).pk
    for name in sorted({name for name in named.values() if name and name not in known}):
        names.together([(locale, name)])
    made = make_sources(apps, names)
    for picture in pictures:
        picture.source_id = made.get(locale, named[picture.pk])
        picture.save(update_fields=["source"])


def to_names(apps, schema_editor):
    names = dict(apps.get_model("provenance", "Source").objects.values_list("pk", "name"))
    for picture in apps.get_model("designcity", "DesignImage").objects.exclude(source=None):
        picture.source_name = names[picture.source_id]
        picture.save(update_fields=["source_name"])


class Migration(migrations.Migration):

    dependencies = [
        ('designcity', '0005_image_source'),
        ('news', '0005_remove_source_name'),
    ]

    operations = [migrations.RunPython(to_sources, to_names)]
