; Whether vector registers are saved by XSAVE, and the area that programs get them from behind a call: Boot/vectors.inc.

        global  vectors_use_xsave, vectors_xsave, clean_vectors

        extern  clean_for_nothing, clean_for_message, clean_for_short, clean_for_data, clean_for_gift

        section .text
        align   16
vectors_use_xsave:                      ; void vectors_use_xsave(uint components): XCR0, below 2^32
        xor     ecx, ecx
        xor     edx, edx
        mov     eax, edi
        xsetbv
        mov     byte [rel vectors_xsave], 1
        mov     rdx, cr0
        mov     rax, rdx
        btr     rax, CR0_WP             ; the instructions are in pages that nobody writes otherwise
        mov     cr0, rax
        mov     al, XRSTOR_OPERAND
        mov     [rel clean_for_nothing + OPERAND_AT], al
        mov     [rel clean_for_message + OPERAND_AT], al
        mov     [rel clean_for_short + OPERAND_AT], al
        mov     [rel clean_for_data + OPERAND_AT], al
        mov     [rel clean_for_gift + OPERAND_AT], al
        mov     cr0, rdx
        ret

CR0_WP          equ 16
OPERAND_AT      equ 3                   ; in FXRSTOR64 and XRSTOR64 alike, whose bytes before it are the same
XRSTOR_OPERAND  equ 0x2d                ; /5 with an address relative to RIP, where FXRSTOR has /1

        section .data
vectors_xsave:                          ; not 0: CR4.OSXSAVE is set, and XCR0 as this kernel wants it
        db      0

; An area with what programs get behind a call (System V ABI for AMD64, 3.4.1): the control words' defaults and zeros. A
; message's 32 bytes are put in before each use. Its header names x87 and SSE alone, so XRSTOR takes them as FXRSTOR does
; and gives AVX its first value, zeros (Intel SDM vol. 1, 13.8.1).
        align   64
clean_vectors:
        dw      0x37f                   ; FCW
        times   24 - ($ - clean_vectors) db 0
        dd      0x1f80                  ; MXCSR
        times   512 - ($ - clean_vectors) db 0
        dq      3                       ; XSTATE_BV
        times   512 + 64 - ($ - clean_vectors) db 0
