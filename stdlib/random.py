"""Random numbers: integers, sequences and distributions, on top of the Mersenne Twister.

The functions of the module are the methods of one shared Random instance. Given the same seed, a sequence of calls
gives the same results as on CPython: the algorithms named below are published, and which random numbers they use up,
in which order, is part of their interface.
"""

from _random import Random as _Twister, sha512 as _sha512
from itertools import accumulate as _accumulate
from math import (acos as _acos, ceil as _ceil, cos as _cos, exp as _exp, fabs as _fabs, floor as _floor,
                  isfinite as _isfinite, lgamma as _lgamma, log as _log, log2 as _log2, sin as _sin, sqrt as _sqrt,
                  e as _e, pi as _pi, tau as TWOPI)
from operator import index as _index
from posix import register_at_fork as _register_at_fork

__all__ = [
    "Random", "SystemRandom", "betavariate", "binomialvariate", "choice", "choices", "expovariate", "gammavariate",
    "gauss", "getrandbits", "getstate", "lognormvariate", "normalvariate", "paretovariate", "randbytes", "randint",
    "random", "randrange", "sample", "seed", "setstate", "shuffle", "triangular", "uniform", "vonmisesvariate",
    "weibullvariate",
]

NV_MAGICCONST = _exp(-0.5) * 4 / _sqrt(2.0)
LOG4 = _log(4.0)
SG_MAGICCONST = _log(4.5) + 1.0
BPF = 53  # bits of a float
RECIP_BPF = 2 ** -BPF
_ONE = 1


def _bisect(a, x, lo=0, hi=None):
    """Where x goes in the sorted a, behind what is equal."""
    if hi is None:
        hi = len(a)
    while lo < hi:
        middle = (lo + hi) // 2
        if x < a[middle]:
            hi = middle
        else:
            lo = middle + 1
    return lo


