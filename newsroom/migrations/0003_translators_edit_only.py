"""Translators edit what is there: groups that got the right to add pages with their role lose it.

Administrators can allow it, with moving and deleting, in the group's form.
"""

from typing import Any

from django.db import migrations


def take_back(apps: Any, schema_editor: Any) -> None:
    granted = apps.get_model("wagtailcore", "GroupPagePermission").objects
    for role in apps.get_model("newsroom", "Role").objects.filter(key="translator"):
        added = [label for label in role.given if label.startswith("wagtailcore.add_page from page ")]
        pages = [int(label.rpartition(" ")[2]) for label in added]
        granted.filter(group=role.group_id, page__in=pages, permission__codename="add_page").delete()
        role.given = [label for label in role.given if label not in added]
        role.save(update_fields=["given"])


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0002_roles")]

    operations = [
        migrations.CreateModel(
            name="TranslatorsRight",
            fields=[],
            options={
                "verbose_name": "translations in the language of a group of translators",
                "permissions": [
                    ("publish_translations", "Can publish and unpublish"),
                    ("arrange_translations", "Can add, move and delete pages"),
                ],
                "proxy": True,
                "default_permissions": (),
                "indexes": [],
                "constraints": [],
            },
            bases=("newsroom.role",),
        ),
        migrations.RunPython(take_back, migrations.RunPython.noop),
    ]
