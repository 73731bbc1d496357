"""memory_profiler shows what each line takes and gives back."""
from memory_profiler import profile


class Table:
    """A stream that keeps the text."""
    text = ""

    def write(self, text):
        self.text += text


table = Table()


@profile(stream=table)
def work():
    kept = [0] * 1_000_000
    given_back = [0] * 2_000_000
    del given_back
    return kept


work()
print(table.text.strip())
increments = [float(line[20:28]) for line in table.text.splitlines() if "MiB" in line and "def" not in line]
entered, kept, taken, given_back, returned = increments
assert taken == -given_back and taken > kept > 0 == returned
