/* The code of the embedded modules, as tools/pack.c wrote it; EMBEDDED_CODE is the name of that file. */
        .section .rodata
        .balign 8
        .global embedded_code
embedded_code:
        .incbin EMBEDDED_CODE
        .global embedded_code_end
embedded_code_end:
        .section .note.GNU-stack, "", %progbits
