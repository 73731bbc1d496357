/* Signals: SIGINT becomes KeyboardInterrupt at the next safe point; module signal installs handlers. */
#ifndef OURO_SIGNALS_H
#define OURO_SIGNALS_H

#include "interp/object/object.h"

void signals_start(void);
void signals_stop(void);
/* For C code that waits (read, sleep, select) and was interrupted: runs what is due. 0: go on waiting; -1: it raised.
 */
int signals_pending(void);

/* For module signal. action: SIG_DFL, SIG_IGN or NULL, which notes the signal for its Python handler. 0, -1 with errno
 */
int signals_install(int number, void (*action)(int));
Object *signals_handler(int number);                   /* borrowed or NULL */
void signals_set_handler(int number, Object *handler); /* borrows; NULL: none */

/* The number of each signal that is noted is written to this file as a byte; -1: to none. loud: a full pipe is an
 * error, too. The file before. */
int signals_wake(int fd, bool loud);

#endif
