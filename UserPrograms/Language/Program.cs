using System.Collections.Generic;
using System.Text;

// What of the language a program may use, each with a line that says what came out.
var shapes = new List<IShape> { new Square(3), new Circle(2), new Line(), new Dot(), new Plane(), new Square(5) };
int area = 0;
foreach (IShape shape in shapes)
{
    area += shape.Area;
    Console.WriteLine($"language: {shape}, {shape.Area}");
}

Console.WriteLine($"language: sum {area}, {shapes.Count} shapes, {Square.Made} squares, origin {Square.Origin}");
object boxed = area;
Console.WriteLine($"language: boxed {boxed}, unboxed {(int)boxed + 1}, is string: {boxed is string}");
string text = $"{area:x} in hexadecimal" + ", " + "joined";
Console.WriteLine($"language: {text}");
Console.WriteLine($"language: {text.Length} characters, equal: {text == $"{area:x} in hexadecimal, joined"}");
var builder = new StringBuilder();
foreach (string word in new[] { "one", "two", "three" })
{
    builder.Append(word).Append(' ');
}

Console.WriteLine($"language: {builder}");
int offset = 10;
Func<int, int> add = x => x + offset;
Func<int, int> twice = Table.Double;
Console.WriteLine($"language: delegates: {add(5)}, {twice(21)}");
int[] numbers = [3, 1, 2];
Span<int> some = numbers;
some[1] = 7;
Console.WriteLine($"language: array: {numbers[0]} {numbers[1]} {numbers[^1]}, {numbers.Length} long");
Console.WriteLine($"language: statics: {Table.Names[1]}, {Table.Count}, {Table.Squares[9]}");
Console.WriteLine($"language: {new Point(1, 2)}");
Console.WriteLine($"language: {new Point(1, 2) == new Point(1, 2)} {Describe(new Square(1))} {Describe(null)}");
var kept = new List<byte[]>();
for (int i = 0; i < 10_000; i++)
{
    kept.Add(new byte[100]);
}

Console.WriteLine($"language: arena: {kept.Count} arrays, the last of {kept[^1].Length} bytes");
return 0;

static string Describe(IShape? shape) => shape switch
{
    Square { Area: 1 } => "unit square",
    Square => "square",
    null => "nothing",
    _ => "other",
};

internal interface IShape
{
    int Area { get; }
}

internal abstract class Shape : IShape
{
    public abstract int Area { get; }

    public override string ToString() => "some " + Name;

    protected virtual string Name => "shape";
}

internal class Square : Shape
{
    private readonly int _side;

    public Square(int side)
    {
        _side = side;
        Made++;
    }

    public static int Made { get; private set; }

    public static string Origin { get; set; } = string.Concat("made", " at start");

    public override int Area => _side * _side;

    protected override string Name => "square";
}

internal sealed class Circle(int radius) : Shape
{
    public override int Area => 3 * radius * radius;
}

internal sealed class Line : IShape
{
    public int Area => 0;

    public override string ToString() => "a line";
}

internal sealed class Dot : IShape
{
    public int Area => 1;
}

internal class Plane : IShape
{
    public virtual int Area => 1000;
}

internal readonly record struct Point(int X, int Y);

internal static class Table
{
    public static readonly string[] Names = ["zero", "first", "second"];
    public static readonly int[] Squares = MakeSquares(10);
    public static int Count = Names.Length;

    public static int Double(int value) => 2 * value;

    private static int[] MakeSquares(int count)
    {
        int[] squares = new int[count];
        for (int i = 0; i < count; i++)
        {
            squares[i] = i * i;
        }

        return squares;
    }
}
