/* How a text file turns bytes into text and back, piece by piece.
 *
 * Encodings that are in C and whose bytes mean the same wherever they stand are decoded here; what is left at the end
 * of a piece, half a character, is kept for the next one. For others, those that begin with a mark and those written in
 * Python, the incremental decoder and encoder of their CodecInfo are asked.
 *
 * The state between two pieces is a pair, as getstate() of codecs' decoders has it: the bytes that wait, and a number.
 * Line ends add a bit to the number: a \r waits. */
#ifndef OURO_TEXT_CODEC_H
#define OURO_TEXT_CODEC_H

#include "interp/newline.h"

typedef struct TextDecoder {
    char *encoding, *errors; /* heap blocks; errors also NULL */
    bool translates;         /* line ends are looked at, by `newlines` */
    NewlineState newlines;
    Object *python;  /* owned: the incremental decoder; NULL: the encoding is decoded here */
    Object *waiting; /* owned bytes, or NULL: none */
    bool busy;       /* decoding: an error handler may run */
} TextDecoder;

typedef struct TextEncoder {
    char *encoding, *errors;
    Object *python; /* owned: the incremental encoder; NULL: the encoding is encoded here */
    bool ascii;     /* ASCII text is its own bytes */
    bool busy;
} TextEncoder;

typedef struct DecoderState {
    Object *waiting; /* owned bytes */
    int64_t flags;
} DecoderState;

/* encoding and errors are strs. 0; -1 with nothing to be released */
int text_decoder_init(TextDecoder *d, Object *encoding, Object *errors, Newline newline);
Object *text_decode(TextDecoder *d, const uint8_t *data, ptrdiff_t n, bool final); /* new: a str */
int text_decoder_reset(TextDecoder *d);
int text_decoder_state(TextDecoder *d, DecoderState *s); /* s->waiting is new: 0, -1 */
int text_decoder_restore(TextDecoder *d, const DecoderState *s);
void text_decoder_free(TextDecoder *d);
int text_decoder_traverse(const TextDecoder *d, Visit visit, void *arg);

int text_encoder_init(TextEncoder *e, Object *encoding, Object *errors);
Object *text_encode(TextEncoder *e, Object *text); /* new: bytes */
/* The next text goes to the start of the file, or behind something: it needs no mark. 0, -1 */
int text_encoder_restart(TextEncoder *e, bool at_start);
void text_encoder_free(TextEncoder *e);

#endif
