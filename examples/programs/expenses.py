"""An expense report: reads a CSV of a household's or a club's expenses, checks them, adds them up exactly.

    ouro expenses.py [FILE.csv] [--currency EUR]

Amounts are fractions, so that no cent is lost; the report goes to the screen, and as CSV into a file beside the input.
Without a file a small one is written first, to a temporary folder.
"""

import argparse
import calendar
import csv
import io
import string
import sys
import tempfile
import textwrap
from collections import ChainMap, OrderedDict, namedtuple
from contextlib import ExitStack
from datetime import date
from enum import StrEnum, auto, unique
from fractions import Fraction
from functools import cached_property, reduce, total_ordering
from pathlib import Path

SAMPLE = '''\
date,category,amount,currency,who,note
2026-01-03,food,12.40,EUR,ada,"bread, milk"
2026-01-05,travel,129.00,EUR,grace,train
2026-01-09,food,8.35,GBP,ada,lunch in London
2026-01-31,rent,950,EUR,both,January
2026-02-02,food,27.80,EUR,grace,"a ""special"" dinner"
2026-02-11,books,39.90,USD,ada,
2026-02-28,rent,950.00,EUR,both,February
2026-02-30,food,3.00,EUR,ada,no such day
2026-03-01,foood,3.00,EUR,ada,no such category
2026-03-02,travel,-5.00,EUR,grace,refund
2026-03-04,books,eleven,EUR,ada,no amount
2026-03-05,books,10.00,XXX,ada,no rate
2026-03-31,rent,950,EUR,both,"March
in two lines"
2026-04-01,food
'''


@unique
class Category(StrEnum):
    """What money is spent on."""

    FOOD = auto()
    RENT = auto()
    TRAVEL = auto()
    BOOKS = auto()


DEFAULT_RATES = {'EUR': Fraction(1), 'USD': Fraction('0.92'), 'GBP': Fraction('1.17')}


class BadRow(ValueError):
    """A row that says something impossible; its notes say where."""


@total_ordering
class Money:
    """An exact amount in a currency."""

    __slots__ = ('amount', 'currency')

    def __init__(self, amount, currency):
        self.amount = Fraction(amount)
        self.currency = currency

    def __add__(self, other):
        if not isinstance(other, Money):
            return NotImplemented
        if other.currency != self.currency:
            raise TypeError(f'cannot add {other.currency} to {self.currency}')
        return Money(self.amount + other.amount, self.currency)

    def __eq__(self, other):
        return isinstance(other, Money) and (self.amount, self.currency) == (other.amount, other.currency)

    def __lt__(self, other):
        if not isinstance(other, Money) or other.currency != self.currency:
            return NotImplemented
        return self.amount < other.amount

    def __hash__(self):
        return hash((self.amount, self.currency))

    def __format__(self, spec):
        """The spec is that of the number; cents are rounded half to even, at the very end."""
        return f'{float(round(self.amount, 2)):{spec or ",.2f"}} {self.currency}'

    def __str__(self):
        return format(self)

    def to(self, currency, rates):
        """The same in another currency."""
        try:
            return Money(self.amount * rates[self.currency] / rates[currency], currency)
        except KeyError as error:
            raise BadRow(f'no rate for {error.args[0]}') from None


Expense = namedtuple('Expense', 'day category money who note')


