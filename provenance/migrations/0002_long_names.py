from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('provenance', '0001_sources'),
    ]

    operations = [
        migrations.AlterField(
            model_name='source',
            name='name',
            field=models.CharField(max_length=255, verbose_name='name'),
        ),
    ]
