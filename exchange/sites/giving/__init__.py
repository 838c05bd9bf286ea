"""What goes out: a folder with the lines of the whole site and its files."""
