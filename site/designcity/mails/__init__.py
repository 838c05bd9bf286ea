"""Mails: how they are composed, how they leave, and what is kept until they have left."""
