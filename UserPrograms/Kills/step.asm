; ulong step_call(ulong call, ulong argument): a call that only the kernel of Tests/AuditImage has (StepCall.cs).

        global  step_call

        section .text
        align   16
step_call:
        mov     rax, rdi
        mov     rdi, rsi
        syscall
        ret
