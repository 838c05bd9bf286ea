"""Whether a file from outside is what its name says: looked at, never run or unpacked."""
