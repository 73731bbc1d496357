# Marks under a call that is assigned: none for a name alone; and under the pair of a dict comprehension.
import linecache, traceback
def run(text):
    linecache.cache['p'] = len(text), None, text.splitlines(True), 'p'
    try: exec(compile(text, 'p', 'exec'), {'f': lambda n: {i: [i] for i in [[n]]}, 'o': type('', (), {})})
    except TypeError as e: traceback.print_exception(TypeError, e, e.__traceback__.tb_next, file=Out())
class Out:
    def write(self, s): print(s.replace(__file__, 'here'), end='')
for text in ('a, b = f(1)', 'x = f(0)', '[x] = f(0)', 'o.x = f(0)', 'x = y = f(0)', '(x) = f(0)', 'f(1)', 'x = {i: str(i) for i in [[0]]}'): run(text)
