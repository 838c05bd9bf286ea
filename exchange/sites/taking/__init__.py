"""What comes in: rows are written as terms, pictures, files, pages and redirects, in batches."""
