"""Where a definition ends: the source read as far as that takes, by words, brackets and indentation.

A block is a def or a class (decorators in front of it included) up to the last line that is indented further, or the
logical line that has a lambda in it. Strings, comments and brackets are told apart; nothing is parsed.
"""
import re

# A string of any kind, a comment, a bracket, a word, the end of a line, or any other character. Prefixes of strings are
# words of their own, but for r, which matters for no more than where the string ends, and there it does not.
_TOKEN = re.compile(r'''(?P<string>"""(?:\\.|[^\\])*?"""|\'\'\'(?:\\.|[^\\])*?\'\'\''''
                    r'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')'''
                    r'''|(?P<comment>\#[^\n]*)|(?P<open>[(\[{])|(?P<close>[)\]}])|(?P<join>\\\n)|(?P<newline>\n)'''
                    r'''|(?P<space>[ \t\f\r]+)|(?P<word>\w+)|(?P<other>.)''', re.DOTALL)


def _logical_lines(text):
    """Each logical line, or line with nothing but a comment, as (column where it begins, its words, the number of its
    last physical line, where a lambda in it ends because the brackets around it do, or None). An @ in front is a word,
    too; a comment has None for words."""
    number, depth = 1, 0
    width, words, begun = 0, [], False
    lambda_depth = lambda_end = None
    for token in _TOKEN.finditer(text):
        kind, part = token.lastgroup, token.group()
        if kind == 'newline':
            if begun and not depth:
                yield width, words, number, lambda_end
            if not depth:
                width, words, begun = 0, [], False
                lambda_depth = lambda_end = None
        elif kind == 'space':
            width = width if begun else len(part.expandtabs())
        elif kind == 'comment':
            if not begun:
                yield width, None, number, None
        elif kind != 'join':
            if kind == 'word' or part == '@' and not begun:
                words.append(part)
            begun = True
            if kind == 'open':
                depth += 1
            elif kind == 'close':
                depth = max(depth - 1, 0)
            if part == 'lambda' and lambda_depth is None:
                lambda_depth = depth
            elif lambda_depth is not None and depth < lambda_depth and lambda_end is None:
                lambda_end = number
        number += part.count('\n')
    if begun:
        yield width, words, number, lambda_end


def getblock(lines):
    """The lines of the definition or the lambda that the first of these lines begins."""
    head = body = None
    end = 1
    for column, words, last, lambda_end in _logical_lines(''.join(lines)):
        if words is None:
            if body and column >= body:
                end = last
        elif head is None:
            end = last
            word = words[1] if len(words) > 1 and words[0] == 'async' else words[0] if words else ''
            if word in ('def', 'class'):
                head = column
            elif 'lambda' in words and word != '@':
                return lines[:lambda_end or last]
            elif word != '@':
                break
        elif column <= head:
            break
        else:
            body, end = body or column, last
    return lines[:end]
