tower = []
for i in range(1000):
    tower = [tower, {}]
end = True
