"""How far two points are apart."""

from math import asin, cos, radians, sin, sqrt

from reihum.jobs.model import Point

EARTH_KM = 6371.0088  # mean radius of the Earth (IUGG)


def km_between(a: Point, b: Point) -> float:
    """Return the great-circle distance in kilometres (haversine)."""
    lat_a, lat_b = radians(a.lat), radians(b.lat)
    north = sin((lat_b - lat_a) / 2) ** 2
    east = sin(radians(b.lon - a.lon) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(north + cos(lat_a) * cos(lat_b) * east)))
