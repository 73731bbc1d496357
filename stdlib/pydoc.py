"""Documentation as text: what help() shows.

A description is put together from what an object has: its signature, its docstring or that of what it overrides, or
the comments above it; for classes and modules the same for everything in them, sorted by kind. _Writer makes the text;
_Helper finds out what is meant, and asks at a prompt if nothing is given.
"""
import builtins
import keyword
import os
import sys
import types

from inspect import (cleandoc, getcomments, isbuiltin, isdatadescriptor, isfunction, isgetsetdescriptor,
                     ismemberdescriptor, ismethoddescriptor, ismethodwrapper, isroutine, signature)
from inspect._docs import class_of_function, home_of

_WIDTH = 70
_INDENT = '    '

# --- docstrings ---

def _own_doc(o):
    """The docstring of o itself: not the one that it only has because its class has one."""
    try:
        doc = object.__getattribute__(o, '__doc__')
    except AttributeError:
        return None
    if doc is None:
        return None
    if not isinstance(o, type) and isinstance(type(o).__doc__, str) and type(o).__doc__ == doc:
        return None
    return doc if isinstance(doc, str) else None


def _inherited_doc(o):
    """The docstring of the attribute of a base class that o overrides."""
    home = home_of(o)
    if not home:
        return None
    c, name = home
    slots = c.__dict__.get('__slots__')
    if ismemberdescriptor(o) and isinstance(slots, dict) and name in slots:
        return slots[name]
    for base in c.__mro__:
        try:
            doc = _own_doc(getattr(base, name))
        except AttributeError:
            continue
        if doc is not None:
            return doc
    return None


def getdoc(o):
    """The docstring of an object, of what it overrides, or the comments above it; '' if there are none."""
    doc = _own_doc(o)
    if doc is None:
        doc = _inherited_doc(o)
    text = cleandoc(doc) if isinstance(doc, str) else getcomments(o) or ''
    return text.rstrip('\n')


def splitdoc(doc):
    """A docstring as its first line and the rest, provided that an empty line lies between."""
    lines = doc.strip().split('\n')
    if len(lines) == 1:
        return lines[0], ''
    if not lines[1].strip():
        return lines[0], '\n'.join(lines[2:])
    return '', '\n'.join(lines)


# --- names ---

_HIDDEN = frozenset('''__author__ __builtins__ __credits__ __date__ __doc__ __docformat__ __file__ __loader__ __module__
    __name__ __package__ __path__ __qualname__ __slots__ __spec__ __version__ __static_attributes__
    __firstlineno__ __annotate_func__ __annotations_cache__ __annotate__ __annotations__'''.split())


def _visible(name, public=None, owner=None):
    if name in _HIDDEN:
        return False
    if name.startswith('__') and name.endswith('__'):
        return True
    if name.startswith('_') and hasattr(owner, '_fields'):
        return True
    return name in public if public is not None else not name.startswith('_')


def _class_name(c, module):
    """The name of a class, with its module unless that is the one described."""
    return c.__name__ if c.__module__ == module else f'{c.__module__}.{c.__name__}'


def _parent_name(f, module):
    """What stands in front of the name of a function defined elsewhere."""
    parent = f.__qualname__.rpartition('.')[0]
    if f.__module__ not in (module, None, 'builtins'):
        parent = f'{f.__module__}.{parent}' if parent else f.__module__
    return parent


def _is_bound(f):
    if isinstance(f, types.MethodType):
        return True
    bound = getattr(f, '__self__', None) if isinstance(f, types.BuiltinFunctionType) else None
    return bound is not None and not isinstance(bound, types.ModuleType)


def _arguments(f):
    """The parameters of f in parentheses, or None."""
    try:
        return signature(f)._text(quote_annotation_strings=False, module=getattr(f, '__module__', None))
    except (ValueError, TypeError, NameError):
        text = not isinstance(f, type) and getattr(f, '__text_signature__', None)
        if not text:
            return None
        first, _, rest = text.partition(', ')
        return '(' + rest if first.startswith('($') and _is_bound(f) else text.replace('$', '')


def _indent(text, prefix=_INDENT):
    return '\n'.join((prefix + line).rstrip() for line in text.split('\n')) if text else ''


def _attributes(c):
    """All attributes of a class: tuples of name, kind, the class that has it, value."""
    for name in dir(c):
        owner = next((base for base in c.__mro__ if name in base.__dict__), None)
        if owner is None:
            continue
        value = owner.__dict__[name]
        if isinstance(value, (staticmethod, types.BuiltinFunctionType)):
            kind = 'static method'
        elif isinstance(value, (classmethod, types.ClassMethodDescriptorType)):
            kind = 'class method'
        else:
            try:
                value = value if name == '__dict__' else getattr(c, name) or value
            except Exception:
                pass
            kind = ('readonly property' if isinstance(value, property) and value.fset is None else
                    'data descriptor' if isdatadescriptor(value) else 'method' if isroutine(value) else 'data')
        yield name, kind, owner, value


