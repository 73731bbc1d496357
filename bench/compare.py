"""Whole programs under two interpreters: `build/ouro bench/compare.py 'python3.14' [GROUP ...]`.

A group is a folder beside this file (objects, memory). Each program runs under this interpreter and under the other
command in turn, five times; the best times are compared, start-up included. What they print must be the same.
"""
import math
import os
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROUNDS = 5


def run(command, program, output):
    """Seconds of wall time; what the program prints goes to the file `output`."""
    start = time.perf_counter()
    status = os.system(f"{command} {program} >{output} 2>&1")
    took = time.perf_counter() - start
    if status:
        sys.exit(f"{command} {program} failed: see {output}")
    return took


def content(path):
    with open(path) as file:
        return file.read()


def compare(program, commands):
    outputs = [f"/tmp/ouro-bench-{os.getpid()}-{i}" for i in range(len(commands))]
    best = [math.inf] * len(commands)
    for _ in range(ROUNDS):
        for i, command in enumerate(commands):
            best[i] = min(best[i], run(command, program, outputs[i]))
    if len(set(map(content, outputs))) > 1:
        sys.exit(f"{program}: the outputs differ")
    for output in outputs:
        os.remove(output)
    return best


def main(other, *groups):
    print("| program | this, ms | other, ms | ratio |\n|---|---:|---:|---:|")
    for group in groups or ("objects", "memory"):
        folder = os.path.join(HERE, group)
        ratios = []
        for name in sorted(os.listdir(folder)):
            mine, theirs = compare(os.path.join(folder, name), (sys.executable, other))
            ratios.append(theirs / mine)
            print(f"| {group}/{name} | {mine * 1000:.0f} | {theirs * 1000:.0f} | {ratios[-1]:.2f} |", flush=True)
        print(f"| {group}, geometric mean | | | {math.prod(ratios) ** (1 / len(ratios)):.2f} |", flush=True)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(*sys.argv[1:])
