"""Options of the command line, as C's getopt reads them."""

import os

__all__ = ["GetoptError", "error", "getopt", "gnu_getopt"]


class GetoptError(Exception):
    """An option is wrong: msg and opt."""

    def __init__(self, msg, opt=''):
        super().__init__(msg, opt)
        self.msg, self.opt = msg, opt

    def __str__(self):
        return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
    """(pairs of option and value, the arguments behind the options)"""
    longopts = _as_list(longopts)
    opts = []
    while args and _is_option(args[0]):
        if args[0] == '--':
            return opts, args[1:]
        opts, args = _one(opts, args, shortopts, longopts)
    return opts, args


def gnu_getopt(args, shortopts, longopts=[]):
    """The same where options and arguments may come in any order.

    A '+' in front of the short options, or POSIXLY_CORRECT in the environment, ends them at the first argument; a '-'
    puts the arguments among the options, as (None, arguments).
    """
    longopts = _as_list(longopts)
    order = shortopts[:1]
    if order in ('-', '+'):
        shortopts = shortopts[1:]
    stops = order == '+' or order != '-' and bool(os.environ.get("POSIXLY_CORRECT"))
    opts, rest = [], []
    while args:
        first = args[0]
        if first == '--':
            return opts, [*rest, *args[1:]]
        if _is_option(first):
            if order == '-' and rest:
                opts.append((None, rest))
                rest = []
            opts, args = _one(opts, args, shortopts, longopts)
        elif stops:
            return opts, [*rest, *args]
        else:
            rest.append(first)
            args = args[1:]
    return opts, rest


def _as_list(longopts):
    return [longopts] if isinstance(longopts, str) else list(longopts)


def _is_option(arg):
    return arg.startswith('-') and arg != '-'


def _one(opts, args, shortopts, longopts):
    first, args = args[0], args[1:]
    if first[1] == '-':
        return _long(opts, first[2:], longopts, args)
    return _short(opts, first[1:], shortopts, args)


def _long(opts, opt, longopts, args):
    opt, has_value, value = opt.partition('=')
    kind, opt = _long_kind(opt, longopts)
    if kind == 'required' and not has_value:
        if not args:
            raise GetoptError(f'option --{opt} requires argument', opt)
        value, args = args[0], args[1:]
    elif kind == 'none' and has_value:
        raise GetoptError(f'option --{opt} must not have an argument', opt)
    opts.append(('--' + opt, value))
    return opts, args


def _long_kind(opt, longopts):
    """(does it take a value, the whole name) of a long option, which may be shortened."""
    possible = [o for o in longopts if o.startswith(opt)]
    if not possible:
        raise GetoptError(f'option --{opt} not recognized', opt)
    for exact, kind in ((opt, 'none'), (opt + '=', 'required'), (opt + '=?', 'optional')):
        if exact in possible:
            return kind, opt
    if len(possible) > 1:
        names = ', '.join(possible)
        raise GetoptError(f"option --{opt} not a unique prefix; possible options: {names}", opt)
    name = possible[0]
    if name.endswith('=?'):
        return 'optional', name[:-2]
    if name.endswith('='):
        return 'required', name[:-1]
    return 'none', name


def _short(opts, text, shortopts, args):
    while text:
        opt, text = text[0], text[1:]
        value = ''
        kind = _short_kind(opt, shortopts)
        if kind != 'none':
            if not text and kind == 'required':
                if not args:
                    raise GetoptError(f'option -{opt} requires argument', opt)
                text, args = args[0], args[1:]
            value, text = text, ''
        opts.append(('-' + opt, value))
    return opts, args


def _short_kind(opt, shortopts):
    for i, c in enumerate(shortopts):
        if c == opt != ':':
            if shortopts.startswith('::', i + 1):
                return 'optional'
            return 'required' if shortopts.startswith(':', i + 1) else 'none'
    raise GetoptError(f'option -{opt} not recognized', opt)
