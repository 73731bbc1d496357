/* HEAP_CENSUS=1: who is still there at the end? */
#ifndef OURO_GC_CENSUS_H
#define OURO_GC_CENSUS_H

void census_start(void);
void census_print(void); /* every block in use, to stderr; nothing when it was not started or none is left */

#endif
