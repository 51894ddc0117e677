"""TALKS to the staff of the office and of the Länder, under /buero/."""
