; Names that the compiler's output refers to. The kernel has no managed runtime, so there is little behind them.

        global  RhpReversePInvoke, RhpReversePInvokeReturn, RhpFallbackFailFast, __security_cookie
        extern  OnStackDamage

        section .text
RhpReversePInvoke:                      ; on entry to and exit from code called from outside: nothing to switch
RhpReversePInvokeReturn:
        ret

RhpFallbackFailFast:                    ; a buffer on the stack was overrun: the cookie behind it changed
        jmp     OnStackDamage

        section .rodata
        align   8
__security_cookie:
        dq      0x5ad00dfee1900d00      ; ends in a zero byte, which no text copy writes
