# co_positions and co_lines: every line that runs is there, columns within the source.
source = "def f(a):\n    if a > 1:\n        return a + \\\n            2\n    for x in [a,\n              3]:\n        x.y(1)\n    try:\n        x()\n    except ValueError as e:\n        raise\n    return f'{a}'\n"
namespace = {}
exec(compile(source, "<p>", "exec"), namespace)
code = namespace["f"].__code__
positions = list(code.co_positions())
lines = source.splitlines()
spans = {p for p in positions if None not in p}
print({2, 3, 5, 6, 7, 12} <= {p[0] for p in spans}, all(0 <= p[2] and p[3] <= len(lines[p[1] - 1]) and p[0] <= p[1] for p in spans))
texts = {lines[a - 1][c:d] for a, b, c, d in spans if a == b}
print([t for t in ("a > 1", "x.y(1)") if t in texts], (3, 4, 15, 13) in spans)
ranges = list(code.co_lines())
print(ranges[0][0], all(a < b for a, b, _ in ranges), all(x[1] == y[0] for x, y in zip(ranges, ranges[1:])), {2, 3, 5, 6, 7, 12} <= {line for _, _, line in ranges})
print(len(positions) * 2 == ranges[-1][1])
