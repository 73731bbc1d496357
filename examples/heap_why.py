"""heap.why: a reference count, reference by reference, and the way to the object from a root."""
import re

import heap


class Shelf:
    def __init__(self, book):
        self.book = book


def library():
    book = ["pages"]
    shelf = Shelf(book)
    index = {"title": book}

    def read():
        return book

    why = heap.why(book)
    print(re.sub(" at 0x[0-9a-f]+", "", str(why)))
    print("path:", re.sub(" at 0x[0-9a-f]+", "", why.path))
    assert why.count == len(why.references) == 4


library()