class Random(_Twister):
    """A sequence of random numbers of its own.

    A subclass may bring its own source: it overrides random(), and getrandbits() too if it has more than 53 bits to
    give.
    """

    VERSION = 3  # of the state

    def __init__(self, x=None):
        """Start the sequence that the seed x stands for."""
        self.seed(x)
        self.gauss_next = None

    def __init_subclass__(cls, /, **kwargs):
        """Choose how integers are made: from bits where the class has them, else from floats."""
        ways = {'_randbelow': None, 'getrandbits': cls._below_by_bits, 'random': cls._below_by_floats}
        found = next((name for base in cls.__mro__ for name in ways if name in vars(base)), None)
        if ways.get(found) is not None:
            cls._randbelow = ways[found]

    def seed(self, a=None, version=2):
        """Start the sequence that a stands for: None (any sequence), a number, a str or bytes."""
        if isinstance(a, (str, bytes, bytearray)):
            if version == 2:
                a = self._digest(a.encode() if isinstance(a, str) else a)
            elif version == 1 and not isinstance(a, bytearray):
                a = self._old_hash(a if isinstance(a, bytes) else [ord(letter) for letter in a])
        elif a is not None and not isinstance(a, (int, float)):
            raise TypeError('The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.')
        self.gauss_next = None
        super().seed(a)

    @staticmethod
    def _digest(data):
        return int.from_bytes(data + _sha512(bytes(data)))

    @staticmethod
    def _old_hash(codes):
        """The hash of texts that Python 2 had."""
        result = codes[0] << 7 if codes else 0
        for code in codes:
            result = (result * 1000003 ^ code) % (1 << 64)
        return result ^ len(codes)

    def getstate(self):
        """The state as an object that setstate takes."""
        words = super().getstate()
        return self.VERSION, words, self.gauss_next

    def setstate(self, state):
        """Go on from a state that getstate gave."""
        if state[0] not in (2, 3):
            raise ValueError("state with version %s passed to Random.setstate() of version %s"
                             % (state[0], self.VERSION))
        version, words, self.gauss_next = state
        if version == 2:  # its words may be negative
            try:
                words = tuple(word % (1 << 32) for word in words)
            except ValueError as error:
                raise TypeError from error
        super().setstate(words)

    def __getstate__(self):
        return self.getstate()

    def __setstate__(self, state):
        self.setstate(state)

    def __reduce__(self):
        return type(self), (), self.getstate()

    # --- integers ---

    def _below_by_bits(self, n):
        """An int in range(n), n > 0, as _below makes it, but with the bits of a subclass."""
        draw, bits = self.getrandbits, n.bit_length()
        while (number := draw(bits)) >= n:
            pass
        return number

    def _below_by_floats(self, n):
        """An int in range(n), n > 0, from random() alone."""
        draw, most = self.random, 1 << BPF
        if n >= most:
            import warnings
            warnings.warn("Underlying random() generator does not supply \n"
                          "enough bits to choose from a population range this large.\n"
                          "To remove the range limitation, add a getrandbits() method.")
            return _floor(n * draw())
        fair = (most - most % n) / most  # every remainder is equally likely below it
        while (fraction := draw()) >= fair:
            pass
        return _floor(fraction * most) % n

    _randbelow = _Twister._below

    def randbytes(self, n):
        """n random bytes."""
        bits = self.getrandbits(8 * n)
        return bits.to_bytes(n, 'little')

    def randrange(self, start, stop=None, step=_ONE):
        """A number of range(start, stop, step)."""
        first = _index(start)
        if stop is None:
            if step is not _ONE:
                raise TypeError("Missing a non-None stop argument")
            if first > 0:
                return self._randbelow(first)
            raise ValueError("empty range for randrange()")
        width = _index(stop) - first
        step_by = _index(step)
        if step_by == 1:
            if width > 0:
                return first + self._randbelow(width)
            raise ValueError(f"empty range in randrange({start}, {stop})")
        if step_by > 0:
            n = (width + step_by - 1) // step_by
        elif step_by < 0:
            n = (width + step_by + 1) // step_by
        else:
            raise ValueError("zero step for randrange()")
        if n <= 0:
            raise ValueError(f"empty range in randrange({start}, {stop}, {step})")
        return first + step_by * self._randbelow(n)

    def randint(self, a, b):
        """An int from a to b, both included."""
        a = _index(a)
        b = _index(b)
        if b < a:
            raise ValueError(f"empty range in randint({a}, {b})")
        width = b + 1 - a
        return self._randbelow(width) + a

    # --- sequences ---

    def choice(self, seq):
        """One item of a sequence."""
        size = len(seq)
        if not size:
            raise IndexError('Cannot choose from an empty sequence')
        return seq[self._randbelow(size)]

    def shuffle(self, x):
        """Put the items of a list in random order (Fisher and Yates)."""
        draw = self._randbelow
        for last in range(len(x) - 1, 0, -1):
            chosen = draw(last + 1)
            x[last], x[chosen] = x[chosen], x[last]

    def sample(self, population, k, *, counts=None):
        """k different items of a sequence, in random order; counts says how often each item is there."""
        from collections.abc import Sequence
        if not isinstance(population, Sequence):
            raise TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
        n = len(population)
        if counts is not None:
            ends = list(_accumulate(counts))
            if len(ends) != n:
                raise ValueError("The number of counts does not match the population")
            total = ends.pop() if ends else 0
            if not isinstance(total, int):
                raise TypeError("Counts must be integers")
            if total < 0:
                raise ValueError("Counts must be non-negative")
            return [population[_bisect(ends, i)] for i in self.sample(range(total), k=k)]
        if not 0 <= k <= n:
            raise ValueError("Sample larger than population or is negative")
        draw = self._randbelow
        if n <= self._pool_limit(k):
            rest = list(population)
            result = [None] * k
            for i in range(k):
                chosen = draw(n - i)
                result[i] = rest[chosen]
                rest[chosen] = rest[n - i - 1]
            return result
        places = {}  # in the order in which they are drawn
        while len(places) < k:
            places[draw(n)] = None
        return [population[place] for place in places]

    @staticmethod
    def _pool_limit(k):
        """Up to how many items a copy of all is smaller than a set of k: this decides which numbers are drawn."""
        return 21 if k <= 5 else 21 + 4 ** _ceil(_log(3 * k, 4))

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        """k items of a sequence, each drawn from all of them, with the given weights if any."""
        draw = self.random
        n = len(population)
        if cum_weights is None and weights is None:
            size = float(n)
            return [population[_floor(draw() * size)] for _ in range(k)]
        if cum_weights is None:
            try:
                cum_weights = [*_accumulate(weights)]
            except TypeError:
                if not isinstance(weights, int):
                    raise
                k = weights
                raise TypeError(f'The number of choices must be a keyword argument: {k=}') from None
        elif weights is not None:
            raise TypeError('Cannot specify both weights and cumulative weights')
        if n != len(cum_weights):
            raise ValueError('The number of weights does not match the population')
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError('Total of weights must be greater than zero')
        if not _isfinite(total):
            raise ValueError('Total of weights must be finite')
        last = n - 1
        return [population[_bisect(cum_weights, draw() * total, 0, last)] for _ in range(k)]

    # --- distributions of real numbers ---

    def uniform(self, a, b):
        """A float between a and b, all equally likely."""
        width = b - a
        return a + width * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        """A float between low and high, the likelier the nearer to mode (the middle by default)."""
        u = self.random()
        if mode is None:
            peak = 0.5
        elif low == high:
            return low
        else:
            peak = (mode - low) / (high - low)
        if u > peak:  # seen from the other end
            u, peak, low, high = 1.0 - u, 1.0 - peak, high, low
        return low + _sqrt(u * peak) * (high - low)

    def normalvariate(self, mu=0.0, sigma=1.0):
        """Normal distribution, mean mu and standard deviation sigma (Kinderman and Monahan's ratio of uniforms)."""
        random = self.random
        while True:
            offset = random() - 0.5
            height = 1.0 - random()
            z = NV_MAGICCONST * offset / height
            if z * z / 4.0 <= -_log(height):
                return mu + z * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        """Normal distribution (Box and Muller); makes two numbers and keeps the second for the next call."""
        z = self.gauss_next
        self.gauss_next = None
        if z is None:
            angle = self.random() * TWOPI
            radius = _sqrt(-2.0 * _log(1.0 - self.random()))
            z = _cos(angle) * radius
            self.gauss_next = _sin(angle) * radius
        return mu + z * sigma

    def lognormvariate(self, mu, sigma):
        """A number whose logarithm is normally distributed."""
        exponent = self.normalvariate(mu, sigma)
        return _exp(exponent)

    def expovariate(self, lambd=1.0):
        """Exponential distribution with mean 1 / lambd."""
        survival = 1.0 - self.random()
        return -_log(survival) / lambd

    def vonmisesvariate(self, mu, kappa):
        """An angle around mu, the closer the larger kappa is (Best and Fisher)."""
        random = self.random
        if kappa <= 1e-6:
            return TWOPI * random()
        s = 0.5 / kappa
        r = _sqrt(s * s + 1.0) + s
        while True:
            z = _cos(_pi * random())
            d = z / (r + z)
            u = random()
            if u < 1.0 - d * d or u <= (1.0 - d) * _exp(d):
                break
        q = 1.0 / r
        turn = _acos((z + q) / (q * z + 1.0))
        return (mu + turn if random() > 0.5 else mu - turn) % TWOPI

    def gammavariate(self, alpha, beta):
        """Gamma distribution with mean alpha * beta (Cheng for alpha > 1, Ahrens and Dieter's GS below)."""
        if beta <= 0.0 or alpha <= 0.0:
            raise ValueError('gammavariate: alpha and beta must be > 0.0')
        if alpha == 1.0:
            return beta * -_log(1.0 - self.random())
        return beta * (self._gamma_cheng(alpha) if alpha > 1.0 else self._gamma_ahrens_dieter(alpha))

    def _gamma_cheng(self, alpha):
        draw = self.random
        scale = _sqrt(2.0 * alpha - 1.0)
        while True:
            u = draw()
            if u <= 1e-7 or u >= 0.9999999:
                continue
            height = u * u * (1.0 - draw())
            v = _log(u / (1.0 - u)) / scale
            x = alpha * _exp(v)
            bound = alpha - LOG4 + (alpha + scale) * v - x
            if bound + SG_MAGICCONST - 4.5 * height >= 0.0 or _log(height) <= bound:
                return x

    def _gamma_ahrens_dieter(self, alpha):
        draw = self.random
        area = (_e + alpha) / _e
        while True:
            p = area * draw()
            if p > 1.0:
                x = -_log((area - p) / alpha)
                accepted = x ** (alpha - 1.0)
            else:
                x = p ** (1.0 / alpha)
                accepted = _exp(-x)
            if draw() <= accepted:
                return x

    def betavariate(self, alpha, beta):
        """Beta distribution, between 0 and 1."""
        part = self.gammavariate(alpha, 1.0)
        if not part:
            return 0.0
        rest = self.gammavariate(beta, 1.0)
        return part / (part + rest)

    def paretovariate(self, alpha):
        """Pareto distribution with shape alpha."""
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        """Weibull distribution with scale alpha and shape beta."""
        return alpha * (-_log(1.0 - self.random())) ** (1.0 / beta)

    def binomialvariate(self, n=1, p=0.5):
        """How many of n trials succeed, each with probability p."""
        if n < 0:
            raise ValueError("n must be non-negative")
        if p <= 0.0 or p >= 1.0:
            if p == 0.0:
                return 0
            if p == 1.0:
                return n
            raise ValueError("p must be in the range 0.0 <= p <= 1.0")
        if n == 1:
            return _index(self.random() < p)
        if p > 0.5:
            failures = self.binomialvariate(n, 1.0 - p)
            return n - failures
        return self._binomial_geometric(n, p) if n * p < 10.0 else self._binomial_rejection(n, p)

    def _binomial_geometric(self, n, p):
        """Devroye: adds up the lengths of the runs of failures."""
        random = self.random
        successes = trials = 0
        c = _log2(1.0 - p)
        if not c:
            return 0
        while True:
            while not (u := random()):      # 0.0 has no logarithm
                pass
            trials += _floor(_log2(u) / c) + 1
            if trials > n:
                return successes
            successes += 1

    def _binomial_rejection(self, n, p):
        """Hörmann's BTRS: transformed rejection with a squeeze."""
        random = self.random
        deviation = _sqrt(n * p * (1.0 - p))
        b = 1.15 + 2.53 * deviation
        a = 0.0248 * b - 0.0873 + 0.01 * p
        c = n * p + 0.5
        squeeze = 0.92 - 4.2 / b
        h = None
        while True:
            u = random() - 0.5
            us = 0.5 - _fabs(u)
            if not us:
                continue
            k = _floor(c + (2.0 * a / us + b) * u)
            if k < 0 or k > n:
                continue
            v = random()
            if us >= 0.07 and v <= squeeze:
                return k
            if h is None:
                alpha = (2.83 + 5.1 / b) * deviation
                odds = _log(p / (1.0 - p))
                mode = _floor((n + 1) * p)
                h = _lgamma(mode + 1) + _lgamma(n - mode + 1)
            ratio = v * (alpha / (a / (us * us) + b))
            if _log(ratio) <= h - _lgamma(k + 1) - _lgamma(n - k + 1) + (k - mode) * odds:
                return k


class SystemRandom(Random):
    """Random numbers from the operating system: they cannot be predicted or repeated."""

    def random(self):
        """A float from 0 up to but not including 1."""
        return (int.from_bytes(self.randbytes(7)) >> 3) * RECIP_BPF

    def getrandbits(self, k):
        """An int made of k random bits."""
        if k < 0:
            raise ValueError('number of bits must be non-negative')
        size = (k + 7) // 8
        return int.from_bytes(self.randbytes(size)) >> (size * 8 - k)

    def randbytes(self, n):
        """n random bytes."""
        from os import urandom
        return urandom(n)

    def seed(self, *args, **kwds):
        """Does nothing: there is no state."""
        return None

    def _notimplemented(self, *args, **kwds):
        raise NotImplementedError('System entropy source does not have state.')

    getstate = setstate = _notimplemented


_inst = Random()
_register_at_fork(after_in_child=_inst.seed)     # or both processes would draw the same
for _name in __all__[2:]:
    globals()[_name] = getattr(_inst, _name)
del _name
