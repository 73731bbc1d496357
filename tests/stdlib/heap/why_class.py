# why: a class is held by its instances, its module and its own parts.
import heap


class Base:
    pass


class Derived(Base):
    pass


one, two = Derived(), Derived()
references = [text.partition(" at 0x")[0] for text in heap.why(Derived).references]
print(sorted(references))
print(sorted(text.partition(" at 0x")[0] for text in heap.why(Base).references))
