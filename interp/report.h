/* Exceptions as people read them: tracebacks with the source marked, causes and contexts, groups, suggestions. */
#ifndef OURO_REPORT_H
#define OURO_REPORT_H

#include <stdio.h>

#include "interp/api.h"

void report_pending(void); /* prints the pending exception through sys.excepthook and clears it */
/* The text that sys.excepthook prints, as a new str; NULL with an exception pending. */
Object *report_text(Object *exc);
/* ". Did you mean: 'x'?" or the like for the end of the message; new, perhaps "". tb: where exc came from, or NULL. */
Object *report_suggestion(Object *exc, const Traceback *tb);
void report_print(Object *exc);       /* that, on sys.stderr; never leaves an exception */
void report_print_brief(Object *exc); /* without marks, causes and notes: for sys.unraisablehook */
/* What the process is to exit with after the pending exception, which is cleared: SystemExit's code (a message goes to
 * stderr), 1 after printing any other; 130 after KeyboardInterrupt. */
int report_exit_status(void);
void report_unraisable(Object *exc, Object *message, Object *o); /* for raise_unraisable_hook; all borrowed */

#endif
