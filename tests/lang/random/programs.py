# Two hundred random programs of tools/differ, and what python3.14 prints for them: `python3.14 random/programs.py`
# with PYTHONHASHSEED=0 makes the expected output anew when the generator changes.
import os
import sys

tools = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), '../../../tools/differ'))
sys.path.insert(0, tools)
sys.argv[0] = 'programs.py'
import batch
import differences
from programs import program

for seed in range(1000, 1200):
    text = differences.erase(batch.run(str(program(seed, set())), f'<{seed}>')).replace(tools, 'tools')
    print(f'--- {seed}\n' + text.encode('utf-8', 'backslashreplace').decode(), end='')
