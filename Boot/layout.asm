; The linker's symbols as a table for C#. Kernel/Metal/KernelImage.cs reads it in this order.

        extern  image_start, image_end, text_start, text_end, rodata_start, rodata_end, data_start, data_end
        extern  stacks_start, stacks_end, symbols_start, symbols_end
        extern  guard_kernel, guard_double_fault, guard_nmi, guard_machine_check
        extern  boot_stack_top, stack_double_fault, stack_nmi, stack_machine_check
        extern  trap_vectors, trap_page_fault, trap_timer, trap_spurious, trap_debug
        extern  system_call_entry, processor

        section .rodata
        align   8
layout:
        dq      image_start, image_end
        dq      text_start, text_end
        dq      rodata_start, rodata_end
        dq      data_start, data_end
        dq      stacks_start, stacks_end
        dq      symbols_start, symbols_end
        dq      guard_kernel, guard_double_fault, guard_nmi, guard_machine_check
        dq      boot_stack_top, stack_double_fault, stack_nmi, stack_machine_check
        dq      trap_vectors, trap_page_fault, trap_timer, trap_spurious, trap_debug
        dq      system_call_entry, processor

        section .text
        global  kernel_layout
kernel_layout:                          ; void* kernel_layout()
        lea     rax, [rel layout]
        ret
