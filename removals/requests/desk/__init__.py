"""The desk at which the office handles removal requests, in the editors' interface."""
