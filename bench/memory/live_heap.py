"""A large heap that stays while small objects come and go: what collections cost then."""

records = [{"id": i, "tags": [f"t{i % 17}", f"u{i % 5}"], "parent": None} for i in range(60_000)]
for i, record in enumerate(records):
    record["parent"] = records[i // 2]
index = {}
for record in records:
    for tag in record["tags"]:
        index.setdefault(tag, []).append(record)
depths = {}
for _ in range(3):
    for record in records:
        path = []
        node = record
        while node["id"] and len(path) < 8:
            path.append((node["id"], node["tags"][0]))
            node = node["parent"]
        depths[record["id"]] = len(path)
print(len(index), sum(depths.values()), sum(map(len, index.values())))
