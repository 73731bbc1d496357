# Frames and exceptions as objects: what they compare equal to, how lists of them print, chains, groups and limits
import traceback as t


def show(*texts):
    print(''.join(texts).replace(__file__.rpartition('/')[0] + '/', ''), end='')


frame = t.FrameSummary('none.py', 3, 'f', line='  x = 1  ', locals={'b': 2, 'a': [1]})
print(frame, len(frame), frame == ('none.py', 3, 'f', 'x = 1'), list(frame), frame[-1], frame == 1, frame.locals)
stack = t.StackSummary.from_list([frame] + [('r.py', 1, 'r', 'r()')] * 5 + [('r.py', 2, 'r', None)])
print(''.join(stack.format()), end='')


def fail(depth):
    if depth:
        fail(depth - 1)
    raise ValueError('two\nlines')


def chained():
    try:
        fail(1)
    except ValueError as error:
        error.add_note('a note')
        raise KeyError('k') from error


try:
    chained()
except KeyError as error:
    caught = error
show(*t.format_exception(caught))
show(*t.format_exception_only(caught), *t.format_tb(caught.__traceback__, limit=-1))
print(len(t.extract_tb(caught.__traceback__, limit=1)), [line for _, line in t.walk_tb(caught.__traceback__)])
show(*t.format_exception(caught, chain=False))
summary = t.TracebackException.from_exception(caught, compact=True)
print(summary.exc_type_str, str(summary), summary == t.TracebackException.from_exception(caught, compact=True))
group = ExceptionGroup('g', [ValueError(i) for i in range(3)] + [ExceptionGroup('inner', [OSError('o')])])
print(''.join(t.TracebackException.from_exception(group, max_group_width=2).format()), end='')
t.print_exception(group, file=__import__('sys').stdout)
print(''.join(t.TracebackException.from_exception(group).format_exception_only(show_group=True)), end='')
for wrong in (lambda: t.print_exception(1), lambda: t.format_exception(None, None), t.print_last):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(t.format_exception(None), t.extract_stack(limit=1)[0].name, t.format_stack()[-1].split(',')[-1], end='')
