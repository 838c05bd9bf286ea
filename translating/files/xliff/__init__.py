"""XLIFF, the form in which translation programs exchange texts: versions 1.2 and 2.0 of OASIS."""
