"""ASKS: every query: rows in, values out; one visibility rule for every door."""