class _Writer:
    """Describes one object as text. `module` is the name of the module that it is seen from."""

    def document(self, o, name=None, module=None, cls=None, home=None):
        if isinstance(o, types.ModuleType):
            return self.module(o)
        if isinstance(o, type):
            return self.cls(o, name)
        if isroutine(o):
            return self.routine(o, name, module, cls, home)
        if isinstance(o, property) or isdatadescriptor(o):
            return self.data(o, name)
        return self.other(o, name, module)

    # classes

    def cls(self, c, name=None):
        real = c.__name__
        name = name or real
        module = c.__module__
        title = f'class {real}' if name == real else f'{name} = class {real}'
        if c.__bases__:
            title += f"({', '.join(_class_name(base, module) for base in c.__bases__)})"
        out = []
        arguments = _arguments(c)
        if arguments and arguments != '()':
            out.append(f'{name}{arguments}\n')
        doc = getdoc(c)
        if doc:
            out.append(doc + '\n')
        if len(c.__mro__) > 2:
            out += ['Method resolution order:', *(_INDENT + _class_name(base, module) for base in c.__mro__), '']
        self._subclasses(c, out)
        self._members(c, module, out)
        if not out:
            return title + '\n'
        return title + '\n' + _indent('\n'.join(out).rstrip(), ' |  ') + '\n'

    def _subclasses(self, c, out, most=4):
        names = sorted((s.__name__ for s in type.__subclasses__(c)
                        if s.__module__ == 'builtins' and not s.__name__.startswith('_')), key=str.lower)
        if not names:
            return
        out += ['Built-in subclasses:', *(_INDENT + name for name in names[:most])]
        if len(names) > most:
            out.append(f'{_INDENT}... and {len(names) - most} other subclasses')
        out.append('')

    _SECTIONS = (('method', 'Methods'), ('class method', 'Class methods'), ('static method', 'Static methods'),
                 ('readonly property', 'Readonly properties'), ('data descriptor', 'Data descriptors'),
                 ('data', 'Data and other attributes'))

    def _members(self, c, module, out):
        fields = {name: i - 10 ** 6 for i, name in enumerate(getattr(c, '_fields', ()))}
        attributes = sorted((a for a in _attributes(c) if _visible(a[0], owner=c)),
                            key=lambda a: (fields.get(a[0], 0), a[0]))
        needs_rule = False
        for base in c.__mro__:
            if base is object and c is not object:
                continue
            where = 'defined here' if base is c else f'inherited from {_class_name(base, module)}'
            for kind, heading in self._SECTIONS:
                chosen = [a for a in attributes if a[2] is base and a[1] == kind]
                if not chosen:
                    continue
                if needs_rule:
                    out.append('-' * _WIDTH)
                needs_rule = True
                out.append(f'{heading} {where}:\n')
                out += [self._member(c, module, *a) for a in chosen]

    def _member(self, c, module, name, kind, home, value):
        if kind in ('readonly property', 'data descriptor'):
            return self.data(value, name)
        try:
            now = getattr(c, name)
        except Exception:
            return self.data(value, name)
        if kind != 'data':
            return self.document(now, name, module, c, home)
        doc = getdoc(value) if callable(value) or isdatadescriptor(value) else None
        return self.other(now, name, module, _WIDTH, doc) + '\n'

    # functions

    def routine(self, f, name=None, module=None, cls=None, home=None):
        real = f.__name__
        name = name or real
        note, function, skip = self._note(f, module, cls, home)
        if isfunction(function) and home is not None and class_of_function(function) is not home:
            parent = _parent_name(function, module)
            note = f' from {parent}' if parent else note
        title = name
        if name != real:
            title = f'{name} = {real}'
            if cls is not None and getattr(cls, real, None) is f:
                skip = True
                note = '' if note.startswith(' from ') else note
        arguments = _arguments(f)
        if arguments and real == '<lambda>':
            title, arguments = f'{name} lambda ', arguments[1:-1]
        code = getattr(getattr(f, '__func__', f), '__code__', None)
        is_async = code is not None and code.co_flags & 0x280
        line = f"{'async ' if is_async else ''}{title}{arguments or '(...)'}{note}\n"
        doc = '' if skip else getdoc(f)
        return line + (_indent(doc).rstrip() + '\n' if doc else '')

    def _note(self, f, module, cls, home):
        """What to say behind the parameters; the Python function behind f; whether the docstring is left out."""
        if _is_bound(f):
            bound = f.__self__
            if bound is cls:
                return '', getattr(f, '__func__', None), False
            if isinstance(bound, type):
                return f' class method of {_class_name(bound, module)}', None, False
            return f' method of {_class_name(type(bound), module)} instance', None, False
        if ismethoddescriptor(f) or ismethodwrapper(f):
            owner = getattr(f, '__objclass__', None)
            if owner is None:
                return '', None, False
            if cls is None:
                return f' unbound {_class_name(owner, module)} method', None, False
            return '' if owner is home else f' from {_class_name(owner, module)}', None, False
        return '', f, False

    # the rest

    def data(self, o, name=None):
        name = name or getattr(o, '__name__', None)
        doc = getdoc(o)
        out = f'{name}\n' if name else ''
        return out + (_indent(doc) + '\n' if doc else '')

    def other(self, o, name=None, module=None, longest=None, doc=None):
        text = repr(o)
        line = (f'{name} = ' if name else '') + text
        if longest and len(line) > longest:
            line = line[:longest] + '...'
        doc = doc or (getdoc(o) if longest is None else '')
        return line + ('\n' + _indent(str(doc)) + '\n' if doc else '')

    # modules

    def module(self, m):
        name = m.__name__
        first, rest = splitdoc(getdoc(m))
        out = self._section('NAME', name + (f' - {first}' if first else ''))
        if rest:
            out += self._section('DESCRIPTION', rest)
        public = getattr(m, '__all__', None)
        classes, functions, data = [], [], []
        for key in sorted(vars(m)):
            value = vars(m)[key]
            if not _visible(key, public, m):
                continue
            if isinstance(value, type):
                if public is not None or value.__module__ == name:
                    classes.append((key, value))
            elif isroutine(value):
                if public is not None or isbuiltin(value) or value.__module__ == name:
                    functions.append((key, value))
            elif not isinstance(value, types.ModuleType):
                data.append((key, value))
        if classes:
            tree = self._tree([value for _, value in classes], name)
            out += self._section('CLASSES', '\n'.join([tree, *(self.cls(c, key) for key, c in classes)]))
        if functions:
            out += self._section('FUNCTIONS', '\n'.join(self.routine(f, key, name) for key, f in functions))
        if data:
            out += self._section('DATA', '\n'.join(self.other(o, key, name, _WIDTH) for key, o in data))
        for title, attribute in (('VERSION', '__version__'), ('DATE', '__date__'), ('AUTHOR', '__author__'),
                                 ('CREDITS', '__credits__')):
            if hasattr(m, attribute):
                out += self._section(title, str(getattr(m, attribute)))
        file = getattr(m, '__file__', None) or '(built-in)'
        return out + self._section('FILE', file if file[0] in '(<' else os.path.abspath(file))

    def _section(self, title, text):
        return f'{title}\n{_indent(text).rstrip()}\n\n'

    def _tree(self, classes, module):
        """The classes of a module as a tree, below the bases that others have defined."""
        children, known = {}, set(classes)
        for c in classes:
            for base in c.__bases__:
                below = children.setdefault(base, [])
                if c not in below:
                    below.append(c)
                if base in known:
                    break
        roots = [base for base in children if base not in known] + [c for c in classes if not c.__bases__]
        lines = []

        def show(c, depth, parent):
            line = _INDENT * depth + _class_name(c, module)
            if c.__bases__ not in ((), (parent,)):
                line += f"({', '.join(_class_name(base, module) for base in c.__bases__)})"
            lines.append(line)
            for child in order(children.get(c, ())):
                show(child, depth + 1, c)

        def order(some):
            return sorted(some, key=lambda c: (c.__module__, c.__name__))

        for root in order(roots):
            show(root, 0, object if root.__bases__ == (object,) and not root in known else None)
        return '\n'.join(lines) + '\n'


