"""A calculator for formulas in a spreadsheet where much goes wrong: exceptions as the ordinary way out.

Cells hold numbers or formulas that refer to others. What cannot be computed raises, is caught at the cell, wrapped with the
place where it happened, and handed on to the cells that depend on it; `finally` and `with` keep the stack of cells right.
"""
from contextlib import contextmanager


class SheetError(Exception):
    """Something is wrong with a cell."""


class CircularError(SheetError):
    def __init__(self, path):
        super().__init__(" -> ".join(path))
        self.path = path


class FormulaError(SheetError):
    pass


OPERATORS = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b}


class Sheet:
    def __init__(self):
        self.cells = {}
        self.values = {}
        self.pending = []

    @contextmanager
    def entering(self, name):
        if name in self.pending:
            raise CircularError(self.pending[self.pending.index(name):] + [name])
        self.pending.append(name)
        try:
            yield
        finally:
            self.pending.pop()

    def value(self, name):
        try:
            return self.values[name]
        except KeyError:
            pass
        with self.entering(name):
            try:
                text = self.cells[name]
            except KeyError:
                raise FormulaError(f"no cell {name}") from None
            try:
                self.values[name] = result = self.evaluate(text.split())
                return result
            except (ZeroDivisionError, OverflowError) as error:
                raise FormulaError(f"{name}: {error}") from error

    def evaluate(self, words):
        """Postfix notation: `A1 2 *`."""
        stack = []
        for word in words:
            try:
                stack.append(float(word))
                continue
            except ValueError:
                pass
            if word in OPERATORS:
                try:
                    right, left = stack.pop(), stack.pop()
                except IndexError:
                    raise FormulaError(f"too few operands for {word}")
                stack.append(OPERATORS[word](left, right))
            else:
                stack.append(self.value(word))
        result, *rest = stack
        if rest:
            raise FormulaError("too many operands")
        return result


def fill(sheet, rows):
    for i in range(rows):
        sheet.cells[f"A{i}"] = str(i % 13)
        sheet.cells[f"B{i}"] = f"A{i} 2 * A{(i + 1) % rows} +"
        sheet.cells[f"C{i}"] = f"B{i} A{i} /"
        sheet.cells[f"D{i}"] = f"C{i} C{(i * 7) % rows} -" if i % 5 else f"D{i + 1} +"
        sheet.cells[f"E{i}"] = (f"Z{i} 1 +", f"E{i + 1} 2 *", f"E{i - 1} D{i} *", f"A{i} +")[i % 4]


def main():
    kinds, total, messages = {}, 0.0, set()
    for _ in range(12):
        sheet = Sheet()
        fill(sheet, 600)
        for name in sheet.cells:
            try:
                total += sheet.value(name)
            except CircularError as error:
                kinds["circular"] = kinds.get("circular", 0) + 1
                messages.add(len(error.path))
            except FormulaError as error:
                cause = type(error.__cause__).__name__
                kinds[cause] = kinds.get(cause, 0) + 1
                messages.add(str(error).partition(":")[0])
            assert not sheet.pending
    print(f"{total:.6f}")
    print(sorted(kinds.items()))
    print(len(messages), sorted(map(str, messages))[:4])
    answers = [None] * 4
    for i in range(150_000):
        try:
            answers[i % 4] = [10, 20, 30][i % 5]
        except IndexError:
            answers[i % 4] = -i
        else:
            answers[i % 4] += 1
    print(answers)


if __name__ == "__main__":
    main()
