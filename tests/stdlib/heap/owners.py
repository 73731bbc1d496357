# Blocks are called by their owners: objects, and the buffers of objects.
import heap

text = "a string of its own: %d" % 7
numbers = [float(i) for i in range(40)]
start, front = heap.address(text)
owners = {block["address"]: block["owner"] for block in heap.blocks(start)}
print(not heap.map() or owners[start] == "str")
buffers = {block["owner"] for pool in heap.map()[0]["pools"] for block in heap.blocks(pool)} if heap.map() else None
print(buffers is None or {"list", "list buffer", "dict", "dict buffer", "float", "str"} <= buffers)
