"""Programs and single operations under Ouro and other interpreters; the ratios go to bench/RESULTS.md.

    run.py [-n ROUNDS] [-o FILE] [GROUP | GROUP/PROGRAM | micro[/GROUP]] ...

`make bench` runs all of it. Every round runs each interpreter once, in turn (A B A B), so that a slow moment of the machine
meets all alike; the best of the rounds counts: processor time of the whole process, start-up included. What a program
prints must be the same everywhere. A program that stands here in Lua too is also run by the Luas.

The others are what is found of PEERS below, or what the environment says:

    PEERS="python3.14, PYTHON_JIT=1 python3.15, luajit"    commands, separated by commas
    VIA="nice -n 5"                                        a command that starts those of the table below

The first of them is the one that the ratios of memory and of single operations are against. `ouro bench/run.py` and
`python3 bench/run.py` do the same: OURO names the interpreter to be measured.
"""
import math
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
BUILD = os.path.join(os.path.dirname(HERE), "build")
OURO = os.environ.get("OURO", os.path.join(BUILD, "ouro"))
MEASURE = os.path.join(BUILD, "measure")
GROUPS = ("objects", "numbers", "data", "memory", "library")
PEERS = ("python3.14", "python3.15", "PYTHON_JIT=1 python3.15", "pypy3", "lua5.5", "luajit", "luajit -joff")


class Interpreter:
    """A command that runs programs of one language."""

    def __init__(self, command):
        words = command.split()
        program = [word for word in words if not word.startswith("-")][-1]
        options = words[words.index(program) + 1:]
        settings = [word for word in words if "=" in word]
        self.name = " ".join([*settings, os.path.basename(program), *options])
        self.command = command
        self.suffix = ".lua" if "lua" in self.name else ".py"

    def exists(self):
        option = "-e" if self.suffix == ".lua" else "-c"
        return os.system(f"{self.command} {option} '' >/dev/null 2>&1") == 0


class Run:
    """The best of several runs of a program."""

    def __init__(self):
        self.seconds = self.kilobytes = math.inf
        self.output = None

    def add(self, seconds, kilobytes):
        self.seconds = min(self.seconds, seconds)
        self.kilobytes = min(self.kilobytes, kilobytes)


def content(path):
    with open(path) as file:
        return file.read()


def measure(interpreter, program, scratch):
    """(processor seconds, peak KiB, output) of one run."""
    settings = [word for word in interpreter.command.split() if "=" in word]
    command = [word for word in interpreter.command.split() if "=" not in word]
    line = " ".join([*settings, MEASURE, scratch + ".cost", *command, program])
    if os.system(f"{line} >{scratch}.out"):
        sys.exit(f"{line} failed")
    seconds, _, kilobytes = content(scratch + ".cost").split()
    return float(seconds), int(kilobytes), content(scratch + ".out")


def compare(program, interpreters, rounds, scratch):
    """name of interpreter -> Run, of those that have the program in their language."""
    runs = {}
    for _ in range(rounds):
        for interpreter in interpreters:
            path = os.path.join(HERE, program + interpreter.suffix)
            if not os.path.exists(path):
                continue
            run = runs.setdefault(interpreter.name, Run())
            seconds, kilobytes, output = measure(interpreter, path, scratch)
            run.add(seconds, kilobytes)
            run.output = output
            if output != runs["ouro"].output:
                sys.exit(f"{program}: {interpreter.name} prints something else:\n{output}")
    return runs


def geometric_mean(ratios):
    return math.exp(sum(map(math.log, ratios)) / len(ratios))


def bold_mean(ratios):
    return f"**{decimal(geometric_mean(ratios))}**" if ratios else ""


def row(*cells):
    return "| " + " | ".join(cells) + " |"


def decimal(x, digits=2):
    return "" if x is None else f"{x:.{digits}f}"


