"""Averages, spread, relations between data, the normal distribution and density estimates.

Sums of ints, floats, Fractions and Decimals are exact: each number is a ratio of two ints, and the ratios are added. Only
the result is rounded, to the type of the data.
"""

import math
import random
from bisect import bisect_left, bisect_right
from collections import Counter, namedtuple
from fractions import Fraction
from math import acos, asin, atan, cos, cosh, erfc, exp, fsum, isnan, log, pi, sin, sqrt, sumprod, tan, tau
from numbers import Real

__all__ = ['NormalDist', 'StatisticsError', 'correlation', 'covariance', 'fmean', 'geometric_mean', 'harmonic_mean',
           'kde', 'kde_random', 'linear_regression', 'mean', 'median', 'median_grouped', 'median_high', 'median_low',
           'mode', 'multimode', 'pstdev', 'pvariance', 'quantiles', 'stdev', 'variance']


class StatisticsError(ValueError):
    """The data do not allow what was asked for."""


# --- exact sums ---

def _ratio(x):
    """A number as two ints; (x, None) for infinities and nan."""
    try:
        return x.as_integer_ratio()
    except AttributeError:
        raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator") from None
    except (OverflowError, ValueError):
        return x, None


def _common_type(a, b):
    """The type of results of both."""
    if a is b or b is int or b is bool:
        return a
    if a is int or issubclass(b, a):
        return b
    if issubclass(a, b):
        return a
    if issubclass(a, int):
        return b
    if issubclass(b, int):
        return a
    for one, other in (a, b), (b, a):
        if issubclass(one, Fraction) and issubclass(other, float):
            return other
    raise TypeError("don't know how to coerce %s and %s" % (a.__name__, b.__name__))


def _sums(data):
    """(type, exact sum, exact sum of the squares, number); sums that are not finite are floats."""
    kind, count = int, 0
    sums, squares = {}, {}
    for x in data:
        kind = _common_type(kind, type(x)) if type(x) is not kind else kind
        n, d = _ratio(x)
        sums[d] = sums.get(d, 0) + n
        squares[d] = squares.get(d, 0) + n * n
        count += 1
    if None in sums:
        return kind, sums[None], squares[None], count
    return (kind, sum(Fraction(n, d) for d, n in sums.items()), sum(Fraction(n, d * d) for d, n in squares.items()),
            count)


def _sum(data):
    """(type, exact sum, number)"""
    kind, total, _, count = _sums(data)
    return kind, total, count


def _as_type(value, kind):
    """An exact result in the type of the data."""
    if type(value) is kind:
        return value
    if issubclass(kind, int) and value.denominator != 1:
        kind = float
    try:
        return kind(value)
    except TypeError:
        return kind(value.numerator) / kind(value.denominator)


