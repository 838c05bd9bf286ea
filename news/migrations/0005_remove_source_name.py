from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('news', '0004_names_to_sources'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='articlepage',
            name='source_name',
        ),
    ]
