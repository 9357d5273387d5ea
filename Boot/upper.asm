; The first code in the upper half, with a name that stack traces can tell. A file of its own, because nasm describes only
; one section of a file to debuggers.

        section .text
        global  start_upper
        extern  kmain

start_upper:                            ; kmain(uint magic, uint information, ulong entry stamp), its arguments in place
        call    kmain
.stop:
        hlt
        jmp     .stop
