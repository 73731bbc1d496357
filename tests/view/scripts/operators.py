class Number:
    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        return Number(self.n + other.n)

    def __lt__(self, other):
        return self.n < other.n

    def __getitem__(self, i):
        return self.n * i

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return False


def run():
    total, one, smaller = Number(0), Number(1), 0
    for i in range(40):
        total = total + one
        smaller = one < total
        if one < total:
            total[i]
        with total:
            pass
    return total, smaller


total, smaller = run()
print(total.n, total[2], smaller)
