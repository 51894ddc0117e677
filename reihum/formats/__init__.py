"""WRITES DOWN: values to text and back. Pure."""
