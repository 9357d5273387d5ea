namespace UserPrograms;

/// <summary>What programs read out of their arguments.</summary>
public static class Arguments
{
    /// <summary>
    /// The argument at an index as a number of decimal digits, which nobody checks; the usual one where there are fewer.
    /// </summary>
    public static ulong Number(string[] arguments, int index, ulong usual)
    {
        if (index >= arguments.Length)
        {
            return usual;
        }

        ulong number = 0;
        for (int i = 0; i < arguments[index].Length; i++)
        {
            number = (number * 10) + arguments[index][i] - '0';
        }

        return number;
    }
}