def _sqrt_of_ratio(n, d):
    """sqrt(n / d) as a float that is rounded once.

    The ratio is scaled so that its root has more bits than a float; the lowest of them says whether there is a rest.
    """
    shift = (n.bit_length() - d.bit_length() - 109) // 2
    if shift >= 0:
        d <<= 2 * shift
    else:
        n <<= -2 * shift
    root = math.isqrt(n // d)
    root |= root * root * d != n
    return float(root << shift) if shift >= 0 else root / (1 << -shift)


# --- averages ---

def mean(data):
    """The arithmetic mean."""
    kind, total, n = _sum(data)
    if n < 1:
        raise StatisticsError('mean requires at least one data point')
    return _as_type(total / n, kind)


def fmean(data, weights=None):
    """The arithmetic mean of numbers as floats: faster than mean()."""
    if weights is None:
        try:
            n = len(data)
        except TypeError:
            data = list(data)
            n = len(data)
        if not n:
            raise StatisticsError('fmean requires at least one data point')
        return fsum(data) / n
    if not isinstance(weights, (list, tuple)):
        weights = list(weights)
    try:
        total = sumprod(data, weights)
    except ValueError:
        raise StatisticsError('data and weights must be the same length')
    weight = fsum(weights)
    if not weight:
        raise StatisticsError('sum of weights must be non-zero')
    return total / weight


def geometric_mean(data):
    """The root of the product, by logarithms."""
    n, zero, logarithms = 0, False, []
    for n, x in enumerate(data, 1):
        if x > 0.0 or isnan(x):
            logarithms.append(log(x))
        elif x == 0.0:
            zero = True
        else:
            raise StatisticsError('No negative inputs allowed', x)
    if not n:
        raise StatisticsError('Must have a non-empty dataset')
    total = fsum(logarithms)
    if isnan(total):
        return math.nan
    if zero:
        return math.nan if total == math.inf else 0.0
    return exp(total / n)


def _not_negative(values, message):
    for x in values:
        if x < 0:
            raise StatisticsError(message)
        yield x


def harmonic_mean(data, weights=None):
    """The reciprocal of the mean of the reciprocals: the average of rates."""
    negative = 'harmonic mean does not support negative values'
    data = list(data)
    n = len(data)
    if n < 1:
        raise StatisticsError('harmonic_mean requires at least one data point')
    if n == 1 and weights is None:
        if not isinstance(data[0], Real):
            raise TypeError('unsupported type')
        return next(_not_negative(data, negative))
    if weights is None:
        weights, weight = [1] * n, n
    else:
        weights = list(weights)
        if len(weights) != n:
            raise StatisticsError('Number of weights does not match data size')
        _, weight, _ = _sum(_not_negative(weights, negative))
    try:
        kind, total, _ = _sum(w / x if w else 0 for w, x in zip(weights, _not_negative(data, negative)))
    except ZeroDivisionError:
        return 0
    if total <= 0:
        raise StatisticsError('Weighted sum must be positive')
    return _as_type(weight / total, kind)


def _sorted(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data


def median(data):
    """The middle value, or the mean of the two in the middle."""
    data = _sorted(data)
    half, odd = divmod(len(data), 2)
    return data[half] if odd else (data[half - 1] + data[half]) / 2


def median_low(data):
    """The middle value, or the smaller of the two in the middle."""
    data = _sorted(data)
    return data[(len(data) - 1) // 2]


def median_high(data):
    """The middle value, or the larger of the two in the middle."""
    data = _sorted(data)
    return data[len(data) // 2]


def median_grouped(data, interval=1.0):
    """The median of values that stand for classes of a width, in the middle of each, as if spread evenly there."""
    data = _sorted(data)
    n = len(data)
    x = data[n // 2]
    below = bisect_left(data, x)
    inside = bisect_right(data, x, lo=below) - below
    try:
        interval, x = float(interval), float(x)
    except ValueError:
        raise TypeError('Value cannot be converted to a float')
    return x - interval / 2.0 + interval * (n / 2 - below) / inside


def mode(data):
    """The most common value; of several, the one that came first."""
    pairs = Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError('no mode for empty data')
    return pairs[0][0]


def multimode(data):
    """A list of the most common values."""
    counts = Counter(iter(data))
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def quantiles(data, *, n=4, method='exclusive'):
    """The n - 1 points that cut the data into n intervals of equal probability.

    'exclusive': there may be values beyond the data, which are a sample; 'inclusive': there are none.
    """
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(data)
    size = len(data)
    if size < 2:
        if size == 1:
            return data * (n - 1)
        raise StatisticsError('must have at least one data point')
    if method not in ('inclusive', 'exclusive'):
        raise ValueError(f'Unknown method: {method!r}')
    result = []
    for i in range(1, n):
        if method == 'inclusive':
            at, rest = divmod(i * (size - 1), n)
            below, above = data[at], data[at + 1]
        else:
            at = min(max(i * (size + 1) // n, 1), size - 1)
            rest = i * (size + 1) - at * n
            below, above = data[at - 1], data[at]
        result.append((below * (n - rest) + above * rest) / n)
    return result


# --- spread ---

def _deviation(data, centre, least, name):
    """(type, exact sum of the squared distances from the mean or from `centre`, number)"""
    if centre is not None:
        kind, total, n = _sum(d * d for d in (x - centre for x in data))
    else:
        kind, sum_, squares, n = _sums(data)
        if not n:
            total = 0
        elif isinstance(sum_, Fraction) or isinstance(sum_, int):
            total = Fraction(n * squares - sum_ * sum_, n)
        else:
            total = math.nan if isinstance(sum_, float) else type(sum_)('nan')
    if n < least:
        points = 'one data point' if least == 1 else 'two data points'
        raise StatisticsError(f'{name} requires at least {points}')
    return kind, total, n


def variance(data, xbar=None):
    """The variance of a sample; xbar is its mean, if that is known."""
    kind, total, n = _deviation(data, xbar, 2, 'variance')
    return _as_type(total / (n - 1), kind)


def pvariance(data, mu=None):
    """The variance of a whole population; mu is its mean, if that is known."""
    kind, total, n = _deviation(data, mu, 1, 'pvariance')
    return _as_type(total / n, kind)


def _root(value, kind):
    if not hasattr(value, 'numerator') or isinstance(value, float):
        raise ValueError('inf or nan encountered in data')
    if hasattr(kind, 'sqrt'):
        return _as_type(Fraction(value), kind).sqrt()
    return _sqrt_of_ratio(value.numerator, value.denominator)


def stdev(data, xbar=None):
    """The square root of the variance of a sample."""
    kind, total, n = _deviation(data, xbar, 2, 'stdev')
    return _root(total / (n - 1) if isinstance(total, float) else Fraction(total, n - 1), kind)


def pstdev(data, mu=None):
    """The square root of the variance of a whole population."""
    kind, total, n = _deviation(data, mu, 1, 'pstdev')
    return _root(total / n if isinstance(total, float) else Fraction(total, n), kind)


# --- two columns ---

def _check_pairs(x, y, name):
    if len(x) != len(y):
        raise StatisticsError(f'{name} requires that both inputs have same number of data points')
    if len(x) < 2:
        raise StatisticsError(f'{name} requires at least two data points')
    return len(x)


def _centred(values):
    middle = fsum(values) / len(values)
    return [value - middle for value in values]


def covariance(x, y, /):
    """How two columns vary together."""
    n = _check_pairs(x, y, 'covariance')
    return sumprod(_centred(x), _centred(y)) / (n - 1)


def _ranks(values):
    """The places of the values in their order, from -(n-1)/2 on; equal ones share the middle of theirs."""
    order = sorted(range(len(values)), key=values.__getitem__)
    ranks, start = [0.0] * len(values), 0
    while start < len(order):
        end = start
        while end < len(order) and values[order[end]] == values[order[start]]:
            end += 1
        for i in order[start:end]:
            ranks[i] = (start + end - 1) / 2 - (len(values) - 1) / 2
        start = end
    return ranks


def correlation(x, y, /, *, method='linear'):
    """Pearson's correlation coefficient, or with method='ranked' Spearman's: from -1 to 1."""
    _check_pairs(x, y, 'correlation')
    if method not in ('linear', 'ranked'):
        raise ValueError(f'Unknown method: {method!r}')
    x, y = (_ranks(x), _ranks(y)) if method == 'ranked' else (_centred(x), _centred(y))
    try:
        return sumprod(x, y) / sqrt(sumprod(x, x) * sumprod(y, y))
    except ZeroDivisionError:
        raise StatisticsError('at least one of the inputs is constant')


LinearRegression = namedtuple('LinearRegression', ('slope', 'intercept'))


def linear_regression(x, y, /, *, proportional=False):
    """Slope and intercept of the line that fits best; proportional: it goes through the origin."""
    n = _check_pairs(x, y, 'linear regression')
    if not proportional:
        xbar, ybar = fsum(x) / n, fsum(y) / n
        x, y = [value - xbar for value in x], [value - ybar for value in y]
    try:
        slope = (sumprod(x, y) + 0.0) / sumprod(x, x)
    except ZeroDivisionError:
        raise StatisticsError('x is constant')
    return LinearRegression(slope=slope, intercept=0.0 if proportional else ybar - slope * xbar)


# --- the normal distribution ---

def _polynomial(coefficients, x):
    total = 0.0
    for c in reversed(coefficients):
        total = total * x + c
    return total


# Wichura's algorithm AS 241 (1988): numerator and denominator for the middle, the tails and the far tails.
_MIDDLE = ((3.38713_28727_96366_6080e+0, 1.33141_66789_17843_7745e+2, 1.97159_09503_06551_4427e+3,
            1.37316_93765_50946_1125e+4, 4.59219_53931_54987_1457e+4, 6.72657_70927_00870_0853e+4,
            3.34305_75583_58812_8105e+4, 2.50908_09287_30122_6727e+3),
           (1.0, 4.23133_30701_60091_1252e+1, 6.87187_00749_20579_0830e+2, 5.39419_60214_24751_1077e+3,
            2.12137_94301_58659_5867e+4, 3.93078_95800_09271_0610e+4, 2.87290_85735_72194_2674e+4,
            5.22649_52788_52854_5610e+3))
_TAIL = ((1.42343_71107_49683_57734e+0, 4.63033_78461_56545_29590e+0, 5.76949_72214_60691_40550e+0,
          3.64784_83247_63204_60504e+0, 1.27045_82524_52368_38258e+0, 2.41780_72517_74506_11770e-1,
          2.27238_44989_26918_45833e-2, 7.74545_01427_83414_07640e-4),
         (1.0, 2.05319_16266_37758_82187e+0, 1.67638_48301_83803_84940e+0, 6.89767_33498_51000_04550e-1,
          1.48103_97642_74800_74590e-1, 1.51986_66563_61645_71966e-2, 5.47593_80849_95344_94600e-4,
          1.05075_00716_44416_84324e-9))
_FAR_TAIL = ((6.65790_46435_01103_77720e+0, 5.46378_49111_64114_36990e+0, 1.78482_65399_17291_33580e+0,
              2.96560_57182_85048_91230e-1, 2.65321_89526_57612_30930e-2, 1.24266_09473_88078_43860e-3,
              2.71155_55687_43487_57815e-5, 2.01033_43992_92288_13265e-7),
             (1.0, 5.99832_20655_58879_37690e-1, 1.36929_88092_27358_05310e-1, 1.48753_61290_85061_48525e-2,
              7.86869_13114_56132_59100e-4, 1.84631_83175_10054_68180e-5, 1.42151_17583_16445_88870e-7,
              2.04426_31033_89939_78564e-15))


def _normal_inv_cdf(p, mu, sigma):
    q = p - 0.5
    if abs(q) <= 0.425:
        r = 0.180625 - q * q
        x = _polynomial(_MIDDLE[0], r) * q / _polynomial(_MIDDLE[1], r)
        return mu + x * sigma
    r = sqrt(-log(p if q <= 0.0 else 1.0 - p))
    (above, below), r = (_TAIL, r - 1.6) if r <= 5.0 else (_FAR_TAIL, r - 5.0)
    x = _polynomial(above, r) / _polynomial(below, r)
    return mu + (-x if q < 0.0 else x) * sigma


class NormalDist:
    """A normal distribution with mean mu and standard deviation sigma."""

    __slots__ = {'_mu': 'Arithmetic mean of a normal distribution',
                 '_sigma': 'Standard deviation of a normal distribution'}

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError('sigma must be non-negative')
        self._mu, self._sigma = float(mu), float(sigma)

    @classmethod
    def from_samples(cls, data):
        """The distribution that fits the data."""
        data = list(data)
        return cls(fmean(data), stdev(data))

    def samples(self, n, *, seed=None):
        """A list of n random values."""
        rand = random.random if seed is None else random.Random(seed).random
        return [_normal_inv_cdf(rand(), self._mu, self._sigma) for _ in range(n)]

    def _need_spread(self, method):
        if not self._sigma:
            raise StatisticsError(f'{method}() not defined when sigma is zero')

    def pdf(self, x):
        """The probability density at x."""
        self._need_spread('pdf')
        variance, distance = self._sigma * self._sigma, x - self._mu
        return exp(distance * distance / (-2.0 * variance)) / sqrt(tau * variance)

    def cdf(self, x):
        """The probability of values up to x."""
        self._need_spread('cdf')
        return 0.5 * erfc((self._mu - x) / (self._sigma * sqrt(2.0)))

    def inv_cdf(self, p):
        """The value x below which others are with probability p."""
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError('p must be in the range 0.0 < p < 1.0')
        return _normal_inv_cdf(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        """The n - 1 points that cut it into n intervals of equal probability."""
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other):
        """How much two distributions have in common, from 0 to 1: the area below both densities."""
        if not isinstance(other, NormalDist):
            raise TypeError('Expected another NormalDist instance')
        x, y = (other, self) if (other._sigma, other._mu) < (self._sigma, self._mu) else (self, other)
        x_variance, y_variance = x.variance, y.variance
        if not x_variance or not y_variance:
            raise StatisticsError('overlap() not defined when sigma is zero')
        spread, distance = y_variance - x_variance, abs(y._mu - x._mu)
        if not spread:
            return erfc(distance / (2.0 * x._sigma * sqrt(2.0)))
        centre = x._mu * y_variance - y._mu * x_variance
        width = x._sigma * y._sigma * sqrt(distance * distance + spread * log(y_variance / x_variance))
        low, high = (centre + width) / spread, (centre - width) / spread
        return 1.0 - (abs(y.cdf(low) - x.cdf(low)) + abs(y.cdf(high) - x.cdf(high)))

    def zscore(self, x):
        """How many standard deviations x is above the mean."""
        self._need_spread('zscore')
        return (x - self._mu) / self._sigma

    mean = property(lambda self: self._mu, doc="The arithmetic mean.")
    median = property(lambda self: self._mu, doc="The median.")
    mode = property(lambda self: self._mu, doc="The mode.")
    stdev = property(lambda self: self._sigma, doc="The standard deviation.")
    variance = property(lambda self: self._sigma * self._sigma, doc="The square of the standard deviation.")

    def __add__(x1, x2):
        """Moved by a constant; or the sum of independent values of two distributions."""
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu + x2._mu, math.hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu + x2, x1._sigma)

    def __sub__(x1, x2):
        """Moved by a constant; or the difference of independent values of two distributions."""
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu - x2._mu, math.hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu - x2, x1._sigma)

    def __mul__(x1, x2):
        """Stretched by a constant."""
        return NormalDist(x1._mu * x2, x1._sigma * math.fabs(x2))

    def __truediv__(x1, x2):
        """Divided by a constant."""
        return NormalDist(x1._mu / x2, x1._sigma / math.fabs(x2))

    def __pos__(x1):
        return NormalDist(x1._mu, x1._sigma)

    def __neg__(x1):
        return NormalDist(-x1._mu, x1._sigma)

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(x1, x2):
        return -(x1 - x2)

    def __eq__(x1, x2):
        if not isinstance(x2, NormalDist):
            return NotImplemented
        return (x1._mu, x1._sigma) == (x2._mu, x2._sigma)

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f'{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})'

    def __getstate__(self):
        return self._mu, self._sigma

    def __setstate__(self, state):
        self._mu, self._sigma = state


# --- density estimates: each data point is a kernel, a curve of area 1 ---

def _solved(cdf, pdf):
    """The inverse of a cdf on [-1, 1], by bisection and then Newton's steps."""
    def inverse(p):
        low, high = -1.0, 1.0
        for _ in range(30):
            middle = (low + high) / 2
            low, high = (middle, high) if cdf(middle) < p else (low, middle)
        t = (low + high) / 2
        for _ in range(3):
            slope = pdf(t)
            if slope:
                t -= (cdf(t) - p) / slope
        return t
    return inverse


def _quartic_cdf(t):
    return _polynomial((0.5, 15 / 16, 0.0, -5 / 8, 0.0, 3 / 16), t)


def _triweight_cdf(t):
    return _polynomial((0.5, 35 / 32, 0.0, -35 / 32, 0.0, 21 / 32, 0.0, -5 / 32), t)


def _quartic(t):
    return 15 / 16 * (1.0 - t * t) ** 2


def _triweight(t):
    return 35 / 32 * (1.0 - t * t) ** 3


_STANDARD = NormalDist()

# name: density, cumulative, its inverse, and how far from its middle it reaches (None: everywhere)
_KERNELS = {
    'normal': (_STANDARD.pdf, _STANDARD.cdf, _STANDARD.inv_cdf, None),
    'logistic': (lambda t: 0.5 / (1.0 + cosh(t)), lambda t: 1.0 - 1.0 / (exp(t) + 1.0), lambda p: log(p / (1.0 - p)),
                 None),
    'sigmoid': (lambda t: 1 / pi / cosh(t), lambda t: 2 / pi * atan(exp(t)), lambda p: log(tan(p * pi / 2)), None),
    'rectangular': (lambda t: 0.5, lambda t: 0.5 * t + 0.5, lambda p: 2.0 * p - 1.0, 1.0),
    'triangular': (lambda t: 1.0 - abs(t), lambda t: t * t * (0.5 if t < 0.0 else -0.5) + t + 0.5,
                   lambda p: sqrt(2.0 * p) - 1.0 if p < 0.5 else 1.0 - sqrt(2.0 - 2.0 * p), 1.0),
    'parabolic': (lambda t: 0.75 * (1.0 - t * t), lambda t: _polynomial((0.5, 0.75, 0.0, -0.25), t),
                  lambda p: 2.0 * cos((acos(2.0 * p - 1.0) + pi) / 3.0), 1.0),
    'quartic': (_quartic, _quartic_cdf, _solved(_quartic_cdf, _quartic), 1.0),
    'triweight': (_triweight, _triweight_cdf, _solved(_triweight_cdf, _triweight), 1.0),
    'cosine': (lambda t: pi / 4 * cos(pi / 2 * t), lambda t: 0.5 * sin(pi / 2 * t) + 0.5,
               lambda p: 2.0 * asin(2.0 * p - 1.0) / pi, 1.0),
}
for _alias, _name in ('gauss', 'normal'), ('uniform', 'rectangular'), ('epanechnikov', 'parabolic'), ('biweight', 'quartic'):
    _KERNELS[_alias] = _KERNELS[_name]
del _alias, _name


def _check_density(data, h, kernel):
    if not len(data):
        raise StatisticsError('Empty data sequence')
    if not isinstance(data[0], (int, float)):
        raise TypeError('Data sequence must contain ints or floats')
    if h <= 0.0:
        raise StatisticsError(f'Bandwidth h must be positive, not {h=!r}')
    if kernel not in _KERNELS:
        raise StatisticsError(f'Unknown kernel name: {kernel!r}')
    return _KERNELS[kernel]


def kde(data, h, kernel='normal', *, cumulative=False):
    """A function that estimates the density (or, if cumulative, the distribution) behind the data.

    h is the width of the kernels; data that are added later are taken into account.
    """
    density, distribution, _, support = _check_density(data, h, kernel)
    curve = distribution if cumulative else density

    def near(x):
        """The data sorted, and which of them the kernels of reach x."""
        points = sorted(data)
        if support is None:
            return points, 0, len(points)
        reach = support * h
        return points, bisect_left(points, x - reach), bisect_right(points, x + reach)

    def pdf(x):
        points, start, end = near(x)
        return sum(curve((x - point) / h) for point in points[start:end]) / (len(points) * h)

    def cdf(x):
        points, start, end = near(x)
        return (start + sum(curve((x - point) / h) for point in points[start:end])) / len(points)

    if cumulative:
        cdf.__doc__ = f'CDF estimate with {h=!r} and {kernel=!r}'
        return cdf
    pdf.__doc__ = f'PDF estimate with {h=!r} and {kernel=!r}'
    return pdf


def kde_random(data, h, kernel='normal', *, seed=None):
    """A function that gives random values with the density that kde() estimates."""
    inverse = _check_density(data, h, kernel)[2]
    generator = random.Random(seed)

    def rand():
        return generator.choice(data) + h * inverse(generator.random())

    rand.__doc__ = f'Random KDE selection with {h=!r} and {kernel=!r}'
    return rand
