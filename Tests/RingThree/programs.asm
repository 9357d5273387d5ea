; What runs in ring 3: copied to a page of its own, so it must not care where it is. Each ends with a trap that its page's
; owner lets it make. RDI is an address, RSI a value, RCX a count; RAX is the answer. Tests/RingThree/RingThreeProgram.cs numbers them.

FINISH          equ 0x80                ; RingThree.FinishVector

        section .rodata
        align   8
programs:
        dq      first, behind_last
        dq      read, write, execute, push_pop, rewrite, timed_read, timed_write
        dq      spin, spin_wide, timed_spin

first:
read:                                   ; eight bytes
        mov     rax, [rdi]
        int     FINISH

write:
        mov     [rdi], rsi
        int     FINISH

execute:                                ; what is there should finish
        jmp     rdi

push_pop:                               ; on the stack that RSP is set to
        push    rsi
        pop     rax
        int     FINISH

rewrite:                                ; a write that changes nothing
        or      byte [rdi], 0
        int     FINISH

; The instructions that a read of a byte takes beside itself: 0 where nothing faults and the counter counts instructions.
timed_read:
        rdtsc
        mov     r8d, eax
        mov     cl, [rdi]
        rdtsc
        sub     eax, r8d
        sub     eax, 3                  ; two MOV and a RDTSC
        int     FINISH

; The same for a write.
timed_write:
        rdtsc
        mov     r8d, eax
        mov     [rdi], sil
        rdtsc
        sub     eax, r8d
        sub     eax, 3
        int     FINISH

; Takes time: three instructions for each count. Changes RCX, and no flag.
%macro spend 0
%%again:
        jrcxz   %%done
        lea     rcx, [rcx - 1]
        jmp     %%again
%%done:
%endmacro

spin:
        spend
        int     FINISH

; The same with all of YMM0 to YMM15 in use: from the address, and behind that back to memory.
spin_wide:
%assign number 0
%rep 16
        vmovups ymm%[number], [rdi + 32 * number]
%assign number number + 1
%endrep
        spend
%assign number 0
%rep 16
        vmovups [rdi + 512 + 32 * number], ymm%[number]
%assign number number + 1
%endrep
        int     FINISH

; The instructions of a spin that were none of its own: those of interrupts, where the counter counts instructions.
timed_spin:
        lea     r9, [rcx + 2 * rcx + 3] ; with a MOV, the last JRCXZ and a RDTSC
        rdtsc
        mov     r8d, eax
        spend
        rdtsc
        sub     eax, r8d
        sub     eax, r9d
        int     FINISH
behind_last:

        section .text
        global  ringthree_programs
ringthree_programs:                     ; ulong* ringthree_programs()
        lea     rax, [rel programs]
        ret
