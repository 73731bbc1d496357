/* Signals: SIGINT becomes KeyboardInterrupt at the next safe point; module signal installs handlers. */
#ifndef OURO_SIGNALS_H
#define OURO_SIGNALS_H

void signals_start(void);
void signals_stop(void);

#endif
