"""How pictures are shown: at which sizes, made when, and the pictures that are drawn from headlines."""
