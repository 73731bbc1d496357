-- The outer planets around the sun; nbody.py says more.

local sqrt, pi = math.sqrt, math.pi
local SOLAR_MASS = 4 * pi * pi
local DAYS = 365.24

local function body(x, y, z, vx, vy, vz, mass)
    return {x = x, y = y, z = z, vx = vx * DAYS, vy = vy * DAYS, vz = vz * DAYS, mass = mass * SOLAR_MASS}
end

local function solar_system()
    local bodies = {
        body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0),
        body(4.84, -1.16, -0.10, 0.00166, 0.00770, -0.0000690, 0.000955),
        body(8.34, 4.12, -0.40, -0.00277, 0.00500, 0.0000230, 0.000286),
        body(12.89, -15.11, -0.22, 0.00296, 0.00238, -0.0000297, 0.0000437),
        body(15.38, -25.92, 0.18, 0.00268, 0.00163, -0.0000952, 0.0000515),
    }
    for _, axis in ipairs({"vx", "vy", "vz"}) do
        local momentum = 0.0
        for i = 2, #bodies do
            momentum = momentum + bodies[i][axis] * bodies[i].mass
        end
        bodies[1][axis] = -momentum / SOLAR_MASS
    end
    return bodies
end

local function energy(bodies)
    local moving, lying = 0.0, 0.0
    for i, a in ipairs(bodies) do
        moving = moving + a.mass * (a.vx ^ 2 + a.vy ^ 2 + a.vz ^ 2) / 2
        for j = i + 1, #bodies do
            local b = bodies[j]
            lying = lying + a.mass * b.mass / sqrt((a.x - b.x) ^ 2 + (a.y - b.y) ^ 2 + (a.z - b.z) ^ 2)
        end
    end
    return moving - lying
end

local function advance(bodies, time, steps)
    local n = #bodies
    for _ = 1, steps do
        for i = 1, n do
            local a = bodies[i]
            for j = i + 1, n do
                local b = bodies[j]
                local dx = a.x - b.x
                local dy = a.y - b.y
                local dz = a.z - b.z
                local square = dx * dx + dy * dy + dz * dz
                local pull = time / (square * sqrt(square))
                local by_b = b.mass * pull
                local by_a = a.mass * pull
                a.vx = a.vx - dx * by_b
                a.vy = a.vy - dy * by_b
                a.vz = a.vz - dz * by_b
                b.vx = b.vx + dx * by_a
                b.vy = b.vy + dy * by_a
                b.vz = b.vz + dz * by_a
            end
        end
        for i = 1, n do
            local b = bodies[i]
            b.x = b.x + time * b.vx
            b.y = b.y + time * b.vy
            b.z = b.z + time * b.vz
        end
    end
end

local bodies = solar_system()
print(string.format("%.9f", energy(bodies)))
advance(bodies, 0.01, 60000)
print(string.format("%.9f", energy(bodies)))
for _, b in ipairs(bodies) do
    print(string.format("%.6f %.6f %.6f", b.x, b.y, b.z))
end
