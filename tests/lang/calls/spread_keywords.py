# f(**mapping) alone: what may stand there, in which order mistakes are found, and that the callee gets a dict of its own.
import types


def f(*args, **kwargs):
    return args, kwargs


class Mapping:
    def keys(self):
        return ['a', 'b']

    def __getitem__(self, key):
        return key * 2


class Numbers(Mapping):
    def keys(self):
        return [1]


class Odd(dict):
    def keys(self):
        return ['other']


d = {'a': 1, 'b': 2}
print(f(**d), f(**{}), f(**Mapping()), f(**Odd(a=1)), f(**types.MappingProxyType(d)), f(*[3], **d))
f(**d)[1]['c'] = 3
print(d)
for call in ('f(*1, **2)', 'f(**2)', 'f(*1, **d)', 'f(**{1: 2})', 'f(**Numbers())', 'f(**None)', 'f(**d, **d)',
             'f(**d, a=1)', 'print(**{"nope": 1})', 'int(**5)', 'dict(**d)', 'dict(**{1: 2})'):
    try:
        print(call, eval(call))
    except TypeError as error:
        print(call, error)


class Clears:
    def __call__(self, **kwargs):
        d.clear()
        return kwargs


print(Clears()(**d), d)
gaps = {'a': 1, 'b': 2, 'c': 3}
del gaps['b']
print(f(**gaps))
