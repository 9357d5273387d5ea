namespace Mangled.Names;

internal interface IRuns
{
    void Start();
}

internal sealed class Plain : IRuns
{
    public int Size { get; set; }

    void IRuns.Start() => Under_score();

    public static int Run(int count)
    {
        return Local(count);

        static int Local(int value) => value + 1;
    }

    public int Run(long count) => Run_2() + (int)count;

    public int Run_2() => Size;

    public void Under_score() => Size++;

    public static T Map<T>(T value) => value;
}

internal struct Pair<TFirst, TSecond>
{
    public TFirst First { get; set; }

    public TSecond Second { get; set; }

    public readonly string Sum() => $"{First}{Second}";

    internal struct Inner
    {
        public static int Go() => 0;
    }
}
