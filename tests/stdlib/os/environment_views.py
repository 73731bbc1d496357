# os.environ: iteration sees the names as they were; views; what get_exec_path refuses; bools are no descriptors.
import os
import types
import typing
import warnings

for view in (os.environ, os.environ.keys(), os.environ.items(), os.environ.values()):
    it = iter(view)
    next(it)
    os.environ[f'new_{type(view).__name__}'] = 'x'
    print(sum(1 for _ in it) > 0)
print(('new_KeysView', 'x') in os.environ.items(), 'new_KeysView' in os.environ.keys(), dict(os.environ) == os.environ.copy(),
      type(os.environ | {}), os.environ == dict(os.environ), len(os.environ) == len(list(os.environ)))
print(os.get_exec_path({'PATH': 'a:b'}), os.get_exec_path({b'PATH': b'c'}), os.get_exec_path({}))
try:
    os.get_exec_path({'PATH': 'a', b'PATH': b'b'})
except ValueError as e:
    print(e)
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    for call in (os.fsync, os.fchdir, os.stat):
        try:
            call(True)
        except OSError:
            pass
    print([str(w.message) for w in seen])
try:
    os.fspath(type('Foo', (), {'__fspath__': None})())
except TypeError as e:
    print(e)


class Point(typing.NamedTuple):
    x: int


print(types.get_original_bases(Point) == (typing.NamedTuple,), typing.NamedTuple('P', []).__orig_bases__ == (typing.NamedTuple,),
      typing.GenericAlias is types.GenericAlias)
