"""Files for translators: PO and XLIFF, out and in."""
