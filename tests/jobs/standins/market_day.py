"""The invented labour market of one day, made once for all tests."""

from datetime import date

from reihum.jobs.standins.world import world

DAY = date(2026, 11, 26)
WORLD = world(DAY)
