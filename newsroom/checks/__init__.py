"""Checks of a page before it is published: one file for each subject, each finding with a link to its field."""
