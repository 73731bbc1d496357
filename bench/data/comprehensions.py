"""Questions to a small database, asked with comprehensions: selection, join, grouping, pivot, transposition, nesting.

Tables are lists of dicts and of tuples. Every query is written as one would write it at the prompt.
"""

REGIONS = ("north", "south", "east", "west")


def make_tables(n):
    customers = [{"id": i, "name": f"c{i}", "region": REGIONS[i * 7 % 4], "active": i % 5 != 0} for i in range(n // 10)]
    products = [(i, f"p{i}", 5 + i * 37 % 200) for i in range(60)]
    sales = [{"customer": i * 31 % (n // 10), "product": i * i % 60, "amount": 1 + i % 7, "month": i % 12} for i in range(n)]
    return customers, products, sales


def queries(customers, products, sales):
    price = {number: cost for number, _, cost in products}
    region = {c["id"]: c["region"] for c in customers}
    active = {c["id"] for c in customers if c["active"]}

    wanted = [s for s in sales if s["customer"] in active and s["amount"] > 2]
    yield len(wanted)

    joined = [(region[s["customer"]], s["month"], price[s["product"]] * s["amount"]) for s in wanted]
    yield sum(value for _, _, value in joined)

    by_region = {r: [value for where, _, value in joined if where == r] for r in REGIONS}
    yield {r: (len(values), sum(values), max(values)) for r, values in by_region.items()}

    pivot = {(r, m): 0 for r in REGIONS for m in range(12)}
    for where, month, value in joined:
        pivot[where, month] += value
    table = [[pivot[r, m] for m in range(12)] for r in REGIONS]
    yield [sum(column) for column in zip(*table)]

    buyers = {number: {s["customer"] for s in wanted if s["product"] == number} for number in range(0, 60, 6)}
    yield {number: len(who) for number, who in buyers.items()}
    yield sorted({(a, b) for a in buyers for b in buyers if a < b and len(buyers[a] | buyers[b]) > 500})[:5]

    names = [c["name"].upper() for c in customers if c["region"] != "south"]
    yield [name for i, name in enumerate(names) if i % 100 == 0]
    yield "".join([char for name in names for char in name if char.isdigit()])[:30]
    yield all(cost > 0 for cost in price.values()), any(cost > 199 for cost in price.values())
    lookup = {name: (number, cost) for number, name, cost in products}
    yield {name: entry for name, entry in lookup.items() if entry[1] % 50 == 0}


def main():
    tables = make_tables(40_000)
    for _ in range(5):
        answers = list(queries(*tables))
    for answer in answers:
        print(answer)
    triples = [(a, b, c) for a in range(1, 120) for b in range(a, 120) if (c := int((a * a + b * b) ** 0.5)) ** 2 == a * a + b * b]
    print(len(triples), triples[-1])


if __name__ == "__main__":
    main()
