; From the boot loader, in 32-bit protected mode without paging, to C# in 64-bit mode in the upper half.
; Two doors: multiboot2 (specification 2.0, 3.3 "I386 machine state") and PVH (Xen's hvmloader ABI, which QEMU's
; -kernel speaks). Both give a physical address of boot information in EBX.

%include "layout.inc"

MULTIBOOT2_MAGIC        equ 0xe85250d6
MULTIBOOT2_I386         equ 0
PVH_INFO_MAGIC          equ 0x336ec578
XEN_ELFNOTE_PHYS32_ENTRY equ 18

CR0_PE                  equ 1 << 0
CR0_MP                  equ 1 << 1
CR0_NE                  equ 1 << 5
CR0_WP                  equ 1 << 16
CR0_PG                  equ 1 << 31
CR4_PAE                 equ 1 << 5
CR4_OSFXSR              equ 1 << 9
CR4_OSXMMEXCPT          equ 1 << 10
IA32_EFER               equ 0xc0000080
EFER_LME                equ 1 << 8
EFER_NXE                equ 1 << 11
EFLAGS_ID               equ 1 << 21
CPUID_LONG_MODE         equ 1 << 29     ; 8000_0001h, EDX
CPUID_NO_EXECUTE        equ 1 << 20     ; 8000_0001h, EDX

PAGE_PRESENT            equ 1 << 0
PAGE_WRITABLE           equ 1 << 1
PAGE_LARGE              equ 1 << 7

        global  multiboot2_start, pvh_start, boot_stack_top
        extern  start_upper

        section .multiboot progbits alloc noexec nowrite align=8
header:
        dd      MULTIBOOT2_MAGIC
        dd      MULTIBOOT2_I386
        dd      header_end - header
        dd      0x100000000 - (MULTIBOOT2_MAGIC + MULTIBOOT2_I386 + (header_end - header))

        align   8                       ; framebuffer: wanted, not demanded
        dw      5, 1
        dd      20, 1024, 768, 32
        align   8                       ; modules on page boundaries
        dw      6, 1
        dd      8
        align   8                       ; end
        dw      0, 0
        dd      8
header_end:

        section .note.pvh note alloc noexec nowrite align=4
        dd      4, 4, XEN_ELFNOTE_PHYS32_ENTRY
        db      "Xen", 0
        dd      pvh_start

        section .boot.text progbits alloc exec nowrite align=16
        bits    32

multiboot2_start:
        mov     edi, eax                ; the loader's magic number says who came
        jmp     start
pvh_start:
        mov     edi, PVH_INFO_MAGIC
start:
        cli
        cld
        mov     esp, boot_stack_top - KERNEL_BASE
        mov     esi, ebx
        call    demand_long_mode
        rdtsc                           ; the boot log counts from here
        push    edx
        push    eax
        call    build_tables
        call    enter_long_mode
        lgdt    [boot_gdt_pointer]
        jmp     0x08:start64

; Stops, with one line, on a processor that cannot run the kernel. Leaves EDI and ESI.
demand_long_mode:
        pushfd                          ; CPUID exists where EFLAGS.ID can be changed (Intel SDM vol. 1, 20.1.2)
        pop     eax
        mov     ecx, eax
        xor     eax, EFLAGS_ID
        push    eax
        popfd
        pushfd
        pop     eax
        cmp     eax, ecx
        je      .refuse
        mov     eax, 0x80000000
        cpuid
        cmp     eax, 0x80000001
        jb      .refuse
        mov     eax, 0x80000001
        cpuid
        mov     [extended_features], edx
        test    edx, CPUID_LONG_MODE
        jz      .refuse
        ret
.refuse:
        mov     esi, no_long_mode
        jmp     refuse

; Identity map, direct map and kernel map of the first 4 GiB share one set of 2 MiB pages, all rights given:
; C# makes the real tables. EDI and ESI are kept.
build_tables:
        push    edi
        mov     edi, boot_pd - KERNEL_BASE
        mov     eax, PAGE_PRESENT | PAGE_WRITABLE | PAGE_LARGE
        mov     ecx, 4 * 512
