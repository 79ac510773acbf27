using System.Security.Cryptography;
using System.Text;

namespace Mlj.Hosting.Web.Safety;

/// <summary>The last faults of this process. Safe to share between threads.</summary>
internal sealed class FaultLog(TimeProvider time)
{
    private const int Most = 100;

    private readonly Queue<Fault> _faults = new();

    public void Add(Exception error)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(error.GetType().FullName + error.StackTrace)).AsSpan(0, 8));
        lock (_faults)
        {
            _faults.Enqueue(new Fault(time.GetUtcNow(), error.GetType().Name, hash));
            if (_faults.Count > Most)
                _faults.Dequeue();
        }
    }

    /// <summary>The faults since a time, the oldest first; at most the last 100.</summary>
    public IReadOnlyList<Fault> Since(DateTimeOffset from)
    {
        lock (_faults)
            return [.. _faults.Where(fault => fault.At >= from)];
    }
}