plaintext = text = _Writer()


# --- finding what is meant ---

def locate(path):
    """The object with a dotted name: a built-in, or an attribute of a module that can be imported; or None."""
    parts = path.split('.')
    found, rest = None, parts
    for n in range(1, len(parts) + 1):
        try:
            __import__('.'.join(parts[:n]))
        except ImportError:
            break
        found, rest = sys.modules['.'.join(parts[:n])], parts[n:]
    o = found or builtins
    for part in rest:
        try:
            o = getattr(o, part)
        except AttributeError:
            return None
    return o


def describe(o):
    """What kind of thing it is, and its name."""
    if isinstance(o, types.ModuleType):
        kind = 'package' if hasattr(o, '__path__') else 'module'
        return f"{'built-in ' if not hasattr(o, '__file__') else ''}{kind} {o.__name__}"
    if isbuiltin(o):
        return f'built-in function {o.__name__}'
    if isgetsetdescriptor(o) or ismemberdescriptor(o):
        kind = 'getset' if isgetsetdescriptor(o) else 'member'
        return f'{kind} descriptor {o.__objclass__.__module__}.{o.__objclass__.__name__}.{o.__name__}'
    kinds = ((type, 'class'), (types.FunctionType, 'function'), (types.MethodType, 'method'),
             (types.MethodWrapperType, 'method wrapper'))
    for kind, name in kinds:
        if isinstance(o, kind):
            return f'{name} {o.__name__}'
    if ismethoddescriptor(o) and hasattr(o, '__name__'):
        return f'method descriptor {o.__name__}'
    return type(o).__name__


