-- Binary trees, most of them short-lived; trees.py says more.

local function grow(depth)
    if depth == 0 then return {left = nil, right = nil} end
    return {left = grow(depth - 1), right = grow(depth - 1)}
end

local function count(node)
    if not node.left then return 1 end
    return 1 + count(node.left) + count(node.right)
end

local DEPTH = 16
local long_lived = grow(DEPTH)
for depth = 4, DEPTH - 1, 4 do
    local rounds, sum = 1, 0
    for _ = 1, DEPTH - depth do
        rounds = rounds * 2
    end
    for _ = 1, rounds do
        sum = sum + count(grow(depth))
    end
    print(string.format("%d %d %d", rounds, depth, sum))
end
print(string.format("%d", count(long_lived)))
