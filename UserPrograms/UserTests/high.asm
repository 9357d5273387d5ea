; The upper halves of YMM0 to YMM15, which compiled code does not use (Intel SDM vol. 1, 14.1).

        global  have_high_halves, fill_high_halves, read_high_halves

OSXSAVE_AND_AVX equ 3 << 27             ; CPUID 1, ECX

        section .text
        align   16
have_high_halves:                       ; ulong have_high_halves(): 1 where they can be used, else 0
        push    rbx
        mov     eax, 1
        cpuid
        and     ecx, OSXSAVE_AND_AVX
        xor     eax, eax
        cmp     ecx, OSXSAVE_AND_AVX
        sete    al
        pop     rbx
        ret

        align   16
fill_high_halves:                       ; void fill_high_halves(ulong low, ulong high)
        vmovq   xmm0, rdi
        vmovq   xmm1, rsi
        vpunpcklqdq xmm0, xmm0, xmm1
%assign n 15
%rep 16
        vinsertf128 ymm %+ n, ymm %+ n, xmm0, 1
%assign n n - 1
%endrep
        ret

        align   16
read_high_halves:                       ; void read_high_halves(ulong* words): 32 of them
%assign n 0
%rep 16
        vextractf128 [rdi + n * 16], ymm %+ n, 1
%assign n n + 1
%endrep
        ret
