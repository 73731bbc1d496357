/* What a run executed: instructions by opcode and by place, and how well the quickened forms did. */
#ifndef OURO_STATS_H
#define OURO_STATS_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

void stats_start(void);                     /* from now on every instruction is counted; cannot be taken back */
uint64_t stats_times(const uint64_t *insn); /* how often it was executed */
bool stats_counting(void);
void stats_print(FILE *f); /* the sums */

/* For the loop: all labels, by opcode, but that of LINE, are made to lead to `count`; which calls stats_count with the
 * instruction that is about to be executed, and goes to the label that this returns. */
void stats_divert(const void **labels, const void *count);
const void *stats_count(const uint64_t *insn);

#endif
