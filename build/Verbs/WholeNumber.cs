using System;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Verbs;

/// <summary>Options that take a whole number.</summary>
public static class WholeNumber
{
    /// <summary>
    /// Reads a number from <paramref name="least"/> to <paramref name="most"/>, or complains in words.
    /// </summary>
    public static Func<ArgumentResult, int> Between(int least, int most) => result =>
    {
        string text = result.Tokens[0].Value;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            || number < least || number > most)
        {
            result.AddError($"{text} is not a whole number from {least} to {most}");
        }
        return number;
    };
}
