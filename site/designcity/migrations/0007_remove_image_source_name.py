from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('designcity', '0006_names_to_sources'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='designimage',
            name='source_name',
        ),
    ]
