"""Whole sections: what is done to many pages goes on in the background, and can be stopped and resumed."""
