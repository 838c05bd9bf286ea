import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('designcity', '0004_pictures'),
        ('provenance', '0001_initial'),
    ]

    operations = [
        migrations.RenameField(
            model_name='designimage',
            old_name='source',
            new_name='source_name',
        ),
        migrations.AddField(
            model_name='designimage',
            name='source',
            field=models.ForeignKey(blank=True, help_text='Where the picture comes from, such as an agency, a website or an archive.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='provenance.source', verbose_name='source'),
        ),
    ]
