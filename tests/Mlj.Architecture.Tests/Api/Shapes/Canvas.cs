namespace Mlj.Architecture.Tests.Api.Shapes;

public abstract class Canvas : IShape
{
    public const decimal Scale = 1.5m;

    public const string Unit = "mm";

    protected static readonly int[] Widths = [1, 2];

    private readonly int[]? _pixels;

    private protected Canvas(int hidden) => Width = hidden;

    protected Canvas(int[]? pixels, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        _pixels = pixels;
    }

    public int Width { get; protected set; }

    internal int Hidden => Width;

    public abstract string Name { get; }

    public virtual (int Width, int? Height) Size { get; set; }

    public string this[int row, string? column] => column ?? Name[row..];

    public event EventHandler<string?>? Changed;

    public abstract bool TryGrow(int by, out IShape? grown);

    public virtual void Dispose()
    {
        Changed?.Invoke(this, null);
        GC.SuppressFinalize(this);
    }

    public static T Make<T, TState>(Func<TState?, T> make, params string[] words) where T : Canvas, new() where TState : struct =>
        words.Length > 0 ? make(null) : new T();

    protected internal ref readonly int Peek(in int index, ref int seen)
    {
        seen += index;
        return ref _pixels![index];
    }

    [Obsolete("Only here to be printed.")]
    public void Clear() => Width = 0;

    public sealed override string ToString() => Name;

    public class Layer<T> where T : notnull
    {
        public Dictionary<string, List<T?>> Content { get; } = [];

        protected class Part;
    }
}
