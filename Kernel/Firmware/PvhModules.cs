using System;
using System.Buffers.Binary;
using Kernel.Units;

namespace Kernel.Firmware;

/// <summary>The modules that PVH gives: <c>hvm_modlist_entry</c> (Xen, arch-x86/hvm/start_info.h).</summary>
internal static class PvhModules
{
    private const int ModuleSize = 32;

    /// <summary>Adds the <paramref name="count"/> modules of the list at <paramref name="list"/>.</summary>
    public static BootError Decode(PhysAddr list, uint count, ref BootModules modules)
    {
        if (count == 0)
        {
            return BootError.None;
        }

        if (count > BootModules.Capacity)
        {
            return new BootError(BootFault.ModuleTooMany, list);
        }

        int length = (int)count * ModuleSize;
        if (list.Value == 0 || !Machine.TryReadPhysical(list, length, out ReadOnlySpan<byte> entries))
        {
            return new BootError(BootFault.ModuleListUnreadable, list);
        }

        for (int offset = 0; offset < entries.Length; offset += ModuleSize)
        {
            BootError error = DecodeModule(
                entries.Slice(offset, ModuleSize), list + new ByteCount((ulong)offset), ref modules);
            if (error.IsError)
            {
                return error;
            }
        }

        return BootError.None;
    }

    private static BootError DecodeModule(ReadOnlySpan<byte> entry, PhysAddr where, ref BootModules modules)
    {
        var length = new ByteCount(BinaryPrimitives.ReadUInt64LittleEndian(entry[8..]));
        BootFault fault = modules.Add(Pvh.ReadAddress(entry), length);
        return fault != BootFault.None
            ? new BootError(fault, where)
            : Pvh.DecodeText(Pvh.ReadAddress(entry[16..]), ref modules.NewestText);
    }
}
