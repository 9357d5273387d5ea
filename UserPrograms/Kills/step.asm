; ulong step_call(ulong call, ulong first, ulong second): a call that only the kernel of Tests/AuditImage has (StepCall.cs).

        global  step_call

        section .text
        align   16
step_call:
        mov     rax, rdi
        mov     rdi, rsi
        mov     rsi, rdx
        syscall
        ret
