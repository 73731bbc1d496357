-- Products of matrices; matrix_multiply.py says more.

local function by_loops(a, b)
    local n, c = #a, {}
    for i = 1, n do
        local row = {}
        for j = 1, n do
            row[j] = 0
        end
        c[i] = row
        for k = 1, n do
            local factor = a[i][k]
            for j = 1, n do
                c[i][j] = c[i][j] + factor * b[k][j]
            end
        end
    end
    return c
end

local function by_columns(a, b)
    local n, m, columns, c = #a, #b[1], {}, {}
    for j = 1, m do
        local column = {}
        for k = 1, #b do
            column[k] = b[k][j]
        end
        columns[j] = column
    end
    for i = 1, n do
        local row, result = a[i], {}
        for j = 1, m do
            local sum, column = 0, columns[j]
            for k = 1, #row do
                sum = sum + row[k] * column[k]
            end
            result[j] = sum
        end
        c[i] = result
    end
    return c
end

local function combine(a, b, sign)
    local c = {}
    for i = 1, #a do
        local row, p, q = {}, a[i], b[i]
        for j = 1, #p do
            row[j] = p[j] + sign * q[j]
        end
        c[i] = row
    end
    return c
end

local function add(a, b) return combine(a, b, 1) end
local function subtract(a, b) return combine(a, b, -1) end

local function quarter(a, top, left, h)
    local c = {}
    for i = 1, h do
        local row = {}
        for j = 1, h do
            row[j] = a[top + i][left + j]
        end
        c[i] = row
    end
    return c
end

local function quarters(a)
    local h = #a / 2
    return quarter(a, 0, 0, h), quarter(a, 0, h, h), quarter(a, h, 0, h), quarter(a, h, h, h)
end

local function by_halves(a, b)
    if #a <= 16 then return by_columns(a, b) end
    local a1, a2, a3, a4 = quarters(a)
    local b1, b2, b3, b4 = quarters(b)
    local p1 = by_halves(a1, subtract(b2, b4))
    local p2 = by_halves(add(a1, a2), b4)
    local p3 = by_halves(add(a3, a4), b1)
    local p4 = by_halves(a4, subtract(b3, b1))
    local p5 = by_halves(add(a1, a4), add(b1, b4))
    local p6 = by_halves(subtract(a2, a4), add(b3, b4))
    local p7 = by_halves(subtract(a1, a3), add(b1, b2))
    local halves = {{add(subtract(add(p5, p4), p2), p6), add(p1, p2)},
                    {add(p3, p4), subtract(subtract(add(p1, p5), p3), p7)}}
    local c = {}
    for _, pair in ipairs(halves) do
        for i = 1, #pair[1] do
            local row = {}
            for _, part in ipairs(pair) do
                for j = 1, #part[i] do
                    row[#row + 1] = part[i][j]
                end
            end
            c[#c + 1] = row
        end
    end
    return c
end

local function matrix(n, item)
    local a = {}
    for i = 1, n do
        local row = {}
        for j = 1, n do
            row[j] = item(i - 1, j - 1)
        end
        a[i] = row
    end
    return a
end

local function equal(a, b)
    for i = 1, #a do
        for j = 1, #a do
            if a[i][j] ~= b[i][j] then return "False" end
        end
    end
    return "True"
end

local function total(a)
    local sum = 0
    for i = 1, #a do
        for j = 1, #a do
            sum = sum + a[i][j]
        end
    end
    return sum
end

local n = 96
local a = matrix(n, function(i, j) return i * j % 7 - 3 end)
local b = matrix(n, function(i, j) return (i + 2 * j) % 5 end)
local c = by_loops(a, b)
print(equal(c, by_columns(a, b)) .. " " .. equal(c, by_halves(a, b)))
local first = {}
for j = 1, 8 do
    first[j] = string.format("%d", c[8][j])
end
print(string.format("%d [%s]", total(c), table.concat(first, ", ")))
local halves = by_columns(matrix(n, function(i, j) return a[i + 1][j + 1] / 2 end),
                          matrix(n, function(i, j) return b[i + 1][j + 1] / 2 end))
print(string.format("%.2f", total(halves)))
