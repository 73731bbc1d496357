"""Where Ouro differs from CPython on purpose, as data: what is left out of programs, and what is erased from outputs.

Each has its reason. Nothing else is forgiven: any other difference is reported.
"""

LEFT_OUT = {
    '__sizeof__ and sys.getsizeof': 'sizes are those of the interpreter\'s own structures',
    'sys.getrefcount': 'CPython borrows references of local variables and may show less',
    'id(), and `is` between numbers or strings': 'constants are not merged across literals',
    'set displays of three and more constants': 'CPython keeps them as merged constants, whose order is that of another set',
    'code objects, dis': 'the bytecode is of another kind',
    'nan in sets that are written down': 'nan is hashed by its address, so the order is not fixed',
    'numbers and repetitions that need gigabytes': 'how much memory there is depends on the machine',
}


def addresses(text):
    """Objects are where the allocator put them."""
    pieces = text.split(' at 0x')
    return pieces[0] + ''.join(' at 0x' + piece.lstrip('0123456789abcdef') for piece in pieces[1:])


def codec_frames(text):
    """CPython's rarer codecs are written in the language: their frames are in tracebacks, and a note says which it was."""
    if 'encodings/' not in text and "' codec failed" not in text:
        return text
    kept, skipping = [], False
    for line in text.split('\n'):
        inner = line.lstrip(' |')  # in the report of a group
        indentation = len(line) - len(inner)
        if inner.startswith('File "'):
            skipping, margin = '/encodings/' in inner, indentation
        elif skipping and indentation <= margin:
            skipping = False
        if not skipping and not line.endswith("' codec failed"):
            kept.append(line)
    return '\n'.join(kept)


def frames_of_closing(text):
    """A generator that dies with the locals of a function is closed while that function still runs, in CPython when its
    caller does: what ignores GeneratorExit is reported with another frame."""
    kept, skipping = [], False
    for line in text.split('\n'):
        if line.startswith('Exception ignored while closing generator'):
            skipping = True
        elif skipping and not line.startswith(('  ', 'Traceback ')):
            skipping = False
        if not skipping or not line.startswith('  '):
            kept.append(line)
    return '\n'.join(kept)


def memory_of_bytearrays(text):
    """A method of a bytearray that finds no memory for its result: CPython reports an error of its own in addition."""
    return text.replace('SystemError: deallocated bytearray object has exported buffers\n', '')


ERASED = [addresses, codec_frames, frames_of_closing, memory_of_bytearrays]


def erase(text):
    """The output without what is not to be compared."""
    for rule in ERASED:
        text = rule(text)
    return text


def order_by_address(a, b):
    """nan and classes are hashed by their addresses: sets of them have no order that could be compared."""
    return all('nan' in line or '<class ' in line for line in (a, b)) and sorted(a) == sorted(b)


def docstrings(a, b):
    """The docstrings of built-in types are Ouro's own."""
    return without_docstring(a) == without_docstring(b) != a


def without_docstring(line):
    """The repr of a dict of attributes, without the string literal behind '__doc__'."""
    start, key, rest = line.partition("'__doc__': ")
    if rest[:1] not in ('"', "'"):
        return line
    end = 1
    while end < len(rest) and rest[end] != rest[0]:
        end += 2 if rest[end] == '\\' else 1
    return start + key + rest[end + 1:]


def hints_of_modules(a, b):
    """A name that is not defined is taken for that of a module in the library: Ouro has other modules."""
    return without_hint(a) == without_hint(b)


def without_hint(line):
    return line.partition(' Or did you forget to import ')[0].partition('. Did you forget to import ')[0]


def lines_of_nowhere(ours, reference):
    """Ours with the reference's "line None" where it has that: every instruction of Ouro's has a line."""
    result, rest = [], list(reversed(ours))
    for line in reference:
        if not rest:
            break
        mine = rest.pop()
        if ', line None, in ' in line and without_number(mine) == without_number(line):
            while rest and margin(rest[-1]) > margin(mine):  # the text of the line
                rest.pop()
            mine = line
        result.append(mine)
    return result + rest[::-1]


def without_number(line):
    start, _, rest = line.partition(', line ')
    return start, rest.partition(', in ')[1:]


def margin(line):
    return len(line) - len(line.lstrip(' |'))


NOWHERE = 'Every instruction has a line: where CPython has none, it is the line that ran last.'
OWN_NAMES = 'The variable of a comprehension is its own: with other names for such variables both print the same.'
NOT_STEADY = 'The reference itself prints this differently in another run: it depends on addresses.'
MORE_MEMORY = 'How much memory there is depends on the machine: with more of it both print the same.'
TOO_SLOW = 'The reference did not end in time.'


def not_steady(ours, runs):
    """Is the difference one that the reference has with itself? runs: what it prints, several times."""
    if ours in runs:
        return True
    lines = list(zip(*(text.split('\n') for text in [ours] + runs)))
    return len({text.count('\n') for text in [ours] + runs}) == 1 and all(
        len(set(line)) == 1 or len(set(line[1:])) > 1 for line in lines)


EXCUSES = [order_by_address, docstrings, hints_of_modules]


def reconciled(ours, reference):
    """Our output with the reference's lines wherever a rule excuses the difference; and the reasons."""
    given, b = ours.split('\n'), reference.split('\n')
    a = lines_of_nowhere(given, b)
    if len(a) != len(b):
        return ours, ''
    reasons = {NOWHERE} if a != given else set()
    for i, (x, y) in enumerate(zip(a, b)):
        reason = next((rule.__doc__ for rule in EXCUSES if x != y and rule(x, y)), None)
        if reason:
            reasons.add(reason)
            a[i] = y
    return '\n'.join(a), ' '.join(sorted(reasons))
