/* -X showalloccount: how many objects of each type were made, freed, and there at the same time. */
#ifndef OURO_GC_ALLOC_COUNTS_H
#define OURO_GC_ALLOC_COUNTS_H

void alloc_counts_start(void);
void alloc_counts_print(void); /* to stderr, a line for each type, the most frequent first */

#endif
