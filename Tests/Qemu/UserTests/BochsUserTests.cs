using System;
using System.IO;
using System.Text;
using Machines;
using QemuTests.Support;
using Xunit;

namespace QemuTests.UserTests;

/// <summary>All cases of UserPrograms/UserTests on Bochs, which is stricter than QEMU.</summary>
public sealed class BochsUserTests
{
    private const string Arguments = "init=usertests";
    private const string FirstAsked = "smbios --type 1";
    private const string LastAsked = "then true; fi";
    private const string Last = "the first program has ended";

    [Fact]
    public void TheCasesPassOnTheStricterEmulator()
    {
        string image = Path.Combine(Directory.CreateTempSubdirectory("bochs-image-").FullName, "kernel.iso");
        try
        {
            WriteImage(image);
            using BochsMachine machine = BochsMachine.Start(new BochsSpec { Image = image });
            machine.Expect(Last, Patience.BochsUserTests);
            string text = string.Join('\n', machine.PlainLines());
            Assert.Contains("case single step: over a call: passed", text, StringComparison.Ordinal);
            Assert.Contains(" cases, 0 failed", text, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(image)!, recursive: true);
        }
    }

    // Bochs gives no SMBIOS texts: the lines that ask for one give the arguments instead, in as many bytes.
    private static void WriteImage(string path)
    {
        byte[] bytes = File.ReadAllBytes(Tree.Iso);
        int start = bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(FirstAsked));
        int length = bytes.AsSpan(start).IndexOf(Encoding.ASCII.GetBytes(LastAsked)) + LastAsked.Length;
        Encoding.ASCII.GetBytes($"set arguments=\"{Arguments}\"".PadRight(length)).CopyTo(bytes, start);
        File.WriteAllBytes(path, bytes);
    }
}
