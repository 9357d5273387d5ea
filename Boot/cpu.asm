; One instruction each, or as few as can be: what C# cannot say. System V calling convention.

        section .text

%macro leaf 1
        global  %1
        align   16
%1:
%endmacro

leaf cpu_in8                            ; byte cpu_in8(ushort port)
        mov     edx, edi
        in      al, dx
        movzx   eax, al
        ret

leaf cpu_out8                           ; void cpu_out8(ushort port, byte value)
        mov     edx, edi
        mov     eax, esi
        out     dx, al
        ret

leaf cpu_rdtsc                          ; ulong cpu_rdtsc()
        rdtsc
        shl     rdx, 32
        or      rax, rdx
        ret

leaf cpu_cpuid                          ; void cpu_cpuid(uint leaf, uint subleaf, uint[4] result)
        push    rbx
        mov     eax, edi
        mov     ecx, esi
        mov     rsi, rdx
        cpuid
        mov     [rsi], eax
        mov     [rsi + 4], ebx
        mov     [rsi + 8], ecx
        mov     [rsi + 12], edx
        pop     rbx
        ret

leaf cpu_rdmsr                          ; ulong cpu_rdmsr(uint register)
        mov     ecx, edi
        rdmsr
        shl     rdx, 32
        or      rax, rdx
        ret

leaf cpu_wrmsr                          ; void cpu_wrmsr(uint register, ulong value)
        mov     ecx, edi
        mov     eax, esi
        mov     rdx, rsi
        shr     rdx, 32
        wrmsr
        ret

leaf cpu_read_cr0
        mov     rax, cr0
        ret

leaf cpu_read_cr2
        mov     rax, cr2
        ret

leaf cpu_read_cr3
        mov     rax, cr3
        ret

leaf cpu_write_cr3                      ; void cpu_write_cr3(ulong table)
        mov     cr3, rdi
        ret

leaf cpu_invlpg                         ; void cpu_invlpg(ulong address)
        invlpg  [rdi]
        ret

leaf cpu_read_cr4
        mov     rax, cr4
        ret

leaf cpu_write_cr4                      ; void cpu_write_cr4(ulong value)
        mov     cr4, rdi
        ret

leaf cpu_lidt                           ; void cpu_lidt(void* pointer)
        lidt    [rdi]
        ret

; void cpu_load_segments(void* gdtPointer, ushort code, ushort data, ushort task)
leaf cpu_load_segments
        lgdt    [rdi]
        mov     ss, edx
        mov     ds, edx
        mov     es, edx
        xor     eax, eax
        mov     fs, eax
        mov     gs, eax
        lldt    ax                      ; none: a reset has it at 0, in ring 3 (Intel SDM vol. 3, table 9-1)
        ltr     cx
        pop     rdx                     ; CS changes only with a far return
        movzx   esi, si
        push    rsi
        push    rdx
        retfq

; void cpu_wait_for_interrupt(): this and the next are the only places in ring 0 where one can come. STI holds it off for
; one instruction, so that none is lost before HLT (Intel SDM vol. 2, STI).
leaf cpu_wait_for_interrupt
        sti
        hlt
        cli
        ret

leaf cpu_admit_interrupt                ; void cpu_admit_interrupt(): where one has waited it comes behind the NOP
        sti
        nop
        cli
        ret

leaf cpu_halt                           ; void cpu_halt(): for ever
        cli
        hlt
        jmp     cpu_halt

leaf cpu_raise_panic                    ; void cpu_raise_panic(): a trap, so that a panic has every register
        int     0xff
        ret

; ulong cpu_ticks_of_64_nops(): three instructions, 64 NOPs and the second RDTSC are 68, where the counter counts instructions.
leaf cpu_ticks_of_64_nops
        rdtsc
        shl     rdx, 32
        or      rax, rdx
        mov     rcx, rax
        times   64 nop
        rdtsc
        shl     rdx, 32
        or      rax, rdx
        sub     rax, rcx
        ret
