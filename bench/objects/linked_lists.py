"""Linked lists without arrays: merge sort, reversal, and Takeuchi's function on lists whose length is the number.

The function asks "is this list shorter than that one?" all the time, which follows the links of both: calls, attribute
reads and comparisons with None, and nothing else.
"""


class Cell:
    __slots__ = ("head", "tail")

    def __init__(self, head, tail):
        self.head = head
        self.tail = tail

    def length(self):
        n, cell = 0, self
        while cell is not None:
            n += 1
            cell = cell.tail
        return n


def count_down(n):
    return None if n == 0 else Cell(n, count_down(n - 1))


def shorter(x, y):
    while y is not None:
        if x is None:
            return True
        x, y = x.tail, y.tail
    return False


def takeuchi(x, y, z):
    if not shorter(y, x):
        return z
    return takeuchi(takeuchi(x.tail, y, z), takeuchi(y.tail, z, x), takeuchi(z.tail, x, y))


def reverse(cell):
    done = None
    while cell is not None:
        cell.tail, done, cell = done, cell, cell.tail
    return done


def halve(cell):
    slow, fast = cell, cell.tail
    while fast is not None and fast.tail is not None:
        slow, fast = slow.tail, fast.tail.tail
    second, slow.tail = slow.tail, None
    return cell, second


def merge(a, b):
    first = last = Cell(None, None)
    while a is not None and b is not None:
        if b.head < a.head:
            last.tail, b = b, b.tail
        else:
            last.tail, a = a, a.tail
        last = last.tail
    last.tail = b if a is None else a
    return first.tail


def merge_sort(cell):
    if cell is None or cell.tail is None:
        return cell
    a, b = halve(cell)
    return merge(merge_sort(a), merge_sort(b))


def scattered(n):
    """A list of n numbers in no order."""
    cell, state = None, 42
    for _ in range(n):
        state = state * 1103515245 + 12345 & 0x7fffffff
        cell = Cell(state >> 8, cell)
    return cell


def main():
    print(takeuchi(count_down(21), count_down(14), count_down(7)).length())
    cell = merge_sort(reverse(scattered(100_000)))
    total, position, last = 0, 1, -1
    while cell is not None:
        assert cell.head >= last
        total += cell.head * position % 1009
        position, last, cell = position + 1, cell.head, cell.tail
    print(total)


if __name__ == "__main__":
    main()
