-- Messages between workers through queues; queues.py says more.

local Queue = {}
Queue.__index = Queue

function Queue.new()
    return setmetatable({first = 1, last = 0}, Queue)
end

function Queue:put(item)
    self.last = self.last + 1
    self[self.last] = item
end

function Queue:get()
    local item = self[self.first]
    self[self.first] = nil
    self.first = self.first + 1
    return item
end

function Queue:length()
    return self.last - self.first + 1
end

local Ring = {}
Ring.__index = Ring

function Ring.new(size)
    return setmetatable({slots = {}, size = size, read = 0, write = 0, count = 0}, Ring)
end

function Ring:get()
    local item = self.slots[self.read]
    self.slots[self.read] = nil
    self.read = (self.read + 1) % self.size
    self.count = self.count - 1
    return item
end

function Ring:put(item)
    if self.count == self.size then self:get() end
    self.slots[self.write] = item
    self.write = (self.write + 1) % self.size
    self.count = self.count + 1
end

local function before(a, b)
    return a.time < b.time or a.time == b.time and a.message.number < b.message.number
end

local function push(heap, item)
    local i = #heap + 1
    while i > 1 do
        local parent = math.floor(i / 2)
        if not before(item, heap[parent]) then break end
        heap[i] = heap[parent]
        i = parent
    end
    heap[i] = item
end

local function pop(heap)
    local top, item = heap[1], table.remove(heap)
    local n, i = #heap, 1
    if n == 0 then return top end
    while 2 * i <= n do
        local child = 2 * i
        if child < n and before(heap[child + 1], heap[child]) then child = child + 1 end
        if not before(heap[child], item) then break end
        heap[i] = heap[child]
        i = child
    end
    heap[i] = item
    return top
end

local function extended(hops, ...)
    local copy = {}
    for i = 1, #hops do
        copy[i] = hops[i]
    end
    for _, hop in ipairs({...}) do
        copy[#copy + 1] = hop
    end
    return copy
end

local first, second, last = Queue.new(), Queue.new(), Ring.new(3000)
local timers, made, moved, checksum = {}, 0, 0, 0
for step = 0, 59999 do
    for _ = 1, math.floor(step / 10000) % 2 == 0 and 3 or 1 do
        first:put({number = made, payload = {made, string.format("%d", made)}, hops = {}})
        made = made + 1
    end
    for _ = 1, 2 do
        if first:length() > 0 then
            local message = first:get()
            message.hops = extended(message.hops, "first")
            second:put(message)
        end
    end
    if step % 3 ~= 0 and second:length() > 0 then
        local message = second:get()
        message.hops = extended(message.hops, "second", step)
        push(timers, {time = step + message.number * 7919 % 500, message = message})
    end
    while timers[1] and timers[1].time <= step do
        last:put({message = pop(timers).message, at = step})
        moved = moved + 1
    end
    if last.count > 1000 then
        local done = last:get()
        checksum = (checksum * 31 + done.message.number + #done.message.payload[2] + done.at) % 1000000007
    end
end
print(string.format("%d %d %d", made, moved, checksum))
print(string.format("%d %d %d %d", first:length(), second:length(), last.count, #timers))
