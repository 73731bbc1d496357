# Reading dates from text.
import time
for case in (('2000-01-02', '%Y-%m-%d'), ('Sat Jun 16 16:26:11 1998',), ('06/16/98', '%x'), ('12 pm', '%I %p'), ('12 AM', '%I %p'), ('111', '%d%m'), ('1999 60', '%Y %j'),
             ('2000 10 1', '%Y %U %w'), ('2015 53 7', '%G %V %u'), ('69', '%y'), ('68', '%y'), ('+01:30:15', '%z'), ('UTC', '%Z'), ('23:59:61', '%T'), ('02/29', '%m/%d'), (' 2000', '  %Y'),
             ('x', '%Y'), ('2000x', '%Y'), ('x', '%Q'), ('x', '%'), ('2001 02 29', '%Y %m %d'), ('2015', '%G'), ('2014 53 1', '%G %V %u'), ('+01:3015', '%z'), (5, '%Y')):
    try:
        t = time.strptime(*case)
        print(case, tuple(t), t.tm_zone, t.tm_gmtoff)
    except (ValueError, TypeError) as error:
        print(case, type(error).__name__, error)
