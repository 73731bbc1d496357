# What an operation says of an object whose bytes it cannot have, whatever the reason.
class Bad:
    def __buffer__(self, flags):
        raise KeyError('own')


def released():
    view = memoryview(b'abc')
    view.release()
    return view


for o in Bad(), released(), memoryview(b'abcd')[::-2]:
    for operation in (lambda: b'a' + o, lambda: bytearray(b'a') + o, lambda: b''.join([b'x', o]), lambda: str(o, 'latin-1'),
                      lambda: bytearray(b'a').extend(o), lambda: bytearray(b'a').__iadd__(o), lambda: int(o), lambda: float(o),
                      lambda: eval(o), lambda: compile(o, 'f', 'exec'), lambda: b'abc'.find(o), lambda: int.from_bytes(o)):
        try:
            print(operation())
        except Exception as e:
            print(type(e).__name__, e)

# What is left of a bytearray when it cannot be filled: nothing, if a list of ints has one that is no byte.
for source in [1, 2, 300], (1, 2, 'a'), [1, True, 2, 300], [1, 2, -1, 'a'], [2**70], iter([1, 300]):
    array = bytearray(b'abc')
    try:
        array.__init__(source)
    except (TypeError, ValueError) as e:
        print(e, array)
