# exit: 1
# An exception raised while another is handled: both are shown, three deep.
try:
    try:
        1 / 0
    except ZeroDivisionError:
        undefined_name
except NameError:
    [][3]
