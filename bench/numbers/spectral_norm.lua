-- The largest singular value of an infinite matrix; spectral_norm.py says more.

local function item(i, j)
    local ij = i + j
    return 1.0 / (ij * (ij + 1) / 2 + i + 1)
end

local function times(vector)
    local result = {}
    for i = 1, #vector do
        local sum = 0.0
        for j = 1, #vector do
            sum = sum + item(i - 1, j - 1) * vector[j]
        end
        result[i] = sum
    end
    return result
end

local function times_transposed(vector)
    local result = {}
    for i = 1, #vector do
        local sum = 0.0
        for j = 1, #vector do
            sum = sum + item(j - 1, i - 1) * vector[j]
        end
        result[i] = sum
    end
    return result
end

local function spectral_norm(n)
    local u, v = {}, nil
    for i = 1, n do
        u[i] = 1.0
    end
    for _ = 1, 10 do
        v = times_transposed(times(u))
        u = times_transposed(times(v))
    end
    local uv, vv = 0.0, 0.0
    for i = 1, n do
        uv = uv + u[i] * v[i]
        vv = vv + v[i] * v[i]
    end
    return math.sqrt(uv / vv)
end

for _, n in ipairs({20, 50, 180}) do
    print(string.format("%4d %.9f", n, spectral_norm(n)))
end
