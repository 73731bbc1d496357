-- Pancakes; fannkuch.py says more.

local function turns(permutation, n)
    local cakes = {}
    for i = 1, n do
        cakes[i] = permutation[i]
    end
    local count = 0
    while cakes[1] ~= 1 do
        local i, j = 1, cakes[1]
        while i < j do
            cakes[i], cakes[j] = cakes[j], cakes[i]
            i, j = i + 1, j - 1
        end
        count = count + 1
    end
    return count
end

local function fannkuch(n)
    local permutation, left = {}, {}
    for i = 1, n do
        permutation[i], left[i] = i, i
    end
    local most, checksum, sign = 0, 0, 1
    local k = 1
    while k <= n do
        local count = turns(permutation, n)
        if count > most then most = count end
        checksum = checksum + sign * count
        sign = -sign
        k = 2
        while k <= n do
            table.insert(permutation, k, table.remove(permutation, 1))
            left[k] = left[k] - 1
            if left[k] > 0 then break end
            left[k] = k
            k = k + 1
        end
    end
    return checksum, most
end

for n = 5, 9 do
    print(string.format("%d %d %d", n, fannkuch(n)))
end