def render_doc(thing, title='Python Library Documentation: %s'):
    """The whole description of an object, or of what a dotted name stands for: ImportError when that is nothing."""
    o, name = thing, None
    if isinstance(thing, str):
        o, name = locate(thing), thing
        if o is None:
            raise ImportError(f"No Python documentation found for {thing!r}.\n"
                              'Use help() to get the interactive help utility.\n'
                              'Use help(str) for help on the str class.')
    described = describe(o)
    module = o if isinstance(o, types.ModuleType) else sys.modules.get(getattr(o, '__module__', None))
    if name and '.' in name:
        described += ' in ' + name[:name.rfind('.')]
    elif module and module is not o:
        described += ' in module ' + module.__name__
    if not (isinstance(o, (types.ModuleType, type, property)) or isroutine(o) or isdatadescriptor(o) or _own_doc(o)):
        if hasattr(o, '__origin__'):
            o = o.__origin__
        else:
            o, described = type(o), described + ' object'
    return title % described + '\n\n' + text.document(o, name)


class _Helper:
    """help: with an argument it describes that, without one it asks at a prompt."""

    _WELCOME = '''Welcome to help. Enter the name of a module, a built-in or a keyword to read about it, "modules",
"keywords" or "topics" for a list of those there are, and "q", "quit" or "exit" to leave.
'''
    _GOODBYE = '''
You are now leaving help and returning to the Python interpreter.
'''

    def __repr__(self):
        return '<pydoc.Helper instance>'

    def __call__(self, *request):
        if request:
            try:
                self.help(request[0])
            except ImportError as e:
                print(e, end='\n\n')
            return
        print(self._WELCOME)
        while True:
            try:
                line = input('help> ').strip()
            except (EOFError, KeyboardInterrupt):
                break
            if line.lower() in ('q', 'quit', 'exit'):
                break
            if line:
                self(line.strip('\'"') if line[0] in '\'"' else line)
        print(self._GOODBYE, end='')

    def help(self, request):
        if not isinstance(request, str):
            print(render_doc(request, 'Help on %s:'))
            return
        request = request.strip()
        if request in ('keywords', 'modules', 'topics', 'symbols'):
            getattr(self, '_list_' + request)()
        elif request in ('True', 'False', 'None'):
            print(render_doc(eval(request), 'Help on %s:'))
        elif keyword.iskeyword(request):
            print(f'"{request}" is a keyword of the language.')
        elif request:
            print(render_doc(request, 'Help on %s:'))
        else:
            print(render_doc(str, 'Help on %s:'))

    def _columns(self, words, columns=4, width=80):
        rows = (len(words) + columns - 1) // columns
        for row in range(rows):
            line = ''.join(word.ljust(width // columns - 1) + ' ' for word in words[row::rows])
            print(line.rstrip())

    def _list_keywords(self):
        print('\nHere is a list of the Python keywords.  Enter any keyword to get more help.\n')
        self._columns(sorted(keyword.kwlist))

    def _list_modules(self):
        print('\nThe modules that are built in:\n')
        self._columns(sorted(sys.builtin_module_names))

    def _list_topics(self):
        print('\nThere are no topics: enter the name of a module, a built-in or a keyword.')

    _list_symbols = _list_topics


help = _Helper()


def cli():
    """`ouro -m pydoc NAME ...`: prints what help() shows."""
    if not sys.argv[1:] or sys.argv[1].startswith('-'):
        print('pydoc NAME ...\n    Shows the documentation of built-ins, modules and what is in them.')
        return
    for name in sys.argv[1:]:
        try:
            print(render_doc(name, 'Help on %s:'))
        except ImportError as error:
            print(error)
            raise SystemExit(1) from None


if __name__ == '__main__':
    cli()
