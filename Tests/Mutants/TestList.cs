using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using Xunit;
using Xunit.Sdk;

namespace Mutants;

/// <summary>The host's tests in some of its folders, and what is known of them.</summary>
internal static class TestList
{
    /// <summary>The rows of all tests there.</summary>
    public static List<TestRow> In(IReadOnlyCollection<string> folders)
    {
        HashSet<string?> namespaces = [.. folders.Select(static folder => $"Kernel.Tests.Host.{folder}")];
        return
        [
            .. Assembly.Load("Host").GetExportedTypes()
                .Where(type => namespaces.Contains(type.Namespace) && !type.IsAbstract)
                .SelectMany(static type => type.GetMethods())
                .Where(static method => method.GetCustomAttribute<FactAttribute>() is { Skip: null })
                .SelectMany(RowsOf),
        ];
    }

    /// <summary>Reads what was written of them.</summary>
    public static void Read(string path, IEnumerable<TestRow> rows)
    {
        Dictionary<string, string[]> known = Words(path);
        foreach (TestRow row in rows)
        {
            if (known.TryGetValue(row.Name, out string[]? words))
            {
                row.Cost = TimeSpan.FromTicks(long.Parse(words[1], CultureInfo.InvariantCulture));
                row.Kills = int.Parse(words[2], CultureInfo.InvariantCulture);
            }
        }
    }

    /// <summary>Writes what is known of them; what was written of others stays.</summary>
    public static void Write(string path, IEnumerable<TestRow> rows)
    {
        Dictionary<string, string[]> known = Words(path);
        foreach (TestRow row in rows.Where(static row => row.Cost is not null))
        {
            known[row.Name] =
            [
                row.Name,
                row.Cost!.Value.Ticks.ToString(CultureInfo.InvariantCulture),
                row.Kills.ToString(CultureInfo.InvariantCulture),
            ];
        }

        File.WriteAllLines(path, known.Values.Select(static words => string.Join(' ', words)));
    }

    private static Dictionary<string, string[]> Words(string path) => File.Exists(path)
        ? File.ReadLines(path).Select(static line => line.Split(' ')).ToDictionary(static words => words[0])
        : [];

    private static IEnumerable<TestRow> RowsOf(MethodInfo method) => RowsOfArguments(method)
        .Select((arguments, number) => new TestRow(method, number, arguments));

    private static IEnumerable<object?[]> RowsOfArguments(MethodInfo method) =>
        method.GetParameters().Length == 0
            ? [[]]
            : method.GetCustomAttributes<DataAttribute>().SelectMany(data => data.GetData(method))
                .Select(row => Reflector.ConvertArguments(row, TypesOf(method)));

    private static Type[] TypesOf(MethodInfo method) =>
        [.. method.GetParameters().Select(static parameter => parameter.ParameterType)];
}
