using System.IO;

namespace Verbs.Usb;

/// <summary>The last question before a stick is erased.</summary>
public static class Confirmation
{
    /// <summary>Asks for the device's name, which nobody types by accident.</summary>
    /// <exception cref="VerbException">The answer was another, or nobody is there to answer.</exception>
    public static void Require(string name, bool nobodyThere, TextReader answers, TextWriter questions)
    {
        if (nobodyThere)
        {
            throw new VerbException("nobody is at the terminal to be asked", "add --yes to erase without asking");
        }
        questions.Write($"Type {name} to erase it: ");
        if (answers.ReadLine()?.Trim() != name)
        {
            throw new VerbException("nothing was written", $"type {name} to go on");
        }
    }
}
