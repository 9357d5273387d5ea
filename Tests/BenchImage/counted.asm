; The counters of Tests/BenchImage/counted.inc, for the meter and for programs; and the two leaves of Boot/cpu.asm
; without them, to prove what counting costs.

%unimacro mov 2
%unimacro invlpg 1

        %include "tasks.inc"

        global  root_writes, invalidations
        extern  __real_OnSystemCall

COUNT           equ 19                  ; Kernel/Abi/SystemCall.cs
ROOT_WRITES     equ 4                   ; Kernel/Abi/Counter.cs
INVALIDATIONS   equ 5

        section .text

%macro leaf 1
        global  %1
        align   16
%1:
%endmacro

; Where Boot/syscall.asm comes in place of OnSystemCall (--wrap): a program that asks for one of the two counts gets
; it from here, the quick ways' own among them.
leaf __wrap_OnSystemCall                ; void* OnSystemCall(ulong number, CallArguments* arguments)
        cmp     rdi, COUNT
        jne     __real_OnSystemCall
        push    qword [rsi]
        call    __real_OnSystemCall     ; the caller goes on, and the kernel's own count is in its record
        pop     rcx
        cmp     rcx, ROOT_WRITES
        je      .root_writes
        cmp     rcx, INVALIDATIONS
        jne     .done
        mov     rdx, [rel invalidations]
        mov     [rax + TASK_RAX], rdx
        ret
.root_writes:
        mov     rdx, [rel root_writes]
        mov     [rax + TASK_RAX], rdx
.done:
        ret

leaf bench_root_writes                  ; ulong bench_root_writes(): writes of CR3 so far
        mov     rax, [rel root_writes]
        ret

leaf bench_invalidations                ; ulong bench_invalidations(): INVLPG so far
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
