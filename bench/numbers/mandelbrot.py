"""Mandelbrot's set, by floats and by complex numbers: a picture in characters, and the number of points inside.

The points of the inner loop are plain float arithmetic; the second function says the same with `complex`, on a coarser grid.
"""

SHADES = " .:-=+*#%@"


def escape(cr, ci, limit):
    """The step at which the orbit of 0 leaves the circle of radius 2, or the limit."""
    zr = zi = 0.0
    for step in range(limit):
        square_r, square_i = zr * zr, zi * zi
        if square_r + square_i > 4.0:
            return step
        zi = 2.0 * zr * zi + ci
        zr = square_r - square_i + cr
    return limit


def escape_complex(c, limit):
    z = 0j
    for step in range(limit):
        if z.real * z.real + z.imag * z.imag > 4.0:
            return step
        z = z * z + c
    return limit


def grid(width, height):
    for row in range(height):
        for column in range(width):
            yield column * 3.0 / width - 2.25, row * 2.5 / height - 1.25


def main():
    limit = 60
    inside = sum(escape(x, y, limit) == limit for x, y in grid(360, 280))
    again = sum(escape_complex(complex(x, y), limit) == limit for x, y in grid(180, 90))
    print(inside, again)
    width, height = 60, 24
    steps = [escape(x, y, limit) for x, y in grid(width, height)]
    for row in range(height):
        line = steps[row * width:(row + 1) * width]
        print("".join(SHADES[min(step // 4, 9)] for step in line).rstrip())


if __name__ == "__main__":
    main()
