using System.Collections.Generic;

namespace Symbols.Tables;

/// <summary>The texts of a symbol table, each once.</summary>
internal sealed class TextPool
{
    private readonly Dictionary<(uint Parent, string Own), uint> _positions = [];
    private readonly TableBytes _bytes = new();

    /// <summary>A pool with the one byte that makes position 0 nobody's.</summary>
    public TextPool() => _bytes.AddByte(0);

    /// <summary>
    /// The position of a text that is its parent's (0: none) and then its own; an empty one is its parent.
    /// </summary>
    public uint Add(uint parent, string own)
    {
        if (own.Length == 0)
        {
            return parent;
        }

        if (!_positions.TryGetValue((parent, own), out uint position))
        {
            position = (uint)_bytes.Count;
            _positions.Add((parent, own), position);
            _bytes.AddVarint(parent);
            _bytes.AddText(own);
        }

        return position;
    }

    /// <summary>The pool's bytes.</summary>
    public byte[] ToArray() => _bytes.ToArray();
}
