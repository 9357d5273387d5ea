using System;
using System.Collections.Generic;
using Kernel.Memory;
using Kernel.Units;

namespace Simulator.Model;

/// <summary>What an address space must be: pages and what is in them; nobody could tell that any is shared.</summary>
internal sealed class ModelMemory
{
    private readonly Dictionary<ulong, ModelPage> _pages;

    /// <summary>Nothing is mapped.</summary>
    public ModelMemory() => _pages = [];

    /// <summary>The same as another one's now.</summary>
    public ModelMemory(ModelMemory original) => _pages = new Dictionary<ulong, ModelPage>(original._pages);

    /// <summary>The pages that are mapped.</summary>
    public IReadOnlyDictionary<ulong, ModelPage> Pages => _pages;

    /// <summary>The page that holds an address.</summary>
    public bool TryFind(ulong address, out ModelPage page) => _pages.TryGetValue(address >> ModelPage.Shift, out page);

    /// <summary>Whether a program may read, or write, each byte of a run.</summary>
    public bool Allows(ulong start, ulong length, bool isWrite)
    {
        if (length == 0)
        {
            return true;
        }

        if (!PageRange.CanHold(new VirtAddr(start)) || length > PageRange.UserEnd.Value - start)
        {
            return false;
        }

        for (ulong page = start >> ModelPage.Shift; page <= (start + length - 1) >> ModelPage.Shift; page++)
        {
            if (!_pages.TryGetValue(page, out ModelPage known) || known.IsGuard || (isWrite && !known.MayWrite))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Reads bytes that are mapped.</summary>
    public void Read(ulong start, Span<byte> into)
    {
        while (!into.IsEmpty)
        {
            int offset = (int)start & (ModelPage.Size - 1);
            int count = int.Min(into.Length, ModelPage.Size - offset);
            _pages[start >> ModelPage.Shift].Contents.AsSpan(offset, count).CopyTo(into);
            into = into[count..];
            start += (ulong)count;
        }
    }

    /// <summary>Writes bytes that are mapped.</summary>
    public void Write(ulong start, ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            int offset = (int)start & (ModelPage.Size - 1);
            int count = int.Min(bytes.Length, ModelPage.Size - offset);
            ModelPage page = _pages[start >> ModelPage.Shift];
            byte[] changed = [.. page.Contents];
            bytes[..count].CopyTo(changed.AsSpan(offset));
            _pages[start >> ModelPage.Shift] = page with { Bytes = changed };
            bytes = bytes[count..];
            start += (ulong)count;
        }
    }

    /// <summary>Maps pages, or replaces what is mapped there.</summary>
    public void Map(ulong start, ulong length, in ModelPage page)
    {
        for (ulong at = start; at < start + length; at += ModelPage.Size)
        {
            _pages[at >> ModelPage.Shift] = page;
        }
    }

    /// <summary>Takes pages away.</summary>
    public void Unmap(ulong start, ulong length)
    {
        for (ulong at = start; at < start + length; at += ModelPage.Size)
        {
            _pages.Remove(at >> ModelPage.Shift);
        }
    }

    /// <summary>Gives pages other rights.</summary>
    public void Protect(ulong start, ulong length, bool mayWrite, bool mayExecute)
    {
        for (ulong at = start; at < start + length; at += ModelPage.Size)
        {
            ulong number = at >> ModelPage.Shift;
            _pages[number] = _pages[number] with { MayWrite = mayWrite, MayExecute = mayExecute };
        }
    }

    /// <summary>How many pages of a run are mapped, guards aside if they do not count.</summary>
    public int CountMapped(ulong start, ulong length, bool guardsCount)
    {
        int count = 0;
        for (ulong at = start; at < start + length; at += ModelPage.Size)
        {
            bool isMapped = _pages.TryGetValue(at >> ModelPage.Shift, out ModelPage page);
            count += isMapped && (guardsCount || !page.IsGuard) ? 1 : 0;
        }

        return count;
    }
}
