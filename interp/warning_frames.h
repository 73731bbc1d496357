/* Lets warnings know about frames and source. */
#ifndef OURO_WARNING_FRAMES_H
#define OURO_WARNING_FRAMES_H

void warning_frames_start(void);

#endif
