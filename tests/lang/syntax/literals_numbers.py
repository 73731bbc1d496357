# Number literals of every kind, and those that are wrong.
print(0, 00, 1_000, 0xFF, 0Xff_ff, 0o17, 0O1_7, 0b101, 0B_1, 1e3, 1E-3, 1.5, .5, 5., 1_0.0_1e1_0, 1j, 1.5J, .5e3j, 0_0)
print(0xdead_beef, 0b_1111, 1e1_0)
