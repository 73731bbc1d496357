/* The parts of the time module: time.c has clocks and the table, time_calendar.c broken-down time. */
#ifndef OURO_TIME_PARTS_H
#define OURO_TIME_PARTS_H

#include "interp/api.h"

extern const char time_struct_doc[];
Type *time_struct_type(void);            /* borrowed */
int time_zone_constants(Object *module); /* timezone, altzone, daylight, tzname: 0, -1 */

Object *time_gmtime(Object *self, Object **args, ptrdiff_t nargs);
Object *time_localtime(Object *self, Object **args, ptrdiff_t nargs);
Object *time_mktime(Object *self, Object **args, ptrdiff_t nargs);
Object *time_asctime(Object *self, Object **args, ptrdiff_t nargs);
Object *time_ctime(Object *self, Object **args, ptrdiff_t nargs);
Object *time_strftime(Object *self, Object **args, ptrdiff_t nargs);

/* For strftime elsewhere: writes what the directive at format[at], which is a '%', makes of *t. Its length; 0: it is
 * none; -1: an exception, and the writer is empty. */
struct tm;
ptrdiff_t time_directive(StrWriter *w, const Str *format, ptrdiff_t at, const struct tm *t);

#endif
