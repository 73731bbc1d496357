-- Lists without arrays; linked_lists.py says more.

local function cons(head, tail)
    return {head = head, tail = tail}
end

local function length(cell)
    local n = 0
    while cell do
        n = n + 1
        cell = cell.tail
    end
    return n
end

local function count_down(n)
    if n == 0 then return nil end
    return cons(n, count_down(n - 1))
end

local function shorter(x, y)
    while y do
        if not x then return true end
        x, y = x.tail, y.tail
    end
    return false
end

local function takeuchi(x, y, z)
    if not shorter(y, x) then return z end
    return takeuchi(takeuchi(x.tail, y, z), takeuchi(y.tail, z, x), takeuchi(z.tail, x, y))
end

local function reverse(cell)
    local done = nil
    while cell do
        local rest = cell.tail
        cell.tail = done
        done, cell = cell, rest
    end
    return done
end

local function halve(cell)
    local slow, fast = cell, cell.tail
    while fast and fast.tail do
        slow, fast = slow.tail, fast.tail.tail
    end
    local second = slow.tail
    slow.tail = nil
    return cell, second
end

local function merge(a, b)
    local first = cons(nil, nil)
    local last = first
    while a and b do
        if b.head < a.head then
            last.tail = b
            b = b.tail
        else
            last.tail = a
            a = a.tail
        end
        last = last.tail
    end
    last.tail = a or b
    return first.tail
end

local function merge_sort(cell)
    if not cell or not cell.tail then return cell end
    local a, b = halve(cell)
    return merge(merge_sort(a), merge_sort(b))
end

-- state * 1103515245 modulo 2 ** 31 in two halves: a double holds no product of 62 bits.
local function step(state)
    local high, low = math.floor(state / 65536), state % 65536
    local product = (high * 1103515245 % 32768) * 65536 + low * 1103515245
    return (product + 12345) % 2147483648
end

local function scattered(n)
    local cell, state = nil, 42
    for _ = 1, n do
        state = step(state)
        cell = cons(math.floor(state / 256), cell)
    end
    return cell
end

print(length(takeuchi(count_down(21), count_down(14), count_down(7))))
local cell = merge_sort(reverse(scattered(100000)))
local total, position, last = 0, 1, -1
while cell do
    assert(cell.head >= last)
    total = total + cell.head * position % 1009
    position, last, cell = position + 1, cell.head, cell.tail
end
print(string.format("%d", total))
