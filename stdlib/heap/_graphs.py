"""Objects and what they refer to, as drawings."""

import _heap

from heap._names import places, short


def _edge_name(parent, child):
    """What child is to parent, short: the place without the holder."""
    found = places(parent, child)
    return ", ".join(text.partition(" of ")[0].removeprefix("item ").removeprefix("attribute ") for text in found)


def _is_shown(obj):
    return not isinstance(obj, type) and type(obj).__name__ != "module"


def graph(obj, depth=3, limit=60):
    """(nodes, edges): what can be reached from obj as {id: text}, at most `limit`, and (from, to, name) of references."""
    nodes, edges, level = {id(obj): short(obj, 24)}, [], [obj]
    for _ in range(depth):
        below = []
        for parent in level:
            drawn = set()
            for child in filter(_is_shown, _heap.children(parent)):
                if id(child) not in nodes:
                    if len(nodes) >= limit:
                        continue
                    nodes[id(child)] = short(child, 24)
                    below.append(child)
                if id(child) not in drawn:
                    drawn.add(id(child))
                    edges.append((id(parent), id(child), _edge_name(parent, child)))
        level = below
    return nodes, edges


def _ranks(start, edges):
    """The ids in rows, by distance from the start."""
    rank, rows = {start: 0}, [[start]]
    while rows[-1]:
        row = []
        for parent in rows[-1]:
            for a, b, _ in edges:
                if a == parent and b not in rank:
                    rank[b] = len(rows)
                    row.append(b)
        rows.append(row)
    return rows[:-1]


def _escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def graph_svg(obj, filename=None, depth=3, limit=60):
    """A drawing of graph(obj): the text of an SVG file, which is written to `filename` if that is given."""
    nodes, edges = graph(obj, depth, limit)
    rows = _ranks(id(obj), edges)
    place = {node: (20 + 190 * column, 20 + 90 * row)
             for row, line in enumerate(rows) for column, node in enumerate(line)}
    width, height = 20 + 190 * max(len(line) for line in rows), 90 * len(rows)
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" font-family="monospace" font-size="11">',
           '<defs><marker id="a" markerWidth="8" markerHeight="8" refX="7" refY="3" orient="auto">'
           '<path d="M0,0 L7,3 L0,6 z"/></marker></defs>']
    for a, b, label in edges:
        (x1, y1), (x2, y2) = place[a], place[b]
        x1, y1, x2 = x1 + 85, y1 + 30, x2 + 85
        out.append(f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="#555" marker-end="url(#a)"/>')
        out.append(f'<text x="{(x1 + x2) // 2 + 4}" y="{(y1 + y2) // 2 + 4}" fill="#555">{_escape(label)}</text>')
    for node, (x, y) in place.items():
        out.append(f'<rect x="{x}" y="{y}" width="170" height="30" rx="4" fill="#eef" stroke="#336"/>'
                   f'<text x="{x + 6}" y="{y + 19}">{_escape(nodes[node])}</text>')
    svg = "\n".join([*out, "</svg>", ""])
    if filename is not None:
        with open(filename, "w", encoding="utf-8") as file:
            file.write(svg)
    return svg
