"""What `ouro view` records: births, deaths, counts and contents at exact lines, and what holds for every recording.

Run by Ouro itself: OURO=path/to/ouro ouro tests/view/test_recording.py
"""

import os
import unittest

OURO = os.environ["OURO"]
HERE = os.path.dirname(os.path.abspath(__file__))
WORK = os.environ["WORK"]


class Thing:
    def __init__(self, kind, size, born_line, place, step):
        self.kind, self.size, self.born_line, self.place, self.first = kind, size, born_line, place, step
        self.died = self.death_line = self.by = self.content = self.count = None


class Recording:
    """The state at each step, from the JSON twin of a page."""

    def __init__(self, script, arguments="", options="", stdin="/dev/null"):
        out = f"{WORK}/{script}"
        command = f"cd {HERE}/scripts && {OURO} view --json -o {out}.html {options} {script}.py {arguments}"
        self.status = os.system(f"{command} <{stdin} >{out}.out 2>{out}.err") >> 8
        self.printed, self.page, self.text = (self.file(out + ending) for ending in (".out", ".html", ".json"))
        self.data = eval(self.text, {"null": None, "true": True, "false": False})
        self.steps = self.data["steps"]
        self.things, self.types, self.states = {}, [], []
        for k, step in enumerate(self.steps):
            self.read(k, step)

    @staticmethod
    def file(path):
        with open(path, encoding="utf-8") as f:
            return f.read()

    def read(self, k, step):
        self.types += step["t"]
        for number, line, by in step["x"]:
            thing = self.things[number]
            assert thing.died is None, f"#{number} dies twice"
            thing.died, thing.death_line, thing.by = k, line, by
        for number, kind, size, born, line, place in step["n"]:
            assert number not in self.things
            self.things[number] = Thing(self.types[kind], size, line if born >= 0 else 0, place, k)
        for number, content in step["c"]:
            self.things[number].content = content
        counts = step["r"]
        for number, count in zip(counts[::2], counts[1::2]):
            if number in self.things:
                self.things[number].count = count
        frames = [self.states[-1][0][i] if frame == 0 else frame for i, frame in enumerate(step["f"])]
        self.states.append((frames, {n: (t.count, t.content) for n, t in self.things.items() if t.died is None}))

    def before(self, line, run=0):
        """The step that stands for the moment before a line runs for the run-th time."""
        return [k for k, s in enumerate(self.steps) if s["w"] == "line" and s["l"] == line][run]

    def names(self, k, frame=0):
        return dict(self.states[k][0][frame][2])

    def count(self, k, number):
        return self.states[k][1][number][0]

    def content(self, k, number):
        return self.states[k][1][number][1]

    def texts(self, k, numbers):
        return [self.content(k, n)["t"] for n in numbers]

    def moved(self, k, key):
        """{type: blocks} that step k has allocated ("a") or freed ("d")."""
        found = {}
        for line, kind, blocks, size in self.steps[k].get(key, []):
            name = self.types[kind - 1] if kind else ""
            found[name] = found.get(name, 0) + blocks
        return found


cache = {}


def record(script):
    if script not in cache:
        cache[script] = Recording(script)
    return cache[script]


