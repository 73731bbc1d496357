# disk_usage: three numbers with names
import shutil

usage = shutil.disk_usage('/')
print(usage._fields, type(usage), usage.total >= usage.used > 0, usage == tuple(usage))
try:
    shutil.disk_usage('/no/where')
except FileNotFoundError as e:
    print(e)
