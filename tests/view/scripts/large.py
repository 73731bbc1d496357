block = bytes(1000)
text = "small"
del block
pools = [[i] for i in range(2000)]
del pools