class Lists(unittest.TestCase):
    def setUp(self):
        self.r = record("lists")
        self.list = self.r.names(self.r.before(2))["x"]

    def test_birth_and_death(self):
        thing = self.r.things[self.list]
        self.assertEqual((thing.kind, thing.born_line, thing.death_line, thing.by), ("list", 1, 5, 0))
        self.assertEqual(thing.first, self.r.before(2))
        self.assertEqual(thing.died, self.r.before(6))

    def test_counts(self):
        counts = [self.r.count(self.r.before(line), self.list) for line in (2, 3, 4, 5)]
        self.assertEqual(counts, [1, 2, 2, 1])

    def test_contents(self):
        r = self.r
        self.assertEqual(r.texts(r.before(2), r.content(r.before(2), self.list)["i"]), ["1", "2", "300"])
        self.assertEqual(r.texts(r.before(4), r.content(r.before(4), self.list)["i"]), ["1", "2", "300", "400"])

    def test_names(self):
        r = self.r
        self.assertEqual([sorted(r.names(r.before(line))) for line in (1, 2, 3, 5)], [[], ["x"], ["x", "y"], ["y"]])

    def test_traffic(self):
        r = self.r
        self.assertEqual(r.moved(r.before(2), "a").get("list"), 1)
        self.assertEqual(r.moved(r.before(6), "d").get("list"), 1)
        self.assertNotIn("list", r.moved(r.before(3), "a"))

    def test_ints_are_shared_or_not(self):
        r = self.r
        one, two, big = r.content(r.before(2), self.list)["i"]
        self.assertEqual((r.things[one].size, r.things[two].size), (0, 0))
        self.assertEqual(r.things[big].size, 24)
        self.assertEqual(r.count(r.before(2), big), 2)  # the list, and the constant


class Cycles(unittest.TestCase):
    def setUp(self):
        self.r = record("cycle")
        self.nodes = [n for n, t in self.r.things.items() if t.kind == "Node"]

    def test_collected(self):
        r = self.r
        one, two, kept = (r.things[n] for n in self.nodes)
        self.assertEqual((one.born_line, two.born_line, kept.born_line), (11, 12, 18))
        self.assertEqual((one.death_line, two.death_line), (19, 19))
        self.assertEqual((one.by, two.by), (1, 1))
        self.assertIsNone(kept.died)

    def test_lost_before(self):
        r = self.r
        k = r.before(19)
        changes = [n for s in r.steps[:k + 1] for n in s.get("u", [])]
        self.assertEqual([n for n in self.nodes if changes.count(n) > changes.count(-n)], self.nodes[:2])
        self.assertEqual([r.count(k, n) for n in self.nodes[:2]], [1, 1])

    def test_collection(self):
        r = self.r
        self.assertEqual(r.steps[r.before(20)]["G"], [[2, 2]])

    def test_promoted(self):
        r = self.r
        promoted = r.steps[r.before(20)]["p"]
        self.assertIn((self.nodes[2], 2), list(zip(promoted[::2], promoted[1::2])))


class Calls(unittest.TestCase):
    def test_frames(self):
        r = record("calls")
        k = r.before(2)
        self.assertEqual([f[0] for f in r.states[k][0]], ["<module>", "half"])
        self.assertEqual(r.texts(k, [r.names(k, 1)["n"]]), ["1000"])
        self.assertEqual(r.states[k][0][0][1], 6)

    def test_return(self):
        r = record("calls")
        step = next(s for s in r.steps if s["w"] == "return")
        self.assertEqual((step["l"], r.things[step["v"]].content["t"]), (3, "500"))
        whole = next(t for t in r.things.values() if t.kind == "list")
        self.assertEqual((whole.born_line, whole.died), (2, r.before(7)))

    def test_output(self):
        r = record("calls")
        self.assertEqual("".join(text for s in r.steps for stream, text in s.get("o", [])), "500\n")


class Errors(unittest.TestCase):
    def test_steps(self):
        r = record("error")
        raised = [s for s in r.steps if s["w"] == "raise"]
        self.assertEqual([s["e"] for s in raised], [
            "TypeError: unsupported operand type(s) for /: 'int' and 'NoneType'",
            "ZeroDivisionError: division by zero", "ZeroDivisionError: division by zero"])
        self.assertEqual(raised[1]["l"], 2)

    def test_heap_at_that_moment(self):
        r = record("error")
        k = [i for i, s in enumerate(r.steps) if s["w"] == "raise"][1]
        self.assertEqual([f[0] for f in r.states[k][0]], ["<module>", "divide"])
        self.assertEqual(r.texts(k, [r.names(k, 1)["by"]]), ["0"])

    def test_traceback(self):
        r = record("error")
        self.assertEqual(r.status, 1)
        lines = r.data["end"]["error"].splitlines()
        self.assertEqual((lines[0], lines[1], lines[-1]), ("Traceback (most recent call last):",
                         '  File "error.py", line 10, in <module>', "ZeroDivisionError: division by zero"))


