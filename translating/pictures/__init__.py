"""What is said of pictures, in the language that a translator works in."""
