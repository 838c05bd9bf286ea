"""The glossary: which words are always translated the same way."""
