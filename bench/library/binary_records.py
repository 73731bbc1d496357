"""struct: records packed, unpacked and walked through, in both byte orders; headers, strings, numbers of all widths."""
import struct

POINT = struct.Struct("<3d")
HEADER = struct.Struct(">4sHHIQ")
MIXED = struct.Struct("<bBhHiIqQfd?")


def main():
    data = bytearray(POINT.size * 60000)
    for i in range(60000):
        POINT.pack_into(data, i * POINT.size, i, i * 0.5, -i)
    total = 0.0
    for x, y, z in POINT.iter_unpack(data):
        total += x * y - z
    print(len(data), total)
    packed = b"".join([HEADER.pack(b"OURO", i & 0xffff, i % 7, i * 31, i << 33) for i in range(60000)])
    magic, check = set(), 0
    for offset in range(0, len(packed), HEADER.size):
        name, low, kind, number, large = HEADER.unpack_from(packed, offset)
        magic.add(name)
        check ^= low + kind + number + large
    print(len(packed), magic, check)
    size = 0
    for i in range(45000):
        record = MIXED.pack(i % 100 - 50, i % 256, -i % 9000, i, -i * 1000, i * 1000, -i << 32, i << 40,
                            i / 4, i / 3, i % 2)
        size += len(record)
        fields = MIXED.unpack(record)
    print(size, fields)
    lengths = struct.pack("<1000H", *range(1000))
    print(sum(sum(struct.unpack("<1000H", lengths)) for _ in range(180)))
    text = struct.pack("!I", 7) + struct.pack("!h2x10sf", -3, b"snake", 2.5)
    print(text, struct.calcsize("!h2x10sf"), sum(struct.unpack("!I", text[:4])[0] for _ in range(60000)))
    errors = 0
    for i in range(256, 6000):
        try:
            struct.pack("<B", i)
        except struct.error:
            errors += 1
    print(errors)


if __name__ == "__main__":
    main()
