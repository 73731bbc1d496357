/* The environment variables of memory management; heap.h says what they mean. */
#ifndef OURO_GC_SETTINGS_H
#define OURO_GC_SETTINGS_H

void settings_read(void); /* called before the first block is handed out */

#endif
