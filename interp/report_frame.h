/* One entry of a traceback as text, and the source lines that it shows. */
#ifndef OURO_REPORT_FRAME_H
#define OURO_REPORT_FRAME_H

#include "interp/api.h"
#include "interp/vm/vm.h"

int report_frame(StrWriter *w, const Traceback *tb, bool marks); /* 0, -1 */
/* The lines (at least one str) of an instruction that goes from a column (in bytes) of the first to one of the last. */
int report_snippet(StrWriter *w, Object *lines, ptrdiff_t column, ptrdiff_t end_column); /* 0, -1 */
/* A line of the source of `code` (its own lines, or those of `file`): new; NULL without an exception: there is none. */
Object *report_source_line(const Code *code, Object *file, int number);
void report_forget_source(void); /* drops the text kept from the last file */

#endif
