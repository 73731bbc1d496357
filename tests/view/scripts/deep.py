def down(n, trail):
    trail.append(n)
    if n:
        down(n - 1, trail)


down(60, [])
