# Lines: joined in brackets and by backslashes, blank ones, comments, semicolons, form feeds, no newline at the end.
if True: x = 1; y = 2;
if (x
        # comment
        == 1):

    # comment at another column
  # and another
    z = x + \
        y; print(z)
	# comment behind a tab
else: pass
for i in range(2): print(i); print(-i)
class A: a = 1; b = 2
while False: pass
def f(): return (1,
2)
print(f(), A.b); print("end") # no newline follows
