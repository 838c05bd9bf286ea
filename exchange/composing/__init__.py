"""HTML from outside becomes the blocks of a page's body; what has no block is said, and its text kept."""

from exchange.composing.composed import Composed, compose

__all__ = ["Composed", "compose"]
