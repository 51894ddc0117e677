"""Places of Germany, by name in any language or by postcode; distances, Länder."""
