# The map: arenas of 64 pools, each with its address and state; blocks says what is in a pool.
import heap

arenas = heap.map()
print(all(len(arena["pools"]) == 64 and arena["address"] % (1 << 18) == 0 for arena in arenas))
pools = [pool for arena in arenas for pool in arena["pools"]]
print({pool["state"] for pool in pools} <= {"fresh", "free", "empty", "partial", "full"})
print(all(pool["address"] % 4096 == 0 for pool in pools))
print(all((pool["capacity"] == 0) == (pool["state"] in ("fresh", "free")) for pool in pools))
print(all(pool["used"] == pool["capacity"] for pool in pools if pool["state"] == "full"))


class Point:
    __slots__ = ("a", "b", "c", "d", "e")  # no other small objects are of this size


point = Point()
address, front = heap.address(point)
mine = [block for block in heap.blocks(address) if block["address"] == address - front]
print(not arenas or (mine[0]["owner"], mine[0]["state"], mine[0]["size"]) == ("Point", "used", 72))
print(not arenas or len(heap.blocks(address)) == 4096 // 72)
more = [Point() for i in range(80)]
places = {heap.address(p)[0] - front for p in more}
del more, point
print(not arenas or "free" in {b["state"] for b in heap.blocks(address) if b["address"] in places})
