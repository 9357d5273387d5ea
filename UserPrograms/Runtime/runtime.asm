; Names that the compiler's output refers to, where C# cannot go: no collector needs to know of references that move,
; and a failure has to know where it was called.

        global  RhpReversePInvoke, RhpReversePInvokeReturn, RhpFallbackFailFast, __security_cookie
        global  RhpAssignRef, RhpCheckedAssignRef, RhpByRefAssignRef
        global  RhpInitialDynamicInterfaceDispatch
        global  RhpThrowEx, RhpRethrow, fail
        global  symbols_from, symbols_to, time_stamp
        extern  OnStackDamage, OnFailure, ResolveInterface
        extern  symbols_start, symbols_end

        section .text
RhpReversePInvoke:
RhpReversePInvokeReturn:
        ret

RhpFallbackFailFast:
        jmp     OnStackDamage

; RDI: where, RSI: the reference. All other registers stay.
RhpAssignRef:
RhpCheckedAssignRef:
        mov     [rdi], rsi
        ret

; RDI: where, RSI: from where; both go on to the next reference.
RhpByRefAssignRef:
        mov     rcx, [rsi]
        mov     [rdi], rcx
        add     rdi, 8
        add     rsi, 8
        ret

; RDI: what was thrown, or says what happened. Nobody catches it.
RhpThrowEx:
fail:
        mov     rsi, [rsp]
        lea     rdx, [rsp + 8]
        mov     rcx, rbp
        jmp     OnFailure

RhpRethrow:                             ; in handlers, where nothing ever comes
        ud2

; A call of an interface's method: the arguments are in their registers, RDI: the object, R11: the cell of the call.
RhpInitialDynamicInterfaceDispatch:
        push    rdi
        push    rsi
        push    rdx
        push    rcx
        push    r8
        push    r9
        sub     rsp, 8 + 8 * 16
        movaps  [rsp], xmm0
        movaps  [rsp + 16], xmm1
        movaps  [rsp + 32], xmm2
        movaps  [rsp + 48], xmm3
        movaps  [rsp + 64], xmm4
        movaps  [rsp + 80], xmm5
        movaps  [rsp + 96], xmm6
        movaps  [rsp + 112], xmm7
        mov     rdi, [rdi]              ; an object begins with its type; null is a page fault
        mov     rsi, r11
        call    ResolveInterface
        movaps  xmm0, [rsp]
        movaps  xmm1, [rsp + 16]
        movaps  xmm2, [rsp + 32]
        movaps  xmm3, [rsp + 48]
        movaps  xmm4, [rsp + 64]
        movaps  xmm5, [rsp + 80]
        movaps  xmm6, [rsp + 96]
        movaps  xmm7, [rsp + 112]
        add     rsp, 8 + 8 * 16
        pop     r9
        pop     r8
        pop     rcx
        pop     rdx
        pop     rsi
        pop     rdi
        jmp     rax

symbols_from:
        lea     rax, [rel symbols_start]
        ret

symbols_to:
        lea     rax, [rel symbols_end]
        ret

time_stamp:
        rdtsc
        shl     rdx, 32
        or      rax, rdx
        ret

        section .rodata
        align   8
__security_cookie:
        dq      0x5ad00dfee1900d00      ; ends in a zero byte, which no text copy writes
