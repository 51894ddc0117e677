"""Places of Germany: found by name in any language or by postcode; distances, Länder."""
