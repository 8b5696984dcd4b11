using System.Buffers;
using System.Collections.Concurrent;

namespace DivideMetrics.Sources.Reading;

/// <summary>
/// Reads several files at once, each on a thread of its own, and gives what they say in the order of the files: as if one were read after
/// the other. Little is read ahead, however large the files are.
/// </summary>
internal static class SideBySide
{
    /// <summary>Files that are read at once.</summary>
    private const int AtOnce = 2;

    /// <summary>Batches that a file may be ahead of its reader.</summary>
    private const int BatchesAhead = 16;

    /// <summary>Members of archives up to this size are unpacked before they are read, so that the next one can be: they follow one another.</summary>
    private const long MostUnpacked = 8 << 20;

    /// <summary>The batches of all files, in order.</summary>
    /// <param name="files">The files.</param>
    /// <param name="read">Reads one file; is called on several threads, for a file each.</param>
    public static IEnumerable<T> Read<T>(IEnumerable<RawFile> files, Func<RawFile, IEnumerable<T>> read)
    {
        using var next = files.GetEnumerator();
        var ahead = new Queue<FileTask<T>>();
        try
        {
            for (var more = true; more || ahead.Count > 0;)
            {
                while (more && ahead.Count < AtOnce && ahead.All(task => task.LetsOthersOpen) && (more = next.MoveNext()))
                {
                    ahead.Enqueue(FileTask<T>.Start(next.Current, read));
                }

                if (ahead.TryPeek(out var first))
                {
                    foreach (var batch in first.Batches())
                    {
                        yield return batch;
                    }

                    ahead.Dequeue().Dispose();
                }
            }
        }
        finally
        {
            foreach (var task in ahead)
            {
                task.Dispose();
            }
        }
    }

    /// <summary>The reading of one file.</summary>
    private sealed class FileTask<T> : IDisposable
    {
        private readonly BlockingCollection<T> _batches = new(BatchesAhead);
        private readonly CancellationTokenSource _unwanted = new();
        private readonly byte[]? _unpacked;
        private readonly Task _task;

        private FileTask(RawFile file, byte[]? unpacked, Func<RawFile, IEnumerable<T>> read)
        {
            (_unpacked, LetsOthersOpen) = (unpacked, unpacked is not null || file.Content is null);
            _task = Task.Run(() => Fill(file, read));
        }

        /// <summary>True when nothing of an archive is open for it.</summary>
        public bool LetsOthersOpen { get; }

        public static FileTask<T> Start(RawFile file, Func<RawFile, IEnumerable<T>> read)
        {
            if (file.Content is null || file.Length is 0 or > MostUnpacked)
            {
                return new(file, null, read);
            }

            var (bytes, length) = Unpack(file);
            return new(file with { Content = () => new MemoryStream(bytes, 0, length, writable: false) }, bytes, read);
        }

        /// <summary>What the file says, as it comes; then what went wrong, if anything did.</summary>
        public IEnumerable<T> Batches()
        {
            foreach (var batch in _batches.GetConsumingEnumerable())
            {
                yield return batch;
            }

            _task.GetAwaiter().GetResult();
        }

        /// <summary>Ends the reading, also of a file that nobody wants to the end.</summary>
        public void Dispose()
        {
            _unwanted.Cancel();
            ((IAsyncResult)_task).AsyncWaitHandle.WaitOne();
            _batches.Dispose();
            _unwanted.Dispose();
            if (_unpacked is not null)
            {
                ArrayPool<byte>.Shared.Return(_unpacked);
            }
        }

        /// <summary>The bytes of a member; a stream that brings more or less than it says has a reader that says so.</summary>
        private static (byte[] Bytes, int Length) Unpack(RawFile file)
        {
            var bytes = ArrayPool<byte>.Shared.Rent((int)file.Length + 1);
            try
            {
                using var stream = file.OpenRead();
                var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
                return length <= file.Length
                    ? (bytes, length)
                    : throw new SourceException($"{file.Name} ({file.Uri}): expected {file.Length} bytes in the archive, and more came. Fetch it anew.");
            }
            catch
            {
                ArrayPool<byte>.Shared.Return(bytes);
                throw;
            }
        }

        private void Fill(RawFile file, Func<RawFile, IEnumerable<T>> read)
        {
            try
            {
                foreach (var batch in read(file))
                {
                    _batches.Add(batch, _unwanted.Token);
                }
            }
            catch (OperationCanceledException) when (_unwanted.IsCancellationRequested)
            {
                // nobody wants the rest
            }
            finally
            {
                _batches.CompleteAdding();
            }
        }
    }
}
