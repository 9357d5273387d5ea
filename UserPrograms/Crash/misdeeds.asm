; What a program must not do, one thing each. Misdeeds.cs says in the same order how each ends.

        global  do_misdeed

; IRET to a code segment %1, a place %2, with a stack segment %3 and a stack %4.
%macro return_to 4
        mov     rax, %2
        mov     rdx, %4
        push    %3
        push    rdx
        push    FLAGS
        push    %1
        push    rax
        iretq
%endmacro

USER_DATA       equ 3 * 8 + 3           ; selectors of Kernel/Metal/Segments.cs
USER_CODE       equ 4 * 8 + 3
KERNEL_CODE     equ 1 * 8
KERNEL_DATA     equ 2 * 8
TASK_STATE      equ 5 * 8
BEHIND_ALL      equ 15 * 8
LOCAL           equ 4                   ; of the local table, which there is not
FLAGS           equ 2
NOTHING         equ 0                   ; Kernel/Abi/SystemCall.cs
MAP             equ 14
WRITE           equ 1                   ; UserPrograms/Runtime/Calls/MapRights.cs
LOW_PAGE        equ 0x1000
OWN_DATA        equ 0x00cff2000000ffff  ; a data segment for ring 3
LAST_ADDRESS    equ 0x7fffffffffff
NOT_CANONICAL   equ 0x800000000000

        section .text
halt:           hlt
switch_off:     cli
switch_on:      sti
read_port:      in      al, 0x60
write_port:     out     0x80, al
load_tables:    mov     rax, cr3
                mov     cr3, rax
read_control:   mov     rax, cr0
write_msr:      mov     ecx, 0xc0000082
                wrmsr
read_msr:       mov     ecx, 0xc0000080
                rdmsr
invalidate:     invlpg  [rsp]
load_gdt:       lgdt    [rsp]
load_idt:       lidt    [rsp]
load_task:      ltr     ax
swap_gs:        swapgs
return_far:     o64 sysret
return_kernel:  return_to KERNEL_CODE, for_ever, USER_DATA, rsp
return_kernel_stack: return_to USER_CODE, for_ever, KERNEL_DATA, rsp
return_null:    return_to 0, for_ever, USER_DATA, rsp
return_null_stack: return_to USER_CODE, for_ever, 0, rsp
return_data:    return_to USER_DATA, for_ever, USER_DATA, rsp
return_code_stack: return_to USER_CODE, for_ever, USER_CODE, rsp
return_task:    return_to TASK_STATE + 3, for_ever, USER_DATA, rsp
return_local:   return_to USER_CODE + LOCAL, for_ever, USER_DATA, rsp
return_behind:  return_to BEHIND_ALL + 3, for_ever, USER_DATA, rsp
return_last:    return_to USER_CODE, LAST_ADDRESS, USER_DATA, rsp
return_not_canonical: return_to USER_CODE, NOT_CANONICAL, USER_DATA, rsp
local_segment:  mov     eax, MAP                ; a descriptor of its own, where a reset has the local table
                mov     edi, LOW_PAGE
                mov     esi, edi
                mov     edx, WRITE
                syscall
                mov     rax, OWN_DATA
                mov     [LOW_PAGE], rax
                mov     eax, LOW_PAGE + LOCAL + 3
                mov     ds, eax
                ud2
call_no_stack:  mov     rsp, NOT_CANONICAL + 8
                mov     eax, NOTHING
                syscall
                push    rax
undefined:      ud2
breakpoint:     int3
own_interrupt:  int     0x20
debug_register: mov     dr7, rax
divide:         xor     ecx, ecx
                div     ecx
null_read:      mov     al, [0]
null_call:      xor     eax, eax
                call    rax
kernel_read:    mov     rax, 0xffff800000000000
                mov     al, [rax]
kernel_write:   mov     rax, 0xffffffff80100000
                mov     [rax], al
kernel_jump:    mov     rax, 0xffffffff80100000
                jmp     rax
not_canonical:  mov     rax, 0x8000000000000000
                mov     al, [rax]
text_write:     mov     [rel text_write], al
constant_write: mov     [rel misdeeds], al
stack_run:      mov     word [rsp - 128], 0xfeeb
                lea     rax, [rsp - 128]
                jmp     rax
stack_overflow: push    rax
                jmp     stack_overflow
for_ever:       jmp     for_ever

        section .rodata
        align   8
misdeeds:
        dq      halt, switch_off, switch_on, read_port, write_port, load_tables, read_control, write_msr, read_msr
        dq      invalidate, load_gdt, load_idt, load_task, swap_gs, return_far
        dq      return_kernel, return_kernel_stack, return_null, return_null_stack, return_data, return_code_stack
        dq      return_task, return_local, return_behind, return_last, return_not_canonical
        dq      local_segment, call_no_stack, undefined, breakpoint, own_interrupt
        dq      debug_register, divide, null_read, null_call, kernel_read, kernel_write, kernel_jump, not_canonical
        dq      text_write, constant_write, stack_run, stack_overflow, for_ever

        section .text
do_misdeed:                             ; void do_misdeed(ulong which)
        lea     rax, [rel misdeeds]
        jmp     [rax + rdi * 8]
