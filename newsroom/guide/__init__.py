"""The guide of the office, docs/editing.md, read where it is needed: in the editors' interface."""
