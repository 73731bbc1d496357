"""Invoices from orders: tables in plain text, HTML and CSV, put together from many small formatted pieces.

f-strings with and without specifications, str.format, %, join, alignment, escaping, and text that grows piece by piece.
"""
from dataclasses import dataclass

ARTICLES = {"A-100": ("Lamp", 24.9), "A-200": ("Desk & chair", 310.0), "B-17": ('Shelf 24"', 89.95), "B-18": ("Rug", 45.5),
            "C-3": ("Pen <blue>", 1.2), "C-4": ("Paper", 6.75)}


@dataclass
class Line:
    article: str
    amount: int

    @property
    def price(self):
        return ARTICLES[self.article][1] * self.amount


@dataclass
class Order:
    number: int
    customer: str
    lines: list

    def total(self):
        return sum([line.price for line in self.lines])


def orders(count):
    codes = list(ARTICLES)
    for number in range(count):
        lines = [Line(codes[(number * 7 + i * i) % 6], 1 + (number + i) % 9) for i in range(1 + number % 5)]
        yield Order(number + 1000, f"Customer {number % 97}", lines)


def as_text(order):
    out = [f"Invoice {order.number:06d}".center(60), "-" * 60]
    for position, line in enumerate(order.lines, 1):
        name, price = ARTICLES[line.article]
        out.append(f"{position:>3}  {line.article:<8}{name:<20}{line.amount:>5} x {price:>8.2f} {line.price:>10,.2f}")
    out.append(f"{'Total':<40}{order.total():>20,.2f}")
    return "\n".join(out)


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def as_html(order):
    html = "<h1>%s</h1>\n<table>\n" % escape(order.customer)
    for line in order.lines:
        html += "  <tr><td>{0}</td><td>{1}</td><td align=\"right\">{2:.2f}</td></tr>\n".format(
            line.article, escape(ARTICLES[line.article][0]), line.price)
    html += "</table>\n"
    return html


def as_csv(order):
    rows = []
    for line in order.lines:
        name = ARTICLES[line.article][0]
        fields = [str(order.number), order.customer, line.article, name, repr(line.amount), "%.2f" % line.price]
        rows.append(",".join('"' + f.replace('"', '""') + '"' if '"' in f or "," in f else f for f in fields))
    return "\r\n".join(rows)


def checksum(text):
    total = 0
    for i in range(0, len(text), 97):
        total = (total * 31 + ord(text[i])) % 1_000_003
    return total


def main():
    documents = {as_text: [], as_html: [], as_csv: []}
    everything = list(orders(8000))
    for order in everything:
        for make, made in documents.items():
            made.append(make(order))
    for make, made in documents.items():
        text = "\n".join(made)
        print(f"{make.__name__:10}{len(text):>10}{checksum(text):>10}{text.count(chr(10)):>8}")
    print(documents[as_text][4])
    print(documents[as_html][2], documents[as_csv][2], sep="")
    totals = {}
    for order in everything:
        totals[order.customer] = totals.get(order.customer, 0.0) + order.total()
    for customer, total in sorted(totals.items(), key=lambda item: -item[1])[:3]:
        print(f"{customer!r:>20} {total:14_.2f} {total:10.3e} {int(total):#x} {total / 1e7:7.3%}")


if __name__ == "__main__":
    main()