class KeptError(unittest.TestCase):
    def setUp(self):
        self.r = record("kept_error")
        self.k = self.r.before(18)

    def test_frames_that_are_over_keep_their_locals(self):
        r, k = self.r, self.k
        attributes = r.content(k, r.names(k)["kept"])["a"]
        locals_ = [number for label, number in attributes if label == "local (frame)"]
        self.assertEqual([r.things[number].born_line for number in locals_], [8, 8])
        lost = set()
        for step in r.steps[:k + 1]:
            lost.symmetric_difference_update(map(abs, step.get("u", ())))
        self.assertFalse(lost & set(locals_))

    def test_properties_are_values(self):
        self.assertIn({"k": "a", "t": "property"}, [t.content for t in self.r.things.values()])


class Identity(unittest.TestCase):
    def test_same(self):
        r = record("identity")
        names = r.names(len(r.steps) - 1)
        self.assertEqual(names["a"], names["b"])
        self.assertNotEqual(names["c"], names["d"])
        self.assertEqual(names["e"], names["f"])
        self.assertNotEqual(names["g"], names["h"])

    def test_replaced(self):
        r = record("identity")
        old, new = r.names(r.before(10))["i"], r.names(len(r.steps) - 1)["i"]
        self.assertNotEqual(old, new)
        self.assertEqual((r.things[new].born_line, r.things[new].content["t"]), (10, "1001"))


class Holders(unittest.TestCase):
    def test_contents(self):
        r = record("holders")
        k = len(r.steps) - 1
        names = r.names(k)
        slotted = r.content(k, names["s"])
        self.assertEqual([a[0] for a in slotted["a"]], ["left"])
        key, value = r.content(k, slotted["a"][0][1])["i"][0]
        self.assertEqual((r.content(k, key)["t"], r.things[value].kind), ("'key'", "list"))
        bump = r.content(k, names["bump"])
        self.assertEqual([a[0] for a in bump["a"]], ["by =", "count (outer)"])
        self.assertEqual(r.content(k, bump["a"][1][1])["t"], "1")
        generator = r.content(k, names["g"])
        self.assertEqual((generator["t"], generator["a"][0][0]), ("waits at line 17", "n"))
        self.assertEqual([r.content(k, n)["k"] for n in r.content(k, names["box"])["i"]], ["u", "u"])
        self.assertEqual((r.content(k, names["big"])["n"], len(r.content(k, names["big"])["i"])), (50, 24))
        text = r.content(k, names["text"])
        self.assertTrue(text["t"].startswith("'<tag>\"\\"))
        self.assertEqual(text["n"], 111)

    def test_no_markup_in_data(self):
        self.assertNotIn("<", record("holders").text)


class Limits(unittest.TestCase):
    def test_steps(self):
        r = Recording("long", options="--steps=50")
        self.assertEqual((len(r.steps), r.status, r.printed), (50, 0, "4950\n"))
        self.assertEqual(r.data["end"]["stopped"], "the limit of steps was reached")

    def test_things(self):
        r = record("many")
        self.assertIn("z", r.steps[-1])
        self.assertEqual(max(map(self.drawn, r.states)), r.data["limits"]["things"])
        for frames, living in r.states:
            self.assertTrue(all(number in living for _, number in frames[0][2]))

    def drawn(self, state):
        """How many objects, other than those of the interpreter itself, a name leads to."""
        frames, living = state
        todo, seen = [n for f in frames for n in [n for _, n in f[2]] + f[3]], {0}
        while todo:
            number = todo.pop()
            if number not in seen:
                seen.add(number)
                todo += living[number][1].get("i", [])
        return sum(record("many").things[n].size > 0 for n in seen - {0})

    def test_frames(self):
        r = record("deep")
        deepest = max(len(s["f"]) for s in r.steps)
        self.assertEqual(deepest, 25)
        self.assertEqual(max(s.get("F", 0) for s in r.steps), 62 - 25)
        self.assertTrue(all(s[0][0][0] == "<module>" for s in r.states))