class Book:
    """The expenses of a file."""

    def __init__(self, currency='EUR', rates=None):
        self.currency = currency
        self.rates = ChainMap(rates or {}, DEFAULT_RATES)
        self.expenses = []
        self.problems = []

    def read(self, file):
        """Adds what is in a CSV file; rows that make no sense are kept as problems."""
        reader = csv.DictReader(file, restkey='rest')
        for row in reader:
            try:
                self.expenses.append(self.expense(row))
            except BadRow as error:
                error.add_note(f'line {reader.line_num}')
                self.problems.append(error)
        return self

    def expense(self, row):
        """The expense of a row."""
        missing = [name for name in ('date', 'category', 'amount', 'currency') if not row.get(name)]
        if missing:
            raise BadRow(f'no {" and no ".join(missing)}')
        try:
            day = date.fromisoformat(row['date'])
            category = Category(row['category'])
            money = Money(row['amount'], row['currency'])
        except ValueError as error:
            raise BadRow(str(error)) from error
        return Expense(day, category, money.to(self.currency, self.rates), row['who'], ' '.join(row['note'].split()))

    def total(self, *, where=lambda expense: True):
        """What the chosen expenses cost together."""
        chosen = (expense.money for expense in self.expenses if where(expense))
        return reduce(Money.__add__, chosen, Money(0, self.currency))

    @cached_property
    def months(self):
        """The months that have expenses, in order, each with what was spent on what."""
        months = OrderedDict()
        for expense in sorted(self.expenses):
            sums = months.setdefault((expense.day.year, expense.day.month), dict.fromkeys(Category, Money(0, self.currency)))
            sums[expense.category] += expense.money
        return months

    def write(self, file):
        """The months as CSV."""
        writer = csv.writer(file, quoting=csv.QUOTE_NONNUMERIC, lineterminator='\n')
        writer.writerow(['month', *Category, 'total'])
        for (year, month), sums in self.months.items():
            amounts = [float(round(money.amount, 2)) for money in sums.values()]
            writer.writerow([f'{year}-{month:02}', *amounts, round(sum(amounts), 2)])


PAGE = string.Template('''\
Expenses of $first to $last, in $currency

$table

Together: $total; the most for a day: $worst
$problems''')


def report(book):
    """The report as text."""
    lines = []
    for (year, month), sums in book.months.items():
        lines.append(f'{calendar.month_name[month]} {year}')
        for category, money in sums.items():
            if money.amount:
                lines.append(f'    {category:<8} {money:>10,.2f}')
        days = calendar.monthrange(year, month)[1]
        spent = reduce(Money.__add__, sums.values())
        lines.append(f'    a day    {Money(spent.amount / days, spent.currency):>10,.2f}')
    days = sorted({expense.day for expense in book.expenses})
    worst = max(days, key=lambda day: book.total(where=lambda expense: expense.day == day))
    problems = [f'{"; ".join(problem.__notes__)}: {problem}' for problem in book.problems]
    return PAGE.substitute(
        first=f'{days[0]:%d %B %Y}', last=f'{days[-1]:%d %B %Y}', currency=book.currency, table='\n'.join(lines),
        total=book.total(), worst=f'{worst:%A} {worst.isoformat()}',
        problems='\n'.join(textwrap.fill(p, 60, initial_indent='! ', subsequent_indent='  ') for p in problems))


def main(argv=None):
    parser = argparse.ArgumentParser(description='An expense report.')
    parser.add_argument('file', nargs='?', type=Path)
    parser.add_argument('--currency', default='EUR', type=str.upper, choices=sorted(DEFAULT_RATES))
    options = parser.parse_args(argv)
    with ExitStack() as stack:
        path = options.file
        if path is None:
            path = Path(stack.enter_context(tempfile.TemporaryDirectory())) / 'expenses.csv'
            path.write_text(SAMPLE, newline='')
        book = Book(options.currency)
        with path.open(newline='') as file:
            book.read(file)
        print(report(book))
        summary = path.with_suffix('.months.csv')
        with summary.open('w', newline='') as file:
            book.write(file)
        print(f'\n{summary.name}:')
        print(summary.read_text(), end='')
        with summary.open(newline='') as file:
            rows = list(csv.reader(file, quoting=csv.QUOTE_NONNUMERIC))
        assert abs(sum(row[-1] for row in rows[1:]) - float(book.total().amount)) < 0.05
    try:
        book.total() + Money(1, 'USD')
    except TypeError as error:
        print(f'\n{error}')
    dialect = csv.Sniffer().sniff('a;b;c\n1;2;3\n4;5;6\n', delimiters=';,')
    print('sniffed', repr(dialect.delimiter), list(csv.reader(io.StringIO('x;"y;z"\n'), dialect)))


if __name__ == '__main__':
    main(sys.argv[1:])
    if len(sys.argv) == 1:
        print('\n--- in dollars ---')
        main(['--currency', 'usd'])
