"""No word is lost: what is typed stays until the server has it, and nobody's version is covered unasked."""
