using System;
using System.Collections.Generic;
using Kernel.Firmware;

namespace Kernel.Tests.Host.Firmware;

/// <summary>A sound screen with one thing wrong in each.</summary>
internal static class FramebufferFaultCases
{
    private static readonly FramebufferInfo s_screen = Multiboot2Builder.Screen1024;

    private static readonly FramebufferInfo s_text = new(
        FramebufferKind.Text, new(0xB8000), 160, 80, 25, 16, default, default, default);

    public static IEnumerable<FaultCase> All =>
    [
        Tag("indexed colours", BootFault.FramebufferType, b => b.Framebuffer(s_screen, type: 0)),
        Tag("type 3", BootFault.FramebufferType, b => b.Framebuffer(s_screen, type: 3)),
        Tag("screen tag cut off", BootFault.TagSize, b => b.Tag(Multiboot2Builder.FramebufferType, new byte[23])),
        Tag("no colours", BootFault.TagSize, b => b.Framebuffer(s_text, type: 1)),
        Tag("blue cut off", BootFault.TagSize, b => b.Tag(
            Multiboot2Builder.FramebufferType,
            new BlobWriter().U64(0xFD00_0000).U32(4096, 1024, 768).U8(32, 1, 0, 0, 16, 8, 8, 8, 0).ToArray())),
        Screen("width 0", BootFault.FramebufferGeometry, s_screen with { Width = 0 }),
        Screen("height 0", BootFault.FramebufferGeometry, s_screen with { Height = 0 }),
        Screen("width 16385", BootFault.FramebufferGeometry, s_screen with { Width = 16385, Pitch = 65540 }),
        Screen("height 16385", BootFault.FramebufferGeometry, s_screen with { Height = 16385 }),
        Screen("height of 4 Gi", BootFault.FramebufferGeometry, s_screen with { Height = uint.MaxValue }),
        Screen("8 bits", BootFault.FramebufferDepth, s_screen with { BitsPerPixel = 8 }),
        Screen("15 bits", BootFault.FramebufferDepth, s_screen with { BitsPerPixel = 15 }),
        Screen("0 bits", BootFault.FramebufferDepth, s_screen with { BitsPerPixel = 0 }),
        Screen("text of 32 bits", BootFault.FramebufferDepth, s_text with { BitsPerPixel = 32, Pitch = 320 }),
        Screen("pitch too small", BootFault.FramebufferPitch, s_screen with { Pitch = 4095 }),
        Screen("pitch of text too small", BootFault.FramebufferPitch, s_text with { Pitch = 159 }),
        Screen("pitch absurd", BootFault.FramebufferPitch, s_screen with { Pitch = 131073 }),
        Screen("beyond the limit", BootFault.FramebufferAddress, s_screen with { Address = new((1UL << 52) - 0x1000) }),
        Screen("wraps", BootFault.FramebufferAddress, s_screen with { Address = new(ulong.MaxValue) }),
        Screen("no red", BootFault.FramebufferColours, s_screen with { Red = new(16, 0) }),
        Screen("green outside", BootFault.FramebufferColours, s_screen with { Green = new(25, 8) }),
        Screen("blue far outside", BootFault.FramebufferColours, s_screen with { Blue = new(255, 255) }),
        Screen("red on green", BootFault.FramebufferColours, s_screen with { Red = new(8, 8) }),
        Screen("blue on red", BootFault.FramebufferColours, s_screen with { Blue = new(23, 8) }),
        Screen("green on blue", BootFault.FramebufferColours, s_screen with { Green = new(7, 8) }),
        Screen("over usable memory", BootFault.FramebufferOverMemory,
            s_screen with { Address = new(0x10_0000) }, 0x10_0000),
        Screen("last byte over usable memory", BootFault.FramebufferOverMemory,
            s_text with { Address = new(0x10_0000 - 3999) }, 0x10_0000 - 3999),
    ];

    private static FaultCase Screen(string name, BootFault fault, FramebufferInfo screen, ulong? where = null) =>
        Multiboot2FaultCases.Case(
            name, fault, Multiboot2Builder.FramebufferType, b => b.Framebuffer(screen), where: where);

    private static FaultCase Tag(string name, BootFault fault, Action<Multiboot2Builder> change) =>
        Multiboot2FaultCases.Case(name, fault, Multiboot2Builder.FramebufferType, change);
}
