"""`reihum synopsis`: what was asked for, what is said, what is written."""
