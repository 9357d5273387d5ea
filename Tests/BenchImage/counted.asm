; What is not to be seen in a count of instructions is counted here: the linker lets every call of the two leaves of
; Boot/cpu.asm come by (--wrap). Each call then takes two instructions more, INC and JMP, which
; Tests/BenchImage/Meter.cs takes off again. And the same leaves without counters, to prove that.

        section .text

%macro leaf 1
        global  %1
        align   16
%1:
%endmacro

        extern  __real_cpu_write_cr3
        extern  __real_cpu_invlpg

leaf __wrap_cpu_write_cr3
        inc     qword [rel root_writes]
        jmp     __real_cpu_write_cr3

leaf __wrap_cpu_invlpg
        inc     qword [rel invalidations]
        jmp     __real_cpu_invlpg

leaf bench_root_writes                  ; ulong bench_root_writes(): calls of cpu_write_cr3 so far
        mov     rax, [rel root_writes]
        ret

leaf bench_invalidations                ; ulong bench_invalidations(): calls of cpu_invlpg so far
        mov     rax, [rel invalidations]
        ret

leaf bench_write_cr3                    ; void bench_write_cr3(ulong table): not counted
        mov     cr3, rdi
        ret

leaf bench_invlpg                       ; void bench_invlpg(ulong address): not counted
        invlpg  [rdi]
        ret

        section .bss

        align   8
root_writes:
        resq    1
invalidations:
        resq    1
