"""Static files in production: compressed, each with its fingerprint in its name, kept by browsers for ever."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class FingerprintedStorage(CompressedManifestStaticFilesStorage):
    """Lets the scripts of the public pages import each other by their fingerprints, too.

    Django knows how, but would do it with everybody's scripts. Without it a browser asks anew for what is
    imported, and after a release may join a new script with an old one.
    """

    _of_any_script = CompressedManifestStaticFilesStorage._js_module_import_aggregation_patterns
    patterns = (*CompressedManifestStaticFilesStorage.patterns, ("designcity/js/*.js", _of_any_script[1]))
