; What a program must not do, one thing each. Misdeeds.cs says in the same order how each ends.

        global  do_misdeed

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
        dq      invalidate, load_gdt, load_idt, load_task, swap_gs, return_far, undefined, breakpoint, own_interrupt
        dq      debug_register, divide, null_read, null_call, kernel_read, kernel_write, kernel_jump, not_canonical
        dq      text_write, constant_write, stack_run, stack_overflow, for_ever

        section .text
do_misdeed:                             ; void do_misdeed(ulong which)
        lea     rax, [rel misdeeds]
        jmp     [rax + rdi * 8]