.page:
        mov     [edi], eax
        add     edi, 8
        add     eax, 0x200000
        loop    .page

        mov     edi, boot_pdpt - KERNEL_BASE
        mov     eax, boot_pd - KERNEL_BASE + (PAGE_PRESENT | PAGE_WRITABLE)
        mov     [boot_pdpt_high - KERNEL_BASE + 510 * 8], eax
        mov     ecx, 4
.directory:
        mov     [edi], eax
        add     edi, 8
        add     eax, PAGE_SIZE
        loop    .directory

        mov     eax, boot_pdpt - KERNEL_BASE + (PAGE_PRESENT | PAGE_WRITABLE)
        mov     [boot_pml4 - KERNEL_BASE + 0 * 8], eax
        mov     [boot_pml4 - KERNEL_BASE + 256 * 8], eax
        mov     eax, boot_pdpt_high - KERNEL_BASE + (PAGE_PRESENT | PAGE_WRITABLE)
        mov     [boot_pml4 - KERNEL_BASE + 511 * 8], eax
        pop     edi
        ret

; Intel SDM vol. 3, 10.8.5: PAE, CR3, EFER.LME, paging. SSE comes on too: compiled code copies through XMM registers.
enter_long_mode:
        mov     eax, CR4_PAE | CR4_OSFXSR | CR4_OSXMMEXCPT
        mov     cr4, eax
        mov     eax, boot_pml4 - KERNEL_BASE
        mov     cr3, eax
        mov     ecx, IA32_EFER
        rdmsr
        or      eax, EFER_LME
        test    dword [extended_features], CPUID_NO_EXECUTE
        jz      .set
        or      eax, EFER_NXE           ; without it C# says what is missing, with the whole console to say it on
.set:
        wrmsr
        mov     eax, CR0_PE | CR0_MP | CR0_NE | CR0_WP | CR0_PG
        mov     cr0, eax
        ret

; ESI: text that ends in zero. To COM1 and, without the line's end, to VGA text memory; then nothing more.
refuse:
        mov     ebx, 0xb8000
.next:
        lodsb
        test    al, al
        jz      .stop
        mov     dx, 0x3f8
        out     dx, al
        cmp     al, ' '
        jb      .next
        mov     ah, 0x4f
        mov     [ebx], ax
        add     ebx, 2
        jmp     .next
.stop:
        hlt
        jmp     .stop

        bits    64
start64:
        mov     eax, 0x10
        mov     ds, eax
        mov     es, eax
        mov     ss, eax
        xor     eax, eax
        mov     fs, eax
        mov     gs, eax
        mov     ebx, esp                ; the stamp lies on the stack, which moves to the upper half
        mov     rax, KERNEL_BASE
        add     rax, rbx
        mov     rsp, rax
        mov     edi, edi                ; kmain(uint magic, uint information, ulong entry stamp)
        mov     esi, esi
        pop     rdx
        xor     ebp, ebp                ; the end of every stack trace
        mov     rax, start_upper
        jmp     rax

        section .boot.rodata progbits alloc noexec nowrite align=8
boot_gdt:
        dq      0
        dq      0x00af9b000000ffff      ; 08h: 64-bit code
        dq      0x00cf93000000ffff      ; 10h: data
boot_gdt_pointer:
        dw      $ - boot_gdt - 1
        dd      boot_gdt
no_long_mode:
        db      "This processor has no long mode: the kernel needs a 64-bit x86 processor.", 13, 10, 0

        section .boot.data progbits alloc noexec write align=8
extended_features:
        dd      0

        section .bss
        align   PAGE_SIZE
boot_pml4:      resb PAGE_SIZE
boot_pdpt:      resb PAGE_SIZE
boot_pdpt_high: resb PAGE_SIZE
boot_pd:        resb 4 * PAGE_SIZE

        section .stacks nobits alloc noexec write align=4096
        global  guard_kernel, guard_double_fault, guard_nmi, guard_machine_check
        global  stack_double_fault, stack_nmi, stack_machine_check
guard_kernel:           resb PAGE_SIZE
                        resb 4 * PAGE_SIZE
boot_stack_top:
guard_double_fault:     resb PAGE_SIZE
                        resb 2 * PAGE_SIZE
stack_double_fault:
guard_nmi:              resb PAGE_SIZE
                        resb 2 * PAGE_SIZE
stack_nmi:
guard_machine_check:    resb PAGE_SIZE
                        resb 2 * PAGE_SIZE
stack_machine_check:
