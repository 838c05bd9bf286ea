"""Makes the roles with their groups and the way from writing to publishing; they get their permissions afterwards.

Django makes permissions once all migrations have run, and so `newsroom.roles.signals` gives them then: also those
of apps that come later, and never again what an administrator took back.
"""

from typing import Any

from django.db import migrations

from newsroom.roles.making import make_roles, make_workflow
from newsroom.roles.tidying import remove_defaults


def make(apps: Any, schema_editor: Any) -> None:
    remove_defaults(apps)
    make_roles(apps)
    make_workflow(apps)


class Migration(migrations.Migration):
    dependencies = [
        ("newsroom", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
    ]

    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
