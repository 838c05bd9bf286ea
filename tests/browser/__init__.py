"""A package, so that its site and browser end with its last test: Playwright keeps Django from its database."""
