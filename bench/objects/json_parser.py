"""A JSON parser by recursive descent, and a writer that brings a value back to text: both over a generated document.

The parser is a class with a position, as one writes it by hand: it looks at single characters, cuts out pieces of text and
builds dicts and lists. Errors tell the line.
"""

ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
WORDS = {"true": True, "false": False, "null": None}


class ParseError(Exception):
    def __init__(self, message, line):
        super().__init__(f"line {line}: {message}")


class Parser:
    def __init__(self, text):
        self.text = text
        self.position = 0

    def parse(self):
        value = self.value()
        if self.peek():
            self.fail("end expected")
        return value

    def fail(self, message):
        raise ParseError(message, self.text.count("\n", 0, self.position) + 1)

    def peek(self):
        """The next character that is no space, or an empty text."""
        text, i, n = self.text, self.position, len(self.text)
        while i < n and text[i] in " \t\r\n":
            i += 1
        self.position = i
        return text[i] if i < n else ""

    def expect(self, character):
        if self.peek() != character:
            self.fail(f"{character!r} expected")
        self.position += 1

    def value(self):
        c = self.peek()
        if c == "{":
            return self.object()
        if c == "[":
            return self.array()
        if c == '"':
            return self.string()
        if c == "-" or c.isdigit():
            return self.number()
        return self.word()

    def object(self):
        self.expect("{")
        result = {}
        if self.peek() == "}":
            self.position += 1
            return result
        while True:
            if self.peek() != '"':
                self.fail("a name expected")
            name = self.string()
            self.expect(":")
            result[name] = self.value()
            if self.peek() == ",":
                self.position += 1
                continue
            self.expect("}")
            return result

    def array(self):
        self.expect("[")
        result = []
        if self.peek() == "]":
            self.position += 1
            return result
        while True:
            result.append(self.value())
            if self.peek() == ",":
                self.position += 1
                continue
            self.expect("]")
            return result

    def string(self):
        text = self.text
        start = i = self.position + 1
        pieces = []
        while (c := text[i]) != '"':
            if c == "\\":
                pieces.append(text[start:i])
                i += 1
                if text[i] == "u":
                    pieces.append(chr(int(text[i + 1:i + 5], 16)))
                    i += 4
                else:
                    pieces.append(ESCAPES[text[i]])
                start = i + 1
            i += 1
        pieces.append(text[start:i])
        self.position = i + 1
        return "".join(pieces)

    def number(self):
        text, start = self.text, self.position
        i = start + 1
        whole = True
        while i < len(text) and (text[i].isdigit() or text[i] in "+-.eE"):
            whole = whole and text[i].isdigit()
            i += 1
        self.position = i
        return int(text[start:i]) if whole else float(text[start:i])

    def word(self):
        for word, value in WORDS.items():
            if self.text.startswith(word, self.position):
                self.position += len(word)
                return value
        self.fail("a value expected")


def quote(text):
    for plain, escape in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t")):
        text = text.replace(plain, escape)
    return f'"{text}"'


def write(value):
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case str():
            return quote(value)
        case list():
            return "[" + ", ".join([write(item) for item in value]) + "]"
        case dict():
            return "{" + ", ".join([f"{quote(k)}: {write(v)}" for k, v in value.items()]) + "}"
    raise TypeError(type(value).__name__)


def catalogue(n):
    """Something like what a web service sends."""
    return {"version": 3, "items": [
        {"id": i, "name": f"item \"{i}\"\n", "price": i * 1.25 - 40, "tags": ["new", "sale\t%"][:i % 3], "stock": None,
         "sizes": {"width": i % 17, "height": -i % 23, "exact": i % 2 == 0}} for i in range(n)]}


def main():
    document = catalogue(1200)
    text = write(document)
    for _ in range(8):
        parsed = Parser(text).parse()
    print(len(text), parsed == document, sum(item["price"] for item in parsed["items"]), write(parsed) == text)
    print(Parser('["\\u00e4\\n", [], {}, -1.5e3, true]').parse())
    for wrong in ('{"a": 1,\n "b" 2}', "[1, 2", "[1, nul]", "{}\n\n}"):
        try:
            Parser(wrong).parse()
        except ParseError as error:
            print(error)


if __name__ == "__main__":
    main()