class Invariants(unittest.TestCase):
    SCRIPTS = "lists", "cycle", "calls", "error", "identity", "holders", "many", "deep", "large"

    def test_ledger(self):
        for script in self.SCRIPTS:
            for step in record(script).steps:
                *parts, whole = step["g"]
                self.assertEqual(sum(parts), whole)
                self.assertGreaterEqual(min(parts), 0)

    def test_map_agrees_with_ledger(self):
        for script in self.SCRIPTS:
            pools = {}
            for step in record(script).steps:
                for arena, pool, state, size, used, serving, blocks in step["m"]:
                    self.assertEqual(used, self.blocks(blocks, "uc"))
                    pools[arena, pool] = size, used, self.blocks(blocks, "c"), self.blocks(blocks, "ufc")
                pools = {key: value for key, value in pools.items() if key[0] in step["A"]}
                live = sum(size * (used - cached) for size, used, cached, _ in pools.values())
                self.assertEqual(live, step["g"][0])
                self.assertEqual(sum(size * cached for size, _, cached, _ in pools.values()), step["g"][3])
                self.assertTrue(all(n == (4096 // size if size else 0) for size, _, _, n in pools.values()))

    @staticmethod
    def blocks(runs, kinds):
        total, digits = 0, ""
        for c in runs:
            if c.isdigit():
                digits += c
            else:
                total, digits = total + (int(digits) if c in kinds else 0), ""
        return total

    def test_references_are_to_the_living(self):
        for script in self.SCRIPTS:
            for frames, living in record(script).states:
                for _, _, names, temporaries in frames:
                    for number in [n for _, n in names] + temporaries:
                        self.assertTrue(number == 0 or number in living)

    def test_large_blocks(self):
        r = record("large")
        k = r.before(2)
        self.assertEqual((r.things[r.names(k)["block"]].place, r.things[r.names(k)["block"]].kind), ([], "bytes"))
        self.assertGreater(r.steps[k]["g"][5], r.steps[r.before(1)]["g"][5])
        self.assertGreater(max(s["g"][6] for s in r.steps), r.steps[0]["g"][6])


class Program(unittest.TestCase):
    def test_input_and_arguments(self):
        with open(f"{WORK}/answer", "w") as f:
            f.write("Ada\n")
        r = Recording("talk", "one two", stdin=f"{WORK}/answer")
        self.assertEqual(r.printed, "name? hello Ada ['one', 'two']\n")
        self.assertEqual(r.data["argv"], ["one", "two"])

    def test_operators_written_in_python(self):
        self.assertEqual(record("operators").printed, "40 80 True\n")

    def test_two_runs_are_the_same(self):
        os.environ["PYTHONHASHSEED"] = "7"
        again = Recording("holders")
        self.assertEqual(again.page, record("holders").page)
        self.assertEqual(again.text, record("holders").text)

    def test_simulated_allocation(self):
        rows = {row[0]: row for row in record("lists").data["simulate"]}
        self.assertEqual(len(rows[513]), 2)
        if not record("lists").steps[0]["A"]:
            return  # a build without pools
        for size in (1, 8, 9, 24, 100, 512):
            _, arena, pool, block, block_size, capacity, during, after = rows[size]
            self.assertEqual(block_size, (size + 7) // 8 * 8)
            self.assertEqual((capacity, during - after), (4096 // block_size, 1))
        self.assertEqual(rows[17][1:], rows[24][1:])

    def test_wrong_options(self):
        for arguments in ("", "--steps=1 x.py", "--what x.py", "-o"):
            self.assertEqual(os.system(f"{OURO} view {arguments} 2>{WORK}/err") >> 8, 2, arguments)


if __name__ == "__main__":
    unittest.main()
