-- The towers of Hanoi; towers.py says more.

local Towers = {}
Towers.__index = Towers

function Towers.new(discs)
    local self = setmetatable({piles = {false, false, false}, moves = 0}, Towers)
    for size = discs, 1, -1 do
        self:push(1, {size = size, below = false})
    end
    return self
end

function Towers:push(pile, disc)
    local top = self.piles[pile]
    if top and disc.size >= top.size then
        error("a larger disc cannot lie on a smaller one")
    end
    disc.below = top
    self.piles[pile] = disc
end

function Towers:pop(pile)
    local disc = self.piles[pile]
    if not disc then
        error("there is no disc on this pile")
    end
    self.piles[pile] = disc.below
    disc.below = false
    return disc
end

function Towers:move(discs, source, target)
    if discs == 1 then
        self:push(target, self:pop(source))
        self.moves = self.moves + 1
        return
    end
    local spare = 6 - source - target
    self:move(discs - 1, source, spare)
    self:move(1, source, target)
    self:move(discs - 1, spare, target)
end

local towers = Towers.new(20)
towers:move(20, 1, 2)
local disc, count, sorted = towers.piles[2], 0, true
while disc do
    count = count + 1
    if disc.below and disc.below.size < disc.size then
        sorted = false
    end
    disc = disc.below
end
print(string.format("%d %d %s", towers.moves, count, sorted and "True" or "False"))