def table_of_programs(group, programs, interpreters, rounds, scratch):
    """Lines of Markdown: time and memory of Ouro and of the reference, ratios to all."""
    ouro, *peers = interpreters
    reference = peers[0].name
    yield row(group, "Ouro, ms", f"{reference}, ms", "Ouro, MB", f"{reference}, MB", "memory", *(p.name for p in peers))
    yield "|---" + "|---:" * (5 + len(peers)) + "|"
    faster = {peer.name: [] for peer in peers}
    smaller = []
    for program in programs:
        runs = compare(f"{group}/{program}", interpreters, rounds, scratch)
        mine, theirs = runs["ouro"], runs[reference]
        ratios = {name: run.seconds / mine.seconds for name, run in runs.items() if name != "ouro"}
        for name, ratio in ratios.items():
            faster[name].append(ratio)
        smaller.append(mine.kilobytes / theirs.kilobytes)
        yield row(program, decimal(mine.seconds * 1000, 0), decimal(theirs.seconds * 1000, 0),
                  decimal(mine.kilobytes / 1024, 1), decimal(theirs.kilobytes / 1024, 1), decimal(smaller[-1]),
                  *(decimal(ratios.get(peer.name)) for peer in peers))
    yield row("**geometric mean**", "", "", "", "", bold_mean(smaller), *map(bold_mean, faster.values()))


def table_of_operations(group, interpreters, rounds, scratch):
    """The same of the operations of micro.py, for Ouro and the reference alone."""
    pair = interpreters[:2]
    best = {interpreter.name: {} for interpreter in pair}
    for _ in range(rounds):
        for interpreter in pair:
            _, _, output = measure(interpreter, os.path.join(HERE, "micro.py") + " " + group, scratch)
            times = best[interpreter.name]
            for line in output.splitlines():
                _, operation, seconds = line.split("\t")
                times[operation] = min(times.get(operation, math.inf), float(seconds))
    mine, theirs = best.values()
    yield row(group, "Ouro, µs", f"{pair[1].name}, µs", "ratio")
    yield "|---|---:|---:|---:|"
    for operation in mine:
        yield row(operation, decimal(mine[operation] * 1e6), decimal(theirs[operation] * 1e6),
                  decimal(theirs[operation] / mine[operation]))
    yield row("**geometric mean**", "", "", bold_mean([theirs[operation] / mine[operation] for operation in mine]))


def programs_of(group):
    return sorted(name[:-3] for name in os.listdir(os.path.join(HERE, group)) if name.endswith(".py"))


def groups_of_operations():
    sys.path.insert(0, HERE)
    from micro import OPERATIONS
    return list(OPERATIONS)


def sections(wanted, interpreters, rounds, scratch):
    """A table for each group that is wanted."""
    for group in GROUPS:
        programs = [p for p in programs_of(group) if not wanted or group in wanted or f"{group}/{p}" in wanted]
        if programs:
            yield table_of_programs(group, programs, interpreters, rounds, scratch)
    for group in groups_of_operations():
        if not wanted or "micro" in wanted or f"micro/{group}" in wanted:
            yield table_of_operations(group, interpreters, rounds, scratch)


def find_interpreters():
    via = os.environ.get("VIA", "")
    if "PEERS" in os.environ:
        commands = [command.strip() for command in os.environ["PEERS"].split(",")]
    else:
        commands = []
        for peer in PEERS:
            settings = [word for word in peer.split() if "=" in word]
            commands.append(" ".join([*settings, via, *peer.split()[len(settings):]]))
    peers = [peer for peer in map(Interpreter, commands) if peer.exists()] or [Interpreter("python3")]
    ouro = Interpreter(OURO)
    ouro.name = "ouro"
    return [ouro, *peers]


def main(arguments):
    rounds, output, wanted = 5, None, []
    words = iter(arguments)
    for word in words:
        if word == "-n":
            rounds = int(next(words))
        elif word == "-o":
            output = next(words)
        else:
            wanted.append(word.removesuffix(".py"))
    interpreters = find_interpreters()
    scratch = f"/tmp/ouro-bench-{os.getpid()}"
    lines = [f"Best of {rounds} rounds, processor time. The columns behind the memory are ratios of time: how many times "
             "as fast Ouro is as that interpreter. Memory is Ouro's peak over that of the first of them.", ""]
    print("\n".join(lines))
    for section in sections(wanted, interpreters, rounds, scratch):
        for line in section:
            print(line, flush=True)
            lines.append(line)
        print()
        lines.append("")
    if output:
        with open(output, "w") as file:
            file.write("# What `make bench` measured\n\n" + "\n".join(lines))
    for suffix in (".cost", ".out"):
        os.remove(scratch + suffix)


if __name__ == "__main__":
    main(sys.argv[1:])
