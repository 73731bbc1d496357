# A chain of a hundred thousand containers dies without deep recursion.
import gc

chain = None
for i in range(100000):
    chain = [chain]
del chain
chain = ()
for i in range(100000):
    chain = (chain,)
del chain
print("done")
