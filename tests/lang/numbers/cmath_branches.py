# cmath: branch cuts are told by the sign of zero; polar and rect; classes of numbers.
import cmath

for z in (complex(-1, 0.0), complex(-1, -0.0), complex(2, 0.0), complex(2, -0.0), complex(0.0, 2), complex(-0.0, -2)):
    print([f"{w.real:.6f}{w.imag:+.6f}" for w in (cmath.sqrt(z), cmath.log(z), cmath.acos(z), cmath.asinh(z))], f"{cmath.phase(z):.6f}")
print(cmath.polar(1 + 0j), cmath.rect(2, 0), cmath.isnan(complex(1, cmath.nan)), cmath.isinf(cmath.infj), cmath.isfinite(1j), cmath.isclose(1 + 1j, 1 + 1.0000000001j))
for call in (lambda: cmath.log(0), lambda: cmath.exp(1000), lambda: cmath.rect(cmath.inf, cmath.inf), lambda: cmath.sqrt("a"), lambda: cmath.atanh(1), lambda: cmath.log(1, 0)):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
