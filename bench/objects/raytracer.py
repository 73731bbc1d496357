"""A ray tracer: spheres over a chequered floor, shadows and reflections, vectors as objects."""


class Vector:
    __slots__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def scale(self, factor):
        return Vector(self.x * factor, self.y * factor, self.z * factor)

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def unit(self):
        return self.scale(1.0 / self.dot(self) ** 0.5)

    def reflect(self, normal):
        return self - normal.scale(2.0 * self.dot(normal))


class Ray:
    def __init__(self, origin, direction):
        self.origin = origin
        self.direction = direction

    def at(self, distance):
        return self.origin + self.direction.scale(distance)


class Sphere:
    def __init__(self, centre, radius, colour, mirror):
        self.centre = centre
        self.radius = radius
        self.colour = colour
        self.mirror = mirror

    def meets(self, ray):
        offset = ray.origin - self.centre
        b = offset.dot(ray.direction)
        under = b * b - offset.dot(offset) + self.radius * self.radius
        if under <= 0.0:
            return None
        distance = -b - under ** 0.5
        return distance if distance > 0.001 else None

    def normal(self, point):
        return (point - self.centre).unit()

    def colour_at(self, point):
        return self.colour


class Floor:
    mirror = 0.2

    def __init__(self, height, light, dark):
        self.height = height
        self.light = light
        self.dark = dark
        self.up = Vector(0.0, 1.0, 0.0)

    def meets(self, ray):
        if ray.direction.y > -0.0001:
            return None
        distance = (self.height - ray.origin.y) / ray.direction.y
        return distance if distance > 0.001 else None

    def normal(self, point):
        return self.up

    def colour_at(self, point):
        return self.light if (int(point.x // 1) + int(point.z // 1)) % 2 == 0 else self.dark


class Scene:
    def __init__(self, things, lamp):
        self.things = things
        self.lamp = lamp

    def nearest(self, ray):
        best, thing = 1e9, None
        for candidate in self.things:
            distance = candidate.meets(ray)
            if distance is not None and distance < best:
                best, thing = distance, candidate
        return best, thing

    def colour(self, ray, depth):
        distance, thing = self.nearest(ray)
        if thing is None:
            return Vector(0.2, 0.3, 0.5 + 0.5 * ray.direction.y)
        point = ray.at(distance)
        normal = thing.normal(point)
        to_lamp = (self.lamp - point).unit()
        light = 0.1
        if self.nearest(Ray(point, to_lamp))[1] is None:
            light += max(0.0, normal.dot(to_lamp))
        colour = thing.colour_at(point).scale(light)
        if depth and thing.mirror:
            reflected = self.colour(Ray(point, ray.direction.reflect(normal)), depth - 1)
            colour = colour.scale(1.0 - thing.mirror) + reflected.scale(thing.mirror)
        return colour


def render(width, height):
    scene = Scene([Sphere(Vector(-1.0, 0.0, 4.0), 1.0, Vector(0.9, 0.2, 0.2), 0.3),
                   Sphere(Vector(1.2, 0.2, 3.5), 0.8, Vector(0.2, 0.9, 0.2), 0.5),
                   Sphere(Vector(0.2, -0.6, 2.4), 0.4, Vector(0.2, 0.2, 0.9), 0.1),
                   Floor(-1.0, Vector(0.9, 0.9, 0.9), Vector(0.1, 0.1, 0.1))], Vector(-3.0, 5.0, -2.0))
    eye = Vector(0.0, 0.0, -1.0)
    total = Vector(0.0, 0.0, 0.0)
    for y in range(height):
        for x in range(width):
            direction = Vector((x - width / 2) / width, (height / 2 - y) / width, 1.0).unit()
            total = total + scene.colour(Ray(eye, direction), 3)
    return total


sum_of_light = render(180, 120)
print(f"{sum_of_light.x:.4f} {sum_of_light.y:.4f} {sum_of_light.z:.4f}")
