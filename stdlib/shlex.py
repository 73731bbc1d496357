"""Command lines in the syntax of the shell, split into words and put together."""

import os
import sys
from collections import deque
from io import StringIO

__all__ = ["shlex", "split", "quote", "join"]


def _as_stream(source):
    return StringIO(source) if isinstance(source, str) else source


class shlex:
    """Reads words. The attributes say which characters belong to words, are quotes, white space, comments ..."""

    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        self.instream = sys.stdin if instream is None else _as_stream(instream)
        self.infile = infile if instream is not None else None
        self.posix = posix
        self.eof = None if posix else ''
        self.commenters = '#'
        self.wordchars = 'abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_'
        if posix:
            self.wordchars += ('ßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿ'
                               'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ')
        self.whitespace = ' \t\r\n'
        self.whitespace_split = False
        self.quotes = '\'"'
        self.escape = '\\'
        self.escapedquotes = '"'
        self.state = ' '
        self.pushback = deque()
        self.lineno = 1
        self.debug = 0
        self.token = ''
        self.filestack = deque()
        self.source = None
        marks = '();<>|&' if punctuation_chars is True else punctuation_chars or ''
        self._punctuation_chars = marks
        if marks:
            self._pushback_chars = deque()
            self.wordchars = ''.join(c for c in f'{self.wordchars}~-./*?=' if c not in marks)

    @property
    def punctuation_chars(self):
        return self._punctuation_chars

    def push_token(self, tok):
        self.pushback.appendleft(tok)

    def push_source(self, newstream, newfile=None):
        """Reads from another stream first."""
        interrupted = self.infile, self.instream, self.lineno
        self.filestack.appendleft(interrupted)
        self.infile, self.instream, self.lineno = newfile, _as_stream(newstream), 1

    def pop_source(self):
        self.instream.close()
        self.infile, self.instream, self.lineno = self.filestack.popleft()
        self.state = ' '

    def get_token(self):
        """The next word, or eof."""
        if self.pushback:
            return self.pushback.popleft()
        raw = self.read_token()
        while self.source is not None and raw == self.source:
            if found := self.sourcehook(self.read_token()):
                name, stream = found
                self.push_source(stream, name)
            raw = self.get_token()
        while raw == self.eof:
            if not self.filestack:
                return self.eof
            self.pop_source()
            raw = self.get_token()
        return raw

    def _next_char(self):
        if self._punctuation_chars and self._pushback_chars:
            return self._pushback_chars.pop()
        return self.instream.read(1)

    # A word is read character by character; what one means depends on the state: ' ' between words, 'a' in a word, 'c' in
    # punctuation, a quote in quotes, an escape behind that, None at the end. Each method takes a character, and says
    # whether the word is complete.

    def read_token(self):
        """A word from the stream, or eof."""
        self._quoted = False     # were there quotes? Then the word may be empty
        self._escaped_in = ' '   # the state to go back to behind an escape
        complete = False
        while not complete:
            c = self._next_char()
            self.lineno += c == '\n'
            complete = self._take(c)
        word, self.token = self.token, ''
        return word if word or self._quoted or not self.posix else None

    def _take(self, c):
        state = self.state
        if state is None:
            self.token = ''
            return True
        if state == ' ':
            return self._begin(c)
        if state in self.quotes:
            return self._in_quotes(c)
        if state in self.escape:
            return self._behind_escape(c)
        return self._go_on(c)

    def _end(self):
        """A gap: a word is complete if there is one."""
        return bool(self.token or self.posix and self._quoted)

    def _comment(self):
        self.instream.readline()
        self.lineno += 1

    def _escape(self, c, behind):
        self._escaped_in, self.state = behind, c
        return False

    def _begin(self, c):
        if not c:
            self.state = None
            return True
        if c in self.whitespace:
            return self._end()
        if c in self.commenters:
            self._comment()
        elif self.posix and c in self.escape:
            return self._escape(c, 'a')
        elif c in self.quotes and c not in self.wordchars and c not in self._punctuation_chars:
            self.token, self.state = '' if self.posix else c, c
        else:
            self.token = c
            if c in self.wordchars:
                self.state = 'a'
            elif c in self._punctuation_chars:
                self.state = 'c'
            elif self.whitespace_split:
                self.state = 'a'
            else:  # a character that is a word of its own
                return True
        return False

    def _in_quotes(self, c):
        self._quoted = True
        if not c:
            raise ValueError("No closing quotation")
        if c == self.state:
            self.state = 'a'
            if not self.posix:  # the quotes belong to the word, and end it
                self.token, self.state = self.token + c, ' '
            return not self.posix
        if self.posix and c in self.escape and self.state in self.escapedquotes:
            return self._escape(c, self.state)
        self.token += c
        return False

    def _behind_escape(self, c):
        if not c:
            raise ValueError("No escaped character")
        # In quotes only the quote and the escape itself can be escaped: before anything else it stands for itself.
        if self._escaped_in in self.quotes and c not in (self.state, self._escaped_in):
            self.token += self.state
        self.token += c
        self.state = self._escaped_in
        return False

    def _go_on(self, c):
        if not c:
            self.state = None
            return True
        if c in self.whitespace:
            self.state = ' '
            return self._end()
        if c in self.commenters:
            self._comment()
            if not self.posix:
                return False
            self.state = ' '
            return self._end()
        if self.state == 'c':
            if c in self._punctuation_chars:
                self.token += c
                return False
            self._pushback_chars.append(c)
            self.state = ' '
            return True
        if self.posix and c in self.quotes:
            self.state = c
        elif self.posix and c in self.escape:
            return self._escape(c, 'a')
        elif c in self.wordchars or c in self.quotes or self.whitespace_split and c not in self._punctuation_chars:
            self.token += c
        else:
            (self._pushback_chars.append if self._punctuation_chars else self.pushback.appendleft)(c)
            self.state = ' '
            return self._end()
        return False

    def sourcehook(self, newfile):
        """(name, stream) of a file that is to be read in the place of a word."""
        if newfile[0] == '"':
            newfile = newfile[1:-1]
        if isinstance(self.infile, str) and not os.path.isabs(newfile):
            newfile = os.path.join(os.path.dirname(self.infile), newfile)
        return newfile, open(newfile, "r")

    def error_leader(self, infile=None, lineno=None):
        """The beginning of a message, as compilers have it."""
        return f'"{self.infile if infile is None else infile}", line {self.lineno if lineno is None else lineno}: '

    def __iter__(self):
        return self

    def __next__(self):
        token = self.get_token()
        if token == self.eof:
            raise StopIteration
        return token


def split(s, comments=False, posix=True):
    """The words of a command line."""
    if s is None:
        raise ValueError("s argument must not be None")
    lex = shlex(s, posix=posix)
    lex.whitespace_split = True
    if not comments:
        lex.commenters = ''
    return list(lex)


def join(split_command):
    """A command line of words."""
    return ' '.join(map(quote, split_command))


_SAFE = frozenset('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789%+,-./:=@_')


def quote(s):
    """The word as the shell reads it back."""
    if not s:
        return "''"
    if not isinstance(s, str):
        raise TypeError(f"expected string object, got {type(s).__name__!r}")
    if _SAFE.issuperset(s):
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"
