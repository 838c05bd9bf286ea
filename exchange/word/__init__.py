"""Word files become drafts; what is damaged, locked or made to do harm becomes a sentence."""
