"""Facts found in what portals send. Pure: text in, values out; no clock, no network.

`clean` makes text of markup, `day` a date of whatever a portal calls one, and
`complete` fills what an advertisement leaves unsaid but says in its text.
"""
