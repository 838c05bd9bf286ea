"""Requests for removal or correction: asked for by anybody, handled at a desk of the office."""
