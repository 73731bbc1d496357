"""Times every kernel, best of five: `ouro bench/run.py [NAME ...]`. Run it with another Python, too, to compare."""
import sys
import time

from kernels import KERNELS


def best_time(function, rounds=5):
    best = None
    for _ in range(rounds):
        start = time.perf_counter()
        function()
        took = time.perf_counter() - start
        best = took if best is None else min(best, took)
    return best


def main(names):
    for name in names or KERNELS:
        print(f"{name:16} {best_time(KERNELS[name]) * 1000:9.2f} ms", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
