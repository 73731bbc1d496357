"""The outer planets around the sun: a symplectic integration of five bodies that pull at each other.

Bodies are objects with slots; every step goes through the ten pairs and changes six speeds for each. The energy of the
system before and after shows how good the method is.
"""
from itertools import combinations
from math import pi, sqrt

SOLAR_MASS = 4 * pi * pi
DAYS = 365.24


class Body:
    __slots__ = ("x", "y", "z", "vx", "vy", "vz", "mass")

    def __init__(self, position, velocity, mass):
        self.x, self.y, self.z = position
        self.vx, self.vy, self.vz = (v * DAYS for v in velocity)
        self.mass = mass * SOLAR_MASS


def solar_system():
    sun = Body((0.0, 0.0, 0.0), (0.0, 0.0, 0.0), 1.0)
    planets = [
        Body((4.84, -1.16, -0.10), (0.00166, 0.00770, -0.0000690), 0.000955),
        Body((8.34, 4.12, -0.40), (-0.00277, 0.00500, 0.0000230), 0.000286),
        Body((12.89, -15.11, -0.22), (0.00296, 0.00238, -0.0000297), 0.0000437),
        Body((15.38, -25.92, 0.18), (0.00268, 0.00163, -0.0000952), 0.0000515),
    ]
    for axis in ("vx", "vy", "vz"):
        momentum = sum(getattr(planet, axis) * planet.mass for planet in planets)
        setattr(sun, axis, -momentum / SOLAR_MASS)
    return [sun, *planets]


def energy(bodies):
    moving = sum(b.mass * (b.vx ** 2 + b.vy ** 2 + b.vz ** 2) / 2 for b in bodies)
    lying = sum(a.mass * b.mass / sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2 + (a.z - b.z) ** 2)
                for a, b in combinations(bodies, 2))
    return moving - lying


def advance(bodies, time, steps):
    pairs = list(combinations(bodies, 2))
    for _ in range(steps):
        for a, b in pairs:
            dx = a.x - b.x
            dy = a.y - b.y
            dz = a.z - b.z
            square = dx * dx + dy * dy + dz * dz
            pull = time / (square * sqrt(square))
            by_b = b.mass * pull
            by_a = a.mass * pull
            a.vx -= dx * by_b
            a.vy -= dy * by_b
            a.vz -= dz * by_b
            b.vx += dx * by_a
            b.vy += dy * by_a
            b.vz += dz * by_a
        for body in bodies:
            body.x += time * body.vx
            body.y += time * body.vy
            body.z += time * body.vz


def main():
    bodies = solar_system()
    print(f"{energy(bodies):.9f}")
    advance(bodies, 0.01, 60_000)
    print(f"{energy(bodies):.9f}")
    for body in bodies:
        print(f"{body.x:.6f} {body.y:.6f} {body.z:.6f}")


if __name__ == "__main__":
    main()
