; One access to memory, in ring 0 or in ring 3, and how it ends. Interrupts are off.

        global  walk_access, walk_handlers, walk_write_cr0

USER_DATA       equ 3 * 8 + 3           ; selectors of Kernel/Metal/Segments.cs, for ring 3
USER_CODE       equ 4 * 8 + 3
ALLOWED         equ 0x80                ; WalkedAccess.cs
ELSEWHERE       equ 0xEE
CODE_BITS       equ 0x1F                ; P, W/R, U/S, RSVD, I/D
FLAGS           equ 2
MEANT           equ 1 << 18 | FLAGS     ; AC

        section .text
        align   16
; ulong walk_access(ulong address, ulong word, ulong kind, ulong program, ulong flags): kind is 0 to read, 1 to write
; and 2 to jump; program is where ring 3 begins, 0 to do it here. The word is what is there: INT 80H and six bytes more.
walk_access:
        push    rbx
        push    rbp
        push    r12
        push    r13
        push    r14
        push    r15
        mov     [rel kept_stack], rsp
        mov     r12, rsi
        xor     eax, eax
        test    edx, edx
        cmovnz  rax, rsi                ; only a read has to bring it
        test    rcx, rcx
        jz      .here
        push    USER_DATA
        push    0
        push    FLAGS
        push    USER_CODE
        push    rcx
        iretq
.here:
        push    r8
        popfq
        cmp     edx, 1
        je      .write
        ja      .jump
        mov     rax, [rdi]
        jmp     walk_end
.write:
        mov     [rdi], rsi
        jmp     walk_end
.jump:
        jmp     rdi

        align   16
walk_fault:                             ; vector 14
        pop     rax
        and     eax, CODE_BITS
        jmp     walk_back

        align   16
walk_end:                               ; vector 80H, too
        cmp     rax, r12
        mov     eax, ALLOWED
        mov     ecx, ELSEWHERE
        cmovne  eax, ecx
walk_back:
        mov     rsp, [rel kept_stack]
        push    FLAGS
        popfq
        pop     r15
        pop     r14
        pop     r13
        pop     r12
        pop     rbp
        pop     rbx
        ret

        align   16
walk_handlers:                          ; ulong* walk_handlers(): of vector 14, and of vector 80H
        lea     rax, [rel handlers]
        ret

        align   16
walk_write_cr0:                         ; void walk_write_cr0(ulong value)
        mov     cr0, rdi
        ret

        section .rodata
        align   8
handlers:
        dq      walk_fault, walk_end

        section .bss
        align   8
kept_stack:
        resq    1
