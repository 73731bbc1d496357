# Numbers below n of every size come from the same bits as python3.14's; subclasses bring their own source.
import random, hashlib
random.seed(42)
h=hashlib.sha256()
for n in list(range(1,300))+[2**k+d for k in range(1,200) for d in (-1,0,1) if 2**k+d>0]:
    h.update(repr((random.randrange(n), random.randint(-n,n), random.getrandbits(7))).encode())
l=list(range(50)); random.shuffle(l); h.update(repr((l,random.sample(range(10**20),5) if 0 else random.sample(range(10**9),5),random.choice('abcdef'),random.choices(range(9),k=5))).encode())
print(h.hexdigest(), random.random())
class A(random.Random):
    def random(self): return .25
class B(random.Random):
    def getrandbits(self,k): return 5 & ((1<<k)-1)
class C(B):
    def random(self): return .5
class D(random.Random): pass
for c in A,B,C,D: print(c.__name__, c(3).randrange(10), c(3).randrange(7), c(3).choice('abcdefgh'))
print(random.SystemRandom().randrange(1), D(5).randrange(True, 10**30))
for bad in 0, -5:
    try: random.randrange(bad)
    except Exception as e: print(type(e).__name__)
