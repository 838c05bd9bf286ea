"""Taking down what its owner wants removed: a page, a picture, a passage; what is kept; the way back."""
