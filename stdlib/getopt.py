"""Options of the command line, as C's getopt reads them."""

import os

__all__ = ["GetoptError", "error", "getopt", "gnu_getopt"]


class GetoptError(Exception):
    """An option is wrong: msg and opt."""

    def __init__(self, msg, opt=''):
        self.msg = msg
        self.opt = opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
    """(pairs of option and value, the arguments behind the options)"""
    opts = []
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    while args and args[0].startswith('-') and args[0] != '-':
        if args[0] == '--':
            args = args[1:]
            break
        opts, args = _one(opts, args, shortopts, longopts)
    return opts, args


def gnu_getopt(args, shortopts, longopts=[]):
    """The same where options and arguments may come in any order."""
    opts, rest = [], []
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    return_in_order = False
    if shortopts.startswith('-'):
        shortopts = shortopts[1:]
        stop_early = False
        return_in_order = True
    elif shortopts.startswith('+'):
        shortopts = shortopts[1:]
        stop_early = True
    else:
        stop_early = bool(os.environ.get("POSIXLY_CORRECT"))
    while args:
        if args[0] == '--':
            rest += args[1:]
            break
        if args[0][:1] == '-' and args[0] != '-':
            if return_in_order and rest:
                opts.append((None, rest))
                rest = []
            opts, args = _one(opts, args, shortopts, longopts)
        elif stop_early:
            rest += args
            break
        else:
            rest.append(args[0])
            args = args[1:]
    return opts, rest


def _one(opts, args, shortopts, longopts):
    if args[0].startswith('--'):
        return _long(opts, args[0][2:], longopts, args[1:])
    return _short(opts, args[0][1:], shortopts, args[1:])


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
